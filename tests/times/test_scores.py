import tomllib
from pathlib import Path

import pytest

import onrecord.times
from tests.times.samples import only

TABLE = tomllib.loads((Path(onrecord.times.__file__).parent / "scores.toml").read_text())


def test_every_share_is_of_some_cases_right_and_some_wrong():
    shares = [TABLE["all"], *TABLE["ways"].values(), *TABLE["rules"].values()]
    assert all(0 < one < 1 for one in shares)


@pytest.mark.parametrize("rule", ["day/full-date", "day/weekday-of-publication"])
def test_a_rule_with_cases_of_its_own_has_its_own_share(rule):
    text = {"day/full-date": "on 3 January 2020", "day/weekday-of-publication": "on Monday"}[rule]
    one = only(f"The pier fell {text}.")
    assert (one.rule, one.score) == (rule, TABLE["rules"][rule])


def test_a_full_date_is_surer_than_a_shift():
    assert only("It fell on 3 January 2020.").score > only("It fell three days ago.").score
