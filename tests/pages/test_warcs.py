import gzip
import zlib
from datetime import date

import pytest

from tests.pages.conftest import HTML, TEXT, read, warc_record

FIRST = warc_record("http://a.example/1", HTML)
SECOND = warc_record("http://a.example/2", HTML)
THIRD = warc_record("http://a.example/3", TEXT, kind=b"text/plain")
URLS = ["http://a.example/1", "http://a.example/2", "http://a.example/3"]


def urls(pages):
    return [page.url for page in pages]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "single.warc.gz", "no-suffix"])
def test_the_pages_of_an_archive_come_with_address_and_day(save, name):
    parts = [FIRST, SECOND, THIRD]
    if name == "crawl.warc.gz":
        parts = [gzip.compress(part) for part in parts]
    body = b"".join(parts)
    pages, issues = read(save(name, gzip.compress(body) if name == "single.warc.gz" else body))
    assert urls(pages) == URLS
    assert {page.fetched for page in pages} == {date(2020, 1, 5)}
    assert [page.media_type for page in pages] == ["html", "html", "text"]
    assert pages[0].charset == "utf-8"
    assert not issues


def test_only_successful_pages_are_read(save):
    gone = warc_record("http://a.example/gone", HTML, status=b"404 Not Found")
    image = warc_record("http://a.example/image", b"\x89PNG", kind=b"image/png")
    request = FIRST.replace(b"WARC-Type: response", b"WARC-Type: request")
    pages, issues = read(save("crawl.warc", gone + image + request + SECOND))
    assert urls(pages) == ["http://a.example/2"]
    assert not issues


@pytest.mark.parametrize(
    ("name", "body"),
    [
        (b"gzip", gzip.compress(HTML)),
        (b"deflate", zlib.compress(HTML)),
        (b"deflate", zlib.compress(HTML)[2:-4]),
        (b"gzip", HTML),
    ],
)
def test_the_encoding_of_the_answer_is_undone(save, name, body):
    record = warc_record("http://a.example/1", body, headers=b"Content-Encoding: " + name + b"\r\n")
    (page,), _ = read(save("crawl.warc", record))
    assert page.body == HTML


def test_chunks_are_joined_and_joined_ones_left_alone(save):
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (HTML[:50], HTML[50:]))
    header = b"Transfer-Encoding: chunked\r\n"
    body = warc_record("http://a.example/1", chunks + b"0\r\n\r\n", headers=header)
    pages, _ = read(
        save("crawl.warc", body + warc_record("http://b.example/", HTML, headers=header))
    )
    assert [page.body for page in pages] == [HTML, HTML]


def test_a_page_whose_encoding_is_damaged_costs_no_other_page(save):
    packed = gzip.compress(HTML)
    bad = packed[:12] + b"nonsense" + packed[20:]
    record = warc_record("http://a.example/bad", bad, headers=b"Content-Encoding: gzip\r\n")
    pages, issues = read(save("crawl.warc", FIRST + record + THIRD))
    assert urls(pages) == [URLS[0], URLS[2]]
    assert [issue.code for issue in issues] == ["damaged"]
    assert "http://a.example/bad" in issues[0].where


@pytest.mark.parametrize("packed", [False, True])
def test_rubbish_between_records_costs_no_record(save, packed):
    first, third = (gzip.compress(FIRST), gzip.compress(THIRD)) if packed else (FIRST, THIRD)
    pages, issues = read(save("crawl.warc", first + b"rubbish\r\n" * 9 + third))
    assert urls(pages) == [URLS[0], URLS[2]]
    assert [issue.code for issue in issues] == ["broken-record"]


def test_a_record_that_claims_too_much_swallows_none_after_it(save):
    greedy = SECOND.replace(
        b"msgtype=response\r\nContent-Length: ", b"msgtype=response\r\nContent-Length: 9"
    )
    pages, issues = read(save("crawl.warc", FIRST + greedy + THIRD))
    assert urls(pages) == [URLS[0], URLS[2]]
    assert [issue.code for issue in issues] == ["broken-record"]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("claim", [b"9", b"0" * 9 + b"1\r\nX: ", b"9" * 5, b"many\r\nX: "])
