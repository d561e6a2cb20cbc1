"""A line of a shard is a reading, and says of which page it is."""

from datetime import date

import pytest

from onrecord.archives.lines import PageFacts, facts_of, join_line, split_line
from onrecord.record import Page, RecordError, from_json, to_json
from tests.readings import make_reading

PAGE = Page("day.warc.gz http://a.example/", b"body", "html", fetched=date(2024, 3, 1))


def test_what_is_joined_comes_apart_again():
    line = join_line(facts_of(PAGE), to_json(make_reading()).encode()).decode()
    facts, reading = split_line(line)
    assert facts == PageFacts(PAGE.where, PAGE.digest, "html", date(2024, 3, 1))
    assert reading == make_reading()


def test_a_line_is_a_reading_for_whoever_wants_no_more():
    line = join_line(facts_of(PAGE), to_json(make_reading()).encode()).decode()
    assert from_json(line) == make_reading()


def test_a_line_without_facts_is_read_too():
    assert split_line(to_json(make_reading())) == (PageFacts(), make_reading())


@pytest.mark.parametrize("line", ["", "no JSON", '{"page": {', '{"page": 3, "article": {}}', "[]"])
def test_what_is_no_reading_is_refused(line):
    with pytest.raises(RecordError):
        split_line(line)
