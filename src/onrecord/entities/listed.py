"""Names that tables know, where the encoder saw none: bodies, media, countries, the page's outlet.

Invariant: what may be another word (a country's short name, a seat of government) is a name only
where the words around it say that a government acts there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.entities.governments import find_acting
from onrecord.entities.lexicon import Lexicon
from onrecord.entities.names import Name, fold_words
from onrecord.record import Span

_IN_NAME = re.compile(r"[A-Z][\w-]* (?:(?:of|for|in) )?(?:the )?[A-Z][\w ]*$| [A-Z]$")
"""A country before or behind a capital may be part of a name that the encoder does not know."""
_THE_CAPITALS = re.compile(r"\bthe ([A-Z][\w-]*(?: [A-Z][\w-]*)*)(?=[ ,.;])")
_NEAR = 30
"""Characters before a name where "in an interview with" begins."""
_SCORE = 0.7
"""Score of a name that only a table knows; not measured yet."""


def find_listed(
    text: str, names: tuple[Name, ...], lexicon: Lexicon, *, outlet: str = ""
) -> Iterator[Name]:
    """The names of tables that share no character with ``names``; ``outlet`` is the page's own."""
    taken = bytearray(len(text) + 1)
    for name in names:
        taken[name.span.start : name.span.end] = b"\1" * len(name.span)
    found = [
        *_find_known(text, lexicon),
        *_find_acting(text, lexicon),
        *_find_own(text, outlet),
        *_find_told(text, lexicon),
    ]
    for span, label in found:
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * len(span)
            yield Name(span, label, _SCORE, fold_words(span.cut(text)), found_by="list")


def _find_known(text: str, lexicon: Lexicon) -> Iterator[tuple[Span, str]]:
    for found in lexicon.listed.finditer(text):
        span = Span(found.start(), found.end())
        label = "LOC" if found[0] in lexicon.states else "ORG"
        if label == "ORG" or not _is_in_name(text, span):
            yield span, label


def _find_acting(text: str, lexicon: Lexicon) -> Iterator[tuple[Span, str]]:
    spans = tuple(Span(*one.span()) for one in lexicon.capitals.finditer(text))
    for span, rule in zip(spans, find_acting(text, spans, lexicon), strict=True):
        if rule and not _is_in_name(text, span):
            yield span, "LOC"


def _find_own(text: str, outlet: str) -> Iterator[tuple[Span, str]]:
    """The page's own outlet in full, or by its last word behind an article: "the Pilot"."""
    words = outlet.split()
    if len(words) < 2:
        return
    bare = " ".join(words[1:]) if words[0].lower() == "the" else outlet
    last = re.escape(words[-1])
    pattern = rf"(?<!\w){re.escape(bare)}(?!\w)|(?<=\b[Tt]he ){last}(?!\w| [A-Z])"
    for found in re.finditer(pattern, text):
        yield Span(*found.span()), "ORG"


def _find_told(text: str, lexicon: Lexicon) -> Iterator[tuple[Span, str]]:
    """Capitals behind "the" where something is handed to a medium: "told the Calanda Islander"."""
    for found in _THE_CAPITALS.finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.start(1)]
        if lexicon.media.received.search(before):
            yield Span(*found.span(1)), "ORG"


def _is_in_name(text: str, span: Span) -> bool:
    return _IN_NAME.search(text[max(0, span.start - 20) : span.end + 2]) is not None
