"""Two pages' words for one source meet under one key."""

from __future__ import annotations

import pytest

from onrecord.store.names import key_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Calder Post", "Calder  Post"),
        ("Teófilo Barrancas", "TEOFILO BARRANCAS"),
        ("Jean-Luc Merle", "Jean Luc Merle"),
    ],
)
def test_case_accents_hyphens_and_the_article_in_front_do_not_part_a_name(
    one: str, other: str
) -> None:
    assert key_of(one) == key_of(other)


def test_an_article_that_is_all_of_the_name_stays() -> None:
    assert key_of("The") == "the"


def test_a_language_without_a_table_leaves_articles_alone() -> None:
    assert key_of("The Post", "xx") == "the post"
