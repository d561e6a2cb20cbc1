"""Findings in words, doubts said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from onrecord.cli.outline import outline_reading
from onrecord.cli.wording import (
    count,
    describe_dates,
    describe_how,
    describe_left_out,
    describe_range,
    describe_tally,
    join_words,
    load_words,
)
from onrecord.record import Access, DateRole, FurnitureKind, How, Mode, SourceKind
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
        ("nouns", FurnitureKind),
    ],
)
def test_there_are_words_for_every_code_of_the_record(table: str, keys: object) -> None:
    assert set(get_args(keys)) <= set(load_words()[table])


def test_an_article_without_dates_was_published_at_an_unknown_time() -> None:
    assert describe_dates(replace(make_article(), dates=())) == [("Published", "unknown")]


def test_a_crawl_is_never_told_as_the_publication() -> None:
    article = make_article()
    crawled = tuple(one for one in article.dates if one.role == "crawled")
    assert describe_dates(replace(article, dates=crawled)) == [
        ("Published", "unknown"),
        ("Page saved", "15 January 2032 (clock in the page's header)"),
    ]


def test_another_date_of_the_page_is_told_as_a_doubt() -> None:
    published = dict(describe_dates(make_article()))["Published"]
    assert published == (
        "25 March 2031 (the page's own metadata); in doubt, as the page also gives "
        "24 March 2031 (the line under the headline)"
    )


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (date(2031, 3, 5), date(2031, 3, 5), "5 March 2031"),
        (date(2031, 3, 1), date(2031, 3, 31), "March 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (
            date(2031, 3, 5),
            date(2031, 4, 7),
            "between 5 March 2031 and 7 April 2031, most likely 5 March 2031",
        ),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(earliest: date, latest: date, words: str) -> None:
    one = replace(make_article().dates[0], earliest=earliest, best=earliest, latest=latest)
    assert describe_range(one) == words


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
