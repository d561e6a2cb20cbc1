"""Records are counted from the bytes alone."""

import gzip
import io

import pytest

from onrecord.pages.warc_counting import count_records
from tests.pages.conftest import HTML, warc_record

INSIDE = warc_record("http://a.example/1", HTML + b"WARC/1.0\r\nContent-Length: 0\r\n\r\n")
OTHER = warc_record("http://a.example/2", HTML)


@pytest.mark.parametrize("size", [1, 3, 40])
def test_every_record_is_counted_and_no_head_that_stands_in_a_page(size):
    records = [INSIDE, OTHER] * size
    packed = b"".join(gzip.compress(one) for one in records)
    for body in (b"".join(records), packed, gzip.compress(b"".join(records))):
        assert count_records(io.BytesIO(body)) == 2 * size


def test_behind_damage_the_counting_goes_on():
    first, second = gzip.compress(INSIDE), gzip.compress(OTHER)
    assert count_records(io.BytesIO(first + b"rubbish" + second)) == 2
    assert count_records(io.BytesIO(first + second[:-30])) == 2


def test_a_large_record_is_followed_to_its_end():
    large = warc_record("http://a.example/", HTML + b"x" * 3_000_000)
    assert count_records(io.BytesIO(large + OTHER)) == 2
    assert count_records(io.BytesIO(gzip.compress(large) + gzip.compress(OTHER))) == 2


def test_what_is_no_archive_has_no_records():
    assert count_records(io.BytesIO(b"")) == 0
    assert count_records(io.BytesIO(b"\x1f\x8b" + b"x" * 100)) == 0
