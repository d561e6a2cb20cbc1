"""A file is opened, or it is said why not; what cannot be opened is left alone."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.record import RecordError
from onrecord.store import open_record
from onrecord.store.migrations import APPLICATION, VERSION
from tests.store.samples import LEAK


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_record(tmp_path / "onrecord.db", write=True) as record:
        record.put([LEAK])
    return tmp_path / "onrecord.db"


def test_a_record_says_what_it_is_and_of_which_version(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_an_empty_file_becomes_a_record_where_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    with pytest.raises(RecordError, match="run onrecord add or onrecord serve"), open_record(path):
        pass
    with open_record(path, write=True) as record:
        assert record.articles() == ()


def test_a_record_can_be_copied_as_one_file_and_read_where_nobody_may_write(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    copy = folder / "onrecord.db"
    shutil.copy(path, copy)
    connect = sqlite3.connect

    def refuse(address: object, **options: object) -> sqlite3.Connection:
        if "immutable=1" not in str(address):
            raise sqlite3.OperationalError("unable to open database file")
        return connect(address, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("onrecord.store.opening.sqlite3.connect", refuse)
    with open_record(copy) as record:
        assert record.reading(LEAK.article.id) == LEAK
    assert [one.name for one in folder.iterdir()] == ["onrecord.db"]


def test_a_disk_too_full_for_an_empty_record_is_said_to_be_full(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    script = (
        "import resource, signal, sys\n"
        "from onrecord.store import open_record\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)\n"
        "with open_record(sys.argv[1], write=True):\n"
        "    pass\n"
    )
    for size in (20_000, 120_000):
        made = subprocess.run(
            [sys.executable, "-c", script, str(path), str(size)], capture_output=True, text=True
        )
        assert "RecordError" in made.stderr.splitlines()[-1]
        assert "the disk is full" in made.stderr.splitlines()[-1]
    with open_record(path, write=True) as record:
        assert record.check() == ()


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    for write in (True, False):
        with pytest.raises(RecordError), open_record(tmp_path, write=write):
            pass


def test_a_name_with_odd_characters_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "a?b#c %20&mode=rwc.db"
    with open_record(path, write=True) as record:
        record.put([LEAK])
    with open_record(path) as record:
        assert len(record.articles()) == 1
