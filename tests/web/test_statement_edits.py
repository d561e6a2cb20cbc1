"""A statement set right in a form."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from onrecord.record import Statement
from onrecord.web.site import UnfitRequestError
from onrecord.web.statement_edits import edit_statement, known_stances, shown_words
from tests.readings import TEXT, find, make_reading

READING = make_reading()
QUOTED = next(one for one in READING.statements if one.chain.origin.name == "Dara Quill")


def form_of(statement: Statement, **changed: str) -> Mapping[str, str]:
    """What the form holds before anybody types, with what was typed then."""
    fields = {"stance": statement.stance, "mode": statement.mode}
    for number, link in enumerate(statement.chain.links[1:]):
        fields |= {
            f"name-{number}": link.name,
            f"title-{number}": link.title,
            f"kind-{number}": link.kind,
            f"named-{number}": "unnamed" if link.unnamed else "named",
            f"words-{number}": shown_words(link, TEXT),
        }
    return fields | {key.replace("_", "-"): value for key, value in changed.items()}


def test_a_form_that_was_left_alone_changes_nothing() -> None:
    for one in READING.statements:
        assert edit_statement(READING, one, form_of(one)) == one


def test_stance_and_manner_are_set() -> None:
    edited = edit_statement(READING, QUOTED, form_of(QUOTED, stance="denies", mode="indirect"))
    assert (edited.stance, edited.mode) == ("denies", "indirect")
    assert edited.chain == QUOTED.chain
    assert {"denies", "states"} <= set(known_stances(QUOTED))


def test_another_source_stands_on_its_words_in_the_text() -> None:
    typed = form_of(QUOTED, name_0="Northern Star", kind_0="outlet", title_0="",
                    words_0="the Northern Star")  # fmt: skip
    for number in range(1, len(QUOTED.chain.links)):
        typed = {**typed, f"name-{number}": ""}
    edited = edit_statement(READING, QUOTED, typed)
    origin = edited.chain.origin
    assert (origin.name, origin.kind, origin.how) == ("Northern Star", "outlet", "explicit")
    assert origin.span is not None
    assert origin.span.cut(TEXT) == "the Northern Star"
    assert edited.source == origin.span
    assert edited.speaker != QUOTED.speaker


def test_a_hand_can_be_added_behind_the_last_one() -> None:
    number = len(QUOTED.chain.links) - 1
    added = {"name": "her deputy", "kind": "person", "named": "unnamed", "title": "", "words": ""}
    typed = {**form_of(QUOTED), **{f"{key}-{number}": value for key, value in added.items()}}
    edited = edit_statement(READING, QUOTED, typed)
    assert edited.chain.links[:-1] == QUOTED.chain.links
    assert (edited.chain.origin.name, edited.chain.origin.unnamed) == ("her deputy", True)
    assert edited.chain.origin.how == "inferred"


def test_somebody_whom_the_article_names_is_the_same_there() -> None:
    other = next(one for one in READING.statements if one.chain.origin.entity is None)
    last = len(other.chain.links) - 2
    typed = {**form_of(other), f"name-{last}": "Dara Quill"}
    edited = edit_statement(READING, other, typed)
    assert edited.chain.origin.entity == "e-quill"
    assert edited.speaker == "e-quill"


def test_there_is_always_an_origin_and_its_words_are_in_the_text() -> None:
    nobody = {key: "" if key.startswith("name-") else one for key, one in form_of(QUOTED).items()}
    with pytest.raises(UnfitRequestError, match="whose words"):
        edit_statement(READING, QUOTED, nobody)
    with pytest.raises(UnfitRequestError, match="does not stand"):
        edit_statement(READING, QUOTED, form_of(QUOTED, words_0="the night porter"))
    assert find("Quill")
