"""The page of documentation says what the exports do."""

from pathlib import Path
from typing import get_args

from onrecord.cli.export_arguments import Format
from onrecord.exports.gdelt import COLUMNS, FILLED
from onrecord.exports.harmless import FORMULA_STARTS

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def test_every_format_is_told():
    for one in get_args(Format):
        assert f"| `{one}` |" in PAGE


def test_every_filled_column_of_gdelt_is_told_and_no_other():
    told = PAGE.partition("## gdelt")[2].partition("Always empty")[0]
    for name in COLUMNS:
        of, _, part = name.partition("Geo_")
        said = f"`{name}`" in told or (bool(part) and f"`{of}Geo`" in told and f"`{part}`" in told)
        assert said == (name in FILLED), name


def test_every_start_of_a_formula_is_told():
    assert all(f"`{one}`" in PAGE for one in FORMULA_STARTS if one.isprintable())
