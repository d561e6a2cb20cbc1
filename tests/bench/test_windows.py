"""The bench of windows compares what small windows found with what one over all pages found."""

from bench.windows import A_DAY, compare, load, move_days, write_shard
from onrecord.record import Judgements
from onrecord.stories.trace import read_corpus
from tests.readings import make_reading
from tests.stories.weeks import PAGES


def test_pages_move_on_by_a_day_after_so_many():
    one = make_reading()
    days = [each.article.date("published").best for each in move_days(iter([one] * (A_DAY + 1)))]
    assert (days[A_DAY - 1], (days[A_DAY] - days[0]).days) == (days[0], 1)


def test_what_is_found_again_is_counted():
    whole = Judgements.of(read_corpus(PAGES))
    assert compare(whole, whole).startswith(f"{len(whole.stories)} of {len(whole.stories)} stories")
    assert compare(whole, Judgements(whole.articles)).startswith(
        f"0 of {len(whole.stories)} stories"
    )


def test_a_shard_of_the_bench_can_be_loaded(tmp_path, monkeypatch):
    monkeypatch.setattr("bench.windows.read_all", lambda _: [("", make_reading())])
    write_shard(tmp_path / "out", 2)
    assert "bytes a page in the record" in load(tmp_path / "out", tmp_path / "a.db")
