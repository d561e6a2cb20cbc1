import csv
import json
import sys
from io import BytesIO

import networkx as nx
import pytest
from pyarrow import parquet

from onrecord.cli import main
from onrecord.record import Issue
from onrecord.store import Correction, open_record
from tests.event_readings import make_event_reading
from tests.painting.traces import READINGS, make_corpus, make_trace
from tests.readings import make_reading


@pytest.fixture(autouse=True)
def places(monkeypatch):
    lost = Issue("pages", "not-found", "there is no such file", where="gone.html")
    found = {
        "pages": [make_reading(), make_event_reading()],
        "wall": [*READINGS.values()],
        "gone.html": [lost],
        "empty": [],
    }

    def read_all(where):
        yield from ((where, one) for one in found[where])

    monkeypatch.setattr("onrecord.cli.gathering.read_all", read_all)


@pytest.fixture
def record(tmp_path):
    path = tmp_path / "mine.db"
    with open_record(path, write=True) as kept:
        kept.put((make_reading(), make_event_reading()))
    return path


def test_text_goes_to_standard_output(capsys):
    assert main(["export", "jsonl", "pages"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["article"]["outlet"] for line in lines] == [
        "Harbour Gazette",
        "Lantern Weekly",
    ]


def test_a_record_gives_what_its_pages_gave(record, capsys):
    for table in ("statements", "events", "sources"):
        main(["export", "csv", "--table", table, "pages"])
        of_pages = capsys.readouterr().out
        main(["export", "csv", "--table", table, "--record", str(record)])
        assert capsys.readouterr().out == of_pages


def test_three_tables_are_three_files(tmp_path):
    assert main(["export", "csv", "pages", "--out", str(tmp_path / "all.csv")]) == 0
    names = sorted(one.name for one in tmp_path.iterdir())
    assert names == ["all-events.csv", "all-sources.csv", "all-statements.csv"]
    with (tmp_path / "all-statements.csv").open(newline="", encoding="utf-8") as lines:
        assert len(list(csv.DictReader(lines))) == len(make_reading().statements) + len(
            make_event_reading().statements
        )


def test_parquet_is_read_back(tmp_path):
    out = tmp_path / "said.parquet"
    assert main(["export", "parquet", "pages", "--table", "events", "--out", str(out)]) == 0
    read = parquet.read_table(BytesIO(out.read_bytes()))
    assert read.num_rows == len(make_event_reading().events)


def test_a_missing_pyarrow_is_said_before_anything_is_read(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    out = tmp_path / "said.parquet"
    assert main(["export", "parquet", "gone.html", "--out", str(out)]) == 1
    err = capsys.readouterr().err
    assert "pip install" in err
    assert "no such file" not in err
    assert not out.exists()


def test_what_a_format_has_no_place_for_is_counted(capsys):
    assert main(["export", "gdelt", "pages"]) == 0
    assert "left out of GDELT" in capsys.readouterr().err
    assert main(["export", "plover", "pages"]) == 0
    assert "without an actor" in capsys.readouterr().err


def test_a_page_that_cannot_be_read_does_not_stop_the_others(capsys):
    assert main(["export", "jsonl", "gone.html", "pages"]) == 1
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 2
    assert "there is no such file" in captured.err


def test_where_nothing_was_read_no_file_is_written(tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    assert main(["export", "jsonl", "empty", "--out", str(out)]) == 1
    assert "nothing was exported" in capsys.readouterr().err
    assert not out.exists()


def test_a_record_that_is_not_there_is_said(tmp_path, capsys):
    assert main(["export", "jsonl", "--record", str(tmp_path / "gone.db")]) == 1
    assert "there is no such record" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_said(tmp_path, capsys):
    assert main(["export", "jsonl", "pages", "--out", str(tmp_path / "no" / "out.jsonl")]) == 1
    assert "it could not be written" in capsys.readouterr().err


def test_a_file_that_was_there_stays_whole_where_writing_fails(tmp_path, monkeypatch):
    out = tmp_path / "out.jsonl"
    out.write_text("as before")

    def fail(_):
        yield "half of it"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("onrecord.exports.to_jsonl", fail)
    assert main(["export", "jsonl", "pages", "--out", str(out)]) == 1
    assert out.read_text() == "as before"
    assert [one.name for one in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.fixture
def traced(monkeypatch):
    monkeypatch.setattr("onrecord.cli.export_command.read_corpus", lambda _: make_corpus())
    monkeypatch.setattr(
        "onrecord.cli.export_command.trace_stories", lambda _: {"t1": (make_trace(),)}
    )


@pytest.mark.usefixtures("traced")
def test_the_graph_has_claims_and_their_sources_unless_they_are_not_wanted(capsysbinary):
    assert main(["export", "graphml", "wall"]) == 0
    graph = nx.read_graphml(BytesIO(capsysbinary.readouterr().out))
    assert {"c1", "u1"} <= set(graph)
    assert main(["export", "graphml", "wall", "--no-claims"]) == 0
    graph = nx.read_graphml(BytesIO(capsysbinary.readouterr().out))
    assert len(graph) == len(READINGS)


@pytest.mark.usefixtures("traced")
def test_schema_org_has_claims_unless_they_are_not_wanted(capsys):
    assert main(["export", "schema.org", "wall"]) == 0
    assert '"Claim"' in capsys.readouterr().out
    assert main(["export", "schema.org", "wall", "--no-claims"]) == 0
    assert '"Claim"' not in capsys.readouterr().out


@pytest.mark.usefixtures("traced")
def test_a_story_that_is_not_there_is_said(capsys):
    assert main(["export", "timelinejs", "wall", "--story", "t9"]) == 1
    assert "no such story" in capsys.readouterr().err


def test_events_without_a_date_are_counted_beside_the_timeline(capsys):
    assert main(["export", "timelinejs", "pages"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["events"]
    assert "left out of the timeline" in captured.err


def test_what_a_record_keeps_is_not_judged_anew(tmp_path, monkeypatch, capsysbinary):
    path = tmp_path / "wall.db"
    with open_record(path, write=True) as kept:
        kept.put(READINGS.values())
        kept.put_corpus(make_corpus())
        kept.put_story("t1", (make_trace(),), ())

    def refuse(*_):
        raise AssertionError("judged anew")

    monkeypatch.setattr("onrecord.cli.export_command.read_corpus", refuse)
    assert main(["export", "graphml", "--record", str(path)]) == 0
    graph = nx.read_graphml(BytesIO(capsysbinary.readouterr().out))
    assert {"c1", "u1"} <= set(graph)


def test_corrections_go_out_with_the_text_that_they_are_about(record, capsys):
    reading = make_reading()
    of = reading.statements[0].id
    with open_record(record, write=True) as kept:
        kept.correct(Correction("reject", "statement", of, "Ada Brook", reading.article.id))
    assert main(["export", "corrections", "--record", str(record)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert (told["kind"], told["original"]["id"], told["who"]) == ("reject", of, "Ada Brook")
    assert told["text"] == reading.article.text


def test_a_record_that_nobody_corrected_gives_no_corrections(record, capsys):
    assert main(["export", "corrections", "--record", str(record)]) == 0
    assert capsys.readouterr().out == ""


def test_pages_have_no_corrections(capsys):
    assert main(["export", "corrections", "pages"]) == 2
    assert "--record" in capsys.readouterr().err
