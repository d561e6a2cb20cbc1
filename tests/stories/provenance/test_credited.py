"""Takings that a page owns up to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.stories.provenance.credited import find_credited
from tests.stories.taking_pages import AGENCY, ORIGINAL, link, read, shelf_of, shelved

OPENING = "Rain fell on the fair in Brel on Tuesday and nobody went.\n"


def _credited(text: str) -> list[tuple[str, str]]:
    page = read("Morning Kite", 6, OPENING + text)
    shelf = shelf_of(ORIGINAL, AGENCY, page)
    names = {one.id: one.outlet.name for one in shelf.pages}
    found = find_credited(shelved(page, shelf), shelf)
    return [(names[one.parent], one.credited) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "A Lantern investigation found that the weir at Ostrel was cracked.",
        "In Monday’s Lantern, two engineers said that the weir was cracked.",
        "If the Lantern is right, the crack in the weir is 14 metres long.",
        "The crack in the weir came to light in an exclusive by the Lantern.",
        "The allegations about the weir’s crack, made in the Lantern, are false, the board said.",
        "Trouble at the weir, says the Lantern, and 14 metres of it.",
        "The daily newspaper The Tarn Lantern has the weir down as cracked.",
        "“I read in the Lantern that the weir is cracked, nothing else,” the mayor said.",
        "Pity whoever lives below the weir. The engineers who talked to the Lantern would not.",
    ],
)
def test_whoever_speaks_of_what_an_outlet_told_took_from_it(text: str) -> None:
    assert _credited(text) == [("The Tarn Lantern", "named")]


@pytest.mark.parametrize(
    "text",
    [
        "The Tarn Lantern will raise its price by 20 cents.",
        "Korn studied law and wrote for the Lantern as a student.",
        "The owner of the Tarn Lantern bought a hotel by the sea.",
        "Local media spoke of a wedding in June.",
        "“I have subscribed to the Lantern all my life,” said Korn, who lives by the weir.",
        "According to the Lantern, a brewer in Hollin has bred a blue hen.",
    ],
)
def test_whoever_speaks_of_something_else_did_not(text: str) -> None:
    assert _credited(text) == []


def test_press_reports_are_those_that_tell_the_same() -> None:
    text = "The board denied press reports that the weir at Ostrel had been cracked since autumn."
    assert _credited(text) == [("The Tarn Lantern", "vague")]


def test_two_pages_that_have_the_same_from_the_press_have_it_from_elsewhere() -> None:
    words = "Press reports said that a bridge at Hollin had been closed for nine days."
    first, second = read("Evening Rook", 4, words), read("Morning Kite", 6, OPENING + words)
    shelf = shelf_of(first, second)
    assert find_credited(shelved(second, shelf), shelf) == ()


def test_an_unnamed_outlet_is_the_one_that_tells_it_better_than_all_others() -> None:
    text = "Some 14 metres have gone to pieces, a local newspaper counted."
    assert _credited(text) == [("The Tarn Lantern", "vague")]


def test_a_link_to_an_outlet_whose_page_has_no_address_is_a_citing() -> None:
    first = replace(ORIGINAL, article=replace(ORIGINAL.article, outlet="Sluice & Lock", url=""))
    words = "A trade magazine says that the weir is cracked."
    page = link(read("Morning Kite", 6, words), "trade magazine", "https://sluiceandlock.example/3")
    shelf = shelf_of(first, page)
    (found,) = find_credited(shelved(page, shelf), shelf)
    assert (found.parent, found.rule) == (first.article.id, "cited-link")
