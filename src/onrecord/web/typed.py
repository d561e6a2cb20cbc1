"""What stands in an address behind the question mark, checked.

Invariant: what makes no sense is refused in words, never passed over.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar, get_args

from starlette.requests import Request

from onrecord.record import Factuality, Mode, Span
from onrecord.store import Filters
from onrecord.web.site import UnfitRequestError

LONGEST = 500
"""Characters of a query; what is longer was pasted and is no query."""

OUTLETS_OFFERED = 100
"""Outlets of most pages that a form offers; any other can be typed."""

Choice = TypeVar("Choice", bound=str)
FACTUALITIES: tuple[Factuality, ...] = get_args(Factuality)
MODES: tuple[Mode, ...] = get_args(Mode)


def typed_text(request: Request, name: str) -> str:
    """What was typed for ``name``, "" where nothing was."""
    text = request.query_params.get(name, "").strip()
    if len(text) > LONGEST:
        raise UnfitRequestError(f"{name}: at most {LONGEST} characters can be asked for")
    return text


def typed_day(request: Request, name: str) -> date | None:
    """The day that was typed, None where none was."""
    text = typed_text(request, name)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UnfitRequestError(f"{name}: {text} is no day; write it as 2031-03-14") from error


def typed_choice(request: Request, name: str, choices: tuple[Choice, ...]) -> Choice | None:
    """One of ``choices``, None where none was made."""
    text = typed_text(request, name)
    found = next((one for one in choices if one == text), None)
    if text and found is None:
        raise UnfitRequestError(f"{name}: {text} is none of {', '.join(choices)}")
    return found


def typed_page(request: Request) -> int:
    """The number of the page of a long list, from 0."""
    text = typed_text(request, "page") or "0"
    if not (text.isascii() and text.isdecimal() and len(text) < 7):
        raise UnfitRequestError(f"page: {text} is no number")
    return int(text)


def typed_spans(request: Request, length: int) -> tuple[Span, ...]:
    """The places of a text of ``length`` characters that are asked to be marked: 12-17,40-48."""
    text = typed_text(request, "found")
    spans = []
    for one in text.split(",") if text else ():
        start, _, end = one.partition("-")
        if not all(part.isascii() and part.isdecimal() and len(part) < 10 for part in (start, end)):
            raise UnfitRequestError(f"found: {one} is no place in a text; write it as 12-17")
        if not int(start) < int(end) <= length:
            raise UnfitRequestError(f"found: {one} does not lie in this text of {length}")
        spans.append(Span(int(start), int(end)))
    return tuple(spans)


def typed_filters(request: Request) -> Filters:
    """What a search or an audit is narrowed to."""
    named = typed_choice(request, "named", ("named", "unnamed"))
    return Filters(
        source=typed_text(request, "source"),
        outlet=typed_text(request, "outlet"),
        story=typed_text(request, "story"),
        earliest=typed_day(request, "from"),
        latest=typed_day(request, "to"),
        factuality=typed_choice(request, "factuality", FACTUALITIES),
        mode=typed_choice(request, "mode", MODES),
        named=None if named is None else named == "named",
    )
