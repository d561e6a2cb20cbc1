"""Findings in words, doubts said."""

from __future__ import annotations

from typing import get_args

import pytest

from onrecord.painting.outline import outline_reading
from onrecord.painting.wording import (
    count,
    describe_how,
    describe_left_out,
    describe_tally,
    join_words,
    load_words,
)
from onrecord.record import (
    Access,
    ContestKind,
    DateRole,
    Factuality,
    FurnitureKind,
    How,
    Mode,
    SourceKind,
)
from tests.readings import make_article, make_reading


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        ("modes", Mode),
        ("how", How),
        ("kinds", SourceKind),
        ("kinds_unnamed", SourceKind),
        ("roles", DateRole),
        ("access", Access),
        ("factuality", Factuality),
        ("contests", ContestKind),
        ("nouns", FurnitureKind),
    ],
)
def test_there_are_words_for_every_code_of_the_record(table: str, keys: object) -> None:
    assert set(get_args(keys)) <= set(load_words()[table])


def test_the_tally_counts_what_was_found() -> None:
    assert describe_tally(outline_reading(make_reading())) == (
        "10 statements, 5 sources (3 named, 2 unnamed), 6 relayed through others, "
        "1 with unknown source"
    )


def test_statements_that_differ_in_how_a_link_is_known_say_so() -> None:
    route = outline_reading(make_reading()).accounts[0].routes[0]
    assert describe_how(route, 1) == (
        "stated in the text (1 of 3), inferred from an earlier statement (1 of 3), "
        "implied by the wording (1 of 3)"
    )


def test_what_was_left_out_is_counted() -> None:
    assert describe_left_out(make_article()) == "1 caption, 2 related headlines and 1 tag"


def test_numbers_agree_with_their_nouns() -> None:
    assert [count(1, "source"), count(1200, "source")] == ["1 source", "1,200 sources"]


def test_words_are_joined_as_people_join_them() -> None:
    assert [join_words(list(parts)) for parts in ("", "a", "ab", "abc")] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
