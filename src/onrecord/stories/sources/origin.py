"""Whoever or whatever a page gives as the source of what it tells.

Invariant: an origin has a name of the page's own words, or is said to be unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record import SourceKind, Span

UNKNOWN = "unknown source"
OBSERVER = "reporter of {}"
NAMELESS = "this page"


@dataclass(frozen=True, slots=True)
class Origin:
    """A source by the words of one page, ``article``.

    ``outlet`` = to whom the source spoke, who saw the document, whose reporter it was, as far as
    known; ``titles`` are the page's words for who the source is; ``to_us`` = the page says that
    the source spoke to its own reporters, or that they saw it. ``rests`` = the words by which the
    source itself rests on the press or on another source, "" where it does not. ``inferred`` = no
    words of the sentence say so, those around it do.
    """

    article: str
    name: str
    kind: SourceKind
    unnamed: bool = False
    outlet: str = ""
    titles: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    to_us: bool = False
    rests: str = ""
    inferred: bool = False


def observer(article: str, outlet: str, spans: tuple[Span, ...] = ()) -> Origin:
    """The outlet's own reporters, who saw or counted it themselves; without spans by R6 alone."""
    name = OBSERVER.format(outlet or NAMELESS)
    return Origin(
        article, name, "observation", outlet=outlet, spans=spans, to_us=True, inferred=not spans
    )


def unknown(article: str, outlet: str) -> Origin:
    """Nobody whom the page tells: the trail ends at ``outlet``."""
    return Origin(article, UNKNOWN, "unknown", True, outlet)
