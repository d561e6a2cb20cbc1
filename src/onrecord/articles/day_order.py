"""What tells the day from the month on an HTML page that writes 05/01/2020.

Invariant: where nothing on the page tells, both days stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lxml.html import HtmlElement

from onrecord.articles.dates import FoundDate, day_habit, find_dates, settle_order
from onrecord.articles.vocabulary import load_words

# Of a longer piece of text only the beginning is looked at.
MAX_TEXT = 160
_SILENT = ("script", "style", "noscript", "template")


@dataclass(frozen=True, slots=True)
class Order:
    """What tells the day from the month in 05/01/2020: the page's habit, the day of the crawl."""

    day_first: bool | None
    fetched: date | None

    def find(self, text: str) -> tuple[FoundDate, ...]:
        """The dates of ``text``, read in this order."""
        last = self.fetched + timedelta(days=1) if self.fetched else None
        found = find_dates(text, day_first=self.day_first)
        return tuple(settle_order(one, last) for one in found)


def find_order(tree: HtmlElement, fetched: date | None = None) -> Order:
    """The order of the page's dates; ``fetched`` = a day after which none of its own can be."""
    return Order(_day_first(tree), fetched)


def _day_first(tree: HtmlElement) -> bool | None:
    """Whether the page writes the day before the month: its other dates tell, or its language."""
    texts = (
        text
        for one in tree.iter()
        if isinstance(one.tag, str) and one.tag not in _SILENT
        for text in (one.text, one.tail)
        if text and "/" in text
    )
    habit = day_habit("\n".join(text[:MAX_TEXT] for text in texts))
    if habit is not None:
        return habit
    language, _, region = (tree.get("lang") or "").replace("_", "-").lower().partition("-")
    if region in load_words("dates")["day_order"]["month_first"]:
        return False
    return True if language and (region or language != "en") else None
