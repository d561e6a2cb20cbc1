"""Quotations and to whom they were said."""

from __future__ import annotations

from dataclasses import replace

from onrecord.record import SourceChain, SourceLink, Span, Statement
from onrecord.stories.media.outlets import find_outlets
from onrecord.stories.provenance.quotes import find_quotes, is_public, same_words
from tests.stories.taking_pages import read

TEXT = (
    "“We painted over it because it was paid for,” an engineer told the Kite.\n"
    "“The council will look into this with care,” Dora Finch told reporters.\n"
    "“Yes,” she said."
)
PAGE = read("Morning Kite", 5, TEXT)
(KITE,) = find_outlets((PAGE,))


def test_short_quotations_are_none() -> None:
    assert len(find_quotes(PAGE, KITE)) == 2


def test_what_is_said_to_reporters_is_public() -> None:
    private, public = find_quotes(PAGE, KITE)
    assert (private.public, public.public) == (False, True)
    assert is_public("at a news conference on Monday")


def test_what_is_said_to_the_outlet_is_told() -> None:
    start = TEXT.index("the Kite")
    chain = SourceChain(
        (SourceLink("Morning Kite", "outlet"), SourceLink("engineer", "person", unnamed=True))
    )
    statement = Statement(
        "s1", "direct", (Span(1, 44),), None, None, chain, "states",
        addressee=Span(start, start + 8),
    )  # fmt: skip
    first, second = find_quotes(replace(PAGE, statements=(statement,)), KITE)
    assert first.told
    assert first.unnamed
    assert not second.told


def test_a_shortened_quotation_is_the_same() -> None:
    other = read(
        "Dull Daily",
        6,
        "“We painted over it because it was,” he said, “a long and very rainy autumn.”",
    )
    whole = find_quotes(PAGE, KITE)[0]
    same, another = find_quotes(other, find_outlets((other,))[0])
    assert same_words(whole, same)
    assert not same_words(whole, another)
