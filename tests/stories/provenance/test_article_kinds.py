"""Kinds of articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.record import (
    ArticleKind,
    Credited,
    Derivation,
    DerivationKind,
    SourceChain,
    SourceLink,
    Span,
    Statement,
)
from onrecord.stories.provenance.article_kinds import name_kinds
from tests.stories.taking_pages import ORIGINAL, read

RELAY = read(
    "Morning Kite",
    5,
    "The weir at Ostrel had been cracked since the autumn, according to The Tarn Lantern.\n"
    "The crack is 14 metres long, and the paint on it was paid for, the newspaper wrote.\n"
    "The valley has had four floods in ten years, and nobody there keeps a cellar any more.",
)


def _edge(kind: DerivationKind, words: str, *, credited: Credited = "named") -> Derivation:
    text = RELAY.article.text
    span = Span(text.index(words), text.index(words) + len(words))
    return Derivation(
        RELAY.article.id,
        ORIGINAL.article.id,
        kind,
        credited,
        "test",
        "because",
        (span,),
    )


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("update", "update"),
        ("copy", "syndicated"),
        ("followup", "followup"),
        ("rewrite", "rewrite"),
        ("relay", "relay"),
    ],
)
def test_the_kind_follows_from_the_derivation(kind: DerivationKind, expected: ArticleKind) -> None:
    found = name_kinds((ORIGINAL, RELAY), (_edge(kind, "Tarn Lantern"),))
    assert found == ((ORIGINAL.article.id, "original"), (RELAY.article.id, expected))


def test_what_relays_further_down_is_mixed() -> None:
    found = dict(name_kinds((ORIGINAL, RELAY), (_edge("relay", "four floods"),)))
    assert found[RELAY.article.id] == "mixed"


def test_a_silent_relay_leaves_an_article_original() -> None:
    found = dict(name_kinds((ORIGINAL, RELAY), (_edge("relay", "cellar", credited="none"),)))
    assert found[RELAY.article.id] == "original"


def test_who_tells_reports_only_to_deny_them_is_original() -> None:
    denial = Statement(
        "s1",
        "indirect",
        (Span(0, 30),),
        None,
        None,
        SourceChain((SourceLink("Morning Kite", "outlet"),)),
        "denies",
    )
    page = replace(RELAY, statements=(denial,))
    found = dict(name_kinds((ORIGINAL, page), (_edge("relay", "four floods"),)))
    assert found[RELAY.article.id] == "original"


def test_who_passes_on_only_after_an_opening_of_its_own_and_was_told_something_is_mixed() -> None:
    page = read(
        "Morning Kite",
        5,
        "Rain fell on the valley for the ninth day, and the sheep stood on the wall.\n"
        "The weir at Ostrel had been cracked since the autumn, according to The Tarn Lantern.\n"
        "The lock is sound, its keeper told the Morning Kite on the telephone on Tuesday.",
    )
    words = "Tarn Lantern"
    start = page.article.text.index(words)
    edge = replace(_edge("relay", words), article=page.article.id, spans=(Span(start, start + 12),))
    found = dict(name_kinds((ORIGINAL, page), (edge,)))
    assert found[page.article.id] == "mixed"


def test_a_relay_with_a_quotation_of_its_own_further_down_is_a_relay() -> None:
    text = RELAY.article.text + "\nThe lock is sound, its keeper told the Morning Kite on Tuesday."
    page = replace(RELAY, article=replace(RELAY.article, text=text))
    found = dict(name_kinds((ORIGINAL, page), (_edge("relay", "Tarn Lantern"),)))
    assert found[page.article.id] == "relay"
