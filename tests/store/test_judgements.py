"""Judgements come out as they went in, about the readings that are in use."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.store import Correction, Record, derivation_id, open_record
from tests.painting.traces import make_corpus, make_trace
from tests.store.samples import read_anew

CORPUS = make_corpus()
TRACE = make_trace()
STORY = CORPUS.stories[0].id


@pytest.fixture
def judged():  # type: ignore[no-untyped-def]
    with open_record(":memory:", write=True) as record:
        record.put(CORPUS.readings)
        record.put_corpus(CORPUS)
        yield record


def test_a_corpus_comes_out_as_it_went_in(judged: Record) -> None:
    assert judged.corpus() == CORPUS
    assert judged.is_judged()


def test_a_new_page_makes_judgements_stale(judged: Record) -> None:
    one = CORPUS.readings[0]
    judged.put([replace(one, article=replace(one.article, id="a-new"))])
    assert not judged.is_judged()


def test_a_page_read_anew_makes_judgements_stale(judged: Record) -> None:
    judged.put([read_anew(CORPUS.readings[0])])
    assert not judged.is_judged()


def test_a_trace_comes_out_as_it_went_in(judged: Record) -> None:
    judged.put_story(STORY, [TRACE], ())
    assert judged.traces(story=STORY) == (TRACE,)
    assert judged.trace(TRACE.claim.id) == TRACE
    assert judged.trace("c-none") is None
    assert judged.trace("") is None


def test_a_story_stays_traced_until_its_pages_are_read_anew(judged: Record) -> None:
    assert [one.id for one in judged.untraced()] == [one.id for one in CORPUS.stories]
    for one in CORPUS.stories:
        judged.put_story(one.id, [TRACE] if one.id == STORY else [], ())
    judged.put_corpus(CORPUS)
    assert judged.untraced() == ()
    assert judged.traces() == (TRACE,)
    judged.put([read_anew(CORPUS.reading(CORPUS.stories[0].articles[0]))])
    judged.put_corpus(replace(CORPUS, readings=tuple(judged.readings())))
    assert [one.id for one in judged.untraced()] == [STORY]
    assert judged.traces() == ()


def test_stories_are_listed_with_their_sources(judged: Record) -> None:
    judged.put_story(STORY, [TRACE], ())
    row = judged.stories()[0]
    independence = TRACE.claim.independence
    assert (row.id, row.least, row.most) == (STORY, independence.min, independence.max)
    assert row.articles == len(CORPUS.stories[0].articles)
    assert judged.story(STORY) == CORPUS.stories[0]


def test_a_rejected_taking_is_not_in_the_corpus(judged: Record) -> None:
    wrong = CORPUS.derivations[0]
    judged.correct(Correction("reject", "derivation", derivation_id(wrong), "Ilse"))
    assert judged.corpus().derivations == CORPUS.derivations[1:]


def test_a_rejected_claim_and_story_are_not_listed(judged: Record) -> None:
    judged.put_story(STORY, [TRACE], ())
    judged.correct(Correction("reject", "claim", TRACE.claim.id, "Ilse"))
    judged.correct(Correction("reject", "story", STORY, "Ilse"))
    assert judged.traces(story=STORY) == ()
    assert STORY not in {one.id for one in judged.stories()}


def test_an_article_knows_its_story(judged: Record) -> None:
    article = CORPUS.stories[0].articles[0]
    assert judged.article(article).story == STORY
