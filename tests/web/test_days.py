"""The first page: the stories of a day."""

from __future__ import annotations

from starlette.testclient import TestClient

from tests.web.records import STORY


def test_the_first_page_is_of_the_newest_day(client: TestClient) -> None:
    days = client.get("/articles.json").json()["articles"]
    newest = max(one["published"] for one in days if one["published"])
    assert client.get("/index.json").json()["day"] == newest


def test_a_day_shows_its_stories_and_the_articles_that_are_in_none(client: TestClient) -> None:
    told = client.get("/index.json?day=2031-03-14").json()
    assert [one["id"] for one in told["stories"]] == [STORY]
    assert not any(one["story"] for one in told["apart"])
    page = client.get("/index?day=2031-03-14").text
    assert f'href="/story/{STORY}"' in page
    assert "independent source" in page


def test_a_day_without_anything_says_so(client: TestClient) -> None:
    assert "Nothing was published" in client.get("/index?day=1999-01-01").text


def test_the_first_page_is_small(client: TestClient) -> None:
    page = client.get("/")
    parts = [client.get(f"/static/{one}") for one in ("site.css", "site.js", "mark.svg")]
    assert len(page.content) + sum(len(one.content) for one in parts) < 200_000
