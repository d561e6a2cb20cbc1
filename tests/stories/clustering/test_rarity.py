"""How rare a word is."""

from __future__ import annotations

from onrecord.stories.clustering.rarity import Stream, load_background


def test_a_word_of_every_page_weighs_less_than_a_rare_one():
    background = load_background("en")
    stream = Stream()
    assert stream.rarity("government", background) < stream.rarity("trawler", background)


def test_a_word_weighs_less_once_the_stream_is_full_of_it():
    background = load_background("en")
    stream = Stream()
    before = stream.rarity("qorvath", background)
    for _ in range(50):
        stream.add(["qorvath"])
    assert stream.rarity("qorvath", background) < before


def test_a_word_never_weighs_less_than_nothing():
    background, stream = load_background("xx"), Stream()
    stream.add(["the"])
    assert stream.rarity("the", background) >= 0.0
