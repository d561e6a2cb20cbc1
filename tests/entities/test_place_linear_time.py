"""No text costs more than its length: four times the text, about four times the time.

Costs are compared within one run, so that a slow machine fails nothing.
"""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.entities.place_candidates import find_candidates
from onrecord.entities.place_names import find_nested_place_names, find_place_names
from onrecord.entities.places import country_of, resolve_places
from onrecord.record import Place, Span

MAX_GROWTH = 12
NOISE = 0.1
"""Seconds of either cost that tell nothing: clocks and collections of garbage."""
SHORT = 2_000

PIECES = [
    "a", "A", "7", " ", ".", "-", "A.", "A ", "A-", "A’", "é", "É", "St. ", "Paris ", "Paris, ",
    "Paris and ", "Paris, Texas, ", "in Paris ", "Springfield. ", "of the ", "PARIS — ",
    "(936) 555-0143 ", "Texan ", "Boone County Jail ", "Mr. Houston ", "New York-",
]  # fmt: skip


def read(text: str) -> tuple[Place | None, ...]:
    """All places of ``text``, each name an entity of its own."""
    spans = (*find_place_names(text, ()), *find_nested_place_names(text, ()))
    return resolve_places(text, tuple((span,) for span in spans))


def cost(text: str) -> float:
    """The lesser of two costs."""
    costs = []
    for _ in range(2):
        start = process_time()
        read(text)
        costs.append(process_time() - start)
    return min(costs)


@pytest.mark.parametrize("piece", PIECES)
def test_cost_grows_with_the_text_alone(piece: str) -> None:
    short = piece * (SHORT // len(piece))
    assert cost(short * 4) < MAX_GROWTH * cost(short) + NOISE


@pytest.mark.parametrize("piece", ["A", "a", "A.", "Ab’"])
def test_a_megabyte_without_a_space_is_read(piece: str) -> None:
    assert set(read(piece * (1_000_000 // len(piece)))) <= {None}


def test_an_article_may_have_five_hundred_places() -> None:
    names = [
        f"{name} {number}" for number, name in enumerate(["Springfield", "Paris", "Salem"] * 167)
    ]
    text = ". ".join(names)
    spans = [Span(at, at + 5) for at in range(len(text)) if text.startswith("Paris", at)]
    start = process_time()
    assert len(resolve_places(text, tuple((span,) for span in spans * 3))) > 500
    assert process_time() - start < 20


@given(st.text(max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    for place in read(text):
        assert place is None or 0 <= place.score <= 1
    find_candidates(text)
    country_of(text)


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_words_may_be_taken_for_a_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    (found,) = resolve_places(text, ((Span(start, end),),))
    assert found is None or found.name


def test_a_place_without_mentions_is_not_known() -> None:
    assert resolve_places("Paris", ((),)) == (None,)
    assert resolve_places("", ()) == ()
