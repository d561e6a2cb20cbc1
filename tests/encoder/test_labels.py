from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder import CONTENT, CUE, SOURCE
from onrecord.encoder.features import EDGE, SHAPES, shape_of
from onrecord.encoder.labels import NONE, decode_roles

SURE = {NONE: (0.97, 0.01, 0.01, 0.01), SOURCE: (0.01, 0.97, 0.01, 0.01)}
SURE |= {CUE: (0.01, 0.01, 0.97, 0.01), CONTENT: (0.01, 0.01, 0.01, 0.97)}


def decode(*roles: int, anchor: int) -> tuple[int, ...]:
    return decode_roles(np.array([SURE[role] for role in roles], dtype=np.float32), anchor)[0]


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
    _, certainty = decode_roles(np.array([SURE[SOURCE], SURE[CUE]], dtype=np.float32), 1)
    assert certainty == pytest.approx(0.97)


@given(st.lists(st.tuples(*[st.floats(0.001, 1.0)] * 4), min_size=1, max_size=30), st.data())
def test_any_labels_decode_to_one_cue_and_at_most_one_source(
    rows: list[tuple[float, ...]], data: st.DataObject
) -> None:
    anchor = data.draw(st.integers(0, len(rows) - 1))
    table = np.array(rows, dtype=np.float32)
    roles, certainty = decode_roles(table / table.sum(1, keepdims=True), anchor)
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
