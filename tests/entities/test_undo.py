"""A merge taken back leaves two entities, each with its own words."""

from __future__ import annotations

import pytest

from onrecord.entities import undo_merge
from onrecord.record import Entity, Merge
from tests.entities.made import entities_of, text_of

MARKED = "Mayor [Mirela Danko/PER] spoke. [Danko/PER] left. Captain [Danko/PER] stayed."
TEXT = text_of(MARKED)


def last_name(whole: Entity) -> Merge:
    return next(one for one in whole.merges if one.rule == "last-name")


def test_undoing_a_last_name_parts_the_short_from_the_full_name() -> None:
    (whole,) = entities_of(MARKED)
    parts = undo_merge(TEXT, (whole,), whole.id, last_name(whole), article_id="a1")
    assert [(one.name, len(one.mentions)) for one in parts] == [("Mirela Danko", 1), ("Danko", 2)]


def test_a_role_stays_with_the_mention_that_it_stands_beside() -> None:
    (whole,) = entities_of(MARKED)
    parts = undo_merge(TEXT, (whole,), whole.id, last_name(whole), article_id="a1")
    assert [one.roles for one in parts] == [("Mayor",), ("Captain",)]


def test_the_parts_keep_the_merges_that_were_not_undone() -> None:
    (whole,) = entities_of(MARKED)
    parts = undo_merge(TEXT, (whole,), whole.id, last_name(whole), article_id="a1")
    assert [[merge.rule for merge in one.merges] for one in parts] == [[], ["same-name"]]


def test_other_entities_are_left_alone() -> None:
    marked = MARKED + " [Tarn/LOC] slept."
    found = entities_of(marked)
    whole = next(one for one in found if one.kind == "person")
    parts = undo_merge(text_of(marked), found, whole.id, last_name(whole), article_id="a1")
    assert next(one for one in parts if one.kind == "place") in found


def test_a_merge_that_never_was_cannot_be_undone() -> None:
    (whole,) = entities_of(MARKED)
    with pytest.raises(LookupError, match="was not merged"):
        undo_merge(
            TEXT,
            (whole,),
            whole.id,
            Merge(whole.mentions[0], whole.mentions[1], "guess"),
            article_id="a1",
        )


def test_an_unknown_entity_is_said_to_be_unknown() -> None:
    (whole,) = entities_of(MARKED)
    with pytest.raises(LookupError, match="no entity"):
        undo_merge(TEXT, (whole,), "e0", last_name(whole), article_id="a1")
