"""A site over a record on disk, asked as a browser of this machine would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.store import Record, open_record
from onrecord.web.application import make_site
from onrecord.web.site import Site
from tests.web.records import write_record


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("record") / "onrecord.db"
    write_record(path)
    return path


@pytest.fixture
def record(written: Path, tmp_path: Path) -> Iterator[Record]:
    own = tmp_path / "onrecord.db"
    own.write_bytes(written.read_bytes())
    with open_record(own, write=True) as opened:
        yield opened


@pytest.fixture
def site(record: Record) -> Site:
    return Site(record, "Ada Brook")


@pytest.fixture
def client(site: Site) -> TestClient:
    return TestClient(make_site(site), base_url="http://127.0.0.1")
