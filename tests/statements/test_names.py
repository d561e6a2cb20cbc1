from __future__ import annotations

import pytest

from onrecord.record import Span
from onrecord.statements.names import (
    Outlet,
    capitalised_runs,
    find_outlets,
    outlets_near,
    same_outlet,
    without_article,
)
from tests.statements.words import LEXICON, find


def runs(text: str) -> list[str]:
    return [run.cut(text) for run in capitalised_runs(text, 0, len(text), LEXICON)]


def outlets(text: str) -> list[str]:
    return [outlet.name for outlet in find_outlets(text, LEXICON)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("then Ada Bern of Port Ellery left", ["Ada Bern of Port Ellery"]),
        ("then Ada Bern’s brother left", ["Ada Bern"]),
        ("He left. Nobody knew Ada Bern. Dara Quill did.", ["Ada Bern", "Dara Quill"]),
        ("said J. K. Danko", ["J. K. Danko"]),
        ("said Gov. Mirela Danko", ["Gov. Mirela Danko"]),
        ("said João dos Santos", ["João dos Santos"]),
        ("nobody at all", []),
    ],
)
def test_names_are_runs_of_capitals_with_small_words_inside(text: str, names: list[str]) -> None:
    assert runs(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Northern Star reported it", ["Northern Star"]),
        ("Radio Veld reported it", ["Radio Veld"]),
        ("Reuters and the Tarn Gazette reported it", ["Reuters", "Tarn Gazette"]),
        ("the fan site Moonlit reported it", ["Moonlit"]),
        ("Velvet magazine reported it", ["Velvet"]),
        ("The Ministry of Ports reported it", []),
    ],
)
def test_media_are_known_by_their_names_or_the_words_beside(text: str, names: list[str]) -> None:
    assert outlets(text) == names


def test_a_short_name_leads_back_to_the_full_one() -> None:
    text = "The Northern Star broke the story. Officials told the Star more."
    assert outlets(text) == ["Northern Star", "Northern Star"]


def test_a_short_name_is_that_of_the_first_medium_of_the_text_that_ends_so() -> None:
    text = "The Northern Star and, later, the Velden Star wrote of it. The Star was first."
    assert outlets(text)[-1] == "Northern Star"


def test_a_medium_without_a_name_is_unnamed_unless_a_country_owns_it() -> None:
    owned, bare = find_outlets("Tulian state television and local media said so.", LEXICON)
    assert (owned.name, owned.unnamed) == ("Tulian state television", False)
    assert (bare.name, bare.unnamed) == ("local media", True)


def test_media_come_in_the_order_of_the_text() -> None:
    found = find_outlets("Reports say that local media quoted the Northern Star.", LEXICON)
    assert list(found) == sorted(found, key=lambda one: one.span)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("The Northern Star", "Northern Star", True),
        ("Star", "Northern Star", True),
        ("Northern", "Northern Star", True),
        ("Velden Star", "Northern Star", False),
        ("", "Northern Star", False),
    ],
)
def test_a_medium_is_the_same_under_a_shortened_name(first: str, second: str, same: bool) -> None:
    assert same_outlet(first, second) is same


def test_an_article_alone_is_kept() -> None:
    assert without_article("The Hill") == "Hill"
    assert without_article("The") == "The"


def test_media_near_a_place_are_those_that_reach_into_it() -> None:
    text = "the Tarn Gazette " + "x" * 300 + " the Northern Star said so, Reuters wrote"
    found = tuple(Outlet(name, find(text, name)) for name in ("Tarn Gazette", "Northern Star"))
    assert outlets_near(found, find(text, "Star said so")) == found[1:]
    assert outlets_near(found, Span(0, 3)) == ()
