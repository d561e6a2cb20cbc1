"""Sources in order of weight, each with its routes."""

from __future__ import annotations

from dataclasses import replace

from onrecord.painting.outline import outline_reading, shown_content
from onrecord.record import Span
from tests.readings import make_reading


def test_every_statement_stands_in_exactly_one_route() -> None:
    reading = make_reading()
    routes = [route for one in outline_reading(reading).accounts for route in one.routes]
    ids = [one.id for route in routes for one in route.statements]
    assert sorted(ids) == sorted(one.id for one in reading.statements)


def test_the_weightiest_source_is_first_and_nobody_is_last() -> None:
    accounts = outline_reading(make_reading()).accounts
    assert [account.origin.name for account in accounts] == [
        "two senior officials",
        "Dara Quill",
        "the harbour master",
        "a Gazette reporter",
        "A letter from the Port Authority",
        "unknown source",
    ]


def test_statements_by_one_source_through_one_chain_share_a_route() -> None:
    officials = outline_reading(make_reading()).accounts[0]
    assert [len(route.statements) for route in officials.routes] == [3]


def test_another_relay_is_another_route() -> None:
    quill = outline_reading(make_reading()).accounts[1]
    assert [[link.name for link in route.links[1:-1]] for route in quill.routes] == [
        [],
        ["Radio Veld"],
    ]


def test_a_word_said_twice_over_is_counted_once() -> None:
    reading = make_reading()
    first = reading.statements[0]
    twice = replace(reading, statements=(first, replace(first, id="s-again")))
    assert outline_reading(twice).accounts[0].words == len(
        first.content[0].cut(reading.article.text).split()
    )


def test_a_justification_is_given_with_its_link() -> None:
    reading = make_reading()
    route = outline_reading(reading).accounts[0].routes[0]
    assert route.justifications(2, reading.article.text) == (
        "on condition of anonymity because the inquiry is still open",
    )


def test_a_split_quotation_is_shown_in_one_pair_of_marks() -> None:
    reading = make_reading()
    assert shown_content(reading.statements[4], reading.article.text) == (
        "“We act on what reaches us … This did not reach us.”"
    )


def test_no_part_begins_or_ends_with_a_comma() -> None:
    reading = make_reading()
    text = reading.article.text
    start = text.index(", according to two")
    first = reading.statements[0].content[0]
    split = replace(reading.statements[0], content=(first, Span(start, start + 11)))
    assert shown_content(split, text).endswith("was moved … according")
