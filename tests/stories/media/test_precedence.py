"""Which of two articles was there first."""

from __future__ import annotations

from onrecord.stories.media.precedence import put_first
from tests.stories.pages import REPORT, page


def test_the_minute_decides_within_a_day() -> None:
    early = page(REPORT, published="2024-03-01T09:30:00+01:00")
    late = page(f"{REPORT} ", published="2024-03-01T09:00:00+00:00")
    assert put_first(late, early).first == early.id


def test_two_pages_of_one_day_without_a_clock_are_not_put_in_order() -> None:
    one, other = page(REPORT, published="2024-03-01"), page(f"{REPORT} ", published="2024-03-01")
    placed = put_first(one, other)
    assert not placed.known
    assert placed == put_first(other, one)


def test_a_page_without_a_date_is_not_put_in_order() -> None:
    placed = put_first(page(REPORT, published="2024-03-01"), page(f"{REPORT} "))
    assert not placed.known
    assert "no date" in placed.reason


def test_a_page_that_credits_the_other_is_the_later_one_whatever_the_clocks_say() -> None:
    wire = page(REPORT, outlet="Nordline", published="2024-03-01T12:00:00+00:00")
    copy = page(f"ENNIS (Nordline) - {REPORT}", published="2024-03-01T09:00:00+00:00")
    placed = put_first(copy, wire)
    assert placed.first == wire.id
    assert "Nordline" in placed.reason
