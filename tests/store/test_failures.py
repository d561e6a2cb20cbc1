"""Whatever a damaged file holds, what is said of it is one clear line that names it."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from onrecord.record import RecordError
from onrecord.store import Filters, Record, open_record
from onrecord.store.failures import explain_failures
from onrecord.store.parts import corpus_of, list_days
from tests.painting.traces import make_corpus, make_trace
from tests.store.samples import LEAK, STRIKE

CORPUS = make_corpus()
TRACE = make_trace()

ROUNDS = 12
"""Damaged copies; 150 of them once showed no other complaint than those that are told apart now."""

QUESTIONS: tuple[Callable[[Record], object], ...] = (
    lambda record: tuple(record.readings()),
    lambda record: record.search("said"),
    lambda record: record.search("said", Filters(named=True)),
    lambda record: record.search_meaning(np.ones(8, np.float32), "letters"),
    lambda record: [record.source(one.id) for one in record.sources()],
    lambda record: record.audit("outlet"),
    lambda record: record.audit("story", Filters(mode="direct")),
    Record.events,
    Record.timeline,
    Record.stories,
    Record.traces,
    Record.stamps,
    Record.corpus,
    Record.check,
    lambda record: list_days(record, limit=9),
    lambda record: corpus_of(record, [one.id for one in record.articles()]),
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "onrecord.db"
    with open_record(path, write=True) as record:
        record.put([LEAK, STRIKE, *CORPUS.readings])
        record.put_corpus(CORPUS)
        record.put_story(CORPUS.stories[0].id, [TRACE], ())
    return path.read_bytes()


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_damage_anywhere_is_told_and_never_a_fault_of_ours(
    whole: bytes, tmp_path: Path, turn: int
) -> None:
    chance = random.Random(turn)
    damaged = bytearray(whole)
    for _ in range(chance.choice([5, 40, 400])):
        damaged[chance.randrange(100, len(damaged))] = chance.randrange(256)
    path = tmp_path / "damaged.db"
    path.write_bytes(damaged)
    for ask in QUESTIONS:
        with suppress(RecordError), open_record(path) as record:
            ask(record)
    assert path.read_bytes() == damaged


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE readings SET packed = substr(packed, 1, 100)",
        "UPDATE stories SET packed = '{'",
        "UPDATE stories SET earliest = 'spring'",
        "UPDATE statements SET content = '[[', source = source",
        "UPDATE articles SET title = CAST(x'ff' AS TEXT)",
    ],
)
def test_what_cannot_be_unpacked_is_called_damaged_with_the_file(
    whole: bytes, tmp_path: Path, damage: str
) -> None:
    path = tmp_path / "damaged.db"
    path.write_bytes(whole)
    with sqlite3.connect(path) as connection:
        connection.execute(damage)
    told = []
    with open_record(path) as record:
        for ask in QUESTIONS:
            try:
                ask(record)
            except RecordError as error:
                told.append(str(error))
    assert told
    assert all(one.startswith(f"{path}: this file is no record, or is damaged") for one in told)


@pytest.mark.parametrize(
    ("complaint", "told"),
    [
        ("database is locked", "another program is writing"),
        ("database or disk is full", "the disk is full"),
        ("attempt to write a readonly database", "may write to it"),
        ("database disk image is malformed", "is damaged"),
        ("something new", "the record cannot be used: something new"),
    ],
)
def test_each_complaint_names_the_file_and_the_cure(complaint: str, told: str) -> None:
    with pytest.raises(RecordError, match=told) as caught, explain_failures(Path("a.db")):
        raise sqlite3.OperationalError(complaint)
    assert str(caught.value).startswith("a.db: ")
