"""A few articles out of a record, with the judgements about them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from onrecord.record import EventDate, EventTelling, Span, TimelineEntry
from onrecord.store import Correction, Record, open_record
from onrecord.store.judgements import derivation_id
from onrecord.store.parts import (
    corpus_of,
    count_articles,
    count_vectors,
    list_days,
    list_pairs,
    passages_of,
    title_stories,
    write_count,
)
from tests.event_readings import make_event_reading
from tests.painting.traces import IDS
from tests.web.records import DAY, STORY, write_record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    write_record(tmp_path / "onrecord.db")
    with open_record(tmp_path / "onrecord.db", write=True) as opened:
        yield opened


def test_a_few_articles_come_with_what_was_judged_among_them(record: Record) -> None:
    whole = record.corpus()
    wanted = (IDS["post"], IDS["quay"])
    part = corpus_of(record, wanted)
    assert tuple(one.article.id for one in part.readings) == wanted
    assert part.derivations == tuple(
        one for one in whole.derivations if {one.article, one.parent} <= set(wanted)
    )
    assert dict(part.kinds) == {one: whole.kind(one) for one in wanted}
    assert part.stories == ()


def test_all_pages_of_a_story_come_with_the_story(record: Record) -> None:
    assert corpus_of(record, IDS.values()).stories == record.corpus().stories


def test_what_a_person_said_no_to_is_left_out(record: Record) -> None:
    first = corpus_of(record, IDS.values()).derivations[0]
    record.correct(Correction("reject", "derivation", derivation_id(first), "Ada Brook"))
    assert first not in corpus_of(record, IDS.values()).derivations


def test_an_article_that_is_not_there_is_passed_over(record: Record) -> None:
    assert corpus_of(record, ("none",)).readings == ()


def test_days_are_told_newest_first_with_their_articles(record: Record) -> None:
    days = list_days(record, limit=20)
    assert [day for day, _ in days] == sorted((day for day, _ in days), reverse=True)
    assert sum(many for _, many in days) == sum(
        one.published is not None for one in record.articles()
    )
    assert DAY in dict(days)
    assert len(list_days(record, limit=1)) == 1


def test_articles_are_counted(record: Record) -> None:
    assert count_articles(record) == len(record.articles())


def test_vectors_are_counted_by_who_made_them(record: Record) -> None:
    assert count_vectors(record) == ()
    for encoder, many in (("first", 3), ("second", 1)):
        record.put_vectors(
            [
                (one, np.zeros((len(one.texts), 2), np.float32))
                for one in record.unembedded(encoder, limit=many)
            ],
            encoder,
        )
    kept = dict(count_vectors(record))
    assert kept == {"first": 2, "second": 1}


def test_each_saying_has_the_passage_in_which_it_begins(record: Record) -> None:
    sayings = record.who("Dara Quill")[0].sayings
    assert sayings
    for one, (start, words) in zip(sayings, passages_of(record, sayings), strict=True):
        reading = record.reading(one.article.id)
        assert reading is not None
        assert reading.article.text[start : start + len(words)] == words
        assert start <= one.content[0].start < start + len(words)


def test_pairs_are_those_who_act_on_one_another(record: Record) -> None:
    assert list_pairs(record, limit=5) == (("harbour office", "tidewater post", 2),)


def test_pairs_that_have_names_come_before_those_with_more_events(record: Record) -> None:
    day = EventDate(DAY, DAY, DAY)
    people = [one for one in make_event_reading().entities if one.kind == "person"]
    names = [one.name for one in people if one.name.istitle()][:2]
    pairs = [("three workers", "it")] * 3 + [(names[0], names[1])]
    record.put_timeline(
        STORY,
        tuple(
            TimelineEntry(f"t{number}", "CONSULT", "met", day, "", (one,), (other,),
                          (EventTelling(IDS["post"], "e1", Span(0, 3), "met", "happened"),))
            for number, (one, other) in enumerate(pairs)
        ),
    )  # fmt: skip
    first, second = list_pairs(record, limit=5)
    assert (set(first[:2]), first[2]) == (set(names), 1)
    assert second == ("it", "three workers", 3)


def test_a_story_is_called_by_the_headline_of_its_earliest_page(record: Record) -> None:
    titles = title_stories(record, [STORY])
    assert titles == {STORY: "Harbour wall was cracked"}
    assert [(one.id, one.title) for one in record.stories()] == list(titles.items())


def test_what_others_wrote_is_noticed_and_what_was_only_read_is_not(record: Record) -> None:
    with open_record(record.path) as reader:
        first = write_count(reader)
        reader.corpus()
        assert write_count(reader) == first
        record.correct(Correction("accept", "statement", "s1", "Ada", IDS["post"]))
        assert write_count(reader) != first
