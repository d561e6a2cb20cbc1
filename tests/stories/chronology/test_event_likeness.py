"""What excludes that two events are one, and why it is said."""

from __future__ import annotations

from onrecord.stories.chronology.event_likeness import exclude, explain
from onrecord.stories.chronology.told_events import tell_events
from tests.stories.told import BURREN, VELD, told

TEXT = "Gunmen killed mayor Oran Vell in Selm."


def test_other_days_exclude():
    (one,), (other,) = (
        told(TEXT, "killed", day=day).events for day in ("2031-01-03", "2031-01-04")
    )
    assert exclude(one, other)


def test_other_countries_exclude():
    (one,), (other,) = (told(TEXT, "killed", place=place).events for place in (BURREN, VELD))
    assert exclude(one, other)


def test_what_is_not_told_excludes_nothing():
    (one,) = told(TEXT, "killed").events
    (other,) = told(TEXT, "killed", day="2031-01-03", place=VELD).events
    assert not exclude(one, other)


def test_a_reason_names_what_both_have():
    corpus, (one, other) = tell_events(
        [told(TEXT, "killed"), told("A gang killed mayor Oran Vell.", "killed")]
    )
    reason = explain(corpus, other, [one])
    assert "one word" in reason
    assert "vell" in reason
