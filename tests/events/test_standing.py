"""How the standing of what governs and of what is governed go together."""

from __future__ import annotations

from onrecord.events.standing import ACTUAL, Standing, combine, standing_of

NEGATED = standing_of("negated", "verb")
PLANNED = standing_of("planned", "modal")


def test_what_is_governed_takes_the_sense_of_its_governor() -> None:
    assert combine("planned", ACTUAL, undone=False).status == "planned"


def test_a_negated_plan_is_no_plan() -> None:
    assert combine("planned", NEGATED, undone=False).status == "negated"


def test_what_was_not_prevented_was() -> None:
    assert combine("negated", NEGATED, undone=True).status == "actual"


def test_what_was_not_ruled_out_stays_open() -> None:
    assert combine("negated", NEGATED, undone=False).status == "hypothetical"


def test_a_planned_prevention_decides_nothing() -> None:
    assert combine("negated", PLANNED, undone=True).status == "hypothetical"


def test_a_deed_that_will_begin_is_planned() -> None:
    assert combine("actual", PLANNED, undone=False).status == "planned"


def test_a_claim_leaves_the_status_and_hedges_it() -> None:
    claimed = combine("claimed", ACTUAL, undone=False)
    assert (claimed.status, claimed.hedge, claimed.marked) == ("actual", "claimed", True)


def test_a_plain_fact_is_not_marked() -> None:
    assert not Standing().marked
