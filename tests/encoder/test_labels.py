from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from onrecord.encoder import CONTENT, CUE, SOURCE
from onrecord.encoder.features import EDGE, SHAPES, shape_of
from onrecord.encoder.labels import NONE, decode_cues

SURE = {NONE: (0.97, 0.01, 0.01, 0.01), SOURCE: (0.01, 0.97, 0.01, 0.01)}
SURE |= {CUE: (0.01, 0.01, 0.97, 0.01), CONTENT: (0.01, 0.01, 0.01, 0.97)}


def table_of(*roles: int) -> NDArray[np.float32]:
    return np.array([SURE[role] for role in roles], dtype=np.float32)


def decode(*roles: int, anchor: int) -> tuple[int, ...]:
    return decode_cues([table_of(*roles)], [anchor])[0][0]


def stretches(roles: tuple[int, ...], role: int) -> int:
    return sum(
        one == role and (number == 0 or roles[number - 1] != role)
        for number, one in enumerate(roles)
    )


def test_sure_words_keep_their_roles() -> None:
    roles = (SOURCE, SOURCE, CUE, CONTENT, CONTENT, NONE)
    assert decode(*roles, anchor=2) == roles


def test_content_may_stand_in_several_stretches() -> None:
    roles = (CONTENT, CONTENT, SOURCE, CUE, CONTENT)
    assert decode(*roles, anchor=3) == roles


def test_the_anchor_is_cue_whatever_the_encoder_says() -> None:
    assert decode(SOURCE, NONE, CONTENT, anchor=1)[1] == CUE


def test_a_cue_elsewhere_gives_way_to_the_anchors() -> None:
    assert decode(CUE, NONE, NONE, SOURCE, CUE, CONTENT, anchor=4).count(CUE) == 1


def test_of_two_sources_the_likelier_stays() -> None:
    found = decode(SOURCE, NONE, NONE, NONE, SOURCE, SOURCE, CUE, CONTENT, anchor=6)
    assert [word for word, role in enumerate(found) if role == SOURCE] == [4, 5]


def test_certainty_is_the_mean_of_the_roles_held() -> None:
    ((_, certainty),) = decode_cues([table_of(SOURCE, CUE)], [1])
    assert certainty == pytest.approx(0.97)


def test_cues_are_decoded_alike_alone_and_among_others() -> None:
    rows = [(SOURCE, SOURCE, CUE, CONTENT), (CUE,), (CONTENT, NONE, CUE, SOURCE, NONE, NONE)]
    tables, anchors = [table_of(*one) for one in rows], [2, 0, 2]
    alone = [decode(*one, anchor=anchor) for one, anchor in zip(rows, anchors, strict=True)]
    assert [roles for roles, _ in decode_cues(tables, anchors)] == alone == rows


def test_no_cues_are_decoded_to_none() -> None:
    assert decode_cues([], []) == []


@given(st.lists(st.tuples(*[st.floats(0.001, 1.0)] * 4), min_size=1, max_size=30), st.data())
def test_any_labels_decode_to_one_cue_and_at_most_one_source(
    rows: list[tuple[float, ...]], data: st.DataObject
) -> None:
    anchor = data.draw(st.integers(0, len(rows) - 1))
    table = np.array(rows, dtype=np.float32)
    ((roles, certainty),) = decode_cues([table / table.sum(1, keepdims=True)], [anchor])
    assert len(roles) == len(rows)
    assert roles[anchor] == CUE
    assert stretches(roles, CUE) == 1
    assert stretches(roles, SOURCE) <= 1
    assert 0.0 <= certainty <= 1.0


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("said", "lower"),
        ("Bern", "capital"),
        ("NATO", "upper"),
        ("McCoy", "mixed"),
        ("2031", "digits"),
        ("J", "initial"),
        ("“", "mark"),
        ("3rd", "mixed"),
    ],
)
def test_a_word_has_a_shape(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


@given(st.text(min_size=1, max_size=5))
def test_every_word_has_a_shape_and_none_that_of_the_edge(word: str) -> None:
    assert shape_of(word) in range(EDGE)
