"""What may have to do with a claim is found by its words, and never more than is asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.record import Corpus, Reading
from onrecord.store import Record, neighbours, open_record
from onrecord.store.neighbours import (
    corpus_around,
    count_with,
    find_ancestors,
    find_neighbours,
    gather_near,
)
from onrecord.stories.trace import read_corpus
from tests.stories.weeks import PAGES

IDS = tuple(one.article.id for one in PAGES)
FERRY, EELS = (IDS[0], IDS[1], IDS[3], IDS[5], IDS[6]), (IDS[2], IDS[4])


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    with open_record(":memory:", write=True) as opened:
        opened.put(PAGES)
        opened.put_corpus(read_corpus(PAGES))
        yield opened


def test_the_articles_with_most_of_the_words_come_first(record: Record) -> None:
    assert set(find_neighbours(record, ("eels", "containers", "ferry"), limit=2)) == set(EELS)
    assert set(find_neighbours(record, ("Halcyon",), limit=9)) == set(FERRY)


def test_any_form_of_a_word_is_found(record: Record) -> None:
    assert set(find_neighbours(record, ("charge",), limit=9)) == {IDS[4]}


@pytest.mark.parametrize("words", [(), ("?",), ("zeppelin",)])
def test_words_that_nothing_has_find_nothing(record: Record, words: tuple[str, ...]) -> None:
    assert find_neighbours(record, words, limit=5) == ()


def test_pages_that_an_article_has_taken_from_come_with_it(record: Record) -> None:
    found = find_ancestors(record, (IDS[1],), limit=9)
    assert (found[0], IDS[0] in found) == (IDS[1], True)
    assert find_ancestors(record, (IDS[1],), limit=1) == (IDS[1],)


def test_of_a_story_the_part_comes_that_is_among_the_articles(record: Record) -> None:
    corpus = corpus_around(record, (IDS[0], IDS[1]))
    whole = record.corpus()
    (story,) = corpus.stories
    assert story.articles == (IDS[0], IDS[1])
    assert whole.story(IDS[0]) is not None
    assert [one.id for one in whole.stories if IDS[0] in one.articles] == [story.id]
    assert all({one.first, one.second} <= set(story.articles) for one in story.merges)


def test_articles_with_a_word_in_any_form_are_counted(record: Record) -> None:
    assert count_with(record, "charge") == 1
    assert count_with(record, "Halcyon") == len(FERRY)
    assert count_with(record, "?") == 0


def judge_none(_: tuple[Reading, ...]) -> Corpus:
    raise AssertionError("the record is judged")


def test_claims_bring_their_nearest_articles_and_how_many_have_their_words(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neighbours, "NEIGHBOURS", 1)
    claims = ((("charge", "charged"), ("eel", "eels")), (("tug", "Tugs"), ("eel", "eels")))
    near = gather_near(record, claims, judge_none)
    assert IDS[4] in near.corpus.articles
    assert len(near.corpus.articles) <= 2 * len(claims)
    assert near.held == len(PAGES)
    assert near.having == (("charge", 1), ("eel", 2), ("tug", len(FERRY)))


def test_what_is_not_judged_yet_is_judged_among_the_nearest_alone() -> None:
    with open_record(":memory:", write=True) as record:
        record.put(PAGES)
        near = gather_near(record, ((("eel", "eels"),),), read_corpus)
    assert set(near.corpus.articles) == set(EELS)
    assert len(near.corpus.stories) == 1


def test_words_that_no_page_has_are_near_to_nothing(record: Record) -> None:
    near = gather_near(record, ((("zebra", "Zebras"),),), judge_none)
    assert (near.corpus, near.having) == (Corpus(()), (("zebra", 0),))
