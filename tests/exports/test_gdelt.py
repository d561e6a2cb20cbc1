import csv
import re
from io import StringIO

from onrecord.exports import left_out_of_gdelt, to_gdelt
from onrecord.exports.gdelt import COLUMNS, FILLED, number_of
from tests.event_readings import make_event_reading
from tests.exports.hostile import make_hostile_reading

SHAPES = {
    "GlobalEventID": r"[1-9]\d{0,18}",
    "Day": r"(\d{8})?",
    "MonthYear": r"(\d{6})?",
    "Year": r"(\d{4})?",
    "FractionDate": r"(\d{4}\.\d{4})?",
    "IsRootEvent": "[01]",
    "EventCode": r"\d{3,4}",
    "EventBaseCode": r"\d{3}",
    "EventRootCode": r"(0[1-9]|1\d|20)",
    "QuadClass": "[1-4]",
    "GoldsteinScale": "",
    "NumMentions": r"[1-9]\d*",
    "NumSources": "1",
    "NumArticles": "1",
    "AvgTone": "",
    "Actor1Geo_Type": "[1-5]?",
    "Actor2Geo_Type": "[1-5]?",
    "ActionGeo_Type": "[1-5]?",
    "ActionGeo_Lat": r"(-?\d{1,2}(\.\d+)?)?",
    "ActionGeo_Long": r"(-?\d{1,3}(\.\d+)?)?",
    "ActionGeo_CountryCode": "",
    "DATEADDED": "",
    "SOURCEURL": ".+",
}
"""The codebook's shape of each column that is filled, and what is left empty."""


def read(readings):
    text = "".join(to_gdelt(readings))
    return list(csv.reader(StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))


def as_dicts(readings):
    return [dict(zip(COLUMNS, row, strict=True)) for row in read(readings)]


def test_there_are_the_61_columns_of_the_codebook():
    assert len(COLUMNS) == len(set(COLUMNS)) == 61
    assert (COLUMNS[5], COLUMNS[15], COLUMNS[26], COLUMNS[34]) == (
        "Actor1Code",
        "Actor2Code",
        "EventCode",
        "AvgTone",
    )
    assert (COLUMNS[35], COLUMNS[51], COLUMNS[60]) == (
        "Actor1Geo_Type",
        "ActionGeo_Type",
        "SOURCEURL",
    )


def test_every_row_has_the_published_shape():
    rows = as_dicts((make_event_reading(),))
    assert rows
    for row in rows:
        for name, shape in SHAPES.items():
            assert re.fullmatch(shape, row[name]), (name, row[name])
        assert row["EventCode"].startswith(row["EventBaseCode"])
        assert row["EventBaseCode"].startswith(row["EventRootCode"])


def test_only_what_is_told_as_having_happened_is_an_event_of_gdelt():
    reading = make_event_reading()
    lacking = left_out_of_gdelt((reading,))
    assert lacking["standing"] > 0
    assert len(read((reading,))) + lacking["standing"] == len(reading.events)


def test_a_day_that_is_not_told_is_empty():
    undated = {str(number_of(one.id)) for one in make_event_reading().events if one.date is None}
    for row in as_dicts((make_event_reading(),)):
        if row["GlobalEventID"] in undated:
            assert row["Day"] == row["Year"] == row["FractionDate"] == ""


def test_the_fraction_follows_the_formula_of_the_codebook():
    row = next(one for one in as_dicts((make_event_reading(),)) if one["Day"])
    month, day = int(row["Day"][4:6]), int(row["Day"][6:])
    expected = int(row["Year"]) + min((month * 30 + day) / 365, 0.9999)
    assert float(row["FractionDate"]) == round(expected, 4)


def test_a_hostile_page_is_still_one_row_of_61_cells():
    rows = read((make_hostile_reading(),))
    assert [len(row) for row in rows] == [61]
    assert "\x1b" not in "".join(rows[0])


def test_an_event_keeps_its_number_and_fits_a_signed_column():
    assert number_of("e1") == number_of("e1") != number_of("e2")
    assert 0 < number_of("e1") < 2**63


def test_no_column_is_filled_that_nobody_knows():
    rows = as_dicts((make_event_reading(), make_hostile_reading()))
    filled = {name for row in rows for name, cell in row.items() if cell}
    assert filled <= FILLED < set(COLUMNS)
