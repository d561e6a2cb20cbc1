"""A reading verifies itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.record import (
    Entity,
    Issue,
    Link,
    RecordError,
    SourceChain,
    SourceLink,
    Span,
    finding_id,
)
from tests.readings import make_reading

READING = make_reading()
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
