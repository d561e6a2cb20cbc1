"""Properties of all times of any text: nothing raises, every finding holds together."""

import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading import read_times
from onrecord.record import read_edtf
from tests.times.samples import PUBLISHED, only, values
from tests.times.texts import days, texts


@settings(max_examples=300, deadline=None)
@given(texts(), days())
def test_any_text_is_read_on_any_day_without_an_exception(text, published):
    for one in read_times(text, published):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.value
        assert one.rule.count("/") == 1
        assert 0 <= one.score <= 1


@settings(deadline=None)
@given(texts(), days())
def test_the_same_text_gives_the_same_times(text, published):
    assert read_times(text, published) == read_times(text, published)


@settings(max_examples=300, deadline=None)
@given(texts(), days())
def test_the_edtf_of_a_time_says_the_same_days(text, published):
    for one in read_times(text, published):
        if one.edtf:
            read = read_edtf(one.edtf)
            assert (read.earliest, read.latest) == (one.earliest, one.latest)
        else:
            assert one.value.startswith("P") or one.earliest is None


@settings(deadline=None)
@given(texts(), days())
def test_an_anchor_in_the_text_is_another_time_of_it(text, published):
    times = read_times(text, published)
    ids = {one.id for one in times}
    assert len(ids) == len(times)
    assert all(one.anchor_id in ids - {one.id} for one in times if one.anchor == "time")


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_text_of_any_script_is_read(text):
    read_times(text, PUBLISHED)


@pytest.mark.parametrize(
    "text",
    [
        "on 31 June",
        "in week 60",
        "on 30 February 2020",
        "in the year 0",
        "in 0000",
        "in 9999",
        "in 10000",
        "at 25:61",
        "on 2020-13-45",
        "on 45/45/2020",
        "in 999999 BC",
        "9999999 years ago",
        "in the 0th century",
        "on the 0th of May",
    ],
)
def test_what_the_calendar_cannot_have_is_never_a_day(text):
    assert not any(one.count("-") == 2 and "X" not in one for one in values(text).values())


@pytest.mark.parametrize("text", ["on 31 June", "on 30 February 2020", "in the year 0"])
def test_what_the_calendar_cannot_have_is_no_finding(text):
    assert values(text) == {}


def test_a_time_counted_from_another_names_it():
    text = "The pier fell on 3 March 1998. The following day a crane came."
    first, second = read_times(text, PUBLISHED)
    assert (second.anchor, second.anchor_id) == ("time", first.id)


def test_a_time_counted_from_the_publication_says_so():
    assert only("The pier fell on Friday.").anchor == "publication"
    assert only("The pier fell on 3 March 1998.").anchor == ""


def test_now_and_then_is_of_no_particular_day():
    one = only("The pier is now closed.")
    assert (one.value, one.generic, one.edtf) == ("PRESENT_REF", True, "")


@settings(max_examples=200, deadline=None)
@given(texts(), days())
def test_the_edtf_of_a_time_is_valid_to_others_too(text, published):
    for one in read_times(text, published):
        assert not one.edtf or is_valid(one.edtf), one.edtf
