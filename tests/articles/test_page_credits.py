"""Which other outlet a page names for machines."""

from __future__ import annotations

import json

from onrecord.articles import extract
from onrecord.record import Article, Page

BODY = (
    "<p>The bridge at Vell was closed on Monday after a crack was found in it, the agency said.</p>"
    "<p>It would stay shut for six weeks, and ferries would run every ten minutes until then.</p>"
)


def read(head: str = "", **described: object) -> Article:
    node = {"@type": "NewsArticle", "headline": "Bridge closed", **described}
    html = (
        f"<html><head><title>Bridge closed</title>{head}"
        f'<meta property="og:site_name" content="Selm Gazette">'
        f'<script type="application/ld+json">{json.dumps(node)}</script></head>'
        f"<body><article><h1>Bridge closed</h1>{BODY}</article></body></html>"
    )
    page = Page("bridge.html", html.encode(), "html", "https://www.selmgazette.example/bridge")
    article, _ = extract(page)
    assert article is not None
    return article


def named(article: Article) -> list[tuple[str, str]]:
    return [(one.name, one.place) for one in article.credits]


def test_a_source_organisation_is_credited() -> None:
    article = read(sourceOrganization={"@type": "Organization", "name": "Nordline"})
    assert named(article) == [("Nordline", "source")]


def test_an_organisation_as_author_is_credited() -> None:
    article = read(author=[{"@type": "Organization", "name": "Nordline/SG"}])
    assert named(article) == [("Nordline/SG", "author")]


def test_a_person_as_author_is_not() -> None:
    assert named(read(author=[{"@type": "Person", "name": "Rolf Aker"}])) == []


def test_a_canonical_address_at_another_host_is_credited() -> None:
    article = read('<link rel="canonical" href="https://www.nordline.example/2024/bridge">')
    assert named(article) == [("nordline.example", "canonical")]


def test_the_outlets_own_names_are_no_credit() -> None:
    publisher = {"@type": "Organization", "name": "Selm Gazette"}
    own = '<link rel="canonical" href="https://selmgazette.example/bridge">'
    assert named(read(own, publisher=publisher, provider=publisher)) == []


def test_the_source_that_a_feed_names_is_credited() -> None:
    assert named(read('<meta name="feed:source" content="Nordline">')) == [("Nordline", "feed")]
