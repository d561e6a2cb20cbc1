"""Each page comes back once, whoever reads it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.archives import Limits
from onrecord.archives.messages import Line
from onrecord.cli.page_readers import FEW, read_pages
from onrecord.record import Issue, Page, to_json
from tests.readings import make_reading

READING = make_reading()
NONE = Issue("articles", "no-article", "no article there")


class FakeCrew:
    """Two places, of which one is ready late; pages come back in pairs, the last one first."""

    started = 0

    def __init__(self, limits: Limits) -> None:
        FakeCrew.started += 1
        self._room = limits.workers
        self._ready = 0
        self._jobs: list[tuple[int, Page]] = []

    def __enter__(self) -> FakeCrew:
        return self

    def __exit__(self, *_: object) -> None:
        return

    @property
    def busy(self) -> bool:
        return bool(self._jobs)

    @property
    def free(self) -> bool:
        return len(self._jobs) < self._ready

    def give(self, number: int, page: Page) -> None:
        assert self.free
        self._jobs.append((number, page))

    def collect(self) -> list[tuple[int, Line | Issue]]:
        if self._ready < self._room:
            self._ready += 1
            return []
        done, self._jobs = self._jobs[::-1], []
        line = Line("en", to_json(READING).encode())
        return [(number, NONE if page.body == b"7" else line) for number, page in done]


@pytest.fixture(autouse=True)
def readers(monkeypatch: pytest.MonkeyPatch) -> None:
    FakeCrew.started = 0
    monkeypatch.setattr("onrecord.cli.page_readers.Crew", FakeCrew)
    monkeypatch.setattr(
        "onrecord.cli.page_readers.read_guarded",
        lambda page: NONE if page.body == b"7" else READING,
    )


def make_pages(number: int) -> Iterator[Page]:
    return (Page(f"{one}.html", str(one).encode(), "html") for one in range(number))


@pytest.mark.parametrize("number", [0, 1, FEW, FEW + 1, 40])
@pytest.mark.parametrize("workers", [0, 1, 2, 3])
def test_every_page_comes_back_once_with_what_is_its_own(number: int, workers: int) -> None:
    found = list(read_pages(make_pages(number), workers=workers))
    assert sorted(int(page.body) for page, _ in found) == list(range(number))
    assert all((reading == NONE) == (page.body == b"7") for page, reading in found)


def test_few_pages_start_no_workers() -> None:
    list(read_pages(make_pages(FEW)))
    assert FakeCrew.started == 0
    list(read_pages(make_pages(FEW + 1)))
    assert FakeCrew.started == 1
