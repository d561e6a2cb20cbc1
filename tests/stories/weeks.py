"""Two stories told over ten days by several outlets, of our own writing."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.record import Reading, Stamp
from tests.stories.pages import REPORT, page

FIRST = date(2024, 3, 1)
FERRY = (
    REPORT,
    REPORT.replace("Nobody was hurt", "One man was hurt"),
    "Tugs failed to free the ferry Halcyon off Port Ennis. Brann Lines said that its captain had "
    "left the channel because of ice, and that the hull of the Halcyon was whole.",
    "The ferry Halcyon floats again off Port Ennis. Tugs of Brann Lines pulled the Halcyon free at "
    "high tide, and its captain was questioned by the coastguard of Port Ennis.",
)
EELS = (
    "Officers at Marrin opened two containers from Dorvale and found live eels worth 4 million. "
    "Two men, Pavo Lindt and Erno Sahl, were held. Export of eels is forbidden.",
    "Prosecutors in Marrin charged Pavo Lindt and Erno Sahl with smuggling eels worth 4 million, "
    "found by customs in two containers from Dorvale.",
)


def reading(text: str, day: int, outlet: str) -> Reading:
    published = (FIRST + timedelta(days=day)).isoformat()
    url = f"http://{outlet}.example/{day}"
    return Reading(page(text, url=url, outlet=outlet, published=published), Stamp("", "", ""))


PAGES = (
    reading(FERRY[0], 0, "Ennis Post"),
    reading(FERRY[1], 1, "Sorle Times"),
    reading(EELS[0], 2, "Marrin Wire"),
    reading(FERRY[2], 5, "Daily Tide"),
    reading(EELS[1], 8, "Dorvale News"),
    reading(FERRY[3], 9, "Ennis Post"),
    reading(FERRY[1], 10, "Late Copy"),
)
DAYS = tuple(
    (one.article.id, FIRST + timedelta(days=int(one.article.url[-2:].strip("/")))) for one in PAGES
)
