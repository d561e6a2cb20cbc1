"""All addresses of the site, each with its twin."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from onrecord.store import Record
from onrecord.web.application import make_site
from onrecord.web.safety import POLICY
from onrecord.web.site import Site
from tests.readings import make_reading
from tests.web.records import STORY, make_harmful

READING = make_reading()
ARTICLE = READING.article.id
STATEMENT = READING.statements[0].id


def addresses(record: Record) -> tuple[str, ...]:
    return (
        "/index", "/index?days=all", "/articles", f"/article/{ARTICLE}",
        f"/article/{ARTICLE}/finding/{STATEMENT}", "/sources", "/sources?name=Quill",
        f"/source/{record.who('Dara Quill')[0].source.id}", "/search?q=hull", "/search", "/claims",
        f"/claim/{record.traces()[0].claim.id}", f"/story/{STORY}", "/audit", "/audit?by=author",
        "/audit?by=story", "/dyad", "/dyad?a=harbour+office&b=Tidewater+Post", "/corrections",
    )  # fmt: skip


SHAPES = {
    "index": "day stories apart page more",
    "articles": "articles page more",
    "article": "row reading corrections",
    "finding": "article target finding original corrections",
    "sources": "sources page more",
    "source": "source sayings passed_on corrections",
    "search": "query by page more hits meant sources",
    "claims": "claims page more",
    "claim": "claim derivations circles contradictions rivals articles issues corrections",
    "story": "id title pages outlets kinds articles claims timeline corrections",
    "audit": "by rows",
    "dyad": "a b pairs events",
    "corrections": "corrections",
}
"""The keys that a program that asks a twin counts on."""


def shape_of(address: str) -> str:
    parts = address.partition("?")[0].split("/")
    return parts[3] if len(parts) > 4 else parts[1]


def twin_of(address: str) -> str:
    path, mark, query = address.partition("?")
    return f"{path}.json{mark}{query}"


def test_every_screen_has_a_page_and_a_twin_at_the_same_address(
    client: TestClient, record: Record
) -> None:
    for address in addresses(record):
        page, twin = client.get(address), client.get(twin_of(address))
        assert (page.status_code, twin.status_code) == (200, 200), address
        assert f'href="{twin_of(address)}"'.replace("&", "&amp;") in page.text
        assert twin.headers["content-type"] == "application/json"
        assert twin.json()


def test_a_twin_keeps_its_form_and_says_the_same_twice(client: TestClient, record: Record) -> None:
    for address in addresses(record):
        first, second = (client.get(twin_of(address)) for _ in range(2))
        assert first.content == second.content, address
        wanted = set(SHAPES[shape_of(address)].split())
        assert wanted <= set(first.json()), (address, set(first.json()))


def test_every_answer_forbids_strange_code_and_anything_from_elsewhere(
    client: TestClient, record: Record
) -> None:
    for address in (*addresses(record), "/nothing", "/static/site.css", "/corrections.json"):
        headers = client.get(address).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
    assert "'unsafe" not in POLICY
    assert "script-src 'self'" in POLICY


def test_no_page_has_code_or_style_of_its_own_nor_fetches_from_elsewhere(
    client: TestClient, record: Record
) -> None:
    for address in addresses(record):
        page = client.get(address).text
        assert not re.search(
            r"<script(?! src=\"/static/)|<style|\sstyle=[\"']|\son[a-z]+=[\"']", page
        )
        assert not re.search(r"(?:src|<link[^>]*href)=\"(?!/)", page)


def test_nothing_that_a_page_says_becomes_code(client: TestClient) -> None:
    harmful = make_harmful()
    article = f"/article/{harmful.article.id}"
    findings = (harmful.statements[0], harmful.events[0], harmful.entities[0])
    for address in (
        "/index?days=all", "/articles", article, "/search?q=barge", "/search?q=quay&by=both",
        "/sources", "/audit", "/audit?by=author",
        *(f"{article}/finding/{one.id}" for one in findings),
    ):  # fmt: skip
        page = client.get(address).text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "<svg onload" not in page
        assert '" autofocus onfocus="' not in page
        assert "&lt;script&gt;" in page
        assert 'href="javascript:' not in page


def test_a_character_that_turns_the_direction_is_shown_and_does_not_act(
    client: TestClient,
) -> None:
    harmful = make_harmful()
    article = f"/article/{harmful.article.id}"
    for address in (
        article,
        f"{article}/finding/{harmful.entities[0].id}",
        "/sources",
        "/articles",
    ):
        page = client.get(address).text
        assert not set(page) & set("\u202e\u2066\u200f\x1b\x07\ufeff"), address
        assert "⟨U+202E⟩" in page


def test_what_is_not_on_record_is_said_to_be_missing(client: TestClient) -> None:
    for address in ("/article/none", "/source/x", "/source/99999", "/story/s", "/claim/c", "/a/b"):
        page = client.get(address)
        assert page.status_code == 404
        assert "There is nothing at this address" in page.text
        twin = client.get(f"{address}.json")
        assert (twin.status_code, twin.json()["error"]) == (404, "missing")


def test_a_name_of_another_machine_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "rebound.example"}).status_code == 400


def test_only_the_files_of_the_site_are_handed_out(client: TestClient) -> None:
    assert client.get("/static/site.css").headers["content-type"].startswith("text/css")
    for name in ("report.html", "../site.py", "%2e%2e%2fsite.py", ""):
        assert client.get(f"/static/{name}").status_code == 404


def test_what_makes_no_sense_is_refused_in_words(client: TestClient) -> None:
    page = client.get("/index?day=tomorrow")
    assert page.status_code == 400
    assert "tomorrow" in page.text
    assert client.get("/audit?by=weather").status_code == 400
    assert client.get("/search?q=" + "a" * 600).status_code == 400
    assert client.get("/articles?page=-1").status_code == 400


def test_a_fault_is_told_as_one_and_under_the_same_policy(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret words of a page")

    monkeypatch.setattr(Record, "traces", fail)
    client = TestClient(make_site(site), base_url="http://127.0.0.1", raise_server_exceptions=False)
    for address in ("/claims", "/claims.json"):
        answer = client.get(address)
        assert answer.status_code == 500
        assert "ZeroDivisionError" in answer.text
        assert "secret" not in answer.text
        assert answer.headers["content-security-policy"] == POLICY
