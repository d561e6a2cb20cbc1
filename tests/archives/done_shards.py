"""A shard as ``onrecord archive`` leaves it, of pages of our own writing."""

import gzip
from dataclasses import replace

from onrecord.archives.failures import ErrorRow
from onrecord.archives.lines import PageFacts, join_line
from onrecord.archives.reports import Report
from onrecord.record import to_json
from onrecord.record.codec import pack_record
from tests.readings import make_reading


def make_readings(number, stamp="a model"):
    """Readings of one page under ``number`` addresses."""
    first = make_reading()
    made = []
    for at in range(number):
        article = replace(first.article, id=f"{first.article.id}{at}", url=f"http://{at}.example/")
        made.append(replace(first, article=article, stamp=replace(first.stamp, encoder=stamp)))
    return made


def write_shard(folder, name="day", *, readings=3, errors=1, stamp="a model"):
    """The three files; the readings' file."""
    folder.mkdir(exist_ok=True)
    lines = [
        join_line(PageFacts(f"{name}.warc.gz {one.article.url}", f"d{at}"), to_json(one).encode())
        for at, one in enumerate(make_readings(readings, stamp))
    ]
    rows = [
        ErrorRow(
            f"{name}.warc.gz", at, 9, f"http://bad{at}.example/", "archives", "too-slow", "why"
        )
        for at in range(errors)
    ]
    report = Report(readings + errors, pages=readings + errors, articles=readings,
                    errors=(("too-slow", errors),) if errors else (), stamp=stamp)  # fmt: skip
    packed = [pack_record(one).encode() + b"\n" for one in rows]
    (folder / f"{name}.errors.jsonl.gz").write_bytes(gzip.compress(b"".join(packed)))
    (folder / f"{name}.report.json").write_text(pack_record(report) + "\n")
    path = folder / f"{name}.readings.jsonl.gz"
    path.write_bytes(gzip.compress(b"".join(lines)))
    return path
