"""The record that most tests ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.store import Record
from tests.store.samples import open_sample


@pytest.fixture
def sample() -> Iterator[Record]:
    with open_sample() as record:
        yield record
