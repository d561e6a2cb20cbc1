"""Pages made for the tests of takings: two stories of our own invention, told by many outlets."""

from __future__ import annotations

from dataclasses import replace

from onrecord.record import Link, Reading, Span, Stamp, Story
from onrecord.stories.provenance.shelf import Shelf, Shelved, shelve
from tests.stories.pages import page

STAMP = Stamp("0", "none", "en")


def read(outlet: str, day: int, text: str, *, title: str = "", url: str = "") -> Reading:
    """A page of ``outlet``, out at 8 on ``day`` of March 2031, without an encoder's findings."""
    host = "".join(outlet.lower().removeprefix("the ").split())
    address = url or f"https://www.{host}.example/{day}/{len(title + text)}"
    made = page(text, url=address, outlet=outlet, published=f"2031-03-{day:02d}T08:00:00+00:00")
    return Reading(article=replace(made, title=title), stamp=STAMP)


def link(reading: Reading, words: str, url: str) -> Reading:
    """The page with a link under ``words``."""
    start = reading.article.text.index(words)
    found = Link(url, words, Span(start, start + len(words)))
    return replace(reading, article=replace(reading.article, links=(found,)))


def one_story(*readings: Reading) -> tuple[Story, ...]:
    """All pages as one story."""
    return (Story("s", tuple(one.article.id for one in readings)),)


def shelf_of(*readings: Reading) -> Shelf:
    """The shelf of the pages as one story."""
    return shelve(readings, one_story(*readings))


def shelved(reading: Reading, shelf: Shelf) -> Shelved:
    """The page of ``reading``."""
    return shelf.page(reading.article.id)


ORIGINAL = read(
    "The Tarn Lantern",
    3,
    "The weir at Ostrel had been cracked since the autumn, two engineers told the Lantern.\n"
    "“We painted over it because the paint was already paid for,” one of them said.\n"
    "The crack was 14 metres long, and the repair was to cost 3.2 million crowns.",
    title="Weir was cracked for months, engineers say",
)
AGENCY = read(
    "Brelian News Agency",
    4,
    "BREL (BNA) - Ministers met on Tuesday to speak about the harvest and the price of seed.\n"
    "The minister of farming told a news conference that help would come by the summer.",
    title="Ministers meet on harvest",
)
