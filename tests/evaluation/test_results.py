import pytest

from evaluation.results import (
    END,
    FOLDER,
    PAGE,
    START,
    Result,
    read_results,
    render_table,
    update_page,
    write_results,
)


def result(metric="F1", value=0.95, task="pages", name="aeb"):
    return Result(task, name, metric, value, 108, "d" * 64, "0.1.0", "e" * 64)


def test_results_come_back_as_they_were_written(tmp_path):
    results = (result(), result("title_exact", 0.5), result("ATTR.F1", task="attribution"))
    write_results(results, tmp_path)
    assert set(read_results(tmp_path)) == set(results)
    assert (
        (tmp_path / "pages.csv")
        .read_text()
        .startswith("task,set,metric,value,cases,data,onrecord,encoder\npages,aeb,F1,0.9500,108,")
    )


def test_a_task_that_was_not_measured_keeps_its_results(tmp_path):
    write_results((result("ATTR.F1", task="attribution"),), tmp_path)
    write_results((result(),), tmp_path)
    assert {one.task for one in read_results(tmp_path)} == {"attribution", "pages"}


def test_the_table_shows_headlines_in_per_cent_and_what_to_compare_them_with():
    table = render_table((result(), result("trafilatura F1", 0.9), result("auth_exact", 0.3)))
    assert "| body of HTML pages, F1 | aeb | 95.0 | trafilatura 90.0 | 108 |" in table
    assert "30.0" not in table


def test_only_the_table_of_the_page_changes(tmp_path):
    page = tmp_path / "measured.md"
    page.write_text(f"before\n{START}\nold\n{END}\nafter\n")
    update_page((result(),), page)
    update_page((result(),), page)
    text = page.read_text()
    assert text == f"before\n{START}\n{render_table((result(),))}\n{END}\nafter\n"


def test_a_page_without_a_place_for_the_table_is_refused(tmp_path):
    page = tmp_path / "measured.md"
    page.write_text("before")
    with pytest.raises(ValueError, match="results:start"):
        update_page((result(),), page)


def test_the_page_says_what_the_results_say():
    text = PAGE.read_text(encoding="utf-8")
    if START not in text or not FOLDER.is_dir():
        pytest.skip("there is no table of results yet")
    shown = text.partition(START)[2].partition(END)[0].strip()
    assert shown == render_table(read_results())
