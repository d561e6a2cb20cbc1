"""Which names may be one person's."""

from __future__ import annotations

import pytest

from onrecord.entities.names import fold_words
from onrecord.entities.persons import bare_person, match_persons
from tests.entities.made import LEXICON


def rule(one: str, other: str) -> str:
    bare = (bare_person(fold_words(name), LEXICON) for name in (one, other))
    return match_persons(*bare, LEXICON)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Mirela Danko", "Danko", "last-name"),
        ("Mirela Danko", "Mirela", "given-name"),
        ("Mirela Danko", "Mirela Danko", "same-name"),
        ("Enno Brandt Jr.", "Enno Brandt", "same-name"),
        ("Hadi al-Rashem", "Rashem", "last-name"),
        ("Enno A. Brandt", "Enno Brandt", "full-name"),
        ("E. Brandt", "Enno Brandt", "full-name"),
        ("R. Enno Brandt", "Enno Brandt", "full-name"),
        ("Mike Orlan", "Michael Orlan", "full-name"),
        ("Qasem Suleimeh", "Qassem Soleimeh", "spelling"),
        ("João dos Santos", "Joao Santos", "same-name"),
    ],
)
def test_names_of_one_person(one: str, other: str, expected: str) -> None:
    assert rule(one, other) == expected
    assert rule(other, one) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dara Quill", "Sara Quill"),
        ("John A. Orlan", "John B. Orlan"),
        ("Mirela Danko", "Mirela Orlan"),
        ("Danko", "Orlan"),
        ("Enno Brandt", "Otto Brandt"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert rule(one, other) == ""


def test_a_name_of_particles_alone_keeps_them() -> None:
    assert bare_person(("de", "la"), LEXICON) == ("de",)
