"""What ``onrecord trace`` prints where, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.record import Claim, Corpus, Issue, ModelError, Reading, Trace
from onrecord.stories.assertions.telling_index import Whole
from tests.painting.traces import CLAIM, READINGS, make_corpus, make_trace

Found = dict[str, list[Reading | Issue | Exception]]
LOST = Issue("pages", "not-found", "there is no such file; check the name", where="gone.html")


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch) -> Found:
    """What stands at each place; a test adds to it."""
    found: Found = {"pages": [*READINGS.values()], "gone.html": [LOST], "empty": []}

    def read_all(where: str) -> Iterator[tuple[str, Reading | Issue]]:
        for one in found[where]:
            if isinstance(one, Exception):
                raise one
            yield where, one

    def read_corpus(readings: tuple[Reading, ...]) -> Corpus:
        Corpus(readings)
        return make_corpus()

    def trace_claims(
        texts: tuple[str, ...], _: Corpus, *, whole: Whole | None
    ) -> tuple[Trace, ...]:
        assert whole is None
        return tuple(
            make_trace() if text == CLAIM else Trace(Claim(f"c-{text}", text)) for text in texts
        )

    monkeypatch.setattr("onrecord.cli.gathering.read_all", read_all)
    monkeypatch.setattr("onrecord.cli.trace_command.read_corpus", read_corpus)
    monkeypatch.setattr("onrecord.cli.trace_command.trace_claims", trace_claims)
    return found


@pytest.mark.usefixtures("places")
def test_a_trace_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", CLAIM, "pages", "--width", "80"]) == 0
    out, err = capsys.readouterr()
    assert "7 pages say this." in out
    assert err == ""


@pytest.mark.usefixtures("places")
def test_that_no_page_says_it_is_an_answer_and_no_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["trace", "The wall was painted blue.", "pages"]) == 0
    assert "No page here says this." in capsys.readouterr().out


@pytest.mark.usefixtures("places")
def test_a_page_that_cannot_be_read_is_named_and_the_others_are_traced(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["trace", CLAIM, "gone.html", "pages"]) == 1
    out, err = capsys.readouterr()
    assert err == "onrecord: gone.html: there is no such file; check the name\n"
    assert "7 pages say this." in out


@pytest.mark.usefixtures("places")
def test_where_no_page_could_be_read_nothing_is_traced(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["trace", CLAIM, "empty"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "no page was found there" in err
    assert "nothing was traced" in err


def test_a_page_that_is_given_again_is_taken_once(
    places: Found, capsys: pytest.CaptureFixture[str]
) -> None:
    places["again"] = [READINGS["post"]] * 1000
    assert main(["trace", CLAIM, "pages", "again"]) == 0
    assert "1,000 pages are given again; each page was taken once" in capsys.readouterr().err


@pytest.mark.usefixtures("places")
@pytest.mark.parametrize("claim", ["bridge", "Did the wall crack?", "x " * 900])
def test_what_is_no_claim_is_refused_before_anything_is_read(
    claim: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["trace", claim, "gone.html"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "gone.html" not in err
    assert err.startswith("onrecord: ")


@pytest.mark.usefixtures("places")
def test_json_is_one_trace_a_line_with_the_ids_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    queries = tmp_path / "claims.json"
    rows = [{"id": "q1", "text": CLAIM}, {"id": "q2", "text": "The wall was painted blue."}]
    queries.write_text(json.dumps(rows), encoding="utf-8")
    assert main(["trace", "--queries", str(queries), "pages", "--json"]) == 0
    lines = [json.loads(one) for one in capsys.readouterr().out.splitlines()]
    assert [one["claim"]["query"] for one in lines] == ["q1", "q2"]
    assert lines[1]["claim"]["asserting"] == []


@pytest.mark.usefixtures("places")
def test_a_claim_of_the_file_that_is_none_is_named_and_the_others_are_traced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    queries = tmp_path / "claims.txt"
    queries.write_text(f"bridge\n{CLAIM}\n", encoding="utf-8")
    assert main(["trace", "--queries", str(queries), "pages"]) == 1
    out, err = capsys.readouterr()
    assert err.startswith("onrecord: claim 1: ")
    assert "7 pages say this." in out


@pytest.mark.usefixtures("places")
def test_a_file_of_claims_that_is_missing_or_wrong_is_one_error_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["trace", "--queries", str(tmp_path / "no.json"), "pages"]) == 1
    assert "could not be read: No such file" in capsys.readouterr().err
    bad = tmp_path / "bad.json"
    bad.write_text("[{]", encoding="utf-8")
    assert main(["trace", "--queries", str(bad), "pages"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.usefixtures("places")
def test_the_page_is_written_and_said_to_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "trace.html"
    assert main(["trace", CLAIM, "pages", "--html", str(path)]) == 0
    assert "Behind them stand 2 independent sources" in path.read_text(encoding="utf-8")
    out, err = capsys.readouterr()
    assert out == ""
    assert f"1 claim traced through 7 pages; the report is in {path}" in err


def test_a_page_that_cannot_be_written_is_said_before_anything_is_read(
    tmp_path: Path, places: Found, capsys: pytest.CaptureFixture[str]
) -> None:
    places["pages"] = [AssertionError("was read")]
    assert main(["trace", CLAIM, "pages", "--html", str(tmp_path / "no" / "t.html")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_missing_model_is_one_error_line(
    places: Found, capsys: pytest.CaptureFixture[str]
) -> None:
    places["pages"] = [ModelError("its files are missing; install onrecord again")]
    assert main(["trace", CLAIM, "pages"]) == 1
    expected = "onrecord: the model: its files are missing; install onrecord again\n"
    assert capsys.readouterr().err == expected


@pytest.mark.usefixtures("places")
def test_a_trace_that_cannot_be_shown_does_not_hide_the_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from onrecord.cli import trace_report

    shown: list[str] = []

    def render(trace: Trace, *_: object, **__: object) -> str:
        if not shown:
            shown.append(trace.claim.text)
            raise RuntimeError("no ink")
        return "the second trace"

    monkeypatch.setattr(trace_report, "render_trace", render)
    queries = tmp_path / "claims.txt"
    queries.write_text(f"{CLAIM}\nThe wall was painted blue.\n", encoding="utf-8")
    assert main(["trace", "--queries", str(queries), "pages"]) == 1
    out, err = capsys.readouterr()
    assert "the second trace" in out
    assert "no ink" in err


def test_a_page_keeps_the_place_that_it_was_read_from_first(
    places: Found, capsys: pytest.CaptureFixture[str]
) -> None:
    places["one.html"] = [READINGS["slip"]]
    places["rest"] = [replace(one) for one in READINGS.values()]
    assert main(["trace", CLAIM, "one.html", "rest", "--json"]) == 0
    packed = json.loads(capsys.readouterr().out)
    told = {one["id"]: one["where"] for one in packed["articles"]}
    assert told[READINGS["slip"].article.id] == "one.html"
    assert told[READINGS["post"].article.id] == "rest"


@pytest.mark.usefixtures("places")
def test_a_claim_that_stands_twice_in_the_file_has_an_id_for_each_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    queries = tmp_path / "claims.txt"
    queries.write_text(f"{CLAIM}\n{CLAIM}\n", encoding="utf-8")
    assert main(["trace", "--queries", str(queries), "pages", "--json"]) == 0
    lines = [json.loads(one) for one in capsys.readouterr().out.splitlines()]
    assert [one["claim"]["query"] for one in lines] == ["1", "2"]
