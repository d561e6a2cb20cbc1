"""Mentions stand by their heads and lead back to the likeliest earlier one."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.encoder.encoder import read_link_net
from onrecord.encoder.findings import MentionLabel
from onrecord.encoder.layout import EDGE_WIDTH
from onrecord.encoder.links import DISTANCES, PRONOUN_CLASSES, SAME_KINDS
from onrecord.encoder.mention_labels import CANDIDATES, PairTables, choose, find_mentions
from onrecord.encoder.word_table import WordTable
from tests.encoder.tables import YES, give, make_words

TEXT = "The old minister left early\nQuill said she was tired and Quill slept"
CLASS_OF_SHE = 5


def tables(*, same: float = 0.0, she: float = 0.0) -> PairTables:
    """Tables that say no to every pair but the same name and "she" behind a name."""
    same_words = np.full(SAME_KINDS, 0.0, np.float32)
    same_words[2] = same
    pronouns = np.full((PRONOUN_CLASSES, PRONOUN_CLASSES), -8.0, np.float32)
    pronouns[0, 0] = -4.0
    pronouns[CLASS_OF_SHE, 0] = she
    return PairTables(
        np.zeros(DISTANCES, np.float32), same_words, pronouns, np.zeros((2, 2), np.float32)
    )


def with_heads(text: str, *words: str) -> WordTable:
    table = make_words(text)
    for row, form in enumerate(table.forms):
        if form in words:
            table.vectors[row, 16] = YES
    return table


def mentions_of(text: str, table: WordTable, tables: PairTables) -> tuple[MentionLabel, ...]:
    """The mentions by the vectors alone, without a net that looks at them again."""
    return find_mentions(text, table, tables, read_link_net({}))


def test_a_mention_reaches_to_the_edges_that_fit_its_head_best() -> None:
    table = with_heads(TEXT, "minister")
    give(table, "minister", "edges", [1.0])
    give(table, "The", "edges", [1.0], EDGE_WIDTH)
    give(table, "minister", "edges", [1.0], 2 * EDGE_WIDTH)
    give(table, "minister", "edges", [1.0], 3 * EDGE_WIDTH)
    (found,) = mentions_of(TEXT, table, tables())
    assert found.span.cut(TEXT) == "The old minister"
    assert found.head.cut(TEXT) == "minister"


def test_the_same_name_leads_back_to_the_first() -> None:
    table = with_heads(TEXT, "Quill")
    first, second = mentions_of(TEXT, table, tables(same=12.0))
    assert first.antecedent is None
    assert second.antecedent == 0
    assert second.link > 0.9


def test_a_pronoun_leads_back_where_its_class_fits() -> None:
    table = with_heads(TEXT, "Quill", "she")
    _, she, _ = mentions_of(TEXT, table, tables(she=8.0))
    assert she.antecedent == 0


def test_a_mention_that_nothing_speaks_for_is_the_first_of_its_own() -> None:
    table = with_heads(TEXT, "minister", "Quill")
    assert [one.antecedent for one in mentions_of(TEXT, table, tables())] == [None] * 3


def test_an_antecedent_is_always_earlier() -> None:
    text = "Quill " * 700
    found = mentions_of(text, with_heads(text, "Quill"), tables(same=12.0))
    assert len(found) == 700
    assert all(one.antecedent is not None for one in found[1:])
    assert all((one.antecedent or 0) < n or n == 0 for n, one in enumerate(found))


@pytest.mark.parametrize(("rows", "before"), [(0, 5), (3, 0), (10, 8), (60, 0), (60, 100)])
def test_the_best_earlier_mentions_of_each_are_chosen_in_order(rows: int, before: int) -> None:
    scores = np.random.default_rng(0).normal(size=(rows, before + rows)).astype(np.float32)
    found_rows, found_columns = choose(scores, before)
    for row in range(rows):
        best = np.argsort(-scores[row, : before + row])[:CANDIDATES]
        assert found_columns[found_rows == row].tolist() == sorted(best.tolist())
    assert found_rows.tolist() == sorted(found_rows.tolist())
