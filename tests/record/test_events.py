"""Events refuse what cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.event_readings import FRIDAY, make_events

STRIKE = make_events()[0]


@pytest.mark.parametrize("quad", [0, 5])
def test_there_are_four_quad_classes(quad: int) -> None:
    with pytest.raises(ValueError, match=f"no quad class {quad}"):
        replace(STRIKE, quad=quad)


def test_an_event_has_the_triggers_of_its_mentions() -> None:
    for triggers in ((), STRIKE.triggers[1:], STRIKE.triggers[::-1]):
        with pytest.raises(ValueError, match="the triggers of its mentions"):
            replace(STRIKE, triggers=triggers)


def test_an_event_that_nothing_tells_of_is_none() -> None:
    with pytest.raises(ValueError, match="the triggers of its mentions"):
        replace(STRIKE, triggers=(), mentions=())


def test_the_best_day_is_one_of_the_days() -> None:
    assert STRIKE.date is not None
    with pytest.raises(ValueError, match="is not within"):
        replace(STRIKE.date, best=FRIDAY + timedelta(days=1))
