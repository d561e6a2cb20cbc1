"""Relays: the media that stand in one sentence between the page and whoever spoke."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.record import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.lexicon import Lexicon
from onrecord.statements.names import Outlet

MAX_WORDS_BETWEEN = 4
_FILLER = re.compile(r"^(?:[\s,]+(?:[a-z][\w’'-]*|the|The|a|an))*\s*$")
_AS_SAYING = re.compile(
    r"\s+(?:quoted|cited|quotes|cites)\s+(?P<who>[^.;“”\"]{2,120}?)\s+as\s+\w+ing\b"
)
_PHRASE = re.compile(r"[^,;:.“”\"()–—]+(?:\.[A-Z][^,;:.“”\"()–—]*)*")
_TOKEN = re.compile(r"[\w’'.&-]+|[^\w\s]")
_PHRASE_END = re.compile(r"\s(?:that|as|which|who|says|said|reported|reports|and\s+said)\s")


@dataclass(frozen=True, slots=True)
class Relay:
    """One medium (or other hand) between the page and the source; the outermost comes first."""

    outlet: Outlet
    spoken_to: bool = False


@dataclass(frozen=True, slots=True)
class Road:
    """How words came to us by one sentence alone.

    ``origin`` = the phrase for whoever a medium cites, where the sentence names it apart from the
    source; ``implied`` = the form of words implies somebody who quotes.
    """

    relays: tuple[Relay, ...] = ()
    origin: Span | None = None
    implied: bool = False


def find_road(
    text: str,
    draft: Draft,
    sentence: Span,
    outlets: tuple[Outlet, ...],
    lexicon: Lexicon,
) -> Road:
    """The relays that the sentence of ``draft`` names, outside of what is said.

    ``outlets`` are the media named in the article without the one that we read.
    """
    near = [
        outlet
        for outlet in outlets
        if sentence.covers(outlet.span) and not _inside(draft.content, outlet.span)
    ]
    outer: list[Relay] = []
    inner: list[Relay] = []
    origin: Span | None = None
    for outlet in near:
        before = text[max(sentence.start, outlet.span.start - 60) : outlet.span.start]
        source_is_it = draft.source is not None and _is_head(text, draft.source, outlet)
        if ends_with(lexicon.spoken_to, before) and not source_is_it:
            inner.append(Relay(outlet, spoken_to=True))
        elif ends_with(lexicon.passed_on, before) and not source_is_it:
            outer.append(Relay(outlet))
        elif found := _AS_SAYING.match(text, outlet.span.end, sentence.end):
            outer.append(Relay(outlet))
            origin = Span(*found.span("who"))
        elif re.match(r"\s+relay(?:s|ed)\b", text[outlet.span.end : outlet.span.end + 12]):
            outer.append(Relay(outlet))
    cited, origin_cited = _follow_citing(text, draft, sentence, near, lexicon)
    known = [relay.outlet for relay in outer]
    outer += [relay for relay in cited if relay.outlet not in known]
    inner = [relay for relay in inner if relay not in outer]
    outer.sort(key=lambda relay: _rank(text, relay))
    implied = lexicon.quoted_as.search(text, *_window(draft)) is not None
    return Road((*outer, *inner), origin_cited or origin, implied)


def _rank(text: str, relay: Relay) -> tuple[int, int]:
    before = text[max(0, relay.outlet.span.start - 24) : relay.outlet.span.start].lower()
    outermost = re.search(r"\bas (?:\w+ )?(?:quoted|reported|cited) by", before) is not None
    return (0 if outermost else 1, relay.outlet.span.start)


def _window(draft: Draft) -> tuple[int, int]:
    if draft.cue is None:
        return (0, 0)
    return max(0, draft.cue.start - 12), draft.cue.end + 24


def _follow_citing(
    text: str, draft: Draft, sentence: Span, near: list[Outlet], lexicon: Lexicon
) -> tuple[list[Relay], Span | None]:
    """(media that cite and are cited, the phrase for the last one cited if that is no medium)."""
    relays: list[Relay] = []
    origin: Span | None = None
    for found in lexicon.passes_on.finditer(text, sentence.start, sentence.end):
        if _inside(draft.content, Span(*found.span())):
            continue
        after = text[found.end() : found.end() + 4].strip().lower()
        if after[:2] in ("by", "in", "as"):
            continue
        citing = [one for one in near if one.span.end <= found.start()]
        if not citing:
            continue
        phrase = _phrase_after(text, found.end(), sentence.end)
        if phrase is None or _inside(draft.content, phrase):
            continue
        if not relays:
            relays.append(Relay(citing[-1]))
        cited = next((one for one in near if phrase.overlaps(one.span)), None)
        inside_source = (
            draft.source is not None and draft.source.start <= found.start() < draft.source.end
        )
        if cited is not None and _is_head(text, phrase, cited):
            relays.append(Relay(cited))
            origin = None if inside_source else cited.span
        else:
            origin = phrase
    return relays, origin


def _phrase_after(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    found = _PHRASE.match(text, start, end)
    if not found:
        return None
    cut = _PHRASE_END.search(text, start, found.end())
    stop = cut.start() if cut else found.end()
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Span(start, stop) if stop > start else None


def _is_head(text: str, phrase: Span, outlet: Outlet) -> bool:
    """Whether the medium is what the phrase is about, not somebody's place of publication."""
    before = text[phrase.start : outlet.span.start].strip().lower()
    if not phrase.overlaps(outlet.span) or re.match(r"[’']s\b", text[outlet.span.end :][:2]):
        return False
    rest = text[outlet.span.end : phrase.end].strip().lower()
    light = all(len(word) < 14 for word in before.split()) and len(before.split()) <= 5
    return (
        light
        and not re.search(r"\b(?:by|to|for|with|of|at|words)\b", before)
        and not re.match(r"(?:reporter|correspondent|journalist|source|photographer)", rest)
    )


