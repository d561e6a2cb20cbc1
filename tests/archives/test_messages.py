"""What goes through the pipe comes out as it was."""

from datetime import date

import pytest

from onrecord.archives.messages import (
    Line,
    NoModel,
    OutOfMemory,
    Ready,
    pack_answer,
    pack_page,
    unpack_answer,
    unpack_page,
)
from onrecord.record import Issue, Page, Reading, from_json
from tests.archives.desks import read_plainly


@pytest.mark.parametrize(
    "page",
    [
        Page("a\nb \udc80", b"\n{}\n\x00", "html", "http://a.example/", date(2020, 1, 5), "x", "t"),
        Page("", b"", "text"),
    ],
)
def test_a_page_comes_out_as_it_was(page):
    assert unpack_page(pack_page(page)) == page


@pytest.mark.parametrize(
    "answer", [Ready("s"), NoModel("why"), OutOfMemory(), Issue("a", "b", "c", where="\n")]
)
def test_an_answer_comes_out_as_it_was(answer):
    assert unpack_answer(pack_answer(answer)) == answer


def test_a_reading_comes_out_as_its_line_and_language():
    reading = read_plainly(Page("a", b"words", "text"))
    line = unpack_answer(pack_answer(reading))
    assert isinstance(reading, Reading)
    assert isinstance(line, Line)
    assert (line.language, from_json(line.json.decode())) == ("en", reading)
