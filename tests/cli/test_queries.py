"""A file of claims is read, or refused with what is wrong in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.cli.queries import QueriesError, Query, read_queries


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "claims"


def test_a_text_file_has_one_claim_a_line(file: Path) -> None:
    file.write_text("\ufeffThe wall fell.\n\n  The wall stood. \r\n", encoding="utf-8")
    assert read_queries(file) == (Query("1", "The wall fell."), Query("2", "The wall stood."))


def test_json_is_a_list_of_objects_with_id_and_text(file: Path) -> None:
    file.write_text('[{"id": "q1", "text": "The wall fell.", "more": 1}]', encoding="utf-8")
    assert read_queries(file) == (Query("q1", "The wall fell."),)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "there is no claim in it"),
        ("[]", "there is no claim in it"),
        ("[{]", "not JSON"),
        ('{"id": "q1", "text": "x"}', "must be a list"),
        ('[{"id": 1, "text": "x"}]', "entry 1"),
        ('[{"id": "a", "text": "x"}, "y"]', "entry 2"),
        ('[{"id": "a", "text": "x"}, {"id": "a", "text": "y"}]', "stands twice"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_what_is_wrong_in_it_is_said(file: Path, words: str, why: str) -> None:
    file.write_text(words, encoding="utf-8")
    with pytest.raises(QueriesError, match=why):
        read_queries(file)


def test_a_missing_file_and_one_that_is_no_text_are_said_to_be_so(file: Path) -> None:
    with pytest.raises(QueriesError, match="could not be read: No such file"):
        read_queries(file)
    file.write_bytes(b"\xff\xfe\x00wall")
    with pytest.raises(QueriesError, match="not UTF-8"):
        read_queries(file)
