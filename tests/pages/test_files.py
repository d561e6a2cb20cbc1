import gzip
import os
import time

import pytest

from onrecord.pages import MAX_PAGE_BYTES
from tests.pages.conftest import HTML, TEXT, read, refusal

PACKED = gzip.compress(HTML, mtime=0)  # without the clock, so that each run has the same bytes


def test_a_html_file_is_one_page_with_its_bytes_unchanged(save):
    path = save("page.html", HTML)
    (page,), issues = read(path)
    assert (page.body, page.media_type, page.where) == (HTML, "html", str(path))
    assert not issues


def test_a_text_dump_is_a_page_of_text(save):
    (page,), _ = read(save("page.txt", TEXT))
    assert page.media_type == "text"


def test_the_content_counts_more_than_the_name(save):
    (page,), _ = read(save("page.txt", HTML))
    assert page.media_type == "html"
    (page,), _ = read(save("page.dat", TEXT))
    assert page.media_type == "text"


def test_a_packed_page_is_unpacked(save, packed_page):
    (page,), _ = read(save("page.html.gz", packed_page))
    assert page.body == HTML


def test_a_page_in_a_wrong_charset_is_still_a_page(save):
    (page,), _ = read(save("page.html", HTML.replace(b"open", b"\xe9\xff\x93open")))
    assert page.media_type == "html"


def test_twenty_megabytes_are_read(save):
    (page,), _ = read(save("long.html", HTML + b"<p>Words and words.</p>" * 900_000))
    assert len(page.body) > 20_000_000


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("empty.html", b"", "empty"),
        ("blank.html", b" \n\n\t", "empty"),
        ("noise.html", bytes(range(256)) * 300, "binary"),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(50), "image"),
        ("paper.pdf", b"%PDF-1.4 ...", "pdf"),
        ("cut.html.gz", PACKED[:-20], "truncated"),
        ("bad.html.gz", PACKED[:12] + b"no gzip at all" * 5, "damaged"),
        ("twice.html.gz", gzip.compress(PACKED, mtime=0), "gzip"),
    ],
)
def test_what_is_no_page_is_refused_with_a_reason(save, name, body, code):
    assert refusal(save(name, body)) == code


def test_a_file_over_the_limit_is_refused(tmp_path):
    path = tmp_path / "huge.html"
    with path.open("wb") as stream:
        stream.write(HTML)
        stream.truncate(MAX_PAGE_BYTES + 1)
    assert refusal(path) == "too-large"


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(save):
    bomb = gzip.compress(HTML + b" " * (MAX_PAGE_BYTES + 1), compresslevel=1)
    assert len(bomb) < 1_000_000
    assert refusal(save("bomb.html.gz", bomb)) == "too-large"


@pytest.mark.parametrize("where", ["nowhere.html", "", "a\0b", "x" * 5000, "ftp://a.example/x"])
def test_what_is_not_there_is_refused(where):
    assert refusal(where) in ("missing", "unreadable", "scheme")


def test_a_broken_link_is_refused(tmp_path):
    link = tmp_path / "link.html"
    link.symlink_to(tmp_path / "gone.html")
    assert refusal(link) == "broken-link"


def test_a_link_to_itself_is_refused(tmp_path):
    link = tmp_path / "loop.html"
    link.symlink_to(link)
    assert refusal(link) == "unreadable"


def test_a_file_that_may_not_be_read_is_refused(save, monkeypatch):
    path = save("secret.html", HTML)

    def deny(*_arguments, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", deny)
    assert refusal(path) == "unreadable"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe.html"
    os.mkfifo(pipe)
    start = time.monotonic()
    assert refusal(pipe) == "not-a-file"
    assert time.monotonic() - start < 1
