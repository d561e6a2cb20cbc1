"""What is like in meaning is found beside its words; who makes vectors brings them."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.record import RecordError, Span
from onrecord.store import Filters, Record, Unembedded
from tests.store.samples import LEAK, STRIKE, read_anew

WIDTH = 8


def embed(texts: tuple[str, ...]) -> np.ndarray:
    """Vectors by letters: like texts have like vectors."""
    rows = np.array([[1 + one.lower().count(letter) for letter in "aeiostnr"] for one in texts])
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def give_vectors(record: Record, encoder: str = "letters") -> None:
    waiting = record.unembedded(encoder)
    record.put_vectors([(one, embed(one.texts)) for one in waiting], encoder)


def test_the_nearest_sentence_comes_first(sample: Record) -> None:
    give_vectors(sample)
    words = "Kestria will send 400 soldiers to the border on Sunday."
    hit = sample.search_meaning(embed((words,))[0], "letters")[0]
    assert hit.score == pytest.approx(1, abs=1e-3)
    assert hit.marked[0].cut(hit.text) == words
    assert hit.marked_in_article[0].cut(STRIKE.article.text) == words


def test_each_place_of_a_text_is_found_once(sample: Record) -> None:
    give_vectors(sample)
    hits = sample.search_meaning(embed(("the warning",))[0], "letters", limit=200)
    places = [(one.article.id, one.marked_in_article[0]) for one in hits]
    assert not any(
        first[0] == second[0] and first[1].overlaps(second[1])
        for at, first in enumerate(places)
        for second in places[at + 1 :]
    )


def test_filters_narrow_what_is_like(sample: Record) -> None:
    give_vectors(sample)
    vector = embed(("the warning",))[0]
    named = sample.search_meaning(vector, "letters", Filters(source="Dara Quill"))
    assert named
    assert all(any(said.chain.origin.name == "Dara Quill" for said in one.sayings) for one in named)
    outlet = sample.search_meaning(vector, "letters", Filters(outlet="Harbour Gazette"))
    assert {one.article.id for one in outlet} == {LEAK.article.id}
    planned = sample.search_meaning(vector, "letters", Filters(factuality="planned"))
    assert [one.text[:12] for one in planned] == ["Kestria will"]


def test_only_vectors_of_the_same_encoder_are_compared(sample: Record) -> None:
    give_vectors(sample)
    assert sample.search_meaning(embed(("warning",))[0], "another") == ()
    assert sample.unembedded("letters") == ()
    assert len(sample.unembedded("another")) == 2


def test_a_reading_made_anew_wants_vectors_and_is_searched_with_them(sample: Record) -> None:
    give_vectors(sample)
    vector = embed(("the warning",))[0]
    before = sample.search_meaning(vector, "letters")
    sample.put([read_anew(LEAK)])
    assert len(sample.unembedded("letters")) == 1
    assert LEAK.article.id not in {
        one.article.id for one in sample.search_meaning(vector, "letters", limit=200)
    }
    give_vectors(sample)
    assert [one.text for one in sample.search_meaning(vector, "letters")] == [
        one.text for one in before
    ]


def test_vectors_that_are_too_few_are_refused(sample: Record) -> None:
    one = Unembedded(1, (Span(0, 3), Span(4, 6)), ("abc", "de"))
    with pytest.raises(RecordError, match="2 texts"):
        sample.put_vectors([(one, embed(("abc",)))], "letters")
