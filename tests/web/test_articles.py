"""An article, on the screen."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from onrecord.record import from_json
from onrecord.store import Correction, Record
from tests.readings import make_reading

READING = make_reading()
ADDRESS = f"/article/{READING.article.id}"


def test_every_statement_has_its_place_and_its_chain(client: TestClient) -> None:
    page = client.get(ADDRESS).text
    for one in READING.statements:
        assert f'id="{one.id}"' in page or f'id="{one.id}-content' in page
        assert f'id="{one.id}-chain"' in page
        assert f'href="{ADDRESS}/finding/{one.id}"' in page


def test_furniture_issues_and_dates_with_their_reasons_are_there(client: TestClient) -> None:
    page = client.get(ADDRESS).text
    for one in READING.article.furniture:
        assert one.text in page
    assert "Left out of the text" in page
    assert "Not understood" in page
    assert re.search(r'class="reasons"', page)


def test_the_twin_holds_the_whole_reading(client: TestClient) -> None:
    import json

    twin = client.get(f"{ADDRESS}.json").json()
    assert from_json(json.dumps(twin["reading"])) == READING
    assert twin["row"]["id"] == READING.article.id


def test_any_place_of_the_text_can_be_marked(client: TestClient) -> None:
    page = client.get(f"{ADDRESS}?found=4-15,16-21").text
    assert '<i id="found-1"></i>' in page
    assert '<i id="found-2"></i>' in page
    marked = re.findall(r'<span class="[^"]*\bfound\b[^"]*"[^>]*>([^<]*)</span>', page)
    assert "".join(marked) == READING.article.text[4:15] + READING.article.text[16:21]


@pytest.mark.parametrize("found", ["1", "5-4", "1-x", "0-999999", "4-5;6-7", "-1-2"])
def test_a_place_that_is_none_is_refused(client: TestClient, found: str) -> None:
    assert client.get(ADDRESS, params={"found": found}).status_code == 400


def test_what_people_said_is_marked_in_the_text_and_in_the_margin(
    client: TestClient, record: Record
) -> None:
    statement, entity = READING.statements[0], READING.entities[0]
    for one, target in ((statement.id, "statement"), (entity.id, "entity")):
        record.correct(Correction("accept", target, one, "Ada <b>Brook", READING.article.id))  # type: ignore[arg-type]
    page = client.get(ADDRESS).text
    number = re.search(
        rf'<a class="mark [^"]*checked accepted"[^>]*id="{statement.id}"[^>]*>', page
    )
    assert number
    assert "accepted by Ada &lt;b&gt;Brook" in number[0]
    assert re.search(rf'<i id="{entity.id}-\w+" class="checked accepted who-sign"></i>', page)
    beside = '<span class="verdict accepted"><bdi>accepted by Ada &lt;b&gt;Brook</bdi></span>'
    assert page.count(beside) == 2


def test_articles_are_narrowed_by_outlet(client: TestClient) -> None:
    rows = client.get("/articles.json?outlet=Coast+Radio").json()["articles"]
    assert {one["outlet"] for one in rows} == {"Coast Radio"}
