"""The timeline as a browser shows it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from onrecord.painting.html_timeline import ROWS_SHOWN, SENTENCES_SHOWN, show_timeline
from onrecord.painting.timeline import order_times
from onrecord.record import Block, Reading, Span
from tests.dated_readings import (
    DOUBTFUL,
    MONDAY,
    PARAGRAPHS,
    SOME_DAY,
    find,
    make_crowded_reading,
    make_dated_reading,
    make_times,
)
from tests.painting.test_html_report import ATTACK, Page, render
from tests.readings import make_reading


def show(reading: Reading) -> str:
    return show_timeline(order_times(reading), reading, 1, {})


def overlay_times() -> Reading:
    """A reading with statements, and times at places that cut them."""
    reading = make_reading()
    one = make_times()[2]
    spans = [span for said in reading.statements for span in said.content]
    times = [
        replace(one, id=f"t{at}", span=Span(span.start + 2, span.end + 3))
        for at, span in enumerate(spans)
        if span.end + 3 <= len(reading.article.text)
    ]
    return replace(reading, times=tuple(times))


def test_every_time_is_marked_in_the_text_and_told_in_a_tooltip() -> None:
    marked = [
        attributes
        for tag, attributes in Page(render(make_dated_reading())).tags
        if tag == "span" and attributes.get("class") == "when" and "data-t" in attributes
    ]
    assert [one["data-t"] for one in marked] == [str(number) for number in range(1, 14)]
    assert (marked[0]["title"] or "").split("\n") == [
        "TIMEX3 DATE 2020-01-03",
        "EDTF 2020-01-03",
        "2020-01-03",
        "counted from the day of publication, 6 January 2020",
        "rule weekday-past, right in 93% of the cases it was measured on",
    ]
    assert "counted from “early on Friday”" in (marked[1]["title"] or "")


def test_a_tooltip_says_what_an_unsure_publication_leaves_open() -> None:
    assert "\nif published on 6 January\n" in render(make_dated_reading(DOUBTFUL))


@pytest.mark.parametrize("published", [MONDAY, SOME_DAY, None])
def test_every_time_leads_from_the_timeline_to_the_text(published: object) -> None:
    page = Page(render(make_dated_reading(published)))  # type: ignore[arg-type]
    targets = {attributes.get("href") for tag, attributes in page.tags if tag == "a"}
    for number in range(1, 14):
        assert f"page-1-when-{number}" in page.ids
        assert f"#page-1-when-{number}" in targets


def test_a_time_outside_every_block_leads_nowhere() -> None:
    reading = make_dated_reading()
    article = replace(reading.article, blocks=(Block("paragraph", Span(0, 60)),))
    page = Page(render(replace(reading, article=article)))
    targets = {(attributes.get("href") or "")[1:] for tag, attributes in page.tags if tag == "a"}
    assert {target for target in targets if "when" in target} <= set(page.ids)


def test_the_article_can_be_read_in_full_between_the_marks_of_times() -> None:
    words = "".join(Page(render(make_dated_reading())).words)
    assert all(paragraph in words for paragraph in PARAGRAPHS)


def test_a_time_in_a_statement_leaves_the_statement_its_colour() -> None:
    code = render(overlay_times())
    assert re.search(r'class="said content when hue-\d', code)
    assert len(Page(code).ids) == len(set(Page(code).ids))


def test_the_rows_are_those_of_the_timeline() -> None:
    code = show(make_dated_reading(DOUBTFUL))
    assert code.count('class="entry"') + code.count('class="entry shaky"') == 8
    assert code.count('class="entry shaky"') == 2
    assert "or Thu 5 March 2020" in code


def test_a_publication_between_two_days_is_a_line_of_the_timeline() -> None:
    code = show(make_dated_reading(SOME_DAY))
    assert "this page was published, between 5 and 7 January 2020" in code


def test_a_reading_without_times_has_no_timeline() -> None:
    assert show(make_reading()) == ""


def test_of_very_many_dates_the_far_ones_are_folded_and_none_is_lost() -> None:
    code = show(make_crowded_reading(500))
    assert code.count('<li class="entry') == 502
    shown = code.split("</details>")[1].split("<details>")[0]
    assert shown.count('<li class="entry') == ROWS_SHOWN
    assert not code.startswith('<details class="timeline" open')


def test_of_very_many_sentences_of_a_day_the_rest_is_folded() -> None:
    code = show(make_crowded_reading(SENTENCES_SHOWN + 4, step=0))
    assert "and 4 mentions beside these" in code
    assert code.count("<li data-t=") == SENTENCES_SHOWN + 4


def test_two_times_of_one_day_in_one_sentence_are_one_line_with_notes_of_both() -> None:
    first = make_times()[0]
    second = replace(first, id="t2", span=find("three days after"))
    code = show(make_dated_reading(times=(first, second)))
    assert code.count('<li data-t="1 2">') == 1
    assert code.count('class="notes"') == 2


def test_no_words_of_a_page_become_code() -> None:
    reading = make_dated_reading()
    text = ATTACK * 20
    times = tuple(
        replace(one, span=Span(at * 7, at * 7 + 40), value=ATTACK, rule=ATTACK)
        for at, one in enumerate(make_times())
    )
    article = replace(reading.article, text=text, blocks=())
    tags = Page(render(replace(reading, article=article, times=times))).tags
    assert [tag for tag, _ in tags].count("script") == 1
    assert not any(tag == "img" for tag, _ in tags)
    assert not any(name.startswith("on") for _, attributes in tags for name in attributes)
