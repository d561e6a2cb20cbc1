import pytest

from onrecord.stories.assertions.numbers import ELLIPTIC, OTHER_UNIT, agreement, find_quantities
from onrecord.stories.assertions.wordings import tokenise


def quantities(text):
    return find_quantities(tokenise(text, 0, len(text), "en"), frozenset(), "en")


def agree(claimed, told):
    return agreement(quantities(claimed)[0], quantities(told)[0], "en")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("forty boats", 40),
        ("thirty-one patients", 31),
        ("two hundred and six votes", 206),
        ("insured for 4m", 4_000_000),
        ("4 million crowns", 4_000_000),
        ("half a dozen keys", 6),
        ("1,200 jobs", 1200),
        ("2.5 billion euros", 2_500_000_000),
    ],
)
def test_a_number_has_one_value_however_it_is_written(text, value):
    assert quantities(text)[0].value == value


def test_a_crack_and_a_single_crack_are_one():
    assert agree("one crack", "a crack") == 1
    assert agree("one crack", "a single crack") == 1


def test_a_is_one_only_of_the_same_things():
    assert agree("one crack", "a reporter") == 0


def test_at_least_two_is_not_two():
    assert agree("two cracks", "at least two cracks") == 0
    assert agree("at least two cracks", "two or more cracks") == 1


def test_nearly_and_up_to_are_other_values():
    assert agree("40 boats", "nearly 40 boats") == 0
    assert agree("40 boats", "up to 40 boats") == 0


def test_about_as_many_is_the_same_value_a_little_less_surely():
    assert 0.8 < agree("14,000 wheels", "some 14,000 wheels") < 1


def test_three_is_not_four():
    assert agree("three cracks", "four cracks") == 0


def test_a_number_that_does_not_say_what_it_counts_agrees_less():
    assert agree("600 people", "600") == ELLIPTIC
    assert agree("600 people", "600 trees") == OTHER_UNIT


def test_the_hour_is_no_number():
    assert quantities("at half past twelve") == ()


def test_days_between_two_things_are_no_number():
    assert quantities("one day after the recall") == ()
    assert quantities("a truce of 60 days")[-1].value == 60


def test_what_the_calendar_counts_is_left_out():
    tokens = tokenise("on 9 March", 0, 10, "en")
    assert find_quantities(tokens, frozenset({1}), "en") == ()


def test_hundredths_have_one_unit():
    assert quantities("70 per cent")[0].units[0] == quantities("70%")[0].units[0]


def test_a_sign_before_a_sum_is_its_unit():
    assert agree("120,000 pounds", "£120,000") == 1


def test_over_may_belong_to_the_verb():
    assert quantities("They are taking over 70 percent")[0].comparator == ""
    assert quantities("They hold over 70 percent")[0].comparator == "more"


@pytest.mark.parametrize(
    "text",
    ["the showers of ward 6", "closed to Quay 7 and", "a room on floor 12", "he lives in Block 4."],
)
def test_a_number_that_says_which_one_counts_nothing(text):
    assert [one for one in quantities(text) if not one.article] == []


@pytest.mark.parametrize("text", ["it killed 6", "ward 6 per cent", "The Halcyon 6 crew members"])
def test_a_number_behind_another_word_counts(text):
    assert quantities(text)[0].value == 6


def test_the_hour_of_a_part_of_the_day_is_no_number():
    assert quantities("from six in the evening") == ()
