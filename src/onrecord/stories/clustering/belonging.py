"""Whether a page belongs to a story, or two stories are one, and why.

Invariant: what is joined reached a likeness that is asked for of all, more where days lie
between; the reason names what both tell of.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.stories.clustering.stream import StreamPage
from onrecord.stories.clustering.threads import Thread
from onrecord.stories.clustering.weights import Vector

ALIKE = 0.28
"""Likeness of a page and a story from which on the page belongs to it: the least at which not more
than 5 % of pairs of like syndicated articles of ten days apart or more come together (3.8 %)."""
CLOSE = 0.8
"""Share of that which is enough for a page of the same days: with STEADY, the least of 0.65, 0.7
and 0.8 that keeps those pairs under 5 % (4.2 %) in the dated stream of them."""
CLOSE_DAYS = 2
"""Days between a page and its story that count as the same days."""
STEADY = 0.8
"""Share of the likeness asked for that a page must have with the story's first pages too: with 0.6
a crisis of five months became one story in the dated stream of syndicated articles."""
REUNION = 1.3
"""How many times the likeness of a page is asked for of two stories: both had their reasons."""
WINDOW = 14
"""Days between a page and its story from which on more likeness is asked for."""
LAPSE = 180
"""Days from which on no likeness is enough: a trial a year later is another story. Set by hand."""
NAMED = 4
"""Shared terms that a reason names."""


def find_story(
    page: StreamPage, vector: Vector, threads: Iterable[Thread]
) -> tuple[Thread, float] | None:
    """The story that ``page`` is most like and how like, where it is like enough.

    Likeness is the mean of two cosines: with all that the story is about, and with the page in it
    that is nearest.
    """
    best: tuple[Thread, float] | None = None
    for thread in threads:
        score = (thread.about.cosine(vector) + thread.nearest(vector)[1]) / 2
        asked = ALIKE * strictness(days_between(page, thread))
        if score < asked or (best is not None and score <= best[1]):
            continue
        if thread.beginning.cosine(vector) >= STEADY * asked:
            best = thread, score
    return best


def find_same(thread: Thread, others: Iterable[Thread]) -> tuple[Thread, float] | None:
    """The story among ``others`` that turned out to be the same as ``thread``, if any did."""
    best: tuple[Thread, float] | None = None
    for other in others:
        score = thread.about.likeness_of(other.about)
        asked = REUNION * ALIKE * strictness(days_apart(thread, other))
        if score < asked or thread.beginning.likeness_of(other.beginning) < STEADY * asked:
            continue
        if best is None or score > best[1]:
            best = other, score
    return best


def strictness(days: int | None) -> float:
    """How many times the usual likeness is asked for where ``days`` lie between; None = unknown."""
    if days is None:
        return 1.0
    if days <= CLOSE_DAYS:
        return CLOSE
    if days <= WINDOW:
        return 1.0
    return days / WINDOW if days <= LAPSE else float("inf")


def days_between(page: StreamPage, thread: Thread) -> int | None:
    """Days between the page and the nearest of the story; 0 where they meet, None = unknown."""
    if page.earliest is None or page.latest is None:
        return None
    if thread.earliest is None or thread.latest is None:
        return None
    return max(0, (page.earliest - thread.latest).days, (thread.earliest - page.latest).days)


def days_apart(one: Thread, other: Thread) -> int | None:
    """The same between two stories."""
    if one.earliest is None or one.latest is None:
        return None
    if other.earliest is None or other.latest is None:
        return None
    return max(0, (one.earliest - other.latest).days, (other.earliest - one.latest).days)


def explain(vector: Vector, thread: Thread) -> str:
    """What both tell of: the terms that say most for their being one."""
    about = thread.about.weights
    shares = [(weight * about[word], word) for word, weight in vector.items() if word in about]
    shares.sort(key=lambda one: (-one[0], one[1]))
    return "both tell of " + ", ".join(word for _, word in shares[:NAMED])
