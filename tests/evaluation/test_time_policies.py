import pytest

from evaluation.time_policies import find_policy, score_policies


@pytest.mark.parametrize(
    ("words", "policy"),
    [
        ("Friday", "weekday"),
        ("Fri.", "weekday"),
        ("last Friday", None),
        ("Friday night", None),
        ("Sept. 30", "month-day"),
        ("October\n 1st", "month-day"),
        ("the 3rd of May", "month-day"),
        ("5 May 1990", None),
        ("May 45", None),
        ("August", "month"),
        ("Aug.", "month"),
        ("late August", None),
        ("1990", None),
    ],
)
def test_only_words_that_leave_something_open_fall_under_a_policy(words, policy):
    assert find_policy(words) == policy


def row(*times):
    text = "Friday Friday Friday"
    return {
        "id": "a",
        "text": text,
        "timexes": [
            {"start": start, "end": start + 6, "type": kind, "value": value}
            for start, kind, value in times
        ],
    }


def test_a_value_is_judged_only_where_the_span_was_found_exactly():
    gold = row((0, "DATE", "2020-01-03"), (7, "DATE", "2020-01-03"), (14, "DATE", "2020-01-03"))
    found = row((0, "DATE", "2020-01-03"), (7, "DATE", "2020-01-10"))
    found["timexes"].append({"start": 13, "end": 20, "type": "DATE", "value": "2020-01-03"})
    weekday = score_policies([gold], {"a": found})[0]
    assert (weekday.gold, weekday.found, weekday.right) == (3, 2, 1)
    assert weekday.share == 0.5


def test_a_weekday_that_comes_again_is_no_case_of_the_policy():
    gold = row((0, "SET", "XXXX-WXX-5"))
    assert [one.gold for one in score_policies([gold], {})] == [0, 0, 0]
