import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.kinds import detect_charset, detect_kind
from tests.pages.conftest import HTML, TEXT


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (HTML, "html"),
        (b"\xef\xbb\xbf  \n<!-- saved -->\n<HTML><body>", "html"),
        (
            b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">',
            "html",
        ),
        (b"<div><p>One.</p><p>Two.</p></div>", "html"),
        (TEXT, "text"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel>', "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        (b"<?xml version='1.0'?><note><to>you</to></note>", "xml"),
        (b"WARC/1.0\r\nWARC-Type: response", "warc"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"%PDF-1.7", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", "image"),
        (b"PK\x03\x04", "archive"),
        (b"From: <Saved by Browser>\r\nContent-Type: multipart/related;", "mhtml"),
        (b'[{"id": 1}]', "json"),
        (bytes(range(256)) * 8, "binary"),
        (b" \n\t ", "empty"),
        (b"", "empty"),
    ],
)
def test_the_content_shows_the_kind(head, kind):
    assert detect_kind(head) == kind


def test_a_text_that_speaks_of_a_tag_stays_a_text():
    assert detect_kind(b"The <b>bold</b> tag is older than the </p> tag.") == "text"


def test_a_html_page_that_quotes_a_feed_stays_a_page():
    assert detect_kind(b"<html><body><pre><rss></pre></body></html>") == "html"


def test_a_doubtful_piece_is_what_its_name_says():
    piece = b"Before. <p>One paragraph.</p>"
    assert detect_kind(piece, hint="html") == "html"
    assert detect_kind(piece, hint="text") == "text"


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_text_with_zeros_in_it(charset):
    body = HTML.decode().encode(charset)
    assert detect_kind(body) == "html"
    assert body.decode(detect_charset(body)) == HTML.decode()


@given(st.binary(max_size=300))
def test_any_bytes_are_of_some_kind(head):
    assert detect_kind(head)


def test_a_megabyte_without_a_tag_or_line_is_told_at_once():
    assert detect_kind(b"<!--" * 20_000) == "text"
    assert detect_kind(b"<" * 65_536) == "text"
