"""What is nearest among many vectors is found, whatever a writer added and took away meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record import Span
from onrecord.store.vectors import Vectors, find_nearest, load_vectors

WIDTH = 384
CLOSE = 0.003
"""What a byte a number may cost in likeness."""


@pytest.fixture
def table() -> Iterator[sqlite3.Connection]:
    connection = make_table()
    yield connection
    connection.close()


def make_table() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE TABLE vectors (reading INTEGER PRIMARY KEY, encoder, count, spans, vectors)"
    )
    return connection


def draw(reading: int, count: int) -> np.ndarray:
    rows = np.random.default_rng(reading).normal(size=(count, WIDTH)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def put(connection: sqlite3.Connection, reading: int, count: int, encoder: str = "e") -> None:
    spans = np.array([(at, at + 1) for at in range(count)], "<i4").reshape(-1, 2)
    rows = draw(reading, count).astype("<f2")
    connection.execute(
        "INSERT INTO vectors VALUES (?, ?, ?, ?, ?)",
        (reading, encoder, count, spans.tobytes(), rows.tobytes()),
    )


def test_likeness_is_that_of_the_whole_vectors(table: sqlite3.Connection) -> None:
    for reading in range(1, 40):
        put(table, reading, 60)
    vector = draw(7, 60)[3]
    found = find_nearest(load_vectors(table, "e", None), vector, 500, None)
    exact = {
        (reading, at): float(row @ vector)
        for reading in range(1, 40)
        for at, row in enumerate(draw(reading, 60))
    }
    assert found[0][1:] == (7, Span(3, 4))
    assert all(
        score == pytest.approx(exact[reading, span.start], abs=CLOSE)
        for score, reading, span in found
    )
    assert all(score <= 1 for score, _, _ in found)


def test_only_the_readings_that_are_allowed_are_found(table: sqlite3.Connection) -> None:
    for reading in range(1, 5):
        put(table, reading, 3)
    found = find_nearest(load_vectors(table, "e", None), draw(1, 3)[0], 10, [2, 4])
    assert {reading for _, reading, _ in found} == {2, 4}


def test_what_did_not_change_is_not_loaded_again(table: sqlite3.Connection) -> None:
    put(table, 1, 3)
    known = load_vectors(table, "e", None)
    assert load_vectors(table, "e", known) is known
    put(table, 2, 1)
    more = load_vectors(table, "e", known)
    assert more.blocks[0] is known.blocks[0]
    assert load_vectors(table, "other", more) == Vectors("other")


def test_a_reading_without_sentences_has_no_vectors(table: sqlite3.Connection) -> None:
    put(table, 1, 0)
    assert load_vectors(table, "e", None) == Vectors("e")


changes = st.lists(st.tuples(st.booleans(), st.integers(1, 12), st.integers(0, 5)), max_size=30)


@settings(max_examples=60, deadline=None)
@given(changes)
def test_memory_holds_what_the_record_holds(changed: list[tuple[bool, int, int]]) -> None:
    table = make_table()
    known: Vectors | None = None
    held: dict[int, int] = {}
    for add, reading, count in changed:
        if add and reading not in held:
            put(table, reading, count)
            held[reading] = count
        elif not add:
            table.execute("DELETE FROM vectors WHERE reading = ?", (reading,))
            held.pop(reading, None)
        known = load_vectors(table, "e", known)
        found = find_nearest(known, draw(1, 1)[0], 1_000, None)
        assert sorted((reading, span.start) for _, reading, span in found) == sorted(
            (reading, at) for reading, many in held.items() for at in range(many)
        )
        assert len(known.blocks) <= 5
    table.close()
