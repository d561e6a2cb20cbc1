import io
from types import SimpleNamespace

import pytest

from onrecord.pages import MAX_PAGE_BYTES
from tests.pages.conftest import HTML, read, refusal, warc_record


@pytest.fixture
def pipe(monkeypatch):
    def feed(body):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(body)))

    return feed


def test_a_page_is_read_from_standard_input(pipe):
    pipe(HTML)
    (page,), _ = read("-")
    assert (page.body, page.where) == (HTML, "standard input")


def test_an_archive_is_read_from_standard_input(pipe):
    pipe(warc_record("http://a.example/1", HTML) * 2)
    pages, _ = read("-")
    assert len(pages) == 2


def test_no_input_is_an_issue(pipe):
    pipe(b"")
    assert refusal("-") == "empty"


def test_endless_input_is_cut_off(pipe):
    pipe(b"x" * (MAX_PAGE_BYTES + 1))
    assert refusal("-") == "too-large"
