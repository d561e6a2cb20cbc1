"""Search by words and by meaning, bounded, with a count of what is not listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.encoder import load_encoder
from onrecord.store import Record, open_record
from tests.assistant.asking import ask, refusal
from tests.painting.traces import IDS


def test_a_hit_has_its_words_its_place_and_who_says_so(record: Record) -> None:
    (hit,) = ask(record, "search", query="cracked months engineers letter")["hits"]
    assert hit["evidence"]["article"] == IDS["post"]
    assert hit["title"] == "Harbour wall was cracked"
    assert hit["story"]
    assert [one["name"] for one in hit["said"][0]["chain"]] == ["Tidewater Post", "two engineers"]


def test_what_is_not_listed_is_counted_and_can_be_read_on(record: Record) -> None:
    whole = ask(record, "search", query="wall", limit=50)
    assert (whole["left_out"], whole["at_least"]) == (0, False)
    first = ask(record, "search", query="wall", limit=3)
    assert len(first["hits"]) == 3
    assert first["left_out"] == len(whole["hits"]) - 3
    rest = ask(record, "search", query="wall", limit=50, skip=3)
    assert first["hits"] + rest["hits"] == whole["hits"]


def test_hits_with_some_of_the_words_only_are_said_to_be_that(record: Record) -> None:
    answer = ask(record, "search", query="wall submarine")
    assert answer["hits"]
    assert "some of them" in answer["notes"][0]


def test_nothing_found_is_an_answer(record: Record) -> None:
    answer = ask(record, "search", query="submarine")
    assert answer["hits"] == []
    assert answer["notes"] == ["nothing was found"]


def test_a_search_is_narrowed_by_outlet_and_story(record: Record) -> None:
    found = ask(record, "search", query="wall", filters={"outlet": "Coast Radio"})["hits"]
    assert {one["evidence"]["outlet"] for one in found} == {"Coast Radio"}
    assert "no story" in refusal(record, "search", query="wall", filters={"story": "wall"})


@pytest.mark.parametrize("query", ['"wall', "wall*(", "NEAR(wall", "wall AND", "col:wall OR 1=1"])
def test_quotes_and_stars_are_words_and_run_nothing(record: Record, query: str) -> None:
    assert "hits" in ask(record, "search", query=query)


def test_hostile_words_of_a_page_come_as_the_text_that_they_are(record: Record) -> None:
    (hit,) = (
        one
        for one in ask(record, "search", query="barge sank")["hits"]
        if one["place"] == "text"
    )  # fmt: skip
    assert '<script>alert("x")</script>' in hit["evidence"]["words"][0]


def test_a_record_without_vectors_says_so(record: Record) -> None:
    assert "no vectors" in refusal(record, "search", query="a breach", by="meaning")


def test_a_record_with_vectors_of_another_model_says_so(written: Path, tmp_path: Path) -> None:
    own = tmp_path / "other.db"
    own.write_bytes(written.read_bytes())
    with open_record(own, write=True) as record:
        waiting = record.unembedded("other", limit=1)
        encoder = load_encoder()
        record.put_vectors([(one, encoder.embed(one.texts)) for one in waiting], "other")
    with open_record(own) as record:
        assert "another model" in refusal(record, "search", query="a breach", by="meaning")


def test_what_is_alike_in_meaning_is_found_without_its_words(written: Path, tmp_path: Path) -> None:
    own = tmp_path / "vectors.db"
    own.write_bytes(written.read_bytes())
    encoder = load_encoder()
    with open_record(own, write=True) as record:
        waiting = record.unembedded(encoder.digest, limit=4)
        record.put_vectors([(one, encoder.embed(one.texts)) for one in waiting], encoder.digest)
    with open_record(own) as record:
        asked = {"query": "the sea barrier had a fissure", "by": "meaning"}
        answer = ask(record, "search", **asked, limit=1)
        assert "cracks" in answer["hits"][0]["evidence"]["words"][0] or (
            "cracked" in answer["hits"][0]["evidence"]["words"][0]
        )
        assert answer["left_out"] > 0
        assert answer["notes"] == [f"only 4 of {len(record.articles())} articles can be searched "
                                   "by meaning"]  # fmt: skip
        rest = ask(record, "search", **asked, limit=1, skip=1)
        assert rest["hits"][0] != answer["hits"][0]
