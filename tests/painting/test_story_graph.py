"""The graph of a whole story."""

from __future__ import annotations

from onrecord.painting.html_graph import draw_graph
from onrecord.painting.story_graph import outline_story_graph
from tests.painting.traces import IDS, PLACES, make_corpus

CORPUS = make_corpus()


def test_every_page_of_the_story_is_in_it_in_order_of_time() -> None:
    outline = outline_story_graph(CORPUS, "t1", PLACES)
    assert {one.article.id for one in outline.pages} == set(IDS.values())
    keys = [one.clock.key for one in outline.pages]
    assert keys == sorted(keys)
    assert [one.number for one in outline.pages] == list(range(1, len(IDS) + 1))


def test_every_taking_between_its_pages_is_in_it() -> None:
    outline = outline_story_graph(CORPUS, "t1", PLACES)
    assert {one.derivation for one in outline.takings} == set(CORPUS.derivations)


def test_it_says_nothing_of_a_claim() -> None:
    drawn = draw_graph(outline_story_graph(CORPUS, "t1", PLACES), 1)
    assert "say it" not in drawn
    assert drawn.count('class="node passes"') == 2 * len(IDS)
