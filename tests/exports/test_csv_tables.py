import csv
from io import StringIO

import pytest

from onrecord.exports import TABLES, to_csv
from onrecord.record import Span, hull
from tests.event_readings import make_event_reading
from tests.exports.hostile import NAME, WORDS, make_hostile_reading
from tests.readings import TEXT, make_reading


def read(readings, table, **options):
    text = "".join(to_csv(readings, table, **options))
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def test_every_statement_is_a_row():
    reading = make_reading()
    rows = read((reading,), "statements")
    assert [row["statement"] for row in rows] == [one.id for one in reading.statements]


def test_spans_are_code_points_of_the_text():
    for row, said in zip(
        read((make_reading(),), "statements"), make_reading().statements, strict=True
    ):
        spans = [tuple(map(int, one.split(":"))) for one in row["spans"].split()]
        assert " … ".join(TEXT[start:end] for start, end in spans) == row["content"]
        whole = Span(int(row["start"]), int(row["end"]))
        assert whole == hull(said.content)


def test_the_hands_between_outlet_and_source_stand_in_their_order():
    first = read((make_reading(),), "statements")[0]
    assert (first["outlet"], first["through"], first["source"]) == (
        "Harbour Gazette",
        "Northern Star",
        "two senior officials",
    )
    assert first["source_unnamed"] == "true"


def test_a_source_is_one_row_of_its_page_with_all_that_it_said():
    rows = {row["source"]: row for row in read((make_reading(),), "sources")}
    officials = rows["two senior officials"]
    assert (officials["statements"], officials["relayed"]) == ("3", "3")
    assert officials["justifications"].startswith("on condition of anonymity")
    total = sum(int(row["statements"]) for row in rows.values())
    assert total == len(make_reading().statements)


def test_an_event_has_its_cameo_code_and_where_it_was():
    rows = read((make_event_reading(),), "events")
    assert {row["cameo"][:2] for row in rows if row["type"] == "ASSAULT"} <= {"18", "19", "20"}
    assert any(row["lat"] and row["lon"] for row in rows)


def test_an_unknown_date_is_empty():
    rows = read((make_event_reading(),), "events")
    undated = [event.id for event in make_event_reading().events if event.date is None]
    assert undated
    assert [row["event"] for row in rows if not row["best"]] == undated


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_of_a_hostile_page_is_a_formula_or_another_row(table):
    rows = read((make_hostile_reading(),), table)
    assert len(rows) == 1
    for cell in rows[0].values():
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert not set(cell) & set("\x00\x01\x1b")


def test_exact_cells_stand_as_on_the_page():
    row = read((make_hostile_reading(),), "statements", cells="exact")[0]
    assert row["source"].startswith(NAME[:20])
    assert row["content"].startswith(WORDS[:8])


def test_a_number_below_nought_stays_a_number():
    row = next(one for one in read((make_event_reading(),), "events") if one["lon"])
    assert row["lon"] == str(float(row["lon"]))


def test_no_reading_makes_a_header_only():
    assert len(list(to_csv((), "statements"))) == 1
