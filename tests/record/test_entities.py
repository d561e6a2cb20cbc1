"""Entities refuse what cannot be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.record import Place
from tests.event_readings import make_entities

TESK = make_entities()[0]


def test_an_entity_has_as_many_forms_as_mentions_or_none() -> None:
    assert replace(TESK, forms=()).mentions == TESK.mentions
    with pytest.raises(ValueError, match="Oran Tesk: 1 forms, 3 mentions"):
        replace(TESK, forms=("name",))


@pytest.mark.parametrize(("lat", "lon"), [(90.1, 0), (-90.1, 0), (0, 180.1), (0, float("nan"))])
def test_a_place_is_on_earth(lat: float, lon: float) -> None:
    with pytest.raises(ValueError, match="no such place on earth"):
        Place(lat, lon, 1, "Merrow")
