"""What stands in an address behind the question mark."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

import pytest
from starlette.requests import Request

from onrecord.record import Span
from onrecord.web.site import UnfitRequestError
from onrecord.web.typed import typed_choice, typed_day, typed_filters, typed_page, typed_spans


def ask(**typed: str) -> Request:
    return Request({"type": "http", "query_string": urlencode(typed).encode(), "headers": []})


def test_filters_hold_what_was_typed() -> None:
    asked = {"outlet": "Coast Radio", "from": "2031-03-14", "named": "unnamed", "mode": "direct"}
    filters = typed_filters(ask(**asked))
    assert filters.outlet == "Coast Radio"
    assert filters.earliest == date(2031, 3, 14)
    assert (filters.named, filters.mode, filters.latest) == (False, "direct", None)


def test_nothing_typed_is_nothing_asked_for() -> None:
    assert typed_day(ask(day=" "), "day") is None
    assert typed_choice(ask(), "by", ("outlet", "author")) is None
    assert typed_page(ask()) == 0
    assert typed_spans(ask(), 10) == ()


def test_places_of_a_text_are_read() -> None:
    assert typed_spans(ask(found="0-4,6-10"), 10) == (Span(0, 4), Span(6, 10))


@pytest.mark.parametrize("day", ["14.3.2031", "2031-13-01", "today", "2031-03-14'--"])
def test_a_day_that_is_none_is_refused_in_words(day: str) -> None:
    with pytest.raises(UnfitRequestError, match="is no day"):
        typed_day(ask(day=day), "day")


@pytest.mark.parametrize("page", ["-1", "x", "1e3", "９", "99999999"])
def test_a_page_that_is_no_number_is_refused(page: str) -> None:
    with pytest.raises(UnfitRequestError, match="is no number"):
        typed_page(ask(page=page))