def test_a_record_that_lies_of_its_length_costs_itself_alone(save, packed, claim):
    head = b"msgtype=response\r\nContent-Length: "
    parts = [FIRST, SECOND.replace(head, head + claim), THIRD]
    pages, issues = read(
        save("crawl.warc", b"".join(map(gzip.compress if packed else bytes, parts)))
    )
    assert urls(pages) == [URLS[0], URLS[2]]
    assert [issue.code for issue in issues] == ["broken-record"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_never_ends_in_the_bytes_of_the_next_record(save, packed):
    parts = [FIRST, SECOND[:-90], THIRD]
    pages, issues = read(
        save("crawl.warc", b"".join(map(gzip.compress if packed else bytes, parts)))
    )
    assert urls(pages) == [URLS[0], URLS[2]]
    assert [issue.code for issue in issues] == ["broken-record"]


@pytest.mark.parametrize("packed", [False, True])
def test_each_damage_is_told_though_one_good_record_stands_between(save, packed):
    parts = [gzip.compress(one) if packed else one for one in (FIRST, SECOND, THIRD)]
    pages, issues = read(save("crawl.warc", (b"rubbish\r\n" * 9).join(parts)))
    assert urls(pages) == URLS
    assert [issue.code for issue in issues] == ["broken-record"] * 2


@pytest.mark.parametrize("first", [[FIRST], [FIRST, SECOND]])
def test_behind_a_gzip_member_with_nothing_in_it_the_records_are_read(save, first):
    members = [b"".join(first), b"", *[SECOND, THIRD][len(first) - 1 :]]
    pages, _ = read(save("crawl.warc.gz", b"".join(map(gzip.compress, members))))
    assert urls(pages) == URLS


@pytest.mark.parametrize("behind", [[THIRD], [], [THIRD, FIRST]])
def test_records_that_share_gzip_members_are_each_read_once(save, behind):
    members = [FIRST + SECOND, *([b"".join(behind)] if behind else [])]
    pages, issues = read(save("crawl.warc.gz", b"".join(map(gzip.compress, members))))
    assert urls(pages) == [*URLS[:2], *[URLS[2], URLS[0]][: len(behind)]]
    assert not issues


def test_a_head_that_runs_into_the_next_costs_itself_alone(save):
    pages, issues = read(save("crawl.warc", FIRST + SECOND[:140] + THIRD))
    assert urls(pages) == [URLS[0], URLS[2]]
    assert [issue.code for issue in issues] == ["broken-record"]


def test_a_head_may_hold_other_fields_more_than_once(save):
    fields = b"WARC-Protocol: h2\r\nWARC-Protocol: tls/1.3\r\nWARC-Type: response"
    pages, issues = read(save("crawl.warc", FIRST.replace(b"WARC-Type: response", fields)))
    assert urls(pages) == URLS[:1]
    assert not issues


def test_a_record_whose_false_end_is_an_empty_line_swallows_none_after_it(save):
    greedy = SECOND[: -len(THIRD[: THIRD.index(b"HTTP/1.1")])]
    for cut in range(1, 60):
        pages, issues = read(save("crawl.warc", FIRST + greedy[:-cut] + THIRD))
        assert urls(pages) == [URLS[0], URLS[2]], cut
        assert len(issues) == 1, cut


def test_an_answer_without_a_status_is_told(save):
    answer = SECOND.replace(b"HTTP/1.1 200 OK", b"HELLO WORLD    ")
    pages, issues = read(save("crawl.warc", FIRST + answer + THIRD))
    assert urls(pages) == [URLS[0], URLS[2]]
    assert [issue.code for issue in issues] == ["broken-record"]


@pytest.mark.parametrize("packed", [False, True])
def test_wherever_an_archive_is_cut_off_the_whole_records_are_read(save, packed):
    first, second = (gzip.compress(FIRST), gzip.compress(SECOND)) if packed else (FIRST, SECOND)
    whole_page = len(second) - (0 if packed else len("\r\n\r\n"))
    for length in range(1, whole_page, 7):
        pages, issues = read(save("crawl.warc", first + second[:length]))
        assert URLS[0] in urls(pages)
        assert issues, length


def test_an_archive_without_pages_is_an_issue(save):
    gone = warc_record("http://a.example/gone", HTML, status=b"404 Not Found")
    _, issues = read(save("crawl.warc", gone))
    assert [issue.code for issue in issues] == ["no-pages"]
