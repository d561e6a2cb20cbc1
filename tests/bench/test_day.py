"""A made day is as mixed as a real one, and the same each time that it is made."""

import statistics

from bench.day import SHARES, kind_of, make_records, read_samples, write_archive
from onrecord.pages import open_pages
from onrecord.record import Page

SEED = 5
FEW = 40


def read_day(path):
    return [one for one in open_pages(str(path)) if isinstance(one, Page)]


def test_the_same_seed_makes_the_same_archive(tmp_path):
    for name in ("a.warc.gz", "b.warc.gz"):
        write_archive(tmp_path / name, SEED, 0, FEW)
    assert (tmp_path / "a.warc.gz").read_bytes() == (tmp_path / "b.warc.gz").read_bytes()


def test_a_part_of_a_day_is_the_same_made_by_itself():
    assert list(make_records(SEED, 17)) == list(make_records(SEED, 17))
    assert list(make_records(SEED, 17)) != list(make_records(SEED + 1, 17))


def test_pages_are_as_large_and_as_long_as_those_of_the_web(tmp_path):
    write_archive(tmp_path / "a.warc.gz", SEED, 0, FEW)
    pages = [one for one in read_day(tmp_path / "a.warc.gz") if "/english/" in one.url]
    assert 100_000 < statistics.median(len(one.body) for one in pages) < 250_000


def test_every_kind_of_page_comes_as_often_as_it_is_meant_to():
    kinds = [kind_of(SEED, number) for number in range(5_000)]
    for kind, share in SHARES.items():
        assert abs(kinds.count(kind) / len(kinds) - share) < 0.03


def test_the_articles_are_those_of_the_examples():
    assert len(read_samples()) > 80
    assert all(len(one.paragraphs) > 2 for one in read_samples())
