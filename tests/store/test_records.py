"""The record as a whole: what goes in comes out, once, and a faulty file says what is wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record import Reading, RecordError, Stamp, from_json, to_json
from onrecord.store import Entry, Kept, Record, open_record
from tests.event_readings import make_event_reading
from tests.readings import make_reading
from tests.record.drawn_readings import readings


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "onrecord.db", write=True) as opened:
        yield opened


def reread(reading: Reading, encoder: str = "another encoder") -> Reading:
    return replace(reading, stamp=Stamp("0.2.0", encoder, "en"))


def test_a_reading_comes_out_as_it_went_in(record: Record) -> None:
    told = (make_reading(), make_event_reading())
    assert record.put(told) == Kept(new=2)
    assert tuple(record.readings()) == told
    assert record.reading(told[1].article.id) == told[1]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(readings(), max_size=3))
def test_whatever_is_read_comes_out(drawn: list[Reading]) -> None:
    with open_record(":memory:", write=True) as record:
        record.put(drawn)
        kept = tuple(record.readings())
    given_in = [from_json(to_json(one)) for one in drawn]
    assert {one.article.id for one in kept} == {one.article.id for one in given_in}
    assert all(one in given_in for one in kept)


def test_the_same_page_with_the_same_stamp_is_kept_once(record: Record) -> None:
    record.put([make_reading()])
    assert record.put([make_reading(), make_reading()]) == Kept(known=2)
    assert len(tuple(record.readings())) == 1


def test_two_pages_with_the_same_article_are_one_reading(record: Record) -> None:
    kept = record.put([Entry(make_reading(), digest=one) for one in ("a1", "b2")])
    assert kept == Kept(new=1, known=1)
    assert len(record.articles()) == 1


def test_a_new_stamp_takes_the_place_of_the_old_reading(record: Record) -> None:
    record.put([make_reading()])
    record.put([reread(make_reading())])
    assert [one.stamp.encoder for one in record.readings()] == ["another encoder"]
    assert len(record.search("“act on what reaches us”")) == 1


def test_a_page_whose_text_is_cut_otherwise_now_is_not_there_twice(record: Record) -> None:
    old = make_reading()
    cut = Reading(replace(old.article, id="a-new", blocks=(), dates=()), old.stamp)
    record.put([Entry(old, digest="d")])
    record.put([Entry(reread(cut), digest="d")])
    assert [one.id for one in record.articles()] == ["a-new"]


def test_the_stamp_of_a_page_tells_whether_it_was_read(record: Record) -> None:
    record.put([Entry(make_reading(), digest="d")])
    assert record.stamp_of_page("d") == make_reading().stamp
    assert record.stamp_of_page("other") is None


def test_versions_of_one_address_are_counted(record: Record) -> None:
    first = make_reading()
    second = replace(first, article=replace(first.article, id="a-later"))
    record.put([first, second])
    assert [(one.version, one.versions) for one in record.versions(first.article.url)] == [
        (1, 2),
        (2, 2),
    ]


def test_a_reader_works_beside_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    with open_record(path, write=True) as writer, open_record(path) as reader:
        assert reader.articles() == ()
        writer.put([make_reading()])
        assert len(reader.articles()) == 1


def test_a_batch_that_fails_leaves_nothing_behind(record: Record) -> None:
    def broken() -> Iterator[Reading]:
        yield make_reading()
        raise OSError("the page went away")

    with pytest.raises(OSError, match="went away"):
        record.put(broken())
    assert record.articles() == ()


def test_a_record_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no such record"), open_record(tmp_path / "none.db"):
        pass


def test_a_record_opened_to_be_read_refuses_to_be_written(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    with open_record(path, write=True):
        pass
    with open_record(path) as record, pytest.raises(RecordError, match="read only"):
        record.put([make_reading()])


@pytest.mark.parametrize("write", [True, False])
def test_a_record_of_a_newer_version_says_so_and_is_left_alone(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "onrecord.db"
    with open_record(path, write=True):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(RecordError, match="newer onrecord"), open_record(path, write=write):
        pass
    assert path.read_bytes() == before


@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_no_record_says_so_and_is_left_alone(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(b"Minutes of the meeting. " * 400)
    with pytest.raises(RecordError, match="or is damaged"), open_record(path, write=write):
        pass
    assert path.read_bytes() == b"Minutes of the meeting. " * 400


def test_a_damaged_record_says_so(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    with open_record(path, write=True) as record:
        record.put([make_reading(), make_event_reading()])
    whole = bytearray(path.read_bytes())
    whole[4096:] = b"\x99" * (len(whole) - 4096)
    path.write_bytes(whole)
    with pytest.raises(RecordError, match="damaged"), open_record(path) as record:
        tuple(record.readings())


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "contacts.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE contacts (name TEXT)")
    with pytest.raises(RecordError, match="another program"), open_record(path, write=True):
        pass


@pytest.mark.parametrize("place", ["/proc/onrecord.db", "missing/folder/onrecord.db"])
def test_a_folder_that_cannot_be_written_is_named(place: str) -> None:
    with pytest.raises(RecordError, match="may write to it"), open_record(place, write=True):
        pass


def test_a_second_writer_is_told_to_wait_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    with open_record(path, write=True) as record, sqlite3.connect(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_record(path, write=True, patience=0.05) as second:
            with pytest.raises(RecordError, match="another program is writing"):
                second.put([make_reading()])
            other.execute("ROLLBACK")
            second.put([make_reading()])
        assert len(record.articles()) == 1


def test_a_full_disk_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    with open_record(path, write=True) as record:
        record.put([make_reading()])
        (pages,) = record._connection.execute("PRAGMA page_count").fetchone()
        record._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(RecordError, match="disk is full"):
            record.put([reread(make_event_reading(), str(one)) for one in range(60)])
    with open_record(path) as record:
        assert tuple(record.readings()) == (make_reading(),)


def test_errors_of_the_table_never_show_through(record: Record) -> None:
    record._connection.execute("DROP TABLE articles")
    with pytest.raises(RecordError, match=r"onrecord\.db: the record cannot be used"):
        record.articles()
