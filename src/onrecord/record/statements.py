"""Who said what, and on whose authority."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from onrecord.record.spans import Span

Mode = Literal["direct", "indirect", "mixed"]
SourceKind = Literal[
    "outlet", "person", "group", "organisation", "document", "observation", "unknown"
]
How = Literal["explicit", "implied", "inferred"]


@dataclass(frozen=True, slots=True)
class SourceLink:
    """One hand that the words went through.

    ``name`` is the page's own name for it in full ("US officials", "Mike Pompeo"); ``title`` the
    role that the page gives; ``justification`` the words that say why this source knows, or why it
    is not named; ``how`` = explicit (the words are there), implied ("is cited as saying" implies
    somebody who cites), inferred (carried over from an earlier statement).
    """

    name: str
    kind: SourceKind
    unnamed: bool = False
    title: str = ""
    span: Span | None = None
    justification: Span | None = None
    how: How = "explicit"
    entity: str | None = None

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a link has a name; where nobody is named say 'unknown source'")


@dataclass(frozen=True, slots=True)
class SourceChain:
    """From the outlet that we read (first) to the origin (last)."""

    links: tuple[SourceLink, ...]

    def __post_init__(self) -> None:
        if not self.links:
            raise ValueError("a chain has at least the outlet that we read")

    @property
    def origin(self) -> SourceLink:
        """Where the words come from, as far as the page tells."""
        return self.links[-1]


@dataclass(frozen=True, slots=True)
class Statement:
    """Words or thoughts that the article gives as somebody's.

    ``content`` may be in several spans; ``speaker`` is an entity's id; ``score`` a probability.
    """

    id: str
    mode: Mode
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    chain: SourceChain
    stance: str
    speaker: str | None = None
    addressee: Span | None = None
    score: float = 1.0
    found_by: str = ""

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement without content is none")


def finding_id(article: str, kind: str, spans: tuple[Span, ...]) -> str:
    """An id made from article, kind and spans alone, so that two models' findings compare."""
    words = f"{article}\n{kind}\n{[(span.start, span.end) for span in spans]}"
    return kind[0] + hashlib.blake2b(words.encode(), digest_size=8).hexdigest()
