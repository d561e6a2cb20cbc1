"""Features of pairs of words."""

from __future__ import annotations

import numpy as np

from onrecord.encoder.links import DISTANCES, distance_rows, read_forms, same_rows


def test_distances_grow_by_doubling_and_end() -> None:
    rows = distance_rows(np.array([[100_000]]), np.array([100_000, 99_999, 99_996, 99_000, 0]))
    assert rows.tolist() == [[0, 1, 4, DISTANCES - 1, DISTANCES - 1]]


def test_the_same_word_counts_by_what_it_is() -> None:
    forms = read_forms(["she", "Quill", "port", "She", "quill", "PORT"])
    rows = same_rows(forms, np.arange(3, 6)[:, None], np.arange(3)[None, :])
    assert rows.diagonal().tolist() == [1, 3, 2]
    assert rows[0, 1] == rows[1, 2] == 0


def test_long_words_of_one_stem_are_forms_of_one_word() -> None:
    forms = read_forms(["protest", "protesters", "port", "ports"])
    rows = same_rows(forms, np.arange(4)[:, None], np.arange(4)[None, :])
    assert rows[1, 0] == 4
    assert rows[3, 2] == 0


def test_pronouns_have_the_class_of_their_language() -> None:
    assert read_forms(["He", "his", "ship"]).pronoun.tolist() == [4, 4, 0]
    assert read_forms([]).lower.size == 0
