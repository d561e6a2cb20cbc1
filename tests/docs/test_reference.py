"""The reference is what the code says now, and nothing that can be typed or read is missing."""

import dataclasses

import pytest

from docs.making.addresses import list_addresses, list_asked
from docs.making.commands import list_commands
from docs.making.issue_codes import collect_codes
from docs.making.records import list_choices, list_types
from docs.making.reference import PAGE, write_reference
from docs.making.words import UntoldError, load, meaning_of

WRITTEN = PAGE.read_text(encoding="utf-8")


def section(head: str) -> str:
    """What stands under a heading of any depth, to the next heading of its depth."""
    depth = head.split()[0]
    return WRITTEN.partition(f"\n{head}\n")[2].partition(f"\n{depth} ")[0]


def test_the_page_is_what_the_code_makes():
    assert write_reference() == WRITTEN, "run: make reference"


@pytest.mark.parametrize("name", list_commands())
def test_every_option_of_a_command_is_told(name):
    told = section(f"### onrecord {name}")
    options = [one for action in list_commands()[name]._actions for one in action.option_strings]
    assert [one for one in options if one not in ("-h", "--help") and f"`{one}" not in told] == []


@pytest.mark.parametrize("name", list_types())
def test_every_field_of_a_type_is_told(name):
    told = section(f"### {name}")
    fields = [one.name for one in dataclasses.fields(list_types()[name])]
    assert fields
    assert [one for one in fields if f"\n| `{one}` | " not in f"\n{told}"] == []


@pytest.mark.parametrize("name", list_choices())
def test_every_value_of_a_choice_is_told(name):
    told = section(f"### {name}")
    assert [one for one in list_choices()[name] if f"| `{one or chr(34) * 2}` |" not in told] == []


def test_every_code_of_an_issue_is_told():
    told = section("## Codes of issues")
    codes = collect_codes()
    assert len(codes) > 40
    assert [one for one in codes if f"| {one.stage} | `{one.code}` |" not in told] == []


def test_every_address_and_its_twin_is_told():
    told = section("## Web addresses")
    assert [one for one in list_addresses() if f"`{one}`" not in told] == []


def test_all_that_can_stand_behind_a_question_mark_is_told():
    told = section("## Web addresses")
    assert {"q", "found", "from"} <= set(list_asked())
    assert [one for one in list_asked() if f"| `{one}` |" not in told] == []


def test_the_tables_of_meanings_tell_of_nothing_that_is_not_there():
    fields = {name: {one.name for one in dataclasses.fields(kind)}
              for name, kind in list_types().items()}  # fmt: skip
    values = {name: {one or "none" for one in all_of} for name, all_of in list_choices().items()}
    codes: dict[str, set[str]] = {}
    for one in collect_codes():
        codes.setdefault(one.stage, set()).add(one.code)
    for table, known in (("fields", fields), ("values", values), ("codes", codes)):
        assert {part: set(told) for part, told in load(table).items()} == known, table
    assert set(load("addresses")["asked"]) == set(list_asked())


def test_what_nobody_has_told_is_asked_for_by_name():
    with pytest.raises(UntoldError, match=r"codes\.toml: tell what pages\.new-code means"):
        meaning_of("codes", "pages", "new-code")
