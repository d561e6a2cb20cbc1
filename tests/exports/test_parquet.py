import builtins
from datetime import date
from io import BytesIO

import pytest
from pyarrow import parquet

from onrecord.exports import TABLES
from onrecord.exports import parquet as room
from onrecord.exports.parquet import ParquetMissingError, write_parquet
from onrecord.exports.rows import rows_of
from tests.event_readings import make_event_reading
from tests.exports.hostile import make_hostile_reading
from tests.readings import TEXT, make_reading


def write(readings, table):
    sink = BytesIO()
    written = write_parquet(readings, table, sink)
    return written, parquet.read_table(BytesIO(sink.getvalue()))


@pytest.mark.parametrize("table", TABLES)
def test_pyarrow_reads_as_many_rows_as_there_are_findings(table):
    readings = (make_reading(), make_event_reading(), make_hostile_reading())
    written, read = write(readings, table)
    assert written == read.num_rows == len(list(rows_of(readings, table)))


def test_spans_are_code_points_of_the_text():
    for row in write((make_reading(),), "statements")[1].to_pylist():
        words = " … ".join(TEXT[one["start"] : one["end"]] for one in row["spans"])
        assert words == row["content"]


def test_dates_are_days_and_unknowns_are_null():
    rows = write((make_event_reading(),), "events")[1].to_pylist()
    assert rows[0]["published"] == date(2031, 1, 4)
    assert None in [row["best"] for row in rows]


def test_rows_are_written_in_groups(monkeypatch):
    monkeypatch.setattr(room, "GROUP_ROWS", 4)
    sink = BytesIO()
    write_parquet((make_reading(),), "statements", sink)
    assert parquet.ParquetFile(BytesIO(sink.getvalue())).num_row_groups == 3


def test_no_reading_makes_a_table_without_rows():
    assert write((), "events")[1].num_rows == 0


def test_a_missing_pyarrow_is_said_with_what_to_do(monkeypatch):
    load = builtins.__import__

    def refuse(name, *rest):
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return load(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ParquetMissingError, match=r"pip install .*parquet"):
        write_parquet((), "events", BytesIO())
