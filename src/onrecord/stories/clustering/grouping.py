"""Which pages tell of one real event: a single pass over the stream, then a look at what it left.

Invariant: every page is in exactly one story; a story's id comes from its first page alone, so that
pages that come in later rename nothing; whatever is joined says why.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.record import Story, StoryMerge, judgement_id
from onrecord.stories.clustering.belonging import explain, find_same, find_story
from onrecord.stories.clustering.rarity import Stream
from onrecord.stories.clustering.stream import StreamPage
from onrecord.stories.clustering.threads import Index, Thread
from onrecord.stories.clustering.weights import weigh

_Merges = dict[int, list[StoryMerge]]


def group_stories(documents: Iterable[StreamPage]) -> tuple[Story, ...]:
    """The stories of ``documents`` in the order of their first pages.

    Pages come in the order of the stream; one with the id of an earlier one is left out. Time and
    memory grow about linearly with their number. Source: single-pass clustering (Allan, Papka and
    Lavrenko 1998).
    """
    stream, index = Stream(), Index()
    threads: list[Thread] = []
    merges: _Merges = {}
    arrival: dict[str, int] = {}
    for page in documents:
        if page.id in arrival:
            continue
        arrival[page.id] = len(arrival)
        vector = weigh(page, stream)
        near = (threads[number] for number in index.candidates(vector))
        found = find_story(page, vector, near)
        if found is None:
            thread = Thread(len(threads))
            threads.append(thread)
        else:
            thread, score = found
            why = explain(vector, thread)
            merge = StoryMerge(thread.nearest(vector)[0], page.id, round(score, 4), why)
            merges.setdefault(thread.number, []).append(merge)
        thread.add(page, vector)
        index.add(thread.number, vector)
    return tuple(
        make_story(
            tuple(sorted((page.id for page in one.pages), key=arrival.__getitem__)),
            tuple(merges.get(one.number, ())),
        )
        for one in _unite(threads, index, merges)
    )


def _unite(threads: list[Thread], index: Index, merges: _Merges) -> list[Thread]:
    """The stories left when those that turned out the same are one; the earlier takes the later."""
    into: dict[int, int] = {}
    for thread in threads:
        numbers: set[int] = set()
        for _, vector in thread.first:
            for number in index.candidates(vector):
                while number in into:
                    number = into[number]
                numbers.add(number)
        earlier = (threads[number] for number in sorted(numbers) if number < thread.number)
        found = find_same(thread, earlier)
        if found is None:
            continue
        kept, score = found
        why = f"two stories turned out to be one: {explain(thread.about.weights, kept)}"
        merge = StoryMerge(kept.pages[0].id, thread.pages[0].id, round(score, 4), why)
        merges.setdefault(kept.number, []).extend((*merges.pop(thread.number, ()), merge))
        kept.join(thread)
        into[thread.number] = kept.number
    return [thread for thread in threads if thread.number not in into]


def undo_merge(story: Story, merge: StoryMerge) -> tuple[Story, ...]:
    """The stories that ``story`` falls into without ``merge``; ValueError where it has it not."""
    if merge not in story.merges:
        raise ValueError(f"{story.id} has no such merge of {merge.first} and {merge.second}")
    kept = tuple(one for one in story.merges if one != merge)
    root = {article: article for article in story.articles}

    def find(article: str) -> str:
        while root[article] != article:
            article = root[article]
        return article

    order = {article: at for at, article in enumerate(story.articles)}
    for one in kept:
        first, second = sorted((find(one.first), find(one.second)), key=order.__getitem__)
        root[second] = first
    heads = dict.fromkeys(find(article) for article in story.articles)
    return tuple(
        make_story(
            tuple(article for article in story.articles if find(article) == head),
            tuple(one for one in kept if find(one.first) == head),
        )
        for head in heads
    )


def make_story(articles: tuple[str, ...], merges: tuple[StoryMerge, ...] = ()) -> Story:
    """The story of ``articles``, named after the first of them."""
    return Story(judgement_id("story", articles[:1]), articles, merges)
