"""People and places as a browser shows them."""

from __future__ import annotations

from dataclasses import replace

from onrecord.painting.html_people import CARDS_SHOWN, LEADS_SHOWN
from onrecord.record import Entity, Reading, Span
from tests.event_readings import make_event_reading
from tests.painting.test_html_report import Page, render
from tests.readings import make_reading


def people(reading: Reading) -> str:
    code = render(reading)
    return code[code.index('id="page-1-people"') : code.index("</aside>")]


def test_every_mention_of_everybody_is_marked_and_led_to() -> None:
    reading = make_event_reading()
    page = Page(render(reading))
    hrefs = {attributes.get("href") for tag, attributes in page.tags if tag == "a"}
    for entity in reading.entities:
        assert f"{entity.id}-card" in page.ids
        role = "where" if entity.kind in ("place", "facility") else "who"
        for part in range(1, len(entity.mentions) + 1):
            place = f"{entity.id}-{role}" + (f"-{part}" if part > 1 else "")
            assert place in page.ids
            assert f"#{place}" in hrefs


def test_a_name_stands_out_more_than_a_pronoun_and_than_who_is_unresolved() -> None:
    page = Page(render(make_event_reading()))
    marked = {
        attributes["data-p"]: (attributes.get("class") or "").split()
        for tag, attributes in page.tags
        if tag == "span" and "data-p" in attributes
    }
    looks = {look for classes in marked.values() for look in classes}
    assert {"by-name", "by-nominal", "by-pronoun", "unresolved"} <= looks


def test_overlapping_names_are_both_there() -> None:
    page = Page(render(make_event_reading()))
    numbers = [
        attributes["data-p"] for tag, attributes in page.tags if "data-p" in attributes
        and tag == "span"
    ]  # fmt: skip
    assert any(" " in one for one in numbers)


def test_who_could_not_be_told_is_folded_away_and_there() -> None:
    code = people(make_event_reading())
    assert "<summary>2 not led back to anybody named</summary>" in code
    assert 'id="e-official-card"' in code


def test_of_very_many_people_the_rest_is_folded() -> None:
    reading = make_event_reading()
    crowd = tuple(Entity(f"p{at}", f"P {at}", "person", (Span(at, at + 1),)) for at in range(30))
    code = people(replace(reading, entities=(*reading.entities, *crowd)))
    assert code.count('data-p="') == len(reading.entities) + 30
    assert f"and {30 + 7 - CARDS_SHOWN} others" in code


def test_of_very_many_mentions_the_rest_is_folded() -> None:
    reading = make_event_reading()
    often = Entity("p", "P", "person", tuple(Span(at, at + 1) for at in range(40)))
    code = people(replace(reading, entities=(*reading.entities, often)))
    assert f"{40 - LEADS_SHOWN} more mentions" in code
    assert code.count('href="#p-who') == 40


def test_a_reading_of_nobody_has_no_such_part() -> None:
    assert 'id="page-1-people"' not in render(
        replace(make_reading(), entities=(), statements=(), events=())
    )
