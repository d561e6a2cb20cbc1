"""The parts of a form that sets a finding right."""

from __future__ import annotations

import pytest

from onrecord.record import Span
from onrecord.web.edits import (
    edit_entity,
    find_entity,
    find_words,
    read_choice,
    read_line,
    read_lines,
)
from onrecord.web.site import UnfitRequestError
from tests.readings import TEXT, find, make_reading

READING = make_reading()


def test_words_are_found_at_the_place_nearest_to_the_finding() -> None:
    near = find("promised her", "Quill said the harbour")
    assert find_words(TEXT, "Quill", near) == find("Quill", "moved at night")
    assert find_words(TEXT, "Quill", Span(0, 1)) == find("Quill")


def test_a_line_end_in_the_text_is_a_blank_like_another() -> None:
    assert find_words("the old\n  harbour", "old harbour", Span(0, 1)) == Span(4, 17)


@pytest.mark.parametrize("words", ["Nobody at all", "Quil l", "quill"])
def test_words_that_do_not_stand_there_are_refused(words: str) -> None:
    with pytest.raises(UnfitRequestError, match="does not stand in this article"):
        find_words(TEXT, words, Span(0, 1))


def test_a_name_leads_to_the_one_that_the_article_calls_so() -> None:
    entity = READING.entities[0]
    assert find_entity(READING, entity.name.upper()) == entity
    assert find_entity(READING, "Somebody Else") is None


def test_a_field_is_one_line_and_lines_are_told_apart() -> None:
    assert read_line({"name": "  Dara \r\n Quill "}, "name") == "Dara Quill"
    assert read_lines({"roles": "a\r\n\r\n b  c \na"}, "roles") == ("a", "b c")
    with pytest.raises(UnfitRequestError, match="at most"):
        read_line({"name": "n" * 2_000}, "name")
    with pytest.raises(UnfitRequestError, match="choose one of"):
        read_choice({"mode": "sung"}, "mode", ("direct", "indirect"))


def test_an_entity_is_named_anew_and_is_something_else() -> None:
    entity = READING.entities[0]
    edited = edit_entity(entity, {"name": "The Quill", "is": "product", "roles": "pen\nfeather"})
    assert (edited.name, edited.kind, edited.roles) == ("The Quill", "product", ("pen", "feather"))
    assert (edited.id, edited.mentions) == (entity.id, entity.mentions)
    with pytest.raises(UnfitRequestError, match="what it is called"):
        edit_entity(entity, {"name": " ", "is": "person"})
