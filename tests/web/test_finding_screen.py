"""A finding on its own, on the screen."""

from __future__ import annotations

import re
from html import unescape

from starlette.testclient import TestClient

from tests.event_readings import make_event_reading
from tests.readings import make_reading

READING = make_reading()


def test_an_event_and_an_entity_can_be_looked_at_closer(client: TestClient) -> None:
    reading = make_event_reading()
    for one in (*reading.events, *reading.entities):
        answer = client.get(f"/article/{reading.article.id}/finding/{one.id}")
        assert answer.status_code == 200
        assert "<mark>" in answer.text
        assert "Accept: this is right" in answer.text


def test_the_form_holds_the_statement_as_it_was_read(client: TestClient) -> None:
    for one in READING.statements:
        page = unescape(client.get(f"/article/{READING.article.id}/finding/{one.id}").text)
        assert f'<option value="{one.stance}" selected>' in page
        names = re.findall(r'name="name-\d" value="([^"]*)"', page)
        assert names == [*(link.name for link in one.chain.links[1:]), ""]


def test_a_finding_that_is_none_is_missing(client: TestClient) -> None:
    assert client.get(f"/article/{READING.article.id}/finding/s0").status_code == 404
    assert client.get(f"/article/none/finding/{READING.statements[0].id}").status_code == 404


def test_the_way_back_leads_to_the_place_in_the_article(client: TestClient) -> None:
    reading = make_event_reading()
    whole = client.get(f"/article/{reading.article.id}").text
    for one in (*reading.statements, *reading.events, *reading.entities):
        page = client.get(f"/article/{reading.article.id}/finding/{one.id}").text
        place = re.search(r'class="over"><a href="/article/\w+#([^"]+)"', page)
        assert place
        assert f'id="{place[1]}"' in whole


def test_an_excerpt_is_cut_at_words_and_marks_the_finding_alone(client: TestClient) -> None:
    text = READING.article.text
    for one in READING.statements:
        page = client.get(f"/article/{READING.article.id}/finding/{one.id}").text
        quoted = re.search(r'<blockquote class="quoted"[^>]*>(.*?)</blockquote>', page, re.DOTALL)
        assert quoted
        marked = re.findall(r"<mark><bdi>(.*?)</bdi></mark>", quoted[1], re.DOTALL)
        assert "".join(map(unescape, marked)) == "".join(span.cut(text) for span in one.content)
        shown = unescape(re.sub(r"<[^>]+>", "", quoted[1]))
        start = text.index(shown.strip("…"))
        end = start + len(shown.strip("…"))
        assert start == 0 or text[start - 1].isspace()
        assert end == len(text) or text[end - 1].isspace()
