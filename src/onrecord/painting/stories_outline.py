"""Stories in the order of a report: the earliest first, and the pages of each in order of time.

Invariant: every story and every page of it is in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.painting.page_clock import PageClock, read_clock
from onrecord.painting.trace_words import name_outlet
from onrecord.record import Article, ArticleKind, Corpus, Story, Trace


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One page of a story."""

    article: Article
    kind: ArticleKind | None
    clock: PageClock


@dataclass(frozen=True, slots=True)
class StoryShown:
    """One story, ready to be shown; ``traces`` = its claims, those of most pages first."""

    story: Story
    pages: tuple[StoryPage, ...]
    traces: tuple[Trace, ...]

    @property
    def title(self) -> str:
        """The headline of its first page that has one, "" where none has."""
        return next((one.article.title for one in self.pages if one.article.title), "")

    @property
    def outlets(self) -> int:
        """How many outlets report it."""
        return len({name_outlet(one.article) for one in self.pages})

    @property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """How many pages are of each kind, originals first, then by how many."""
        counted = Counter(one.kind or "unjudged" for one in self.pages)
        ranked = sorted(counted.items(), key=lambda one: (one[0] != "original", -one[1], one[0]))
        return tuple(ranked)


def outline_stories(
    corpus: Corpus, traces: Mapping[str, Sequence[Trace]]
) -> tuple[StoryShown, ...]:
    """All stories; ``traces`` = the traced claims of each story (by its id)."""
    articles = {one.article.id: one.article for one in corpus.readings}
    kinds = dict(corpus.kinds)
    shown = []
    for story in corpus.stories:
        pages = [
            StoryPage(articles[one], kinds.get(one), read_clock(articles[one], kinds.get(one)))
            for one in story.articles
        ]
        pages.sort(key=lambda one: (one.clock.key, one.article.id))
        claims = sorted(
            traces.get(story.id, ()),
            key=lambda one: (-len(one.claim.articles("asserts")), one.claim.text),
        )
        shown.append(StoryShown(story, tuple(pages), tuple(claims)))
    return tuple(sorted(shown, key=lambda one: (one.pages[0].clock.key, one.story.id)))
