"""How newsrooms source what they tell, on the screen."""

from __future__ import annotations

from starlette.testclient import TestClient

from onrecord.web.audits import BAR, cut_bar


def test_a_bar_is_cut_in_the_shares_of_its_parts() -> None:
    parts = cut_bar((1, 2, 1))
    assert [part for part, _, _ in parts] == ["named", "unnamed", "unknown"]
    assert parts[1][1:] == (BAR / 4, BAR / 2)
    assert cut_bar((0, 0, 0)) == ()
    assert cut_bar((0, 3, 0)) == (("unnamed", 0.0, BAR),)


def test_the_counts_of_each_outlet_add_up(client: TestClient) -> None:
    rows = client.get("/audit.json").json()["rows"]
    assert len(rows) > 2
    for row in rows:
        assert row["named"] + row["unnamed"] + row["unknown"] == row["statements"]
        assert sum(many for _, many in row["kinds"]) == row["statements"]


def test_an_audit_is_by_author_or_story_too(client: TestClient) -> None:
    assert client.get("/audit.json?by=author").json()["by"] == "author"
    assert '<a href="/story/' in client.get("/audit?by=story").text