def ends_with(pattern: re.Pattern[str], before: str) -> bool:
    """Whether ``before`` ends with ``pattern`` and at most a few small words behind it."""
    last = last_match(pattern, before, 0, len(before))
    if last is None:
        return False
    rest = before[last.end() :]
    return len(rest.split()) <= MAX_WORDS_BETWEEN and _FILLER.match(" " + rest) is not None


def last_match(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last place in ``text[start:end]`` that fits ``pattern``."""
    found = None
    for one in pattern.finditer(text, start, end):
        found = one
    return found


def _inside(content: tuple[Span, ...], span: Span) -> bool:
    return any(part.covers(span) for part in content)


def find_addressee(text: str, draft: Draft, sentence: Span, lexicon: Lexicon) -> Span | None:
    """The words for whom it was told to, where the sentence says so."""
    if draft.cue is None:
        return None
    best: Span | None = None
    for found in lexicon.told.finditer(text, sentence.start, sentence.end):
        if _inside(draft.content, Span(*found.span())):
            continue
        is_cue = draft.cue.overlaps(Span(*found.span()))
        if not is_cue and " " not in found[0]:
            continue
        limit = min(
            (part.start for part in draft.content if part.start >= found.end()),
            default=sentence.end,
        )
        phrase = addressee_after(
            text, found.end(), max(found.end(), min(limit, sentence.end)), lexicon
        )
        if phrase is not None and (best is None or is_cue):
            best = phrase
    return best


def addressee_after(text: str, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """The noun phrase that ``text[start:end]`` begins with, up to a word that ends an addressee."""
    first: int | None = None
    last = start
    for token in _TOKEN.finditer(text, start, end):
        word = token[0].lower()
        if not word[0].isalnum():
            break
        if first is None and word in lexicon.determiners - {"that"}:
            first = token.start()
            last = token.end() if word in ("her",) else token.start()
            continue
        if word in lexicon.addressee_ends and word not in ("him", "them"):
            break
        first = token.start() if first is None else first
        last = token.end()
    if first is None:
        return None
    while last > first and text[last - 1] == ".":
        last -= 1
    return Span(first, last) if last > first else None
