import gzip
import threading
import time
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from onrecord.pages import fetching
from onrecord.record import Issue
from tests.pages.conftest import HTML, TEXT, read, refusal, warc_record


class _Newsroom(BaseHTTPRequestHandler):
    """Serves ``answers``: path to (status, headers, parts), or a part a tenth of a second."""

    answers: ClassVar[dict] = {}

    def do_GET(self):
        status, headers, parts = self.answers.get(self.path, (404, {}, [b"gone"]))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for part in parts:
                if part is None:
                    time.sleep(0.1)
                else:
                    self.wfile.write(part)
        except OSError:
            pass

    def log_message(self, *_words):
        """Keeps the test's output clean."""


@pytest.fixture
def serve(monkeypatch):
    """A function that puts an answer at a path of a local server and gives its address."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    answers = {}
    handler = type("Newsroom", (_Newsroom,), {"answers": answers})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def put(path, *parts, status=200, **headers):
        answers[path] = (status, {k.replace("_", "-"): v for k, v in headers.items()}, parts)
        return f"http://127.0.0.1:{server.server_port}{path}"

    yield put
    server.shutdown()
    server.server_close()


def test_a_page_comes_with_address_charset_and_day(serve):
    url = serve("/a", HTML, Content_Type="text/html; charset=UTF-8")
    (page,), issues = read(url)
    assert (page.body, page.url, page.charset) == (HTML, url, "utf-8")
    assert abs((page.fetched - date.today()).days) <= 1
    assert not issues


def test_a_redirect_is_followed_and_the_last_address_kept(serve):
    last = serve("/new", HTML)
    (page,), _ = read(serve("/old", status=301, Location="/new"))
    assert page.url == last


def test_redirects_without_end_are_refused(serve):
    assert refusal(serve("/loop", status=302, Location="/loop")) == "redirects"


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://a.example/x"])
def test_a_redirect_out_of_the_web_is_refused(serve, target):
    assert refusal(serve("/out", status=302, Location=target)) in ("scheme", "unreachable")


@pytest.mark.parametrize("url", ["file:///etc/hostname", "gopher://a.example/", "s3://bucket/x"])
def test_only_the_web_is_read(url):
    assert refusal(url) == "scheme"


def test_a_page_that_is_gone_is_refused(serve):
    assert refusal(serve("/gone", b"", status=404)) == "http-404"


def test_a_server_that_is_not_there_is_refused():
    assert refusal("http://127.0.0.1:9/") == "unreachable"
    assert refusal("http://") == "unreachable"


@pytest.mark.parametrize("honest", [True, False])
def test_an_answer_over_the_limit_is_refused(serve, monkeypatch, honest):
    monkeypatch.setattr(fetching, "MAX_PAGE_BYTES", 10_000)
    headers = {"Content_Length": "20000"} if honest else {}
    assert refusal(serve("/large", *[b"x" * 1000] * 20, **headers)) == "too-large"


def test_an_answer_that_drips_is_refused_after_the_time_for_all_of_it(serve):
    url = serve("/slow", *[b"x", None] * 100)
    start = time.monotonic()
    answer = fetching.fetch(url, seconds=0.5)
    assert isinstance(answer, Issue)
    assert answer.code == "slow"
    assert time.monotonic() - start < 2


def test_a_charset_that_the_bytes_refute_is_dropped(serve):
    latin = HTML.replace(b"open", b"caf\xe9")
    (page,), _ = read(serve("/latin", latin, Content_Type="text/html; charset=utf-8"))
    assert page.charset == ""
    (page,), _ = read(serve("/odd", HTML, Content_Type="text/html; charset=utf-99"))
    assert page.charset == ""


def test_utf_8_that_is_called_latin_1_is_utf_8(serve):
    body = HTML.replace(b"open", "café".encode())
    (page,), _ = read(serve("/a", body, Content_Type="text/html; charset=iso-8859-1"))
    assert page.charset == "utf-8"


def test_a_packed_answer_is_unpacked(serve):
    (page,), _ = read(serve("/packed", gzip.compress(HTML), Content_Encoding="gzip"))
    assert page.body == HTML


def test_a_packed_answer_that_is_damaged_is_refused(serve):
    assert refusal(serve("/bad", b"no gzip", Content_Encoding="gzip")) == "damaged"


def test_the_media_type_decides_where_the_content_does_not(serve):
    (page,), _ = read(serve("/a", b"Before. <p>One.</p>", Content_Type="text/html"))
    assert page.media_type == "html"
    (page,), _ = read(serve("/b", TEXT, Content_Type="text/plain"))
    assert page.media_type == "text"


def test_an_archive_on_the_web_is_read(serve):
    pages, _ = read(serve("/crawl.warc", warc_record("http://a.example/1", HTML)))
    assert [page.url for page in pages] == ["http://a.example/1"]


def test_the_articles_that_a_feed_links_to_are_fetched(serve):
    article = serve("/article", HTML, Content_Type="text/html")
    gone = serve("/gone", b"", status=410)
    feed = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Gazette</title>
<item><title>Port reopens</title><link>{article}</link></item>
<item><title>Kept</title><link>{gone}</link><content:encoded><![CDATA[<p>Kept.</p>]]>
</content:encoded></item>
<item><title>Lost</title><link>{gone}</link></item></channel></rss>"""
    pages, issues = read(serve("/feed", feed.encode(), Content_Type="text/xml"))
    assert [(page.url, page.title) for page in pages] == [
        (article, "Port reopens"),
        (gone, "Kept"),
    ]
    assert pages[0].body == HTML
    assert [issue.code for issue in issues] == ["http-410", "http-410"]
