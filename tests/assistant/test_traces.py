"""Who stands behind a claim, for one that was traced already and for a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.assistant import traces
from onrecord.assistant.traces import LISTED, Tracing, answer_trace
from onrecord.cli import gathering
from onrecord.cli.gathering import gather_record
from onrecord.record import Corpus, Reading, Stamp, Story
from onrecord.store import Record, open_record
from onrecord.stories.trace import read_corpus, trace_claim, trace_claims
from tests.assistant.asking import ask, refusal
from tests.painting.traces import CLAIM, IDS, make_corpus, make_trace
from tests.stories.pages import page

KEPT = make_trace().claim
OTHERS = tuple(
    Reading(
        page(f"Bakery {number} sold bread in the market.", url=f"https://b{number}.example/"),
        Stamp("0", "none", "en"),
    )
    for number in range(5)
)


@pytest.fixture
def large(tmp_path: Path) -> Iterator[Record]:
    walls = make_corpus()
    corpus = Corpus(
        (*walls.readings, *OTHERS),
        stories=(*walls.stories, *(Story(one.article.url, (one.article.id,)) for one in OTHERS)),
        derivations=walls.derivations,
        kinds=(*walls.kinds, *((one.article.id, "original") for one in OTHERS)),
        circles=walls.circles,
    )  # fmt: skip
    with open_record(tmp_path / "large.db", write=True) as record:
        record.put(corpus.readings)
        record.put_corpus(corpus)
        yield record


def test_the_steps_of_the_count_add_up_to_both_numbers(record: Record) -> None:
    counted = ask(record, "trace", claim=KEPT.id)["independent"]
    assert (counted["min"], counted["max"]) == (KEPT.independence.min, KEPT.independence.max)
    assert sum(one["adds_min"] for one in counted["why"]) == counted["min"]
    assert sum(one["adds_max"] for one in counted["why"]) == counted["max"]
    assert all(one["reason"] and one["sources"] for one in counted["why"])


def test_pages_for_and_against_are_quoted(record: Record) -> None:
    answer = ask(record, "trace", claim=KEPT.id)
    sides = {(one["side"], one["evidence"]["article"]) for one in answer["tellings"]}
    assert ("asserts", IDS["radio"]) in sides
    assert ("denies", IDS["office"]) in sides
    assert (answer["asserting"], answer["denying"]) == (7, 1)
    assert answer["first"] == KEPT.first


def test_who_took_it_from_whom_is_shown_by_the_words_that_say_so(record: Record) -> None:
    takings = ask(record, "trace", claim=KEPT.id)["takings"]
    (relay,) = (one for one in takings if one["article"] == IDS["quay"])
    assert (relay["parent"], relay["parent_outlet"]) == (IDS["post"], "Tidewater Post")
    assert relay["evidence"]["words"] == ["the Tidewater Post reported"]


def test_a_claim_that_excludes_it_and_a_circle_are_told(record: Record) -> None:
    answer = ask(record, "trace", claim=KEPT.id)
    assert [one["text"] for one in answer["rivals"]] == [one.text for one in make_trace().rivals]
    assert answer["circles"] == [one.reason for one in make_trace().circles]


def test_a_sentence_is_traced_as_the_command_traces_it(record: Record) -> None:
    answer = ask(record, "trace", claim=CLAIM)
    _, corpus = gather_record(record.path)
    found = trace_claim(CLAIM, corpus).claim
    assert answer["id"] == found.id
    assert (answer["independent"]["min"], answer["independent"]["max"]) == (
        found.independence.min, found.independence.max,
    )  # fmt: skip
    assert answer["asserting"] == len(found.articles("asserts")) > 0


def test_a_claim_that_no_page_has_is_an_answer(record: Record) -> None:
    answer = ask(record, "trace", claim="A submarine swallowed the moon.")
    assert (answer["independent"]["max"], answer["tellings"]) == (0, [])
    assert answer["notes"]


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("", "there is no claim"),
        ("wall", "claims nothing"),
        ("Was the wall cracked?", "question"),
        ("The wall was cracked. " * 40, "one sentence"),
        ("c0123456789abcdef", "no traced claim with the id"),
    ],
)
def test_what_is_no_claim_is_refused(record: Record, claim: str, told: str) -> None:
    assert told in refusal(record, "trace", claim=claim)


def test_a_record_without_pages_says_so(tmp_path: Path) -> None:
    with open_record(tmp_path / "empty.db", write=True) as record:
        assert "no pages yet" in refusal(record, "trace", claim=CLAIM)


def test_pages_that_came_in_after_the_first_question_are_looked_through(tmp_path: Path) -> None:
    path = tmp_path / "growing.db"
    stamp = Stamp("0", "none", "en")
    first = page("The mayor opened the bridge on Monday.", url="https://one.example/", outlet="One")
    second = page("Quayside: the mayor opened the bridge.", url="https://two.example/",
                  outlet="Two")  # fmt: skip
    with open_record(path, write=True) as writer:
        writer.put([Reading(first, stamp)])
        with open_record(path) as reader:
            tracing = Tracing(reader)
            assert tracing.trace("The mayor opened the bridge.").asserting == 1
            writer.put([Reading(second, stamp)])
            assert tracing.trace("The mayor opened the bridge.").asserting == 2


def test_the_pages_are_prepared_once_for_several_questions(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = []
    make = traces.make_tracer
    monkeypatch.setattr(traces, "make_tracer", lambda corpus: prepared.append(1) or make(corpus))
    tracing = Tracing(record)
    tracing.trace(CLAIM)
    tracing.trace("The wall was sound.")
    assert prepared == [1]


def test_a_long_list_is_bounded_keeps_the_denials_and_counts_the_rest(tmp_path: Path) -> None:
    stamp = Stamp("0", "none", "en")
    readings = tuple(
        Reading(page(f"Report {number}: the old wall was cracked.",
                     url=f"https://n{number}.example/", outlet=f"Outlet {number}"), stamp)
        for number in range(30)
    )  # fmt: skip
    trace = trace_claim("The old wall was cracked.", read_corpus(readings))
    tellings = trace.claim.tellings
    assert len(tellings) > LISTED
    denial = replace(tellings[-1], side="denies")
    claim = replace(trace.claim, tellings=(*tellings[:-1], denial))
    with open_record(tmp_path / "many.db", write=True) as record:
        record.put(readings)
        answer = answer_trace(replace(trace, claim=claim), record)
    assert len(answer.tellings) == LISTED
    assert answer.tellings_left_out == len(tellings) - LISTED
    assert answer.tellings[-1].side == "denies"
    assert answer.asserting == len(tellings) - 1
    assert len(answer.sources) + answer.sources_left_out == len(claim.sources)
    steps = answer.independent
    assert len(steps.why) + steps.why_left_out == len(claim.independence.why)


def test_of_a_large_record_the_nearest_pages_are_looked_through_and_it_is_said(
    large: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ask(large, "trace", claim=CLAIM)
    monkeypatch.setattr(traces, "WHOLE", 3)
    monkeypatch.setattr(Record, "corpus", None)
    monkeypatch.setattr(Record, "readings", None)
    part = ask(large, "trace", claim=CLAIM)
    assert (whole["pages_read"], whole["notes"]) == (12, [])
    assert part["pages_read"] == 7
    assert part["notes"][-1].startswith("only 7 of 12 pages were looked through")
    assert part["independent"] == whole["independent"]
    assert part["asserting"] == whole["asserting"]


def test_of_a_large_record_it_is_traced_as_the_command_traces_it(
    large: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in (traces, gathering):
        monkeypatch.setattr(one, "WHOLE", 3)
    gathered, corpus = gathering.gather_record_near(large.path, (CLAIM,))
    (trace,) = trace_claims((CLAIM,), corpus, whole=gathered.whole)
    answer = ask(large, "trace", claim=CLAIM)
    assert answer["pages_read"] == len(corpus.readings)
    assert {one["score"] for one in answer["tellings"]} == {
        one.score for one in trace.claim.tellings
    }


def test_a_claim_that_no_page_of_a_large_record_has_the_words_of_is_an_answer_too(
    large: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(traces, "WHOLE", 3)
    answer = ask(large, "trace", claim="Zebras yodel in Norway.")
    assert (answer["asserting"], answer["pages_read"]) == (0, 0)
    assert len(answer["notes"]) == 2
