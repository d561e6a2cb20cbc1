"""Events and contested claims as a browser shows them."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings

from onrecord.record import Block, EventPlace, Participant, Reading, Span
from tests.event_readings import PARAGRAPHS, make_event_reading
from tests.painting.test_html_report import ATTACK, Page, render
from tests.record.drawn_readings import readings


def cards(reading: Reading) -> str:
    code = render(reading)
    return code[code.index('id="page-1-events"') : code.index('id="page-1-people"')]


def targets(page: Page) -> set[str]:
    hrefs = {attributes.get("href") or "" for tag, attributes in page.tags if tag == "a"}
    return {href[1:] for href in hrefs if href.startswith("#")}


def test_every_event_has_a_stable_place_in_text_and_panel() -> None:
    reading = make_event_reading()
    page = Page(render(reading))
    for event in reading.events:
        assert f"{event.id}-card" in page.ids
        assert f"{event.id}-event" in page.ids
        assert f"{event.id}-event" in targets(page)


def test_every_mention_of_an_event_has_its_own_standing_in_the_text() -> None:
    page = Page(render(make_event_reading()))
    marked = [
        (attributes.get("class") or "").split()
        for tag, attributes in page.tags
        if tag == "span" and "data-e" in attributes
    ]
    standings = [next(name for name in one if name.startswith("is-")) for one in marked]
    assert standings.count("is-happened") == 3
    assert standings.count("is-reported") == 2
    assert standings.count("is-denied") == 1


def test_a_card_says_standing_parties_day_place_and_code() -> None:
    first = cards(make_event_reading()).split("</li>")[0]
    words = re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", first))
    for told in (
        "happened",
        "attack (by drone): A drone → Oran Tesk , his driver",
        "Fri 3 January 2031 · the airport of Merrow · 47.6° N, 40.8° W",
        "ASSAULT · material conflict · 80%",
    ):
        assert told in words


def test_whose_word_it_is_leads_to_the_statement() -> None:
    reading = make_event_reading()
    href = f'href="#{reading.events[1].within}-chain"'
    assert f"<a {href}>claimed by Kestria</a>" in cards(reading)


def test_a_participant_leads_to_its_card() -> None:
    assert '<a href="#e-tesk-card"><bdi>Oran Tesk</bdi></a>' in cards(make_event_reading())


def test_both_sides_of_a_contest_lead_to_their_words() -> None:
    page = Page(render(make_event_reading()))
    places = {"c-doubt-contest", "c-doubt-contest-2", "c-doubt-contest-3"}
    assert places <= set(page.ids)
    assert places <= targets(page)


def test_the_timeline_leads_to_the_cards_of_its_events() -> None:
    code = render(make_event_reading())
    timeline = code[code.index('<details class="timeline"') : code.index('class="columns"')]
    assert timeline.count('class="happening is-') == 4
    assert "3 events without a day: see the list beside the text" in timeline


def test_the_article_can_be_read_in_full_between_the_marks() -> None:
    words = "".join(Page(render(make_event_reading())).words)
    assert all(paragraph in words for paragraph in PARAGRAPHS)


def test_an_event_outside_every_block_leads_nowhere() -> None:
    reading = make_event_reading()
    article = replace(reading.article, blocks=(Block("paragraph", Span(0, 20)),))
    page = Page(render(replace(reading, article=article)))
    assert targets(page) <= set(page.ids)


def test_an_article_read_twice_has_two_places_for_everything() -> None:
    page = Page(render(make_event_reading(), make_event_reading()))
    assert len(page.ids) == len(set(page.ids))
    assert "v-strike.2-card" in page.ids
    assert targets(page) <= set(page.ids)


@settings(max_examples=40, deadline=None)
@given(readings())
def test_any_reading_has_a_page_whose_links_lead_somewhere(reading: Reading) -> None:
    page = Page(render(reading))
    assert len(page.ids) == len(set(page.ids))
    assert targets(page) <= set(page.ids)


def test_no_words_of_a_page_become_code() -> None:
    reading = make_event_reading()
    text = (ATTACK * 40)[: len(reading.article.text)]
    somebody = (Participant(ATTACK, None, Span(0, 9)),)
    events = tuple(
        replace(one, type=ATTACK, mode=(ATTACK,), actors=somebody,
                place=EventPlace(ATTACK, Span(0, 9)))
        for one in reading.events
    )  # fmt: skip
    entities = tuple(replace(one, name=ATTACK, roles=(ATTACK,)) for one in reading.entities)
    article = replace(reading.article, text=text)
    page = Page(render(replace(reading, article=article, events=events, entities=entities)))
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not any(tag == "img" for tag, _ in page.tags)
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
