"""A record of pages of our own writing, opened as the server opens it: to be read only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.store import Record, open_record
from tests.web.records import write_record


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("assistant") / "onrecord.db"
    write_record(path)
    return path


@pytest.fixture
def record(written: Path) -> Iterator[Record]:
    with open_record(written) as opened:
        yield opened
