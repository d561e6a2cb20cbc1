"""A record is as long as it says, or it lies."""

import gzip
import io

import pytest

from onrecord.pages.warc_lengths import find_end
from tests.pages.conftest import HTML, warc_record

RECORD = warc_record("http://a.example/1", HTML)
LENGTH = len(RECORD) - RECORD.index(b"HTTP/1.1") - len(b"\r\n\r\n")


def end_of(body, length, *, packed):
    return find_end(io.BytesIO(gzip.compress(body) if packed else body), 0, length, packed=packed)


@pytest.mark.parametrize("packed", [False, True])
def test_a_record_ends_before_the_empty_lines_behind_it(packed):
    for behind in (b"", RECORD, b"\n"):
        end = end_of(RECORD + behind, LENGTH, packed=packed)
        assert RECORD[end:] == b"\r\n\r\n"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("wrong", [-200, -1, 5, 3_000_000])
def test_a_record_that_is_longer_or_shorter_has_no_end(packed, wrong):
    assert end_of(RECORD + RECORD, LENGTH + wrong, packed=packed) is None


@pytest.mark.parametrize("packed", [False, True])
def test_a_head_without_end_is_none(packed):
    assert end_of(b"WARC/1.0\r\n" + b"X: y\r\n" * 50_000, 10, packed=packed) is None


def test_a_large_record_is_measured_to_its_end():
    large = warc_record("http://a.example/1", b"x" * 3_000_000)
    length = len(large) - large.index(b"HTTP/1.1") - len(b"\r\n\r\n")
    assert end_of(large, length, packed=True) == len(large) - len(b"\r\n\r\n")


def test_a_member_that_is_cut_off_ends_nowhere():
    body = gzip.compress(RECORD)[:-60]
    assert find_end(io.BytesIO(body), 0, LENGTH, packed=True) is None
