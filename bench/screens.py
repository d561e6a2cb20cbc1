"""Every screen of ``onrecord serve`` on a record: what its server takes to answer.

An address stands for a screen as an analyst comes to it: the lists, and of the rest the heaviest
that the record has (the story of most pages, the source of most statements) beside common ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from urllib.parse import quote, urlencode

from starlette.testclient import TestClient

from onrecord.store import Record
from onrecord.store.parts import list_days, list_pairs
from onrecord.web.application import make_site
from onrecord.web.site import Site

SOME = 20
"""Addresses of one kind that are asked in turn."""


@contextmanager
def open_site(record: Record) -> Iterator[TestClient]:
    """A browser without a window; what fails inside the site is raised here."""
    with TestClient(make_site(Site(record)), base_url="http://127.0.0.1") as client:
        yield client


def ask_screen(client: TestClient, address: str) -> bytes:
    """The page at ``address``; ValueError where the site has none."""
    answer = client.get(address)
    if answer.status_code != 200:
        raise ValueError(f"{address}: {answer.status_code}")
    return answer.content


def list_screens(record: Record) -> dict[str, tuple[str, ...]]:
    """The addresses of each screen, by what it shows."""
    articles = [one.id for one in record.articles(limit=SOME)]
    readings = [one for id_ in articles[:3] if (one := record.reading(id_)) is not None]
    sources = [one.id for one in record.sources(limit=SOME)]
    stories = record.stories(limit=SOME)
    outlet = record.outlets()[0][0]
    day = max(list_days(record, limit=100), key=lambda one: one[1])[0]
    traces = record.traces(limit=SOME)
    pairs = list_pairs(record, limit=SOME)
    largest = max(stories, key=lambda one: one.articles).id
    return {
        "the day": ("/",),
        "a day of many pages": (f"/?day={day}",),
        "all days": ("/?days=all", "/?days=all&page=3"),
        "a story": tuple(f"/story/{one.id}" for one in stories),
        "the largest story": (f"/story/{largest}",),
        "an article": tuple(f"/article/{one}" for one in articles),
        "a finding": tuple(
            f"/article/{one.article.id}/finding/{said.id}"
            for one in readings
            for said in islice(one.statements, 5)
        ),
        "articles": ("/articles", "/articles?page=20"),
        "articles of an outlet": (_ask("/articles", outlet=outlet),),
        "a source": tuple(f"/source/{one}" for one in sources),
        "sources": ("/sources", "/sources?named=named", "/sources?named=unnamed&page=2"),
        "sources by name": ("/sources?name=officials", "/sources?name=minister"),
        "claims": ("/claims", "/claims?page=5"),
        "a claim": tuple(f"/claim/{quote(one.claim.id, safe='')}" for one in traces),
        "search": ("/search?q=said", "/search?q=who+was", "/search?q=%22the+night%22"),
        "search, narrowed": (
            _ask("/search", q="said", outlet=outlet),
            "/search?q=was&factuality=denied",
            "/search?q=who&mode=direct&named=unnamed",
        ),
        "audit by outlet": ("/audit?by=outlet",),
        "audit by author": ("/audit?by=author",),
        "audit by story": ("/audit?by=story",),
        "audit, narrowed": (
            _ask("/audit", by="outlet", mode="direct"),
            _ask("/audit", by="author", earliest=str(day)),
        ),
        "pairs of actors": ("/dyad",),
        "a dyad": tuple(_ask("/dyad", a=one, b=other) for one, other, _ in pairs),
        "corrections": ("/corrections",),
    }


def _ask(path: str, **asked: str) -> str:
    return f"{path}?{urlencode(asked)}"
