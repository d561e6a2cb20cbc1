import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.times.tokens import BREAK, MAX_DIGITS, OTHER, tokenise
from tests.times.samples import GRAMMAR


def tokens(text):
    return tokenise(text, GRAMMAR.codes)


@settings(deadline=None)
@given(st.text())
def test_every_token_is_its_place_in_the_text(text):
    found = tokens(text)
    assert len(found.starts) == len(found.ends) == len(found.words) == len(found.codes)
    edges = [edge for pair in zip(found.starts, found.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert all(start < end for start, end in zip(found.starts, found.ends, strict=True))


def test_words_are_in_small_letters_whatever_they_were():
    assert tokens("The FERRY left").words == ("the", "ferry", "left")


def test_a_word_of_no_table_has_no_class():
    assert tokens("ferry").codes == OTHER


@pytest.mark.parametrize(
    "text", ["2020-01-03", "3/1/2020", "10:30", "1990s", "31st", "1,000", "'62"]
)
def test_what_is_written_together_is_one_token(text):
    assert len(tokens(text).words) == 1


@pytest.mark.parametrize("text", ["25:61", "10:75", "2020-13-01"])
def test_a_clock_or_date_that_cannot_be_is_no_token_of_its_own(text):
    assert len(tokens(text).words) > 1


def test_more_digits_than_a_date_has_are_no_number():
    assert tokens("7" * (MAX_DIGITS + 1)).codes == OTHER
    assert tokens("7" * MAX_DIGITS).codes != OTHER


def test_a_month_that_is_a_word_too_counts_with_a_capital_only():
    assert tokens("may").codes == tokens("march").codes == OTHER
    assert OTHER not in tokens("May March").codes


def test_an_empty_line_is_a_break_and_a_single_one_is_not():
    assert BREAK in tokens("Friday\n\nMonday").words
    assert BREAK not in tokens("Friday\nMonday").words
