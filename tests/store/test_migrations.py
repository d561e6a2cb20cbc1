"""A record of every earlier version opens as one of this, with all that was in it."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest

from onrecord.record import RecordError
from onrecord.store import open_record
from onrecord.store.migrations import MIGRATIONS, VERSION, found_record
from tests.store.samples import LEAK, STRIKE, read_anew

FIRST = Path(__file__).parent / "record-version-1.db.gz"
"""A record as the first version of the format left it: two pages, one of them read twice, judged,
with a source merged into another and a statement rejected."""


@pytest.fixture
def first(tmp_path: Path) -> Path:
    path = tmp_path / "first.db"
    path.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return path


def _layout(connection: sqlite3.Connection) -> dict[str, str]:
    query = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
    return dict(connection.execute(query).fetchall())


def test_the_first_step_is_what_it_was(first: Path) -> None:
    with sqlite3.connect(first) as kept, sqlite3.connect(":memory:") as made:
        assert kept.execute("PRAGMA user_version").fetchone() == (1,)
        found_record(made)
        assert _layout(made) == _layout(kept)


def test_a_record_of_the_first_version_becomes_one_of_this(first: Path) -> None:
    with open_record(first, write=True) as record:
        assert record.check() == ()
        assert [one.article.id for one in record.readings()] == [STRIKE.article.id, LEAK.article.id]
        assert record.reading(LEAK.article.id, corrected=False) == read_anew(LEAK)
        (quill,) = record.who("Dara Quill")
        merged = {"Dara Quill", "the harbour master"}
        hers = [one for one in LEAK.statements if one.chain.origin.name in merged]
        assert quill.source.statements == len(hers) - 1
        assert [one.kind for one in record.corrections()] == ["merge", "reject"]
        assert sum(one.statements for one in record.audit("outlet")) == (
            len(LEAK.statements) - 1 + len(STRIKE.statements)
        )
        assert [one.claims for one in record.stories()] == [1, 1]
        assert record.search("warning")
    with sqlite3.connect(first) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_each_step_makes_what_a_new_record_has(first: Path, tmp_path: Path) -> None:
    with open_record(first, write=True), open_record(tmp_path / "new.db", write=True):
        pass
    with sqlite3.connect(first) as old, sqlite3.connect(tmp_path / "new.db") as new:
        assert _layout(old) == _layout(new)


def test_who_only_reads_is_told_how_to_bring_an_old_record_up(first: Path) -> None:
    before = first.read_bytes()
    with pytest.raises(RecordError, match="earlier version"), open_record(first):
        pass
    assert first.read_bytes() == before


def test_a_record_of_an_unfinished_version_says_so_and_is_left_alone(first: Path) -> None:
    with sqlite3.connect(first) as connection:
        connection.execute("DROP INDEX statements_counted")
        connection.execute("ALTER TABLE statements DROP COLUMN reasoned")
    with (
        pytest.raises(RecordError, match=r"statements.*has no reasoned.*add its pages to a new"),
        open_record(first, write=True),
    ):
        pass
    with sqlite3.connect(first) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_version_is_a_step() -> None:
    assert len(MIGRATIONS) == VERSION
