"""Somebody's word that no statement was found for."""

from __future__ import annotations

import pytest

from onrecord.events.hearsay import read_hearsay
from tests.events.samples import scene_of, triggers_of


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The Post wrote on Friday, citing officials, that rebels kidnapped a judge.", "reported"),
        ("They claim that rebels kidnapped a judge.", "claimed"),
        ("They denied that rebels kidnapped a judge.", "denied"),
        ("Rebels kidnapped a judge, the union said on Monday.", "reported"),
        ("Rebels kidnapped a judge, according to the union.", "reported"),
        ("“Rebels kidnapped a judge”, it was heard.", "reported"),
        ("Rebels kidnapped a judge.", ""),
        ("Rebels, who kidnapped a judge, said they were hungry.", ""),
        ("The rebels that kidnapped a judge are hungry.", ""),
        ("“Enough”, he cried, and rebels kidnapped a judge.", ""),
    ],
)
def test_the_sentence_tells_whose_word_it_is(text: str, hedge: str) -> None:
    scene = scene_of(text)
    trigger = next(one for one in triggers_of(scene) if one.span.cut(text) == "kidnapped")
    assert read_hearsay(scene, trigger) == hedge
