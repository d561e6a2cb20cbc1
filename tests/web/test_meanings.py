"""Search by meaning on the screen, with vectors made by hand in place of a model's."""

from __future__ import annotations

import numpy as np
import pytest
from starlette.testclient import TestClient

from onrecord.record import ModelError
from onrecord.store import Filters, Record
from onrecord.web.application import make_site
from onrecord.web.meanings import find_meant
from onrecord.web.site import Meaning, Site
from tests.readings import TEXT, make_reading

ENCODER = "encoder-of-tests"
ARTICLE = make_reading().article.id


def mean(words: str) -> Meaning:
    """A meaning that is near to texts which share letters: enough to have an order."""
    vector = np.zeros(384, np.float32)
    for word in words.lower().split():
        vector[sum(map(ord, word)) % 384] += 1
    return Meaning(vector / max(float(np.linalg.norm(vector)), 1.0), ENCODER)


def prepare(record: Record, encoder: str = ENCODER, *, limit: int = 100) -> None:
    waiting = record.unembedded(encoder, limit=limit)
    record.put_vectors(
        [(one, np.stack([mean(text).vector for text in one.texts])) for one in waiting], encoder
    )


def ask(site: Site, **asked: str) -> tuple[str, dict[str, object]]:
    client = TestClient(make_site(site), base_url="http://127.0.0.1")
    twin = client.get("/search.json", params=asked).json()
    return client.get("/search", params=asked).text, twin


def test_the_nearest_sentence_is_first_and_marked_where_it_stands(record: Record) -> None:
    prepare(record)
    sentence = "The tanker is said to have been moved at night."
    page, twin = ask(Site(record, embed=mean), q=sentence, by="meaning")
    assert twin["hits"] == []
    meant = twin["meant"]
    assert isinstance(meant, dict)
    assert meant["readiness"] == "ready"
    (span,) = meant["hits"][0]["marked_in_article"]
    assert TEXT[slice(*span)] == sentence
    assert f"<mark><bdi>{sentence}</bdi></mark>" in page
    assert f"/article/{ARTICLE}?found={span[0]}-{span[1]}#found-1" in page


def test_by_both_no_place_of_a_text_is_shown_twice(record: Record) -> None:
    prepare(record)
    page, twin = ask(Site(record, embed=mean), q="hull letter", by="both")
    meant = twin["meant"]
    assert isinstance(meant, dict)
    worded = {tuple(span) for one in twin["hits"] for span in one["marked_in_article"]}  # type: ignore[attr-defined]
    near = [span for one in meant["hits"] for span in one["marked_in_article"]
            if one["article"]["id"] == ARTICLE]  # fmt: skip
    assert worded
    assert not any(s <= start < e for s, e in near for start, _ in worded)
    assert page.index("Has these words") < page.index("Near in meaning")


def test_no_model_is_asked_before_somebody_searches_by_meaning(record: Record) -> None:
    def refuse(_: str) -> Meaning:
        raise AssertionError("the model was asked")

    prepare(record)
    page, twin = ask(Site(record, embed=refuse), q="hull")
    assert twin["meant"] is None
    assert "What means nearly the same" in page


def test_a_record_without_vectors_is_said_to_be_unprepared(record: Record) -> None:
    page, twin = ask(Site(record, embed=mean), q="hull", by="meaning")
    assert twin["meant"]["readiness"] == "none"  # type: ignore[index]
    assert "it holds no vectors" in page


def test_vectors_of_another_encoder_are_said_to_be_that(record: Record) -> None:
    prepare(record, "another")
    page, twin = ask(Site(record, embed=mean), q="hull", by="meaning")
    assert twin["meant"]["readiness"] == "other"  # type: ignore[index]
    assert "another model" in page


def test_a_record_that_is_prepared_in_part_says_how_far(record: Record) -> None:
    prepare(record, limit=3)
    meant = find_meant(Site(record, embed=mean), "hull", Filters(), 5)
    assert (meant.readiness, meant.prepared) == ("part", 3)
    page, _ = ask(Site(record, embed=mean), q="hull", by="meaning")
    assert f"3 of {meant.articles} articles are prepared" in page


@pytest.mark.parametrize("why", ["", "the model is not there"])
def test_without_a_model_the_screen_says_so(record: Record, why: str) -> None:
    def fail(_: str) -> Meaning:
        raise ModelError(why)

    prepare(record)
    site = Site(record, embed=fail) if why else Site(record)
    page, twin = ask(site, q="hull", by="both")
    assert twin["meant"]["readiness"] == "no_model"  # type: ignore[index]
    assert "There is no search by meaning here" in page
    assert why in page
    assert "letter" in page or twin["hits"]
