"""The page that the project started from, read whole, where it is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import Reading
from onrecord.pages import open_pages
from onrecord.reading import read
from onrecord.record import Event, Page

PAGE = Path(__file__).parents[3] / "shared" / "seed" / "page.txt"
pytestmark = pytest.mark.skipif(not PAGE.is_file(), reason="the first page is not here")


@pytest.fixture(scope="module")
def reading() -> Reading:
    page = next(iter(open_pages(str(PAGE))))
    assert isinstance(page, Page)
    found = read(page)
    assert isinstance(found, Reading)
    return found


def told_as(reading: Reading, words: str) -> Event:
    """The event whose trigger stands in ``words``."""
    start = reading.article.text.index(words)
    end = start + len(words)
    [event] = [
        one
        for one in reading.events
        if any(start <= trigger.start < end for trigger in one.triggers)
    ]
    return event


def test_the_strike_is_one_event_with_both_men(reading: Reading) -> None:
    strike = told_as(reading, "were struck by a US drone")
    assert [one.name for one in strike.recipients] == ["Qassem Soleimani", "Abu Mahdi al-Muhandis"]
    assert strike.factuality == "happened"
    assert {"assassinate", "drone"} <= set(strike.mode)
    assert strike.date is not None
    assert strike.date.edtf == "2020-01-03"
    assert strike.place is not None
    assert strike.place.name == "Baghdad International Airport"


@pytest.mark.parametrize(
    "words",
    [
        "assassination of top Iranian general",
        "air strikes that killed",
        "since the strike",
        "justified the assassination",
    ],
)
def test_the_strike_is_told_in_many_words(reading: Reading, words: str) -> None:
    assert told_as(reading, words) is told_as(reading, "were struck by a US drone")


def test_what_was_approved_and_dropped_is_backtracked(reading: Reading) -> None:
    event = told_as(reading, "airstrikes against Tehran")
    assert (event.status, event.factuality) == ("abandoned", "backtracked")


@pytest.mark.parametrize(
    "words",
    [
        "sabotage against US assets",
        "if Tehran attacks",
        "retaliate militarily",
        "approve the killing",
    ],
)
def test_what_did_not_happen_does_not_happen(reading: Reading, words: str) -> None:
    start = reading.article.text.index(words)
    mentions = [
        mention
        for event in reading.events
        for mention in event.mentions
        if start <= mention.trigger.start < start + len(words)
    ]
    assert mentions
    assert all(one.factuality in ("planned", "hypothetical", "negated") for one in mentions)


def test_claim_and_denial_and_the_outlets_doubt_are_found(reading: Reading) -> None:
    text = reading.article.text
    found = {one.kind: (one.claim.cut(text), one.against.cut(text)) for one in reading.contests}
    assert "violated its airspace" in found["denial"][0]
    assert "Washington had denied" in found["denial"][1]
    assert "plotting sabotage" in found["doubt"][0]
    assert "no proof of the alleged plot was provided" in found["doubt"][1]
