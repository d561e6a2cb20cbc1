"""What a date at a page's head or foot is where it is not the page's own.

Invariant: a word that says "published" is stronger than any place; nothing here looks at it.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.articles.date_words import beside_dates, weekday_names
from onrecord.articles.dates import FoundDate
from onrecord.articles.vocabulary import alternatives, load_words

# A bare weekday and date so many pieces of furniture above the headline, or above the article
# where there is no headline, belongs to the page's head.
HEAD_DISTANCE = 5
# A weekday with day and clock in the first lines is the masthead's; none of 34 days of publication
# that stand above the headline of a development dump is such a line.
FIRST_LINES = 3
# A day alone in so many first lines, with furniture below it and another date line by the article:
# 4 of 6 on the development dumps are not the publication, and the other 2 tell the other's day.
HEAD_LINES = 8

_CLOCK_FIRST = re.compile(r"[0-9]{1,2}(?:[:.h][0-9]{2}|\s?[apAP]\.?[mM])")
_CLOCK = re.compile(r"[0-9]{1,2}[:.][0-9]{2}(?:\s?[ap]\.?m\b)?", re.I)
_NO_CLOCK = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2}")


def tell_saving(
    at: int, text: str, found: FoundDate, *, apart: int, others: bool
) -> tuple[str, str] | None:
    """Place and reason where the date of line ``at`` is that of the saving; None where it is not.

    ``apart`` = pieces of furniture between the line and the headline; ``others`` = another date
    line stands by the article.
    """
    if apart and found.has_clock and starts_with_clock(found.raw):
        reason = (
            "a clock with the day stands in the page's furniture above everything and apart from "
            "the article, and nothing says that it was published then: a live clock shows when the "
            "page was saved, not when the article came out"
        )
        return "masthead clock", reason
    before = text[: found.span.start].casefold()
    clock = _clock_of_update(text[found.span.end :])
    alone = _is_today(before) and (found.span.end == len(text) or clock)
    named = any(word in weekday_names() for word in re.findall(r"[^\W\d_]+", before))
    if at < FIRST_LINES and alone and named and (found.has_clock or clock) and (apart or others):
        reason = (
            "a weekday, its date and a clock open the page above its furniture, and nothing says "
            "that it was published then: such a line shows when the page was saved"
        )
        return "masthead clock", reason
    if apart and alone and ((apart >= HEAD_DISTANCE and named) or (at < HEAD_LINES and others)):
        reason = (
            "the day stands in the page's head, apart from the article, with nothing that says "
            "published: such a line shows the day on which the page was saved"
        )
        return "masthead date", reason
    return None


def is_first_print(before: str) -> bool:
    """Whether the words in front of a date say that another paper had the article first."""
    return bool(_first_print().search(before.casefold()))


def opens_byline(text: str) -> bool:
    """Whether a line opens with the word that stands in front of its author."""
    first = text.casefold().split(maxsplit=1)
    return bool(first) and first[0] in load_words("dates")["byline"]["openers"]


def starts_with_clock(raw: str) -> bool:
    """Whether the words of a date open with a clock ("11:37 GMT 18 January 2025")."""
    return bool(_CLOCK_FIRST.match(raw)) and not _NO_CLOCK.match(raw)


def _clock_of_update(after: str) -> bool:
    """Whether a date is followed by the clock of the page's last update and nothing else."""
    words = re.findall(r"[^\W\d_]+", _CLOCK.sub(" ", after.casefold()))
    return bool(_CLOCK.search(after)) and all(word in beside_dates() for word in words)


def _is_today(before: str) -> bool:
    """Whether nothing but "today" and a weekday stands in front of a date."""
    words = re.findall(r"[^\W_]+", before)
    known = load_words("dates")["today"]["words"]
    return all(word in weekday_names() or word in known for word in words)


@cache
def _first_print() -> re.Pattern[str]:
    words = load_words("dates")["first_print"]
    said, where = alternatives(words["said"]), alternatives(words["where"])
    return re.compile(rf"(?<!\w)(?:{said})\s(?:{where})(?!\w)\s\w")
