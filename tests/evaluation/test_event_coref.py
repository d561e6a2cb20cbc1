"""Which mentions of many documents mean one event."""

from __future__ import annotations

from collections import defaultdict

import pytest

from evaluation.event_coref import predict_event_coref, read_corpus
from evaluation.rows import Row
from onrecord.stories.chronology.event_pairs import (
    FEATURES,
    load_pair_model,
    measure_pair,
    pair_of,
    probability,
)


def document(name: str, text: str, *events: str) -> Row:
    tokens = text.split()
    mentions = [
        {"kind": "event", "sent": 0, "tokens": [tokens.index(word) for word in words.split()]}
        for words in events
    ]
    mentions.append({"kind": "entity", "sent": 0, "tokens": [0]})
    return {
        "doc": name,
        "sentences": [{"sent": 0, "tokens": tokens}],
        "mentions": mentions,
    }


ROWS = [
    document("a", "Gunmen killed mayor Oran Vell in Selm on Monday .", "killed"),
    document("b", "The killing of mayor Oran Vell shook Selm .", "killing", "shook"),
    document("c", "Ilo Tarn won the Verdan marathon in record time .", "won"),
]


def clusters(rows: list[Row]) -> list[list[tuple[str, list[int]]]]:
    found: dict[int, list[tuple[str, list[int]]]] = defaultdict(list)
    for row in predict_event_coref(rows):
        found[row["cluster"]].append((row["doc"], row["tokens"]))
    return sorted(sorted(one) for one in found.values())


def test_one_killing_in_two_papers_is_one_event() -> None:
    assert [("a", [1]), ("b", [1])] in clusters(ROWS)


def test_every_mention_is_in_one_cluster() -> None:
    assert sum(map(len, clusters(ROWS))) == 4


def test_entities_are_not_read_as_events() -> None:
    assert len(read_corpus(ROWS).mentions) == 4


def test_the_name_of_a_document_tells_nothing() -> None:
    renamed = [{**row, "doc": f"{number}_x"} for number, row in enumerate(ROWS)]
    assert [len(one) for one in clusters(renamed)] == [len(one) for one in clusters(ROWS)]


def test_a_mention_is_carried_by_its_head() -> None:
    corpus = read_corpus([document("a", "They took part and gave up .", "took part", "gave up")])
    assert [one.lemma for one in corpus.mentions] == ["part", "give"]


def test_a_pair_is_the_same_in_both_orders() -> None:
    corpus = read_corpus(ROWS)
    one, other = corpus.mentions[0], corpus.mentions[1]
    counts = load_pair_model().counts
    assert pair_of(one, other) == pair_of(other, one)
    there, back = (measure_pair(corpus, *pair, counts) for pair in ((one, other), (other, one)))
    assert there == pytest.approx(back)


def test_a_pair_has_one_value_for_each_feature() -> None:
    corpus = read_corpus(ROWS)
    values = measure_pair(corpus, corpus.mentions[0], corpus.mentions[1], {})
    assert len(values) == len(FEATURES) == len(load_pair_model().weights)


def test_a_probability_lies_between_nothing_and_one() -> None:
    assert probability((1000.0,), (1.0,)) <= 1.0
    assert probability((-1000.0,), (1.0,)) >= 0.0
    assert probability((0.0,), (5.0,)) == 0.5
