"""Readings with times, made by hand of an article of our own writing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.record import (
    Article,
    Block,
    CalendarValue,
    DateOfRecord,
    Reading,
    Span,
    Stamp,
    TimeExpression,
    article_id,
)

PARAGRAPHS = (
    "The dam at Ostrel was breached early on Friday, three days after engineers had asked for the "
    "gates to be opened, the regional water board said.",
    "On 29 December the board's chair, Mara Venn, travelled to the capital, where she and two "
    "deputies were shown the figures that the engineers had drawn up over the ten years since the "
    "last inspection, and where, by her own account, nobody in the room asked a single question.",
    "A report of autumn 2018 had put the risk at one in forty. The first weir at Ostrel was built "
    "in 55 BC, and the dam in the 1960s.",
    "Now and then the gates stick. “For days and weeks we had no power,” said a miller. The breach "
    "on Friday has been followed by rain every day.",
    "The inquiry will open on 2 February or 5 March and is to report between April and June.",
)
TEXT = "\n\n".join(PARAGRAPHS)
URL = "https://courier.example/2020/01/ostrel"
FRIDAY = date(2020, 1, 3)


def find(words: str, after: str = "") -> Span:
    """The span of ``words`` in the text, the first one that stands after ``after``."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def publish(
    earliest: date, latest: date, best: date, *, reason: str = "", conflict: bool = False
) -> DateOfRecord:
    """A chosen day of publication."""
    return DateOfRecord(
        role="published",
        earliest=earliest,
        latest=latest,
        best=best,
        edtf=f"[{earliest}..{latest}]",
        found_by="solver",
        reason=reason or "the page's own metadata",
        chosen=True,
        conflict=conflict,
    )


MONDAY = publish(date(2020, 1, 6), date(2020, 1, 6), date(2020, 1, 6))
SOME_DAY = publish(
    date(2020, 1, 5),
    date(2020, 1, 7),
    date(2020, 1, 6),
    reason="Friday with 3 January is in 2014, 2020 or 2025; the text tells of 4 January as past; "
    "the page was saved on 15 January 2021",
)
SAVED = DateOfRecord(
    role="crawled",
    earliest=date(2021, 1, 15),
    latest=date(2021, 1, 15),
    best=date(2021, 1, 15),
    edtf="2021-01-15",
    found_by="clock",
    reason="a clock in the page's head",
    chosen=True,
)


def make_times() -> tuple[TimeExpression, ...]:
    """Times of every sort, in order of the text."""

    def day(id_: str, span: Span, one: date, **more: object) -> TimeExpression:
        value = one.isoformat()
        whole = TimeExpression(id_, span, "DATE", value, value, one, one, one, rule="weekday-past")
        return replace(whole, **more)  # type: ignore[arg-type]

    friday = day("t1", find("early on Friday"), FRIDAY, anchor="publication", score=0.93)
    or_march = CalendarValue(
        "2020-03-05", "2020-03-05", date(2020, 3, 5), date(2020, 3, 5), date(2020, 3, 5)
    )
    return (
        friday,
        day("t2", find("three days after"), date(2019, 12, 31), anchor="time", anchor_id="t1"),
        day("t3", find("29 December"), date(2019, 12, 29), rule="nearest"),
        TimeExpression("t4", find("the ten years"), "DURATION", "P10Y"),
        TimeExpression(
            "t5",
            find("autumn 2018"),
            "DATE",
            "2018-FA",
            "2018-23",
            date(2018, 9, 1),
            date(2018, 11, 30),
            date(2018, 10, 15),
        ),
        TimeExpression("t6", find("55 BC"), "DATE", "BC0055", "-0054"),
        TimeExpression(
            "t7",
            find("the 1960s"),
            "DATE",
            "196",
            "196X",
            date(1960, 1, 1),
            date(1969, 12, 31),
            date(1965, 1, 1),
        ),
        TimeExpression("t8", find("Now and then"), "SET", "P1D"),
        TimeExpression("t9", find("days and weeks"), "DURATION", "PXD", generic=True),
        day("t10", find("Friday", "The breach"), FRIDAY, anchor="publication", score=0.93),
        TimeExpression("t11", find("every day"), "SET", "P1D"),
        day("t12", find("2 February"), date(2020, 2, 2), alternatives=(or_march,)),
        TimeExpression(
            "t13",
            find("between April and June"),
            "DATE",
            "2020-04",
            "[2020-04..2020-06]",
            date(2020, 4, 1),
            date(2020, 6, 30),
            date(2020, 5, 15),
        ),
    )


DOUBTFUL = replace(MONDAY, conflict=True)


def make_spread_time() -> TimeExpression:
    """What was counted from a publication between two days, and lies between two days so."""
    first, last = FRIDAY, FRIDAY + timedelta(days=2)
    return replace(
        make_times()[0], edtf=f"[{first}..{last}]", earliest=first, latest=last, best=first
    )


def make_dated_reading(
    published: DateOfRecord | None = MONDAY, times: tuple[TimeExpression, ...] | None = None
) -> Reading:
    """The whole reading; publication on a Monday unless another day is given."""
    article = Article(
        id=article_id(URL, TEXT),
        url=URL,
        outlet="Ostrel Courier",
        title="Dam gates stayed shut for three days, engineers say",
        authors=("Ines Hallam",),
        language="en",
        text=TEXT,
        dates=(SAVED,) if published is None else (published, SAVED),
        blocks=tuple(Block("paragraph", find(paragraph)) for paragraph in PARAGRAPHS),
    )
    return Reading(article, Stamp("0.1.0", "by hand", "en"), times=times or make_times())


def make_crowded_reading(number: int = 500, *, step: int = 1) -> Reading:
    """A reading with ``number`` times in as many sentences, ``step`` days from one to the next."""
    first = date(2019, 1, 1)
    sentences = [
        f"On {first + timedelta(days=step * place)} the gauge was read." for place in range(number)
    ]
    text = " ".join(sentences)
    times = []
    reached = 0
    for place in range(number):
        one = first + timedelta(days=step * place)
        start = text.index(str(one), reached)
        reached = start + 10
        span = Span(start, reached)
        times.append(TimeExpression(f"t{place}", span, "DATE", str(one), str(one), one, one, one))
    article = replace(
        make_dated_reading().article,
        text=text,
        blocks=(Block("paragraph", Span(0, len(text))),),
    )
    return Reading(article, Stamp("0.1.0", "by hand", "en"), times=tuple(times))
