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
