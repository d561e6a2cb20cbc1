"""Whatever a page or a record holds, it ends in a reading or in one error row."""

import gzip
import json

import pytest

from onrecord.archives import Limits, process_shards
from onrecord.record import from_json
from tests.archives.archives import page, read_lines, write_archive
from tests.archives.desks import open_plain_desk
from tests.archives.hostile_pages import WITHOUT_PAGE, make_lies, make_pages

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


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize(("name", "bad"), list(make_lies(SMALL)))
def test_a_record_that_lies_costs_itself_alone(tmp_path, name, bad, packed):
    records = [page("w0", 0), bad, page("w1", 1), page("w2", 2)]
    warc = write_archive(tmp_path / "day.warc", records, packed=packed)
    report, rows, readings = read(warc, tmp_path / "out", desk=open_plain_desk)
    good = [one for one in readings if one.article.url.startswith("http://a.example/")]
    assert [one.article.url[-1] for one in good] == ["0", "1", "2"]
    endings = len(readings) - len(good) + len(rows)
    # Where two heads run together the second count of an archive tells it of the whole archive.
    assert endings == 1 or name in WITHOUT_PAGE
    assert report.broken == len([row for row in rows if row["code"] == "broken-record"])


def test_a_bomb_in_place_of_a_record_is_passed_over(tmp_path):
    bomb = gzip.compress(b"\0" * 20_000_000)
    warc = tmp_path / "day.warc.gz"
    warc.write_bytes(gzip.compress(page("a", 0)) + bomb + gzip.compress(page("b", 1)))
    report, rows, readings = read(warc, tmp_path / "out", desk=open_plain_desk)
    assert [one.article.url[-1] for one in readings] == ["0", "1"]
    assert [row["code"] for row in rows] == ["broken-record"]
    assert report.skipped == len(bomb)
