"""The articles of a record that may have to do with some words, with what was judged among them.

Invariant: what is given out is as much as was asked for at most, whatever the record holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.record import Corpus, Reading, Story
from onrecord.store.parts import corpus_of, count_articles, stories_of
from onrecord.store.queries import parse_query
from onrecord.store.records import Record
from onrecord.store.values import groups_of, marks

WHOLE = 1_000
"""Articles of a record up to which a claim is held against each: half a minute to prepare."""
NEIGHBOURS = 300
"""Articles that a claim is held against in a larger record: 200 are held against it sentence by
sentence in any case (``stories``), and half as many for what other words tell."""
PASSAGES = 10
"""Passages that are looked at for each article that is wanted: several are of one page."""

Word = tuple[str, str]
"""A word of a claim in its base form, and as it is written."""


@dataclass(frozen=True, slots=True)
class Near:
    """What of a record may have to do with some claims, of how many ``held`` articles it is.

    ``having`` = how many of these have each word of the claims, by base form.
    """

    corpus: Corpus
    held: int
    having: tuple[tuple[str, int], ...]


def gather_near(
    record: Record,
    claims: Sequence[Iterable[Word]],
    judge: Callable[[tuple[Reading, ...]], Corpus],
) -> Near:
    """The ``NEIGHBOURS`` articles nearest to each claim by its words, and what they took from.

    With the judgements of ``record`` that are among them; where it is not judged, ``judge`` finds
    what holds across these alone. At most twice as many articles as are nearest.
    """
    words = [tuple(one) for one in claims]
    near = [
        find_neighbours(record, [written for _, written in one], limit=NEIGHBOURS) for one in words
    ]
    written = {lemma: one for each in words for lemma, one in each}
    having = tuple((lemma, count_with(record, one)) for lemma, one in written.items())
    found = tuple(dict.fromkeys(article for each in near for article in each))
    corpus = corpus_around(record, find_ancestors(record, found, limit=2 * len(found)))
    if not record.is_judged():
        corpus = judge(corpus.readings)
    return Near(corpus, count_articles(record), having)


def find_neighbours(record: Record, words: Iterable[str], *, limit: int) -> tuple[str, ...]:
    """The ids of the ``limit`` articles with a passage that has most of ``words``, best first.

    Most = by BM25 over all passages of the record, so that rare words count for more.
    """
    asked = parse_query(" ".join(words), every=False)
    if not asked:
        return ()
    with record._reads() as connection:
        rows = connection.execute(
            "SELECT r.article FROM (SELECT rowid AS id, rank FROM passage_words "
            " WHERE passage_words MATCH ? ORDER BY rank LIMIT ?) w "
            "JOIN passages p ON p.id = w.id JOIN readings r ON r.id = p.reading "
            "ORDER BY w.rank",
            (asked, PASSAGES * limit),
        )
        return tuple(dict.fromkeys(article for (article,) in rows))[:limit]


def count_with(record: Record, word: str) -> int:
    """How many articles have ``word`` in any form."""
    asked = parse_query(word)
    if not asked:
        return 0
    with record._reads() as connection:
        (many,) = connection.execute(
            "SELECT count(DISTINCT p.reading) FROM passage_words w "
            "JOIN passages p ON p.id = w.rowid WHERE passage_words MATCH ?",
            (asked,),
        ).fetchone()
    return int(many)


def find_ancestors(record: Record, articles: Iterable[str], *, limit: int) -> tuple[str, ...]:
    """``articles`` and all from which they have taken, at first or at second hand.

    The given ones first; no more than ``limit`` in all.
    """
    found = dict.fromkeys(articles)
    ahead = list(found)
    with record._reads() as connection:
        while ahead and len(found) < limit:
            parents: list[str] = []
            for group in groups_of(ahead):
                rows = connection.execute(
                    "SELECT DISTINCT parent FROM derivations "
                    f"WHERE article IN ({marks(group)}) ORDER BY id",
                    group,
                )
                parents += [one for (one,) in rows]
            ahead = [one for one in dict.fromkeys(parents) if one not in found]
            found |= dict.fromkeys(ahead)
    return tuple(found)[:limit]


def corpus_around(record: Record, articles: Iterable[str]) -> Corpus:
    """As ``corpus_of``, and of each story that has more pages the part that is among them."""
    corpus = corpus_of(record, articles)
    known = set(corpus.articles)
    stories = tuple(_cut(one, known) for one in stories_of(record, corpus.articles))
    return replace(corpus, stories=stories)


def _cut(story: Story, known: set[str]) -> Story:
    return Story(
        story.id,
        tuple(one for one in story.articles if one in known),
        tuple(one for one in story.merges if {one.first, one.second} <= known),
    )
