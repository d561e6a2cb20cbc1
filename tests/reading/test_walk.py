"""One bad page never stops the rest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import onrecord
from onrecord import Issue, ModelError, Page, Reading
from onrecord.reading.walk import read_all
from tests.readings import make_reading

GOOD = Page("good.html", b"good", "html")
BAD = Page("bad.html", b"bad", "html")
MISSING = Issue("pages", "not-found", "there is no such file", where="gone.html")


def read_page(page: Page, **_: bool) -> Reading | Issue:
    if page is BAD:
        raise RuntimeError("the wheels came off")
    return make_reading()


@pytest.fixture(autouse=True)
def _rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.reading.read", read_page, raising=False)


def serve(monkeypatch: pytest.MonkeyPatch, *found: Page | Issue | Exception) -> None:
    def open_pages(_: str) -> Iterator[Page | Issue]:
        for one in found:
            if isinstance(one, Exception):
                raise one
            yield one

    monkeypatch.setattr("onrecord.pages.open_pages", open_pages, raising=False)


def test_each_page_comes_with_its_own_place(monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, GOOD, MISSING)
    assert [place for place, _ in read_all("folder")] == ["good.html", "gone.html"]


def test_an_unforeseen_error_names_its_page_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    serve(monkeypatch, BAD, GOOD)
    first, second = onrecord.read("folder")
    assert isinstance(first, Issue)
    assert (first.code, first.where) == ("internal-error", "bad.html")
    assert "RuntimeError: the wheels came off" in first.message
    assert isinstance(second, Reading)


def test_an_error_while_pages_are_opened_becomes_an_issue(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    serve(monkeypatch, GOOD, OSError("the disk is gone"))
    first, second = onrecord.read("folder")
    assert isinstance(first, Reading)
    assert isinstance(second, Issue)
    assert second.where == "folder"


def test_a_missing_model_is_an_error_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Page, **__: bool) -> Reading:
        raise ModelError("the model's files are missing")

    serve(monkeypatch, GOOD, GOOD)
    monkeypatch.setattr("onrecord.reading.read", fail, raising=False)
    with pytest.raises(ModelError):
        list(onrecord.read("folder"))
