"""In a large record a claim is looked for in the stories that have its words, each whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.assistant import nearby, traces
from onrecord.assistant.nearby import read_nearby
from onrecord.record import Corpus, Reading, Stamp, Story
from onrecord.store import Record, open_record
from tests.assistant.asking import ask
from tests.painting.traces import CLAIM, IDS, make_corpus
from tests.stories.pages import page

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


def test_a_story_comes_whole_and_others_stay_away(large: Record) -> None:
    corpus = read_nearby(large, CLAIM)
    assert {one.article.id for one in corpus.readings} == set(IDS.values())
    assert len(corpus.derivations) == len(make_corpus().derivations)


def test_what_has_no_room_is_left_out_but_the_likeliest_story_never(
    large: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearby, "MOST_PAGES", 2)
    assert len(read_nearby(large, CLAIM).readings) == len(IDS)
    assert len(read_nearby(large, "Bakery sold bread in the market.").readings) == 2


def test_words_that_no_page_has_lead_to_no_page(large: Record) -> None:
    assert read_nearby(large, "Zebras yodel.").readings == ()


def test_the_answer_says_that_not_all_was_looked_through(
    large: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ask(large, "trace", claim=CLAIM)
    monkeypatch.setattr(traces, "WHOLE", 3)
    part = ask(large, "trace", claim=CLAIM)
    assert (whole["pages_read"], whole["notes"]) == (12, [])
    assert part["pages_read"] == 7
    assert part["notes"][-1].startswith("only 7 of 12 pages were looked through")
    assert part["independent"] == whole["independent"]
    assert part["asserting"] == whole["asserting"]


def test_a_claim_that_no_page_has_the_words_of_is_an_answer_too(
    large: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(traces, "WHOLE", 3)
    answer = ask(large, "trace", claim="Zebras yodel in Norway.")
    assert (answer["asserting"], answer["pages_read"]) == (0, 0)
    assert len(answer["notes"]) == 2
