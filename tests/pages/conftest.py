"""Pages of our own writing and small archives to put them in."""

import gzip

import pytest

from onrecord.pages import open_pages
from onrecord.record import Issue, Page

HTML = b"""<!doctype html><html lang="en"><head><title>Port reopens</title></head>
<body><article><h1>Port reopens</h1><p>The harbour master said the port was open.</p></article>
</body></html>"""
TEXT = b"""Port reopens

The harbour master said on Monday that the port was open again.

Ships had waited outside for two days.
"""


def read(where):
    """Pages and issues at ``where``, apart."""
    found = list(open_pages(str(where)))
    pages = [one for one in found if isinstance(one, Page)]
    issues = [one for one in found if isinstance(one, Issue)]
    assert len(pages) + len(issues) == len(found)
    assert all(one.stage == "pages" and one.message for one in issues)
    return pages, issues


def refusal(where):
    """The code of the one issue at ``where``, where there is no page."""
    pages, issues = read(where)
    assert not pages
    assert len(issues) == 1
    return issues[0].code


def warc_record(url, body, *, headers=b"", status=b"200 OK", kind=b"text/html; charset=utf-8"):
    """One response record of an archive."""
    answer = b"HTTP/1.1 " + status + b"\r\nContent-Type: " + kind + b"\r\n" + headers
    answer += b"Content-Length: %d\r\n\r\n" % len(body) + body
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + url.encode()
    head += b"\r\nWARC-Date: 2020-01-05T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    head += b"Content-Type: application/http; msgtype=response\r\n"
    return head + b"Content-Length: %d\r\n\r\n" % len(answer) + answer + b"\r\n\r\n"


@pytest.fixture
def save(tmp_path):
    """A function that writes bytes to a file of the test's own folder."""

    def write(name, body):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
        return path

    return write


@pytest.fixture
def packed_page():
    return gzip.compress(HTML)
