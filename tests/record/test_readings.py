"""A reading verifies itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.record import (
    Entity,
    EventPlace,
    Issue,
    Link,
    Merge,
    Participant,
    RecordError,
    SourceChain,
    SourceLink,
    Span,
    finding_id,
)
from tests.event_readings import make_event_reading
from tests.readings import make_reading

READING = make_reading()
TOLD = make_event_reading()
STRIKE = TOLD.events[0]
OUTSIDE = Span(0, len(READING.article.text) + 1)


def test_a_reading_without_faults_is_taken() -> None:
    assert replace(READING) == READING


@pytest.mark.parametrize("field", ["cue", "source", "addressee"])
def test_a_statement_does_not_leave_the_text(field: str) -> None:
    statement = replace(READING.statements[0], **{field: OUTSIDE})
    with pytest.raises(RecordError, match="leaves the text"):
        replace(READING, statements=(statement,))


def test_content_does_not_leave_the_text() -> None:
    statement = replace(READING.statements[0], content=(OUTSIDE,))
    with pytest.raises(RecordError, match="leaves the text"):
        replace(READING, statements=(statement,))


@pytest.mark.parametrize("field", ["span", "justification"])
def test_a_link_of_a_chain_does_not_leave_the_text(field: str) -> None:
    link = SourceLink("somebody", "person", **{field: OUTSIDE})  # type: ignore[arg-type]
    statement = replace(READING.statements[0], chain=SourceChain((link,)))
    with pytest.raises(RecordError, match="leaves the text"):
        replace(READING, statements=(statement,))


def test_a_mention_does_not_leave_the_text() -> None:
    with pytest.raises(RecordError, match="leaves the text"):
        replace(READING, entities=(*READING.entities, Entity("e", "x", "person", (OUTSIDE,))))


def test_an_issue_does_not_leave_the_text() -> None:
    with pytest.raises(RecordError, match="leaves the text"):
        replace(READING, issues=(Issue("s", "c", "m", OUTSIDE),))


def test_a_date_and_a_link_of_the_article_do_not_leave_the_text() -> None:
    article = READING.article
    dates = (replace(article.dates[0], spans=(OUTSIDE,)),)
    links = (Link("https://gazette.example/", "more", OUTSIDE),)
    for wrong in (replace(article, dates=dates), replace(article, links=links)):
        with pytest.raises(RecordError, match="leaves the text"):
            replace(READING, article=wrong)


def test_an_id_stands_once() -> None:
    with pytest.raises(RecordError, match="the same id"):
        replace(READING, statements=(READING.statements[0], READING.statements[0]))


def test_a_speaker_is_one_of_the_entities() -> None:
    statement = replace(READING.statements[0], speaker="e-nobody")
    with pytest.raises(RecordError, match=r"points to nobody: .*e-nobody"):
        replace(READING, statements=(statement,))


def test_a_link_points_to_one_of_the_entities() -> None:
    chain = SourceChain((SourceLink("x", "person", entity="e-nobody"),))
    statement = replace(READING.statements[0], chain=chain)
    with pytest.raises(RecordError, match="points to nobody"):
        replace(READING, statements=(statement,))


def test_a_link_has_a_name() -> None:
    with pytest.raises(ValueError, match="unknown source"):
        SourceLink("", "unknown")


def test_a_chain_begins_with_the_outlet() -> None:
    with pytest.raises(ValueError, match="at least the outlet"):
        SourceChain(())


def test_the_origin_is_the_last_link() -> None:
    first, last = SourceLink("Gazette", "outlet"), SourceLink("Ada", "person")
    assert SourceChain((first, last)).origin is last


def test_a_statement_says_something() -> None:
    with pytest.raises(ValueError, match="without content"):
        replace(READING.statements[0], content=())


def test_the_id_of_a_finding_tells_nothing_of_model_or_score() -> None:
    spans = (Span(0, 2),)
    assert finding_id("a", "statement", spans) == finding_id("a", "statement", spans)
    assert finding_id("a", "statement", spans).startswith("s")
    assert finding_id("a", "statement", spans) != finding_id("b", "statement", spans)
    assert finding_id("a", "statement", spans) != finding_id("a", "statement", (Span(0, 3),))


@pytest.mark.parametrize("field", ["actors", "recipients"])
def test_a_participant_is_one_of_the_entities_or_only_words(field: str) -> None:
    somebody = Participant("he", "e-nobody", Span(0, 2))
    with pytest.raises(RecordError, match=r"v-strike points to nobody: .*e-nobody"):
        replace(TOLD, events=(replace(STRIKE, **{field: (somebody,)}),))
    only_words = replace(STRIKE, **{field: (replace(somebody, entity=None),)})
    assert replace(TOLD, events=(only_words,)).events == (only_words,)


def test_the_place_of_an_event_is_one_of_the_entities() -> None:
    event = replace(STRIKE, place=EventPlace("Merrow", Span(0, 2), "e-nowhere"))
    with pytest.raises(RecordError, match=r"points to nobody: .*e-nowhere"):
        replace(TOLD, events=(event,))


def test_an_event_stands_in_one_of_the_statements() -> None:
    with pytest.raises(RecordError, match="stands in no statement: s-none"):
        replace(TOLD, events=(replace(STRIKE, within="s-none"),))


def test_each_mention_of_an_event_stands_in_one_of_the_statements() -> None:
    mentions = (replace(STRIKE.mentions[0], within="s-none"), *STRIKE.mentions[1:])
    with pytest.raises(RecordError, match=r"stands in no statement: s-none"):
        replace(TOLD, events=(replace(STRIKE, mentions=mentions),))


def test_an_event_is_dated_by_one_of_the_times() -> None:
    assert STRIKE.date is not None
    event = replace(STRIKE, date=replace(STRIKE.date, time="t-none"))
    with pytest.raises(RecordError, match="dated by no time: t-none"):
        replace(TOLD, events=(event,))


@pytest.mark.parametrize("field", ["claim_statement", "against_statement"])
def test_a_contest_is_between_statements_of_the_reading(field: str) -> None:
    contest = replace(TOLD.contests[0], **{field: "s-none"})
    with pytest.raises(RecordError, match=r"c-denial points to no statement: s-none"):
        replace(TOLD, contests=(contest,))


def test_nothing_of_an_event_a_merge_or_a_contest_leaves_the_text() -> None:
    outside = Span(0, len(TOLD.article.text) + 1)
    mention = replace(STRIKE.mentions[0], trigger=outside)
    somebody = Participant("he", None, outside)
    wrong = [
        {"events": (replace(STRIKE, triggers=(outside,), mentions=(mention,)),)},
        {"events": (replace(STRIKE, actors=(somebody,)),)},
        {"events": (replace(STRIKE, recipients=(somebody,)),)},
        {"events": (replace(STRIKE, place=EventPlace("there", outside)),)},
        {"contests": (replace(TOLD.contests[0], claim=outside),)},
        {"contests": (replace(TOLD.contests[0], against=outside),)},
        {
            "entities": (
                *TOLD.entities[1:],
                replace(TOLD.entities[0], merges=(Merge(outside, outside, "x"),)),
            )
        },
    ]
    for change in wrong:
        with pytest.raises(RecordError, match="leaves the text"):
            replace(TOLD, **change)  # type: ignore[arg-type]


def test_an_event_and_a_contest_have_ids_of_their_own() -> None:
    for change in (
        {"events": (STRIKE, STRIKE)},
        {"contests": (TOLD.contests[0], replace(TOLD.contests[1], id=STRIKE.id))},
    ):
        with pytest.raises(RecordError, match="the same id"):
            replace(TOLD, **change)  # type: ignore[arg-type]
