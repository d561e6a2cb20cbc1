"""Codes of issues are found in the source, however they come into an issue."""

from pathlib import Path

import pytest

from docs.making.issue_codes import IssueCode, UnknownCodeError, collect_codes


def codes_in(folder: Path, source: str) -> set[tuple[str, str]]:
    (folder / "room.py").write_text(source, encoding="utf-8")
    return {(one.stage, one.code) for one in collect_codes(folder)}


def test_a_code_is_found_where_an_issue_is_made(tmp_path):
    assert codes_in(tmp_path, 'Issue("pages", "empty", "say it")') == {("pages", "empty")}
    assert codes_in(tmp_path, 'Issue(code="slow", stage="pages", message=m)') == {("pages", "slow")}


def test_a_code_is_found_where_a_function_passes_it_on(tmp_path):
    source = """
STAGE = "articles"
def _say(page, code, words):
    return Issue(stage=STAGE, code=code, message=words)
_say(page, "binary" if odd else "empty", words)
"""
    assert codes_in(tmp_path, source) == {("articles", "binary"), ("articles", "empty")}


def test_a_public_function_passes_on_codes_of_other_files(tmp_path):
    (tmp_path / "issues.py").write_text(
        'def refuse(code, words):\n    return Issue("pages", code, words)\n', encoding="utf-8"
    )
    assert codes_in(tmp_path, 'refuse("pdf", "no")') == {("pages", "pdf")}


def test_codes_in_a_table_are_found(tmp_path):
    source = """
def refuse(code, words):
    return Issue("pages", code, words)
_UNREAD: Table = {"a": ("pdf", "no"), "b": ("font", "no")}
refuse(*_UNREAD[kind])
"""
    assert codes_in(tmp_path, source) == {("pages", "pdf"), ("pages", "font")}


def test_a_code_that_an_exception_carries_is_found(tmp_path):
    source = """
class _Refused(Exception):
    def __init__(self, code, words): self.code = code
def refuse(code, words):
    return Issue("pages", code, words)
def run():
    try: raise _Refused(f"http-{status}", "no")
    except _Refused as error: return refuse(error.code, "no")
"""
    assert codes_in(tmp_path, source) == {("pages", "http-STATUS")}


def test_a_code_that_nobody_can_list_is_an_error(tmp_path):
    with pytest.raises(UnknownCodeError, match=r"room\.py:1"):
        codes_in(tmp_path, 'Issue("pages", make_one_up(), "say it")')


def test_the_codes_of_onrecord_are_found():
    assert IssueCode("reading", "internal-error") in collect_codes()
