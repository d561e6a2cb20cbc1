"""Names are whole words of one paragraph."""

from __future__ import annotations

from onrecord.encoder import NAME_LABELS
from onrecord.encoder.name_labels import find_names
from onrecord.encoder.word_table import WordTable
from tests.encoder.tables import NO, YES, give, make_words


def tag(table: WordTable, word: str, label: str, *, first: bool) -> None:
    give(table, word, "tags", [NO])
    give(table, word, "tags", [YES], 1 + 2 * NAME_LABELS.index(label) + (not first))


def named(table: WordTable, text: str) -> list[tuple[str, str]]:
    return [(one.span.cut(text), one.label) for one in find_names(table)]


def test_the_words_of_a_name_are_one_span() -> None:
    text = "Then Dara Quill left."
    table = make_words(text)
    tag(table, "Dara", "PER", first=True)
    tag(table, "Quill", "PER", first=False)
    assert named(table, text) == [("Dara Quill", "PER")]


def test_a_word_that_begins_a_name_ends_the_one_before() -> None:
    text = "Dara Lisvara"
    table = make_words(text)
    tag(table, "Dara", "PER", first=True)
    tag(table, "Lisvara", "LOC", first=True)
    assert named(table, text) == [("Dara", "PER"), ("Lisvara", "LOC")]


def test_a_name_does_not_go_on_in_the_next_paragraph() -> None:
    text = "by Dara\nQuill left"
    table = make_words(text)
    tag(table, "Dara", "PER", first=True)
    tag(table, "Quill", "PER", first=False)
    assert named(table, text) == [("Dara", "PER"), ("Quill", "PER")]


def test_a_name_does_not_end_in_a_mark() -> None:
    text = "for Quill, who"
    table = make_words(text)
    tag(table, "Quill", "PER", first=True)
    tag(table, ",", "PER", first=False)
    assert named(table, text) == [("Quill", "PER")]


def test_the_class_is_the_likeliest_over_all_words() -> None:
    text = "Port Board"
    table = make_words(text)
    for word, first in (("Port", True), ("Board", False)):
        tag(table, word, "ORG", first=first)
    give(table, "Port", "tags", [YES - 1], 1 + 2 * NAME_LABELS.index("LOC"))
    assert named(table, text) == [("Port Board", "ORG")]
    assert 0.8 < find_names(table)[0].score <= 1.0


def test_a_text_without_names_has_none() -> None:
    assert find_names(make_words("nobody came")) == ()
    assert find_names(make_words("")) == ()
