"""Whatever a person types is a harmless query."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.store.queries import parse_query


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("leak report", '"leak" AND "report"'),
        ('"night shift" leak', '"night shift" AND "leak"'),
        ("“night shift”", '"night shift"'),
        ("offic*", '"offic"*'),
        ("leak -fire -smoke", '("leak") NOT ("fire" OR "smoke")'),
        ("U.S. AND OR NEAR(", '"U.S." AND "AND" AND "OR" AND "NEAR("'),
    ],
)
def test_words_phrases_beginnings_and_refusals_are_understood(typed: str, query: str) -> None:
    assert parse_query(typed) == query


@pytest.mark.parametrize("typed", ["", " ", '"', '"" *', "* ^ - ( ) :", "'; -- ", "-fire", "\x00"])
def test_a_query_without_words_asks_for_nothing(typed: str) -> None:
    assert parse_query(typed) == ""


def test_some_words_are_enough_where_not_every_one_is_asked_for() -> None:
    assert parse_query("leak report", every=False) == '"leak" OR "report"'


def test_a_pasted_page_asks_for_its_first_words_alone() -> None:
    assert parse_query("word " * 100_000).count('"word"') == 32


@given(
    st.text(st.sampled_from("ab \"'*-()^:{}+,.\x00“”ANDORNOTEAR\ud800é"), max_size=40) | st.text()
)
def test_no_typing_breaks_the_search(typed: str) -> None:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(words)")
        for every in (True, False):
            asked = parse_query(typed, every=every)
            if asked:
                connection.execute("SELECT * FROM t WHERE t MATCH ?", (asked,)).fetchall()
