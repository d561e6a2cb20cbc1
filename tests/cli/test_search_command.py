"""What ``onrecord search`` prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.cli import main
from onrecord.store import open_record
from tests.cli.kept import keep_pages


@pytest.fixture
def record(tmp_path: Path) -> str:
    return str(keep_pages(tmp_path))


def test_hits_are_told_with_their_article_and_who_says_so(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", '"reaches us"', "--record", record, "--width", "80"]) == 0
    out = capsys.readouterr().out
    assert "1 hit, best first" in out
    assert "Harbour Gazette · 25 March 2031" in out
    assert "*reaches us*" in out
    assert "said by Dara Quill (person), through Radio Veld" in out
    assert max(map(len, out.splitlines())) <= 80


def test_words_that_stand_nowhere_together_are_said_to(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "tugs", "embassy", "--record", record]) == 0
    assert "Nothing has all of these words together" in capsys.readouterr().out


def test_nothing_found_is_an_answer(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    for query in ("zeppelin", '"*"'):
        assert main(["search", query, "--record", record]) == 0
        assert "Nothing was found." in capsys.readouterr().out


def test_a_query_without_a_word_is_said_to_be_one(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for query in ("", '"*" ***', " -warning"):
        assert main(["search", query, "--record", record]) == 0
        told = capsys.readouterr()
        assert "there is no word in it" in told.err
        assert "Nothing was found." in told.out


def test_json_is_one_hit_a_line(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "officials", "--record", record, "--json", "--limit", "2"]) == 0
    hits = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(hits) == 2
    assert {"article", "text", "span", "marked", "marked_in_article", "sayings"} <= set(hits[0])


def test_filters_are_passed_on(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    typed = ["search", "us it", "--record", record, "--mode", "direct", "--named", "--json"]
    assert main(typed) == 0
    hits = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {hit["sayings"][0]["mode"] for hit in hits} == {"direct"}
    assert not any(hit["sayings"][0]["chain"][-1]["unnamed"] for hit in hits)


def test_a_sentence_is_searched_by_meaning(
    record: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Letters:
        digest = "letters"

        def embed(self, texts: tuple[str, ...]) -> np.ndarray:
            rows = np.array([[1 + one.lower().count(each) for each in "aeiost"] for one in texts])
            return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    monkeypatch.setattr("onrecord.encoder.load_encoder", Letters)
    assert main(["search", "--meaning", "The tanker was moved.", "--record", record]) == 0
    assert "is the record prepared for it?" in capsys.readouterr().out
    with open_record(record, write=True) as opened:
        waiting = opened.unembedded("letters")
        opened.put_vectors([(one, Letters().embed(one.texts)) for one in waiting], "letters")
    assert main(["search", "--meaning", "The tanker was moved.", "--record", record]) == 0
    assert "The best 20 hits" in capsys.readouterr().out


def test_a_record_that_is_missing_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "leak", "--record", str(tmp_path / "none.db")]) == 1
    assert "there is no such record; make one with onrecord add" in capsys.readouterr().err


@pytest.mark.parametrize(
    "typed",
    [
        ["search"],
        ["search", "leak", "--since", "July"],
        ["search", "leak", "--limit", "0"],
        ["search", "leak", "--mode", "loud"],
        ["search", "leak", "--named", "--unnamed"],
    ],
)
def test_wrong_usage_ends_with_2(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(typed) == 2
    assert "usage: onrecord search" in capsys.readouterr().err
