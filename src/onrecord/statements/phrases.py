"""Source phrases taken apart: core, head, reason, and whose words they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.record import SourceKind, Span
from onrecord.statements.lexicon import Lexicon
from onrecord.statements.names import Outlet

Reference = Literal["name", "description", "definite", "pronoun", "medium", "own"]

_TRIM = " \t\n\xa0,;:–—-“”\"'‘’()[]."
_TOKEN = re.compile(r"[^\W_](?:[\w’'.&-]*[^\W_])?")
_MEDIUM_BEHIND = re.compile(r"\s+(?:the|this|that)\s+(?:same\s+)?\w+$")
_OWNER = re.compile(r"(?:the\s+)?([\w ]{2,20})[’']s\s+", re.IGNORECASE)
_CLAUSE = re.compile(r"\s*(?:,|\s[–—]\s|\(|\s(?:who|whom|whose|which)\b|\sthat\s)")
_CLAUSE_END = re.compile(r"[.;“”\"]|,|\s[–—]\s")
_LOWER_WORD = re.compile(r"(?<!\w)[a-zß-öø-ÿ][\w-]*")
_INSIDE = re.compile(r"(?<=[a-z] )[A-Z][\w-]*")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|Inc|Ltd|Jr|Sr|Co)\.$")


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever a source phrase names.

    ``reference`` tells how: by name, by a description of its own, by one that leads back
    ("the officials"), by pronoun, by a noun for a medium ("the outlet"), or as the medium's own
    voice. ``head`` is the noun or last name that carries the phrase, in lower case.
    """

    name: str
    span: Span
    kind: SourceKind
    unnamed: bool
    reference: Reference
    head: str
    title: str = ""
    plural: bool = False
    justification: Span | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase: ``span`` whole, ``core`` without clauses, ``head`` = its noun phrase."""

    text: str
    span: Span
    core: Span
    head: Span
    words: tuple[str, ...]
    outlets: tuple[Outlet, ...]
    lexicon: Lexicon


def find_justification(text: str, span: Span, lexicon: Lexicon) -> Span | None:
    """The words in ``span`` that say why a source knows or why it is not named."""
    found = lexicon.justification.search(text, span.start, span.end)
    if found is None:
        return None
    end = _clause_end(text, found.start(), span.end)
    further = lexicon.justification.search(text, end, span.end)
    if further is not None and further.start() - end <= 6:
        end = _clause_end(text, further.start(), span.end)
    return trim(text, Span(found.start(), end))


def _clause_end(text: str, start: int, limit: int) -> int:
    cut = _CLAUSE_END.search(text, start, limit)
    return cut.start() if cut and cut.start() > start else limit


def trim(text: str, span: Span) -> Span:
    """The span without white space and punctuation at its ends."""
    start, end = span.start, span.end
    while end - start > 1 and text[start] in _TRIM:
        start += 1
    while end - start > 1 and text[end - 1] in _TRIM:
        if text[end - 1] == "." and _ABBREVIATED.search(text[max(start, end - 5) : end]):
            break
        end -= 1
    return Span(start, end)


def speech_of(text: str, span: Span, lexicon: Lexicon) -> Span | None:
    """The phrase for whoever a noun of speech belongs to: "a statement by the ministry"."""
    words = span.cut(text)
    found = re.match(r"(?:\w+\s+){0,3}?([\w-]+)\s+(?:by|from)\s+", words)
    if found is not None and found[1].lower() in lexicon.speech_nouns:
        return Span(span.start + found.end(), span.end)
    owned = re.search(r"[’']s?\s+(?:\w+\s+)?([\w-]+)$", words)
    if owned is not None and owned[1].lower() in lexicon.speech_nouns and owned.start() > 1:
        return Span(span.start, span.start + owned.start())
    return None


def core_of(text: str, span: Span, outlets: tuple[Outlet, ...], lexicon: Lexicon) -> Span:
    """The phrase without relays, reasons, clauses and appositions."""
    cuts = [span.end]
    if found := lexicon.justification.search(text, span.start + 1, span.end):
        cuts.append(found.start())
    passed = lexicon.passed_on.search(text, span.start + 1, span.end)
    if passed and (
        any(one.span.start >= passed.end() and span.covers(one.span) for one in outlets)
        or _MEDIUM_BEHIND.match(text, passed.end(), span.end)
    ):
        cuts.append(passed.start())
    owner = _OWNER.match(text, span.start, span.end)
    if owner and owner[1].lower() in lexicon.media_nouns:
        return trim(text, Span(owner.end(), max(owner.end() + 1, min(cuts))))
    clause = _CLAUSE.search(text, span.start + 1, span.end)
    if clause:
        cuts.append(clause.start())
    return trim(text, Span(span.start, max(span.start + 1, min(cuts))))


def head_of(text: str, core: Span, lexicon: Lexicon) -> tuple[Span, list[str]]:
    """The words up to the first preposition or participle, and their span."""
    words: list[str] = []
    end = core.start
    for token in _TOKEN.finditer(text, core.start, core.end):
        if words and _ends_phrase(text, token, words, lexicon):
            break
        words.append(re.sub(r"[’']s?$", "", token[0]))
        end = token.end()
    return Span(core.start, max(end, core.start + 1)), words


def _ends_phrase(text: str, token: re.Match[str], words: list[str], lexicon: Lexicon) -> bool:
    """Whether a noun phrase stops before ``token``: a preposition, a participle behind a noun."""
    word = token[0]
    if word in lexicon.phrase_ends:
        return words[-1].lower() not in lexicon.determiners
    if word == "close":
        return text.startswith(" to ", token.end())
    is_noun = (
        singular(words[-1]) in lexicon.people | lexicon.documents
        or singular(words[-1]) != words[-1].lower()
    )
    return is_noun and word.islower() and len(word) > 4 and word.endswith(("ing", "ed"))


def singular(word: str) -> str:
    """A noun's singular as well as its ending tells, in lower case."""
    lower = re.sub(r"[’']s?$", "", word.lower())
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith("men"):
        return lower[:-3] + "man"
    if lower.endswith(("sses", "ches", "shes", "xes")):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is", "news")):
        return lower[:-1]
    return lower


def is_plural(word: str, lexicon: Lexicon) -> bool:
    """Whether a noun stands for several people or things."""
    lower = word.lower()
    if lower in lexicon.groups:
        return True
    return singular(lower) != lower and lower not in lexicon.bodies | lexicon.documents


@lru_cache(maxsize=4)
def lower_words(text: str) -> frozenset[str]:
    """The words that ``text`` has in lower case somewhere; kept for the last few texts."""
    return frozenset(word for word in _LOWER_WORD.findall(text))


@lru_cache(maxsize=4)
def capitals_inside(text: str) -> frozenset[str]:
    """The capitalised words that stand behind a word in lower case, so not at a beginning."""
    return frozenset(_INSIDE.findall(text))
