"""A story and its claims, on the screen."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlencode

from starlette.testclient import TestClient

from onrecord.store import Record
from onrecord.web.site import Site
from tests.web.records import CLAIM, IDS, STORY


def test_a_story_has_its_pages_graph_claims_and_timeline(client: TestClient) -> None:
    page = client.get(f"/story/{STORY}").text
    for article in IDS.values():
        assert f'href="/article/{article}"' in page
    assert CLAIM in page
    assert page.count("<svg") >= 2
    assert 'id="t1"' in page
    twin = client.get(f"/story/{STORY}.json").json()
    assert {one["id"] for one in twin["articles"]} == set(IDS.values())
    assert [one["id"] for one in twin["timeline"]] == ["t1", "t2"]
    assert twin["claims"][0]["text"] == CLAIM


def test_a_taking_that_a_person_says_no_to_leaves_the_graph(client: TestClient, site: Site) -> None:
    before = client.get(f"/story/{STORY}").text
    ids = re.findall(r'name="target" value="derivation"><input[^>]*value="([^"]+)"', before)
    fields = {"kind": "reject", "target": "derivation", "finding": unescape(ids[0])}
    answer = client.post(
        "/correct",
        content=urlencode({"token": site.token, "who": "Ada Brook", "back": "/", **fields}),
        headers={"content-type": "application/x-www-form-urlencoded"},
        follow_redirects=False,
    )
    assert answer.status_code == 303
    after = client.get(f"/story/{STORY}").text
    assert after.count('class="taking ') < before.count('class="taking ')
    assert "took it from" in client.get("/corrections").text


def test_the_graph_of_a_story_says_nothing_of_a_claim(client: TestClient) -> None:
    page = client.get(f"/story/{STORY}").text
    assert "does not say it itself" not in page
    assert "a page of the story" in page


def test_a_claim_is_shown_with_who_stands_behind_it_and_leads_to_its_pages(
    client: TestClient, record: Record
) -> None:
    claim = record.traces()[0].claim
    page = client.get(f"/claim/{claim.id}").text
    assert CLAIM in page
    assert "two engineers" in page
    assert f'href="/article/{IDS["post"]}"' in page
    twin = client.get(f"/claim/{claim.id}.json").json()["claim"]
    independent = claim.independence
    assert (twin["independent"]["min"], twin["independent"]["max"]) == (
        independent.min,
        independent.max,
    )


def test_all_claims_are_listed_with_those_who_deny_them(client: TestClient) -> None:
    page = client.get("/claims").text
    assert CLAIM in page
    assert "denied on" in page
