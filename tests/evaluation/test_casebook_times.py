import re
from calendar import day_name, month_abbr, month_name
from datetime import date
from pathlib import Path

import pytest

from evaluation.casebook_times import read_times_cases
from evaluation.timex import find_days

CASEBOOK = Path(__file__).parents[1] / "casebook-times"
FILES = sorted(CASEBOOK.glob("*/*.md"))
PARTS = ("tuned", "unseen")

CASE = """# Days

Words before the first case are for the reader.

## May and May

Why this matters,
in two lines.

published: 2021-03-04

> Mrs May left in May, they
> said.
>
> She returned on Monday.

- time: "May"
  nth: 2
  kind: DATE
  value: 2020-05
  earliest: 2020-05-01
  latest: 2020-05-10
- time: "Monday"
  kind: DATE, TIME
  value: 2021-03-01
  or: 2021-W09
  or: 2021-03
  generic: yes
  optional: yes
"""


@pytest.fixture
def parse(tmp_path):
    def run(text):
        path = tmp_path / "page.md"
        path.write_text(text)
        return read_times_cases(path)

    return run


def test_a_case_has_its_name_reason_day_and_passage(parse):
    (case,) = parse(CASE)
    assert (case.name, case.why) == ("May and May", "Why this matters, in two lines.")
    assert case.published == date(2021, 3, 4)
    assert case.passage == "Mrs May left in May, they said.\n\nShe returned on Monday."
    assert case.place == "page.md:5"


def test_the_nth_of_the_same_words_is_meant(parse):
    (case,) = parse(CASE)
    assert case.times[0].span.start == case.passage.index("May,")


def test_a_time_keeps_all_that_an_editor_accepts(parse):
    (case,) = parse(CASE)
    first, second = case.times
    assert (first.earliest, first.latest) == (date(2020, 5, 1), date(2020, 5, 10))
    assert (first.generic, first.optional) == (False, False)
    assert second.kinds == ("DATE", "TIME")
    assert second.values == ("2021-03-01", "2021-W09", "2021-03")
    assert (second.generic, second.optional) == (True, True)


def test_a_passage_may_have_no_time_and_no_day(parse):
    text = CASE.partition("- time")[0].replace("2021-03-04", "unknown")
    (case,) = parse(text)
    assert (case.published, case.times) == (None, ())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("nth: 2", "nth: 3", "does not stand 3 times"),
        ('"Monday"', '"Mon"', "does not stand 1 times"),
        ('"Monday"', "Monday", "in quotation marks"),
        ('"Monday"', '"May, they"', "share letters"),
        ("kind: DATE\n", "kind: DAY\n", "is none of"),
        ("  value: 2020-05\n", "", "lacks value"),
        ("  or: 2021-03\n", "  kind: DATE\n", "stands twice"),
        ("  or: 2021-03\n", "  mod: END\n", "there is no field"),
        ("generic: yes", "generic: no", "is 'yes' or left out"),
        ("earliest: 2020-05-01", "earliest: 2020-05-32", "is no day"),
        ("published: 2021-03-04", "published: March", "is no day"),
        ("published: 2021-03-04", "", "lacks its day"),
        ('- time: "May"', '* time: "May"', "neither passage nor time"),
        ('- time: "May"', "  kind: SET", "before the first time"),
    ],
)
def test_a_malformed_case_is_refused_with_its_place(parse, old, new, words):
    with pytest.raises(ValueError, match=rf"page\.md:\d+: .*{words}"):
        parse(CASE.replace(old, new, 1))


@pytest.mark.parametrize("part", PARTS)
def test_every_page_of_the_casebook_can_be_read(part):
    assert read_times_cases(CASEBOOK / part)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_days_of_the_casebook_are_those_of_the_calendar(path):
    wrong = [
        f"{case.place}: {one.span.cut(case.passage)}: {value}"
        for case in read_times_cases(path)
        for one in case.times
        for value in one.values
        if not _agrees(one.span.cut(case.passage), value)
    ]
    assert wrong == []


def _agrees(words, value):
    """Whether weekday, day, month and year that the words name are those of a one-day value."""
    days = find_days(value)
    if days is None or days[0] != days[1] or "midnight" in words:
        return True
    day = days[0]
    weekdays = [name for name in day_name if re.search(rf"\b{name}\b", words)]
    months = [
        number
        for names in (month_name, month_abbr)
        for number, name in enumerate(names)
        if name and re.search(rf"\b{name}\b", words)
    ]
    years = re.findall(r"\b(?:19|20)\d\d\b", words)
    numbers = re.findall(r"(?<![:.\d])(\d\d?)(?:st|nd|rd|th)?(?![:.\d]|[ap]m| [ap]\.m)", words)
    return (
        all(day_name[day.weekday()] == one for one in weekdays)
        and all(month == day.month for month in months)
        and all(int(year) == day.year for year in years)
        and (not months or not numbers or day.day in map(int, numbers))
    )
