"""A source, on the screen."""

from __future__ import annotations

from starlette.testclient import TestClient

from onrecord.store import Record
from onrecord.web.sources import group_by_way, quote_sayings
from tests.readings import TEXT, make_reading


def test_statements_are_grouped_by_the_hands_that_they_went_through(record: Record) -> None:
    (found, *_) = record.who("two senior officials")
    ways = group_by_way(found.sayings)
    assert sum(len(one.sayings) for one in ways) == len(found.sayings)
    names = [[link.name for _, link in way.hands] for way in ways]
    assert ["Harbour Gazette", "Northern Star"] in names


def test_a_source_is_shown_with_those_through_whom_it_came(
    client: TestClient, record: Record
) -> None:
    (found, *_) = record.who("two senior officials")
    page = client.get(f"/source/{found.source.id}").text
    assert "describe and do not name" in page
    assert "Through <a" in page
    assert "Northern Star" in page


def test_each_statement_stands_in_its_words_with_its_own_marked(
    client: TestClient, record: Record
) -> None:
    (found, *_) = record.who("Dara Quill")
    page = client.get(f"/source/{found.source.id}").text
    for one in found.sayings:
        text = TEXT if one.article.id == make_reading().article.id else ""
        quoted = quote_sayings(record, (one,))[one.article.id, one.id].pieces
        shown = "".join(piece.words for piece in quoted)
        assert not text or shown.strip("…") in text
        marked = [piece.words for piece in quoted if piece.marked]
        assert "".join(marked) == "".join(one.words.split(" … "))
        assert f'href="/article/{one.article.id}#{one.id}"' in page
    assert "<mark><bdi>" in page


def test_a_name_leads_to_its_sources(client: TestClient) -> None:
    rows = client.get("/sources.json?name=Quill").json()["sources"]
    assert rows[0]["name"] == "Dara Quill"
    named = client.get("/sources.json?named=named").json()["sources"]
    assert named
    assert not any(one["unnamed"] for one in named)
    assert "No source of that name" in client.get("/sources?name=zzz").text
