"""More pages than memory holds, judged in windows of time that overlap.

Invariant: every page is judged in one window, beside the pages of the days before; pages that fit
one window are judged as if there were none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from onrecord.record import (
    ArticleKind,
    Circle,
    CopyPair,
    Corpus,
    Derivation,
    Judgements,
    Reading,
    Story,
    StoryMerge,
)
from onrecord.stories.clustering.grouping import make_story
from onrecord.stories.copying.copies import group_pairs
from onrecord.stories.media.moments import order
from onrecord.stories.trace import read_corpus

PAGES = 5_000
"""Pages of a window and of the days before it, which are held at once: half a gigabyte where a page
is as short as the sample pages (``bench.windows``), two where it has a thousand words."""
OVERLAP = 14
"""Days before a window that are looked at again. Of 1,338 gaps between a page and the next one of
its story (1,938 dated syndicated articles of 2005 to 2012) 99.5 % are as short, 97.2 % have 7 days;
beyond it a page must be more like a story than usual in any case."""

Fetch = Callable[[Sequence[str]], tuple[Reading, ...]]
"""The readings of articles (ids), in the order given."""
Tell = Callable[[int, int], None]
"""Hears how many of how many pages are judged."""


@dataclass(frozen=True, slots=True)
class Window:
    """``own`` = articles (ids) that are judged here; ``before`` = those of the days before.

    Both are in the order of the stream, not of time.
    """

    own: tuple[str, ...]
    before: tuple[str, ...] = ()


def plan_windows(
    pages: Sequence[tuple[str, date]], *, most: int = PAGES, overlap: int = OVERLAP
) -> tuple[Window, ...]:
    """Windows of at most ``most`` of ``pages``, the articles (ids) of the stream with their days.

    Half of a window at most is of the days before: fewer days where so many pages are of them. A
    window ends at the end of a day unless one day alone is more than half of it.
    """
    if len(pages) <= most:
        return (Window(tuple(one for one, _ in pages)),)
    place = {one: number for number, (one, _) in enumerate(pages)}
    by_day = sorted(pages, key=lambda one: one[1])
    half = max(1, most // 2)
    windows = []
    start = 0
    while start < len(by_day):
        end = _end_of_day(by_day, start, min(start + half, len(by_day)))
        first = by_day[start][1] - timedelta(days=overlap)
        back = start
        while back > max(0, start - half) and by_day[back - 1][1] >= first:
            back -= 1
        parts = (by_day[start:end], by_day[back:start])
        own, before = (
            tuple(sorted((one for one, _ in part), key=place.__getitem__)) for part in parts
        )
        windows.append(Window(own, before))
        start = end
    return tuple(windows)


def _end_of_day(by_day: Sequence[tuple[str, date]], start: int, end: int) -> int:
    if end == len(by_day):
        return end
    last = end
    while last > start and by_day[last - 1][1] == by_day[last][1]:
        last -= 1
    return last if last > start else end


def judge_windows(
    windows: Sequence[Window], fetch: Fetch, *, tell: Tell | None = None
) -> Judgements:
    """What ``read_corpus`` finds across the pages of ``windows``, of which it sees one at a time.

    A taking from, or a copy of, a page that lies before the window and its overlap is not found; a
    story goes on where pages of both windows are in it. Memory is that of the largest window, and
    of what was found.
    """
    if len(windows) == 1:
        return Judgements.of(read_corpus(fetch(windows[0].own)))
    joined = _Joined()
    for window in windows:
        joined.add(window, read_corpus(fetch((*window.before, *window.own))))
        if tell is not None:
            tell(len(joined.articles), sum(len(one.own) for one in windows))
    return joined.close()


@dataclass(slots=True)
class _Tale:
    """A story that may go on in the next window."""

    articles: list[str] = field(default_factory=list)
    merges: list[StoryMerge] = field(default_factory=list)


@dataclass(slots=True)
class _Joined:
    """What was judged so far, window by window."""

    articles: list[str] = field(default_factory=list)
    pairs: list[CopyPair] = field(default_factory=list)
    tales: list[_Tale] = field(default_factory=list)
    derivations: list[Derivation] = field(default_factory=list)
    kinds: list[tuple[str, ArticleKind]] = field(default_factory=list)
    circles: list[Circle] = field(default_factory=list)
    _tale_of: dict[str, int] = field(default_factory=dict)
    _out: list[str] = field(default_factory=list)

    def add(self, window: Window, corpus: Corpus) -> None:
        """Takes in what was judged of the window's own pages."""
        own = frozenset(window.own)
        self.articles += [one for one in corpus.articles if one in own]
        readings = (one.article for one in corpus.readings if one.article.id in own)
        self._out += [one.id for one in order(readings)]
        for group in corpus.copies:
            self.pairs += [one for one in group.pairs if one.first in own or one.second in own]
        for story in corpus.stories:
            self._go_on(story, own)
        self.derivations += [one for one in corpus.derivations if one.article in own]
        self.kinds += [one for one in corpus.kinds if one[0] in own]
        self.circles += [one for one in corpus.circles if one.articles[-1] in own]

    def _go_on(self, story: Story, own: frozenset[str]) -> None:
        """Adds the new pages of ``story`` to the one that most of its old pages are in."""
        new = [one for one in story.articles if one in own]
        if not new:
            return
        old = [one for one in story.articles if one not in own]
        ranked = Counter(self._tale_of[one] for one in old).most_common()
        most = max((times for _, times in ranked), default=0)
        number = min((one for one, times in ranked if times == most), default=len(self.tales))
        if number == len(self.tales):
            self.tales.append(_Tale())
        shared = [one for one in old if self._tale_of[one] == number]
        tale, inside = self.tales[number], {*new, *shared}
        kept = [
            one
            for one in story.merges
            if {one.first, one.second} <= inside and not own.isdisjoint((one.first, one.second))
        ]
        if shared:
            kept += _join_on(shared, new, kept, len(shared) / len(old))
        tale.articles += new
        tale.merges += kept
        self._tale_of |= dict.fromkeys(new, number)

    def close(self) -> Judgements:
        """All of it."""
        place = {one: number for number, one in enumerate(self._out)}
        edges = {
            (min(edge), max(edge)): one
            for one in self.pairs
            for edge in ((place[one.first], place[one.second]),)
        }
        return Judgements(
            tuple(self.articles),
            group_pairs(edges, self._out),
            tuple(make_story(tuple(one.articles), tuple(one.merges)) for one in self.tales),
            tuple(self.derivations),
            tuple(self.kinds),
            tuple(self.circles),
        )


def _join_on(
    shared: Sequence[str], new: Sequence[str], merges: Sequence[StoryMerge], share: float
) -> list[StoryMerge]:
    """The merges by which ``new`` pages hang on ``shared`` ones, beside those that there are."""
    beside: dict[str, list[str]] = {}
    for one in merges:
        beside.setdefault(one.first, []).append(one.second)
        beside.setdefault(one.second, []).append(one.first)
    reached, ahead = set(shared), list(shared)
    made = []
    for article in ("", *new):
        if article and article not in reached:
            why = "the story goes on: it has pages of the days before, and they stand in this one"
            made.append(StoryMerge(shared[0], article, round(share, 4), why))
            reached.add(article)
            ahead.append(article)
        while ahead:
            for other in beside.get(ahead.pop(), ()):
                if other not in reached:
                    reached.add(other)
                    ahead.append(other)
    return made
