import re
from calendar import day_name, month_name
from datetime import date
from pathlib import Path

import pytest

from evaluation.casebook_dates import read_dates_cases

CASEBOOK = Path(__file__).parents[1] / "casebook-dates"
FILES = sorted(CASEBOOK.glob("*/*.md"))
PARTS = ("tuned", "unseen")

CASE = """# Pages

## The clock is no day of publication

Because it is that
of the saving.

fetched: 2021-01-15
published: 2020-01-05/2020-01-07
not: 2021-01-15
not: 2019-06-30
crawled: 2021-01-15
conflict: yes

```page
14:54 15 January 2021

## not a heading: part of the page
    The mayor spoke on Sunday.
```
"""

_MONTHS = "|".join(month_name[1:])
_DAYS = "|".join(day_name)
_DAY_FIRST = re.compile(rf"\b({_DAYS}),? (\d\d?) ({_MONTHS}),? (\d{{4}})")
_MONTH_FIRST = re.compile(rf"\b({_DAYS}), ({_MONTHS}) (\d\d?), (\d{{4}})")


@pytest.fixture
def parse(tmp_path):
    def run(text):
        path = tmp_path / "page.md"
        path.write_text(text)
        return read_dates_cases(path)

    return run


def test_a_case_has_its_page_byte_for_byte(parse):
    (case,) = parse(CASE)
    assert case.page.body.decode() == CASE.partition("```page\n")[2].removesuffix("```\n")
    assert (case.page.media_type, case.page.fetched) == ("text", date(2021, 1, 15))
    assert case.page.where == case.place == "page.md:3"


def test_a_case_has_its_days(parse):
    (case,) = parse(CASE)
    assert case.why == "Because it is that of the saving."
    assert (case.earliest, case.latest) == (date(2020, 1, 5), date(2020, 1, 7))
    assert case.wrong == {date(2021, 1, 15), date(2019, 6, 30)}
    assert (case.crawled, case.conflict) == (date(2021, 1, 15), True)


def test_a_day_may_be_unknown_or_one(parse):
    (unknown,) = parse(CASE.replace("2020-01-05/2020-01-07", "unknown"))
    assert (unknown.earliest, unknown.latest) == (None, None)
    (known,) = parse(CASE.replace("2020-01-05/2020-01-07", "2020-01-06"))
    assert known.earliest == known.latest == date(2020, 1, 6)


def test_a_page_may_be_html(parse):
    (case,) = parse(CASE.replace("```page", "```html"))
    assert case.page.media_type == "html"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("```page", "```text", "lacks its page"),
        ("published: ", "printed: ", "neither a field"),
        ("published: 2020-01-05/2020-01-07\n", "", "lacks its page or its day"),
        ("2020-01-05/2020-01-07", "2020-01-08/2020-01-07", "ends before it begins"),
        ("2020-01-05/2020-01-07", "2020-01-05/", None),
        ("2020-01-05/2020-01-07", "soon", "is no day"),
        ("crawled: ", "fetched: ", "stands twice"),
        ("conflict: yes", "conflict: no", "is 'yes' or left out"),
        ("conflict: yes", "Because.", "neither a field"),
    ],
)
def test_a_malformed_case_is_refused_with_its_place(parse, old, new, words):
    text = CASE.replace(old, new, 1)
    if words is None:
        assert parse(text)
        return
    with pytest.raises(ValueError, match=rf"page\.md:\d+: .*{words}"):
        parse(text)


@pytest.mark.parametrize("part", PARTS)
def test_every_page_of_the_casebook_can_be_read(part):
    cases = read_dates_cases(CASEBOOK / part)
    assert all(case.why for case in cases)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_weekdays_of_the_casebook_are_those_of_the_calendar(path):
    for case in read_dates_cases(path):
        text = case.page.body.decode()
        found = [(d, n, m, y) for d, n, m, y in _DAY_FIRST.findall(text)]
        found += [(d, n, m, y) for d, m, n, y in _MONTH_FIRST.findall(text)]
        for weekday, number, month, year in found:
            day = date(int(year), list(month_name).index(month), int(number))
            assert day_name[day.weekday()] == weekday, f"{case.place}: {day}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_case_forbids_what_it_asks_for(path):
    for case in read_dates_cases(path):
        assert not any(
            case.earliest is not None and case.earliest <= day <= case.latest for day in case.wrong
        ), case.place
