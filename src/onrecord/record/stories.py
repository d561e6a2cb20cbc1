"""What holds across articles: who took it from whom, which pages say so, on how many sources.

All of it are judgements: each says its reason and can be undone by leaving it out.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from onrecord.record.spans import Span
from onrecord.record.statements import SourceKind

DerivationKind = Literal["copy", "rewrite", "relay", "update", "followup"]
Credited = Literal["named", "vague", "none"]
ArticleKind = Literal[
    "original", "syndicated", "rewrite", "relay", "mixed", "update", "followup"
]  # fmt: skip
Side = Literal["asserts", "denies"]
CountingRule = Literal["R1", "R2", "R3", "R4", "R5", "R6", "R7"]
ContradictionKind = Literal["number", "denial", "version"]


@dataclass(frozen=True, slots=True)
class Derivation:
    """A direct taking: ``article`` has text or information from ``parent`` (ids of articles).

    ``credited`` = named, vague ("a rival paper") or none. ``spans`` are the words of ``article``
    that show it; empty only where ``reason`` names metadata or likeness as a whole.
    ``parent_spans`` are the words of the parent that were taken, where they can be pointed to.
    """

    article: str
    parent: str
    kind: DerivationKind
    credited: Credited
    rule: str
    reason: str
    spans: tuple[Span, ...] = ()
    parent_spans: tuple[Span, ...] = ()
    score: float = 1.0

    def __post_init__(self) -> None:
        if self.article == self.parent:
            raise ValueError(f"{self.article} cannot be taken from itself")


@dataclass(frozen=True, slots=True)
class CopyPair:
    """Two articles with largely the same text; ``first`` came out first as far as the pages tell.

    ``containment`` = share of the shorter one's word 5-grams, quotations left out, that stand in
    the other: 0 … 1. ``kind`` update = two versions of one URL; rewrite = like by meaning, not by
    words. ``spans`` are the words of ``second`` that stand in ``first``.
    """

    first: str
    second: str
    kind: Literal["copy", "update", "rewrite"]
    containment: float
    reason: str
    spans: tuple[Span, ...] = ()
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Articles joined by verified pairs; every pair in it was looked at, none is only implied."""

    id: str
    articles: tuple[str, ...]
    pairs: tuple[CopyPair, ...]


@dataclass(frozen=True, slots=True)
class StoryMerge:
    """A judgement that two articles tell of the same; without it the story may fall in two."""

    first: str
    second: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one real event and its direct follow-ups, in the order of the stream."""

    id: str
    articles: tuple[str, ...]
    merges: tuple[StoryMerge, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """A place where an article asserts or denies a claim.

    ``statement`` = the innermost statement whose words they are, None for the outlet's own voice.
    """

    article: str
    side: Side
    spans: tuple[Span, ...]
    statement: str | None
    score: float
    reason: str = ""

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError(f"{self.article}: a telling without words is none")


@dataclass(frozen=True, slots=True)
class UltimateSource:
    """Who or what stands at the start of the chains: never an outlet that only passed it on.

    ``names`` are all words that the pages have for it, the fullest first; ``articles`` the pages
    that rest on it, ``spans`` its words in those (ids of articles with spans) that name it.
    ``kind`` observation = an outlet's own reporter saw, counted or measured; ``outlet`` = whose
    reporter, who saw the document, or who first reported an unnamed source. ``inferred`` = no words
    say so: the outlet tells it in its own voice and does not say how it knows. ``rests`` = the
    words by which the source itself rests on the press or on another, "" where it does not.
    """

    id: str
    name: str
    kind: SourceKind
    unnamed: bool
    articles: tuple[str, ...]
    names: tuple[str, ...] = ()
    outlet: str = ""
    spans: tuple[tuple[str, Span], ...] = ()
    inferred: bool = False
    rests: str = ""


@dataclass(frozen=True, slots=True)
class SourceMerge:
    """A judgement that two names, often of two pages, are one source (``source``, its id).

    ``rule`` is the rule of counting by which they are one; without it they are two.
    """

    source: str
    first: str
    second: str
    rule: CountingRule
    reason: str


@dataclass(frozen=True, slots=True)
class CountingStep:
    """One step of the count: the rule, the sources it is about, what it adds, and why in words."""

    rule: CountingRule
    sources: tuple[str, ...]
    adds_min: int
    adds_max: int
    reason: str


@dataclass(frozen=True, slots=True)
class Independence:
    """How many independent sources stand behind a claim; ``why`` adds up to both numbers."""

    min: int
    max: int
    why: tuple[CountingStep, ...]

    def __post_init__(self) -> None:
        if not 0 <= self.min <= self.max:
            raise ValueError(f"no such range: {self.min} … {self.max}")
        sums = (sum(one.adds_min for one in self.why), sum(one.adds_max for one in self.why))
        if sums != (self.min, self.max):
            raise ValueError(f"the reasons add up to {sums}, not to {self.min} … {self.max}")


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence, the pages that assert and deny it, and who stands behind it.

    ``first`` = the article that asserts it earliest, None where no page does or none has a date.
    ``denial_sources`` are those who say that it is false.
    """

    id: str
    text: str
    tellings: tuple[Telling, ...] = ()
    sources: tuple[UltimateSource, ...] = ()
    denial_sources: tuple[UltimateSource, ...] = ()
    independence: Independence = Independence(0, 0, ())
    first: str | None = None
    story: str | None = None

    def articles(self, side: Side) -> tuple[str, ...]:
        """Ids of the articles on ``side``, each once, in the order of the tellings."""
        return tuple(dict.fromkeys(one.article for one in self.tellings if one.side == side))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both hold (ids of claims).

    ``superseded`` = the same source gave both, ``second`` later: no contradiction but a correction.
    """

    first: str
    second: str
    kind: ContradictionKind
    reason: str
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Circle:
    """Articles through which an outlet's own claim comes back to it as if it were confirmed."""

    articles: tuple[str, ...]
    reason: str


def judgement_id(kind: str, parts: tuple[str, ...]) -> str:
    """An id made from what a judgement is about alone, so that two runs compare."""
    words = "\n".join((kind, *parts))
    return kind[0] + hashlib.blake2b(words.encode(errors="replace"), digest_size=8).hexdigest()
