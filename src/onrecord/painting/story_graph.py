"""The graph of a whole story: every page by outlet and time, and who took from whom.

Invariant: pages stand for what they are in the story; none asserts or denies, since there is no
single claim.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.painting.page_clock import read_clock
from onrecord.painting.trace_outline import PageShown, Taking, TraceOutline
from onrecord.record import Claim, Corpus, Trace


def outline_story_graph(corpus: Corpus, story: str, places: Mapping[str, str]) -> TraceOutline:
    """All pages of ``corpus``, which are those of ``story`` (its id), as a graph without a claim.

    ``places`` = what each article (by its id) was read from.
    """
    kinds = dict(corpus.kinds)
    clocks = {
        one.article.id: read_clock(one.article, kinds.get(one.article.id))
        for one in corpus.readings
    }
    ordered = sorted(
        corpus.readings,
        key=lambda one: (clocks[one.article.id].key, one.article.outlet, one.article.id),
    )
    pages = tuple(
        PageShown(
            number=number,
            reading=one,
            standing="passes",
            kind=kinds.get(one.article.id),
            clock=clocks[one.article.id],
            tellings=(),
            where=places.get(one.article.id, ""),
        )
        for number, one in enumerate(ordered, start=1)
    )
    numbers = {one.article.id: one.number for one in pages}
    takings = tuple(
        sorted(
            (
                Taking(numbers[one.article], numbers[one.parent], one)
                for one in corpus.derivations
                if one.article in numbers and one.parent in numbers
            ),
            key=lambda one: (one.child, one.parent),
        )
    )
    trace = Trace(Claim(story, "", story=story), tuple(one.derivation for one in takings))
    return TraceOutline(trace, pages, (), takings, len(pages))
