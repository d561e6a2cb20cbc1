"""What ``onrecord trace --json`` prints."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from onrecord.painting.trace_json import to_trace_json
from tests.painting.traces import CLAIM, IDS, PLACES, make_corpus, make_trace


def pack(queries: dict[str, str] | None = None) -> dict[str, Any]:
    line = to_trace_json(make_trace(), make_corpus(), places=PLACES, queries=queries or {})
    assert "\n" not in line
    packed: dict[str, Any] = json.loads(line)
    return packed


def test_the_claim_has_its_pages_its_count_and_its_first() -> None:
    claim = pack()["claim"]
    assert (claim["text"], claim["first"]) == (CLAIM, IDS["post"])
    assert len(claim["asserting"]) == 7
    assert claim["denying"] == [IDS["office"]]
    counted = claim["independent"]
    assert (counted["min"], counted["max"]) == (2, 3)
    assert sum(one["adds_max"] for one in counted["why"]) == 3


def test_the_id_of_a_file_of_claims_is_given_back() -> None:
    assert pack({"c1": "q07"})["claim"]["query"] == "q07"
    assert pack()["claim"]["query"] is None


def test_every_article_that_is_named_is_told_with_its_date_and_place() -> None:
    packed = pack()
    told = {one["id"]: one for one in packed["articles"]}
    assert set(told) == set(IDS.values())
    assert told[IDS["post"]]["published"] == "2031-03-14T04:30:00+00:00"
    assert told[IDS["now"]]["published"] == "2031-03-15"
    assert told[IDS["slip"]]["published"] is None
    assert told[IDS["slip"]]["where"] == "pages/slip.html"
    assert told[IDS["slip"]]["kind"] == "syndicated"
    assert told[IDS["slip"]]["story"] == "t1"


def test_tellings_have_their_words() -> None:
    first = pack()["claim"]["tellings"][0]
    assert first["words"] == ["The harbour wall was cracked"]
    assert first["spans"] == [[0, 28]]
    assert first["statement"] == "s1"


def test_rivals_derivations_and_circles_are_told_whole() -> None:
    packed = pack()
    assert packed["contradictions"][0]["second"] == packed["rivals"][0]["id"]
    assert packed["circles"][0]["articles"][0] == IDS["post"]
    assert {one["credited"] for one in packed["derivations"]} == {"named", "vague", "none"}


def test_a_lone_surrogate_is_no_json_and_is_replaced() -> None:
    trace = make_trace()
    trace = replace(trace, claim=replace(trace.claim, text="a \ud800 b"))
    line = to_trace_json(trace, make_corpus(), places=PLACES, queries={})
    assert json.loads(line)["claim"]["text"] == "a ? b"
