"""Pronouns judged by whom they are joined to."""

from __future__ import annotations

from evaluation.pronouns import score_gap, score_pronouns
from evaluation.rows import Row

TEXT = "Mirela Danko met Ada Bern. She laughed, and it rained."
DANKO, BERN, SHE, IT = [0, 12], [17, 25], [27, 30], [44, 46]
GOLD: Row = {"id": "d", "genre": "news", "text": TEXT, "clusters": [[DANKO, SHE]]}


def test_a_pronoun_joined_to_its_noun_is_right() -> None:
    assert score_pronouns([GOLD], {"d": {"clusters": [[DANKO, SHE]]}})["pronouns right"] == (1.0, 1)


def test_a_pronoun_joined_to_another_is_wrong() -> None:
    assert score_pronouns([GOLD], {"d": {"clusters": [[BERN, SHE]]}})["pronouns right"] == (0.0, 1)


def test_a_pronoun_that_means_nobody_does_not_count() -> None:
    figures = score_pronouns([GOLD], {"d": {"clusters": [[DANKO, SHE, IT]]}})
    assert figures["it right"] == (0.0, 0)


def test_other_genres_do_not_count() -> None:
    assert score_pronouns([GOLD | {"genre": "vlog"}], {})["pronouns right"] == (0.0, 0)


def test_a_mention_with_its_title_is_found_by_its_end() -> None:
    text = "Mayor Mirela Danko spoke. She left."
    gold = {"id": "d", "genre": "news", "text": text, "clusters": [[[0, 18], [26, 29]]]}
    assert score_pronouns([gold], {"d": {"clusters": [[[6, 18], [26, 29]]]}})["she right"][0] == 1


def test_a_pronoun_led_to_another_noun_of_the_same_is_led_right() -> None:
    text = "Mirela Danko, a cook, met us. She left."
    name, cook, she = [0, 12], [14, 20], [30, 33]
    gold = {"id": "d", "genre": "news", "text": text, "clusters": [[name, cook, she]]}
    figures = score_pronouns([gold], {"d": {"clusters": [[name, she]]}})
    assert figures["pronouns right"] == (0.0, 1)
    assert figures["pronouns led right"] == (1.0, 1)


def test_gap_counts_both_names() -> None:
    gold = {"id": "g", "text": TEXT, "pronoun": SHE, "A": DANKO, "B": BERN, "gold": [True, False]}
    right = score_gap([gold], {"g": {"clusters": [[DANKO, SHE]]}})
    both = score_gap([gold], {"g": {"clusters": [[DANKO, BERN, SHE]]}})
    assert right == {"GAP F1": (1.0, 1), "GAP wholly right": (1.0, 1)}
    assert both["GAP wholly right"] == (0.0, 1)
    assert round(both["GAP F1"][0], 2) == 0.67
