"""Findings by their ids, and the words that they stand on."""

from __future__ import annotations

from onrecord.store import Correction, Record
from onrecord.web.findings import find_finding, quote_findings, spans_of, target_of
from tests.event_readings import make_event_reading
from tests.readings import make_reading


def test_every_finding_is_found_by_its_id_and_knows_what_it_is() -> None:
    reading = make_event_reading()
    for kind, findings in (
        ("statement", reading.statements),
        ("event", reading.events),
        ("entity", reading.entities),
    ):
        for one in findings:
            assert find_finding(reading, one.id) == one
            assert target_of(one) == kind
            assert spans_of(one)
    assert find_finding(reading, "none") is None


def test_a_finding_that_was_rejected_is_still_quoted(record: Record) -> None:
    reading = make_reading()
    one = reading.statements[0]
    record.correct(Correction("reject", "statement", one.id, "Ada Brook", reading.article.id))
    quoted = quote_findings(record, record.corrections())
    words = one.content[0].cut(reading.article.text)
    assert [words.startswith(told.rstrip(" …")) for told in quoted.values()] == [True]


def test_a_correction_of_no_article_is_quoted_by_nothing(record: Record) -> None:
    record.correct(Correction("accept", "claim", "c1", "Ada Brook"))
    assert quote_findings(record, record.corrections()) == {}
