"""An article comes in stretches, with what is said and what happens in each."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.assistant.articles import STRETCH
from onrecord.record import Reading, Stamp
from onrecord.store import Correction, Record, open_record
from tests.assistant.asking import ask, refusal
from tests.event_readings import make_event_reading
from tests.painting.traces import IDS, TEXTS, make_trace
from tests.stories.pages import page
from tests.web.records import STORY


def test_an_article_has_its_text_its_dates_and_who_says_what(record: Record) -> None:
    answer = ask(record, "article", id=IDS["post"])
    assert answer["text"]["words"] == [TEXTS["post"]]
    assert (answer["start"], answer["end"], answer["length"]) == (0, *[len(TEXTS["post"])] * 2)
    assert answer["outlet"] == "Tidewater Post"
    (date,) = (one for one in answer["dates"] if one["role"] == "published")
    assert date["best"] == "2031-03-14"
    assert date["reason"]
    (said,) = answer["said"]
    assert said["chain"][-1]["name"] == "two engineers"


def test_where_the_article_stood_is_said_once_and_its_id_with_each_finding(record: Record) -> None:
    answer = ask(record, "article", id=IDS["post"])
    evidence = [one["evidence"] for one in (*answer["said"], *answer["happened"])]
    assert evidence
    for one in evidence:
        assert set(one) == {"article", "words", "spans", "cut"}
        assert one["article"] == answer["id"] == IDS["post"]
    assert answer["text"]["published"] == "2031-03-14"


def test_an_article_leads_to_its_story_and_the_claims_that_were_traced(record: Record) -> None:
    answer = ask(record, "article", id=IDS["post"])
    claim = make_trace().claim
    assert answer["story"] == STORY
    assert answer["claims"] == [
        {"id": claim.id, "text": claim.text, "min": claim.independence.min,
         "max": claim.independence.max}
    ]  # fmt: skip
    assert ask(record, "trace", claim=answer["claims"][0]["id"])["claim"] == claim.text


def test_what_happens_stands_in_its_sentence_and_says_on_whose_word(record: Record) -> None:
    reading = make_event_reading()
    answer = ask(record, "article", id=reading.article.id)
    assert len(answer["happened"]) == len(reading.events)
    for told, event in zip(answer["happened"], reading.events, strict=True):
        assert (told["factuality"], told["within"]) == (event.factuality, event.within)
        (start, end), ((first, last),) = told["span"], told["evidence"]["spans"]
        assert first <= start < end <= last


def test_a_url_leads_to_the_newest_article_there(record: Record) -> None:
    assert ask(record, "article", id="https://post.example/wall")["id"] == IDS["post"]


@pytest.mark.parametrize("wanted", ["", "a0", "https://none.example/", "' OR 1=1", "\x00", "‮"])
def test_an_article_that_is_not_there_is_said_to_be_missing(record: Record, wanted: str) -> None:
    assert "there is no article" in refusal(record, "article", id=wanted)


def test_a_long_text_is_read_on_where_the_stretch_ended(tmp_path: Path) -> None:
    text = " ".join(f"The mayor opened bridge {number}." for number in range(400))
    reading = Reading(page(text, url="https://long.example/"), Stamp("0", "none", "en"))
    with open_record(tmp_path / "long.db", write=True) as record:
        record.put([reading])
        first = ask(record, "article", id=reading.article.id)
        assert (first["end"], first["length"]) == (STRETCH, len(text))
        second = ask(record, "article", id=reading.article.id, start=first["end"])
        assert first["text"]["words"][0] + second["text"]["words"][0] == text
        told = refusal(record, "article", id=reading.article.id, start=len(text))
        assert f"behind the text of {len(text)} characters" in told


def test_what_a_person_said_of_a_statement_stands_beside_it(written: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    own.write_bytes(written.read_bytes())
    with open_record(own, write=True) as record:
        record.correct(Correction("accept", "statement", "s1", "Ada Brook", IDS["post"]))
        (said,) = ask(record, "article", id=IDS["post"])["said"]
        assert said["standing"] == "accept"
        record.correct(Correction("reject", "statement", "s1", "Ada Brook", IDS["post"]))
        assert ask(record, "article", id=IDS["post"])["said"] == []
