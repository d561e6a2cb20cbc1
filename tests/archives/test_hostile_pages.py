"""Whatever a page or a record holds, it ends in a reading or in one error row."""

import gzip
import json

from onrecord.archives import Limits, process_shards
from onrecord.record import from_json
from tests.archives.archives import page, read_lines, write_archive
from tests.archives.desks import open_plain_desk
from tests.archives.hostile_pages import make_pages

SMALL = 0.001
"""Of the full size, which ``python -m bench.hostile`` reads."""


def read(warc, out, **options):
    ((_, report),) = process_shards([warc], out, Limits(seconds=60), **options)
    rows = [json.loads(line) for line in read_lines(out / "day.errors.jsonl.gz")]
    lines = read_lines(out / "day.readings.jsonl.gz")
    return report, rows, [from_json(line) for line in lines]


def test_every_hostile_page_ends_in_a_reading_or_an_error_row(tmp_path):
    pages = dict(make_pages(SMALL))
    report, rows, readings = read(
        write_archive(tmp_path / "day.warc.gz", pages.values()), tmp_path / "out"
    )
    assert report.records == report.pages == len(pages)
    assert len(readings) + len(rows) == len(pages)
    assert not {row["code"] for row in rows} & {"internal-error", "worker-died", "too-slow"}
    assert len(readings) > len(rows)


def test_records_that_lie_of_their_length_cost_no_other(tmp_path):
    good = [page(f"w{n}", n) for n in range(4)]
    head = b"msgtype=response\r\nContent-Length: "
    lying = [
        good[1].replace(head, head + b"9"),
        good[1].replace(head, head + b"-"),
        good[1].replace(head, b"msgtype=response\r\nX: "),
        good[1].replace(head, head + b"9" * 30),
        good[1][:150],
        b"WARC/1.0\r\n" + b"X: y\r\n" * 50_000,
        b"WARC/1.0\r\n\r\n",
    ]
    for number, bad in enumerate(lying):
        for packed in (True, False):
            out = tmp_path / f"{number}{packed}"
            warc = write_archive(tmp_path / "day.warc", [good[0], bad, *good[2:]], packed=packed)
            report, rows, readings = read(warc, out, desk=open_plain_desk)
            found = {one.article.url[-1] for one in readings}
            assert found >= {"0", "2", "3"}, (number, packed)
            assert len(rows) <= 1, (number, packed)
            assert rows or report.records == 4, (number, packed)


def test_a_bomb_in_place_of_a_record_is_passed_over(tmp_path):
    bomb = gzip.compress(b"\0" * 20_000_000)
    warc = tmp_path / "day.warc.gz"
    warc.write_bytes(gzip.compress(page("a", 0)) + bomb + gzip.compress(page("b", 1)))
    report, rows, readings = read(warc, tmp_path / "out", desk=open_plain_desk)
    assert [one.article.url[-1] for one in readings] == ["0", "1"]
    assert [row["code"] for row in rows] == ["broken-record"]
    assert report.skipped == len(bomb)
