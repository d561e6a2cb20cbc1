"""Texts for properties: words of the tables, numbers and marks in any order, and any text."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tests.times.samples import GRAMMAR

_WORDS = sorted(word for word in GRAMMAR.codes.of_word if word.strip())
# fmt: off
_NUMBERS = (
    "0", "1", "2", "9", "12", "13", "28", "29", "30", "31", "32", "60", "99", "100", "1000",
    "1066", "1914", "1987", "2000", "2020", "2199", "9999", "10000", "99999999999", "1st", "2nd",
    "30th", "31st", "1990s", "90s", "'90s", "'62", "1/2", "2.5", "1,000", "25:61", "24:00",
    "23:59", "0:00", "12:30", "2020-02-30", "2020-01-31", "12/31/99", "31/12/1999", "30.02.2020",
    "0/0/00", "10.30", "1914-18", "BC", "B.C.", "AD",
)
# fmt: on
_MARKS = (" ", " ", " ", ", ", ". ", "-", "–", "\n\n", "'s ", " (", ") ", "/", "“", "” ")


def texts() -> st.SearchStrategy[str]:
    """Rows of words that times are made of, and now and then any text at all."""
    words = st.sampled_from(_WORDS)
    spelt = words | words.map(str.title) | words.map(str.upper) | st.sampled_from(_NUMBERS)
    piece = st.tuples(spelt, st.sampled_from(_MARKS)).map("".join)
    return st.lists(piece, max_size=12).map("".join) | st.text(max_size=60)


def days() -> st.SearchStrategy[date | None]:
    """Days of publication, the ends of the calendar among them; None where it is not known."""
    ends = st.sampled_from([date.min, date.max, date(2020, 2, 29), date(1, 12, 31)])
    return st.none() | ends | st.dates()
