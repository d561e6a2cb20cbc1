import gzip
import json

import pytest

from evaluation.__main__ import main
from evaluation.page_reading import number_lines
from evaluation.predictions import predict_rows
from evaluation.tasks import TASKS, Task
from onrecord.record import Span

PAGE = """<!doctype html><html lang="en"><head><title>Port reopens after storm</title></head><body>
<article><h1>Port reopens after storm</h1>
<p>The harbour master of Ostrava Bay, Dara Quill, said on Monday that the port was open again.</p>
<p>Ships had waited outside for two days while divers looked for a sunken barge in the channel.</p>
<p>The coast guard warned that the northern entrance would stay closed until Friday.</p>
</article></body></html>"""


def fail(row, _folder):
    if row["id"] == "bad":
        raise RuntimeError("no such luck")
    return {"id": row["id"], "seen": sorted(row)}


def write(path, *rows):
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def read(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_gold_never_reaches_a_prediction(tmp_path):
    source = write(tmp_path / "in.jsonl", {"id": "1", "text": "x", "attributions": ["gold"]})
    (row,) = predict_rows(Task(("id", "text"), fail), source)
    assert row["seen"] == ["id", "text"]


def test_a_row_that_fails_is_empty_and_the_run_goes_on(tmp_path, capsys):
    source = write(tmp_path / "in.jsonl", {"id": "a"}, {"id": "bad"}, {"id": "b"})
    rows = list(predict_rows(Task(("id",), fail, {"seen": []}), source))
    assert rows[1] == {"id": "bad", "seen": []}
    assert [row["id"] for row in rows] == ["a", "bad", "b"]
    assert "bad: RuntimeError: no such luck" in capsys.readouterr().err


def test_the_pages_of_a_file_are_read_from_beside_it(tmp_path, capsys):
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "1.html").write_text(PAGE)
    (tmp_path / "html" / "2.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    rows = [
        {"id": n, "path": f"html/{n}", "url": "", "body": "gold"} for n in ("1.html", "2.html.gz")
    ]
    source = write(tmp_path / "in.jsonl", *rows, {"id": "3", "path": "html/gone.html", "url": ""})
    assert main(["predict", "pages", str(source), str(tmp_path / "out.jsonl")]) == 0
    one, two, gone = read(tmp_path / "out.jsonl")
    assert set(one) == {"id", "text", "title", "date", "authors", "captions"}
    assert one["title"] == "Port reopens after storm"
    assert "Ships had waited outside" in one["text"]
    assert two["text"] == one["text"]
    assert (gone["text"], gone["captions"]) == ("", [])
    assert "warning: 3" in capsys.readouterr().err


def test_attributions_are_spans_of_the_rows_own_text(tmp_path):
    text = "Dara Quill said the port was open.\n\nThe coast guard warned of a storm."
    source = write(tmp_path / "in.jsonl", {"id": "1", "text": text})
    assert main(["predict", "attribution", str(source), str(tmp_path / "out.jsonl")]) == 0
    (row,) = read(tmp_path / "out.jsonl")
    assert row["attributions"]
    for one in row["attributions"]:
        assert set(one) == {"source", "cue", "content", "type"}
        spans = [*one["source"], *one["cue"], *one["content"]]
        assert all(0 <= start < end <= len(text) for start, end in spans)


def test_the_lines_of_a_dump_are_numbered_from_nought():
    dump = "menu\nfirst line\n\n  second line\nfooter"
    whole = Span(dump.index("first"), dump.index("\nfooter"))
    assert number_lines(dump, (whole,)) == [1, 3]
    assert number_lines(dump, (Span(0, 4), Span(len(dump) - 2, len(dump)))) == [0, 4]
    assert number_lines(dump, (Span(4, 5),)) == []


def test_wrong_usage_is_told_by_the_exit_code(tmp_path, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["predict", "horoscopes", "a", "b"])
    assert stop.value.code == 2
    assert main(["predict", "dumps", str(tmp_path / "gone"), str(tmp_path / "out")]) == 2
    assert "error: " in capsys.readouterr().err


@pytest.mark.parametrize("task", TASKS)
def test_every_task_sees_a_name_and_says_what_an_empty_row_is(task):
    assert TASKS[task].name in TASKS[task].keys
    assert TASKS[task].empty or TASKS[task].predict_all or TASKS[task].predict_whole


def test_rows_that_belong_together_are_read_together(tmp_path):
    source = write(tmp_path / "in.jsonl", {"doc": "a", "gold": 1}, {"doc": "b"})
    task = Task(("doc",), fail, name="doc", predict_all=lambda rows: [{"rows": len(rows)}, *rows])
    assert list(predict_rows(task, source)) == [{"rows": 2}, {"doc": "a"}, {"doc": "b"}]
