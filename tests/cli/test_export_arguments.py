from pathlib import Path

import pytest

from onrecord.cli.arguments import parse_arguments
from onrecord.cli.export_arguments import EXPORT_HELP, RECORD, ExportArguments, Format, Table
from onrecord.exports import TABLES


def test_pages_or_a_record_are_read():
    assert parse_arguments(["export", "jsonl", "pages"]) == ExportArguments("jsonl", ("pages",))
    given = parse_arguments(["export", "jsonl", "--record", "mine.db"])
    assert given == ExportArguments("jsonl", record=Path("mine.db"))


def test_places_may_stand_behind_options():
    given = parse_arguments(["export", "gdelt", "--out", "rows.tsv", "pages", "more"])
    assert given == ExportArguments("gdelt", ("pages", "more"), out=Path("rows.tsv"))


def test_without_either_the_record_of_this_folder_is_read():
    assert parse_arguments(["export", "jsonl"]) == ExportArguments("jsonl", record=RECORD)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (["foo"], "invalid choice"),
        (["jsonl", "pages", "--record", "mine.db"], "not both"),
        (["parquet", "pages"], "--out"),
        (["csv", "pages"], "--table"),
        (["csv", "pages", "--table", "claims"], "invalid choice"),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_to_do(typed, why, capsys):
    with pytest.raises(SystemExit) as stop:
        parse_arguments(["export", *typed])
    assert stop.value.code == 2
    assert why in capsys.readouterr().err


def test_what_is_read_is_never_written_over(tmp_path, capsys):
    record = tmp_path / "mine.db"
    record.write_bytes(b"")
    with pytest.raises(SystemExit):
        parse_arguments(["export", "jsonl", "--record", str(record), "--out", str(record)])
    assert "overwrite" in capsys.readouterr().err


def test_the_help_tells_every_format():
    for one in Format.__args__:
        assert f"  {one}" in EXPORT_HELP or f"{one}," in EXPORT_HELP or f", {one}" in EXPORT_HELP


def test_the_tables_are_those_of_the_exports():
    assert Table.__args__ == TABLES
