"""What is told of a soak is what its rows and samples hold."""

import gzip
import json

from bench.memory import Sample
from bench.soak import SEED as DAY
from bench.soak import WITH_ARTICLE, compare, count_rows, kind_of, tell_memory

REPORT = {"records": 2, "broken": 0, "pages": 1, "articles": 1, "unread": 0}


def write_read(out, archive, numbers):
    out.mkdir(exist_ok=True)
    name = archive.name.removesuffix(".warc.gz")
    rows = [json.dumps({"article": {"url": f"https://a.example/english/{n}"}}) for n in numbers]
    body = "".join(row + "\n" for row in rows).encode()
    (out / f"{name}.readings.jsonl.gz").write_bytes(gzip.compress(body))
    (out / f"{name}.errors.jsonl.gz").write_bytes(gzip.compress(b""))
    report = {**REPORT, "languages": [["en", 1]], "errors": []}
    (out / f"{name}.report.json").write_text(json.dumps(report))


def value(figures, name):
    return next(one.value for one in figures if one.name == name)


def pages_of(count):
    return [n for n in range(count) if kind_of(DAY, n) in WITH_ARTICLE]


def test_a_page_that_is_missing_or_there_twice_is_counted(tmp_path):
    archive = tmp_path / "day-0000.warc.gz"
    pages = pages_of(30)
    for numbers, wrong in ((pages, 0), (pages[1:], 1), ([*pages, pages[0]], 1)):
        write_read(tmp_path / "calm", archive, numbers)
        assert value(count_rows([archive], tmp_path / "calm", 30), "pages lost or doubled") == wrong


def test_archives_with_the_same_rows_in_another_order_are_the_same(tmp_path):
    archive = tmp_path / "day-0000.warc.gz"
    for numbers, differ in (([2, 1], 0), ([1, 3], 1)):
        write_read(tmp_path / "calm", archive, [1, 2])
        write_read(tmp_path / "killed", archive, numbers)
        figures = list(compare([archive], tmp_path / "calm", tmp_path / "killed"))
        assert value(figures, "archives read under kills") == 1
        assert value(figures, "archives that differ after kills") == differ


def test_the_rate_is_counted_between_ends_of_archives():
    samples = [Sample(1, 10.0 * n, n // 2, "worker", 2, 100 + n) for n in range(9)]
    figures = list(tell_memory(samples, 100))
    assert value(figures, "MB of a worker, at most") == 108
    assert value(figures, "pages a second") == 250 * 3 / 60
