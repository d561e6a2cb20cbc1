"""What a page is about."""

from __future__ import annotations

import math
from time import process_time

from onrecord.stories.clustering.rarity import Stream
from onrecord.stories.clustering.stream import StreamPage, page_of_text
from onrecord.stories.clustering.weights import LONGEST, TERMS, likeness, weigh


def weights(text: str) -> dict[str, float]:
    return dict(weigh(page_of_text("a", text), Stream()))


def test_a_page_has_length_one():
    vector = weights("The ferry Halcyon ran aground off Port Ennis on Sunday.")
    assert math.isclose(sum(weight**2 for weight in vector.values()), 1.0)


def test_a_name_weighs_more_than_a_word_as_rare():
    vector = weights("on the ferry Halcyon a vorbel was seen")
    assert vector["halcyon"] > vector["vorbel"]


def test_a_year_weighs_more_than_an_amount():
    vector = weights("it cost 1874 and was built in 1974")
    assert vector["1974"] > 0
    assert weights("sold for 3517 in 1874 crates of 2025")["2025"] > 0


def test_a_capital_at_the_start_makes_no_name_of_a_common_word():
    vector = weights("Hundreds fled. Nobody of the hundreds knew Qorvath.")
    assert vector["qorvath"] > vector.get("hundreds", vector.get("hundred", 0.0))


def test_names_that_a_reader_found_count_whatever_the_table_says():
    text = "A fire at March Lane destroyed a bakery."
    bare = weights(text)
    named = dict(weigh(StreamPage("a", text, names=("March Lane",)), Stream()))
    assert named["lane"] / named["bakery"] >= bare["lane"] / bare["bakery"]


def test_forms_of_a_word_are_one_term():
    assert "quake" in weights("two quakes")
    assert "quake" in weights("one quake")


def test_a_page_without_words_is_about_nothing():
    assert weights("… — !!") == {}


def test_a_very_long_page_keeps_the_heaviest_terms_only():
    assert len(weights(" ".join(f"w{number}" for number in range(5000)))) == TERMS


def test_a_page_like_itself_is_wholly_alike():
    vector = weights("The ferry Halcyon ran aground off Port Ennis on Sunday.")
    assert math.isclose(likeness(vector, vector), 1.0)


def test_time_does_not_grow_behind_the_limit():
    began = process_time()
    weights("a" * 1_000_000)
    weights("x1 " * LONGEST)
    assert process_time() - began < 2


def test_a_language_without_tables_is_weighed_by_the_stream_alone():
    vector = weigh(StreamPage("a", "Le ferry a coulé", language="fr"), Stream())
    assert "ferry" in vector
