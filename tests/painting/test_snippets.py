"""The sentence of a time, cut with the time in sight."""

from __future__ import annotations

import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.painting.snippets import Snippet, cut_snippet, find_sentences_of
from onrecord.record import Block, Span
from tests.dated_readings import find, make_dated_reading

ARTICLE = make_dated_reading().article


def cut(room: int, *spans: Span) -> Snippet:
    sentence = find_sentences_of(ARTICLE, spans)[spans[0]]
    return cut_snippet(ARTICLE.text, sentence, spans, room)


def marked(snippet: Snippet) -> list[str]:
    return [piece for piece, is_marked in snippet.pieces if is_marked]


def test_a_short_sentence_is_whole() -> None:
    assert cut(100, find("55 BC")).pieces == (
        ("The first weir at Ostrel was built in ", False),
        ("55 BC", True),
        (", and the dam in the 1960s.", False),
    )


def test_a_long_sentence_is_cut_at_words_on_both_sides() -> None:
    snippet = cut(80, find("the ten years"))
    assert snippet.words == (
        "… the engineers had drawn up over the ten years since the last inspection, and …"
    )
    assert marked(snippet) == ["the ten years"]


def test_two_times_of_one_sentence_are_marked_in_one_snippet() -> None:
    snippet = cut(120, find("2 February"), find("between April and June"))
    assert marked(snippet) == ["2 February", "between April and June"]
    assert snippet.words.count("The inquiry") == 1


def test_the_time_stands_even_where_there_is_no_room() -> None:
    assert cut(5, find("the ten years")).words == "… the ten years …"


def test_a_time_outside_every_block_is_shown_alone() -> None:
    article = replace(ARTICLE, blocks=(Block("paragraph", Span(0, 10)),))
    span = find("55 BC")
    sentence = find_sentences_of(article, [span])[span]
    assert cut_snippet(article.text, sentence, [span], 80).words == "55 BC"


def test_a_megabyte_without_a_full_stop_takes_a_moment() -> None:
    text = "on Friday " * 100_000
    article = replace(ARTICLE, text=text, blocks=(Block("paragraph", Span(0, len(text))),))
    spans = [Span(at * 1000 + 3, at * 1000 + 9) for at in range(1000)]
    start = time.process_time()
    sentences = find_sentences_of(article, spans)
    for span in spans:
        cut_snippet(text, sentences[span], [span], 100)
    assert time.process_time() - start < 2


@given(st.text(min_size=1, max_size=90), st.integers(1, 60), st.data())
def test_a_snippet_is_text_of_the_page_on_one_line(
    text: str, room: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    article = replace(ARTICLE, text=text, blocks=())
    snippet = cut_snippet(text, find_sentences_of(article, [span])[span], [span], room)
    assert "\n" not in snippet.words
    assert marked(snippet)


@given(st.text("ab .", min_size=1, max_size=90), st.integers(1, 60), st.data())
def test_a_snippet_keeps_to_its_room(text: str, room: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    article = replace(ARTICLE, text=text, blocks=())
    snippet = cut_snippet(text, find_sentences_of(article, [span])[span], [span], room)
    assert len(snippet.words) <= max(room, len(span)) + len("… ") + len(" …")
