from datetime import date

import pytest

from evaluation import times_report
from evaluation.casebook_dates import read_dates_cases
from evaluation.casebook_times import read_times_cases
from evaluation.times_report import report_times
from evaluation.times_scores import score_dates, score_times
from onrecord.record import Article, DateOfRecord, Span, TimeExpression

TIMES = """## Fires

published: 2021-03-01

> The fire began on Friday, May said.

- time: "Friday"
  kind: DATE
  value: 2021-02-26
"""
PAGES = """## A clock

The clock is not the day.

published: unknown
not: 2021-03-01

```page
1 March 2021
The fire went out.
```
"""
CLOCK = date(2021, 3, 1)


@pytest.fixture
def wrong(tmp_path, monkeypatch):
    """Both casebooks with one case each, and a reading that is wrong in everything."""
    (tmp_path / "times.md").write_text(TIMES)
    (tmp_path / "pages.md").write_text(PAGES)
    times = (
        TimeExpression("t1", Span(18, 24), "DATE", "2021-03-05"),
        TimeExpression("t2", Span(26, 29), "DATE", "2020-05"),
    )
    day = DateOfRecord("published", CLOCK, CLOCK, CLOCK, "", "rule", "why", chosen=True)
    article = Article("a", "", "", "", (), "en", "", dates=(day,))
    score = score_times(read_times_cases(tmp_path / "times.md"), [times])
    dated = score_dates(read_dates_cases(tmp_path / "pages.md"), [article])
    monkeypatch.setattr(times_report, "measure_times", lambda _part: score)
    monkeypatch.setattr(times_report, "measure_dates", lambda _part: dated)


@pytest.mark.usefixtures("wrong")
def test_of_the_tuned_part_each_error_is_shown():
    told = "\n".join(report_times("tuned", worst=5))
    assert "wrong: 'Friday' DATE 2021-02-26; read 'Friday' DATE 2021-03-05" in told
    assert "no time: 'May' DATE 2020-05" in told
    assert "gold: unknown" in told
    assert "read: 2021-03-01" in told


@pytest.mark.usefixtures("wrong")
def test_of_the_unseen_part_only_figures_and_counts_are_shown():
    told = "\n".join(report_times("unseen", worst=5))
    assert "found_recall" in told
    assert ["DATE", "day", "1", "0", "0", "1"] in [line.split() for line in told.splitlines()]
    assert "no time, read as DATE month: 1" in told
    assert not any(words in told for words in ("Friday", "Fires", "clock", "times.md", "pages.md"))
