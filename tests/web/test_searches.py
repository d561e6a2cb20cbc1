"""Search on the screen."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.readings import TEXT, make_reading


def test_each_hit_leads_to_its_words_in_the_article(client: TestClient) -> None:
    hits = client.get("/search.json?q=hull+letter").json()["hits"]
    spans = hits[0]["marked_in_article"]
    assert {TEXT[start:end].lower() for start, end in spans} == {"hull", "letter"}
    found = ",".join(f"{start}-{end}" for start, end in spans)
    href = f"/article/{make_reading().article.id}?found={found.replace(',', '%2C')}#found-1"
    assert f'href="{href}"' in client.get("/search?q=hull+letter").text


def test_every_word_of_a_query_is_marked(client: TestClient) -> None:
    page = client.get("/search?q=hull+letter").text
    assert "<mark><bdi>hull</bdi></mark>" in page
    assert "<mark><bdi>letter</bdi></mark>" in page


@pytest.mark.parametrize(
    "query", ['"', '""', "*", '"*("', "NEAR(", "a AND", "-", "' OR 1=1 --", "col:x", "\x00", "‮"]
)
def test_quotes_and_stars_are_words_and_run_nothing(client: TestClient, query: str) -> None:
    for address in ("/search", "/search.json", "/sources"):
        key = "name" if address == "/sources" else "q"
        assert client.get(address, params={key: query}).status_code == 200


def test_a_search_is_narrowed_by_outlet_and_by_whether_the_source_is_named(
    client: TestClient,
) -> None:
    def outlets(**asked: str) -> set[str]:
        hits = client.get("/search.json", params={"q": "wall", **asked}).json()["hits"]
        return {one["article"]["outlet"] for one in hits}

    assert len(outlets()) > 1
    assert outlets(outlet="Coast Radio") == {"Coast Radio"}
    assert client.get("/search?q=wall&named=perhaps").status_code == 400
    unnamed = client.get("/search.json?q=wall&named=unnamed").json()["hits"]
    assert all(one["sayings"][-1]["chain"][-1]["unnamed"] for one in unnamed)
