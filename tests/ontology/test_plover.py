"""PLOVER's types, their quad classes and modes, and CAMEO as a view."""

from __future__ import annotations

import pytest

from onrecord.encoder.findings import EVENT_TYPES
from onrecord.ontology import EventType, cameo_of, load_plover, modes_of, quad_of


def test_there_are_sixteen_types_and_one_for_two() -> None:
    assert len(load_plover()) == 17
    assert {"CONCEDE", "RETREAT", "YIELD"} <= set(load_plover())


def test_every_type_of_the_encoder_is_known() -> None:
    assert set(EVENT_TYPES) <= set(load_plover())


@pytest.mark.parametrize(
    ("name", "quad"),
    [("AGREE", 1), ("CONCEDE", 1), ("RETREAT", 2), ("AID", 2), ("THREATEN", 3), ("ASSAULT", 4)],
)
def test_a_type_has_its_quad_class(name: str, quad: int) -> None:
    assert quad_of(name) == quad


def test_the_most_special_code_of_the_modes_is_given() -> None:
    assert cameo_of("ASSAULT", ("aerial", "drone")) == "1952"


def test_a_type_without_modes_has_its_own_code() -> None:
    assert cameo_of("AGREE") == "03"


def test_a_mode_of_another_type_gives_no_code() -> None:
    assert cameo_of("PROTEST", ("drone",)) == "14"


def test_the_modes_of_a_type_are_its_own() -> None:
    assert "hunger" in modes_of("PROTEST")
    assert modes_of("AID") == ()


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(KeyError):
        quad_of("GREET")


def test_a_type_without_a_quad_class_is_refused() -> None:
    with pytest.raises(ValueError, match="no quad class 5"):
        EventType("GREET", 5, "00", "greets", ())
