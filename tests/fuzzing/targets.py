"""What must hold of every input, room by room.

Invariant: a check raises where, and only where, something is wrong with onrecord.
"""

from __future__ import annotations

import gzip
import io
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import strategies as st

from onrecord.articles import extract
from onrecord.pages import open_pages
from onrecord.pages.documents import Origin
from onrecord.pages.warcs import walk_records
from onrecord.reading import extract_article, read_article, read_text
from onrecord.record import (
    Issue,
    Page,
    Reading,
    RecordError,
    Stamp,
    article_id,
    from_json,
    to_json,
)
from onrecord.store import open_record
from onrecord.times import find_times, resolve_times
from tests.fuzzing import inputs
from tests.fuzzing.random_encoder import RandomEncoder
from tests.pages.conftest import HTML, TEXT, warc_record
from tests.record.drawn_readings import readings

STAMP = Stamp("0", "", "")
ENCODER = "onrecord.reading.reading.load_encoder"


@dataclass(frozen=True, slots=True)
class Target:
    """Inputs to draw, and what is checked of each."""

    inputs: st.SearchStrategy[Any]
    check: Callable[[Any], None]


def check_html(body: bytes) -> None:
    """A page becomes an article whose spans are in its text, or an issue says why not."""
    _check_article(Page("a.html", body, "html", url="http://a.example/", charset=""))


def check_dump(body: bytes) -> None:
    """So does a text dump."""
    page = Page("a.txt", body, "text", charset="utf-8")
    _check_article(page)
    article, _ = extract(page)
    if article is not None:
        assert article.text.strip()


def _check_article(page: Page) -> None:
    article, issues = extract_article(page)
    assert article is not None or issues
    if article is not None:
        reading = Reading(article, STAMP, issues=issues)
        assert from_json(to_json(reading)).article.id == article.id


def check_bytes(body: bytes) -> None:
    """A file of any bytes is pages or issues, one at least."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        path.write_bytes(body)
        found = list(open_pages(str(path)))
    assert found
    for one in found:
        if isinstance(one, Issue):
            assert one.message
            assert one.code


def check_archive(drawn: tuple[bytes, bool]) -> None:
    """Whatever stands between them, good records are read, and a bad one is told at most once."""
    bad, packed = drawn
    good = [
        warc_record("http://a.example/1", HTML),
        warc_record("http://a.example/2", TEXT, kind=b"text/plain"),
    ]
    first, second = map(gzip.compress, good) if packed else good
    body = first + bad + second
    records = list(walk_records(io.BytesIO(body), Origin("a.warc")))
    urls = [one.found.url for one in records if isinstance(one.found, Page)]
    assert urls.count("http://a.example/1") >= 1
    assert urls.count("http://a.example/2") >= 1
    for record in records:
        assert 0 <= record.position <= len(body)
        assert 0 <= record.skipped <= len(body)


def check_codec(drawn: tuple[Reading, bytes, int, int]) -> None:
    """A reading comes back as it was; its JSON, tampered with, is another reading or refused."""
    reading, put, at, length = drawn
    line = to_json(reading)
    assert from_json(line) == reading
    body = line.encode()
    at %= len(body)
    broken = (body[:at] + put + body[at + length :]).decode("utf-8", "replace")
    try:
        other = from_json(broken)
    except RecordError:
        return
    to_json(other)


def check_values(drawn: tuple[Reading, list[tuple[int, Any]]]) -> None:
    """JSON with values of another kind in it is refused, or is a reading."""
    reading, changes = drawn
    value = json.loads(to_json(reading))
    for at, other in changes:
        _change(value, at, other)
    try:
        found = from_json(json.dumps(value))
    except RecordError:
        return
    assert from_json(to_json(found)) == found


def _change(value: Any, at: int, other: Any) -> None:
    while isinstance(value, dict | list) and value:
        keys = sorted(value) if isinstance(value, dict) else range(len(value))
        key = keys[at % len(keys)]
        at //= len(keys)
        if not isinstance(value[key], dict | list) or not value[key] or at % 3 == 0:
            value[key] = other
            return
        value = value[key]


def check_store(drawn: tuple[list[Reading], str]) -> None:
    """What is put comes out, any query finds or finds nothing, and the tables agree."""
    several, query = drawn
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(Path(folder) / "a.db", write=True) as record,
    ):
        record.put(several)
        for reading in several:
            kept = record.reading(reading.article.id)
            assert kept is not None
            assert kept.article.id == reading.article.id
        list(record.search(query))
        assert not list(record.check())


def check_text(drawn: tuple[str, int, float]) -> None:
    """A text is read whatever the encoder says of it, and what is found holds together."""
    text, seed, often = drawn
    with patch(ENCODER, return_value=RandomEncoder(seed, often)):
        reading = read_text(text, outlet="Harbour Gazette")
    assert reading.article.text == text
    if text.isprintable():
        assert from_json(to_json(reading)) == reading


def check_article(drawn: tuple[bytes, int, float]) -> None:
    """A whole page is read whatever the encoder says of it."""
    body, seed, often = drawn
    article, issues = extract_article(Page("a.html", body, "html", charset="utf-8"))
    if article is not None:
        with patch(ENCODER, return_value=RandomEncoder(seed, often)):
            read_article(article, issues)


def check_times(drawn: tuple[str, date | None]) -> None:
    """Times are found and put on the calendar on any day of publication, or left open."""
    text, day = drawn
    found = find_times(text, "en")
    for one in resolve_times(article_id("", text), found, day):
        assert one.span.end <= len(text)
        if one.earliest is not None and one.latest is not None:
            assert one.earliest <= one.latest


_OTHER = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=3), st.just([]),
    st.just({}), st.lists(st.integers(-3, 99), max_size=3),
)  # fmt: skip
_SEEDS = st.integers(0, 2**32 - 1)
_OFTEN = st.sampled_from([0.02, 0.1, 0.4])

TARGETS: dict[str, Target] = {
    "html": Target(
        st.one_of(inputs.html_pages(), inputs.tampered(inputs.sample_pages())), check_html
    ),
    "dumps": Target(
        st.one_of(
            inputs.tampered(inputs.sample_dumps()),
            inputs.texts().map(lambda text: text.encode("utf-8", "replace")),
        ),
        check_dump,
    ),
    "bytes": Target(
        st.one_of(
            st.binary(max_size=300),
            inputs.tampered(
                [*inputs.sample_pages()[:2], gzip.compress(HTML), warc_record("http://a/", HTML)]
            ),
        ),
        check_bytes,
    ),
    "archives": Target(inputs.archives(), check_archive),
    "codec": Target(
        st.tuples(
            readings(), st.binary(max_size=4), st.integers(0, 100_000), st.integers(0, 8)
        ),
        check_codec,
    ),
    "values": Target(
        st.tuples(readings(), st.lists(st.tuples(st.integers(0, 10**9), _OTHER), max_size=3)),
        check_values,
    ),
    "store": Target(
        st.tuples(st.lists(readings(), min_size=1, max_size=3), inputs.texts(6)), check_store
    ),
    "texts": Target(st.tuples(inputs.texts(), _SEEDS, _OFTEN), check_text),
    "articles": Target(
        st.tuples(inputs.tampered(inputs.sample_pages()), _SEEDS, _OFTEN), check_article
    ),
    "times": Target(
        st.tuples(inputs.texts(), st.one_of(st.none(), st.dates())), check_times
    ),
}  # fmt: skip
