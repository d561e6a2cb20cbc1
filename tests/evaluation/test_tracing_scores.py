from copy import deepcopy

import pytest

from evaluation.tracing_scores import PARTS, is_same_source, score_tracing

GOLD = {
    "articles": [
        {"id": "a", "kind": "original", "derives_from": []},
        {"id": "b", "kind": "relay", "derives_from": [{"source": "a", "kind": "relay"}]},
    ],
    "claims": [
        {
            "query": "q1",
            "asserting": ["a", "b"],
            "denying": ["b"],
            "first": "a",
            "sources": [{"label": "roads agency (Pia Lund)", "articles": ["a", "b"]}],
            "independent": {"min": 1, "max": 1},
            "conflicts_with": ["q2"],
            "supersedes": None,
        },
        {
            "query": "q2",
            "asserting": ["b"],
            "denying": [],
            "first": "b",
            "sources": [
                {"label": "two officials (The Span)", "articles": ["b"]},
                {"label": "reporter of The Span", "articles": ["b"]},
            ],
            "independent": {"min": 2, "max": 2},
            "conflicts_with": ["q1"],
            "supersedes": None,
        },
    ],
    "near_duplicates": [],
    "circles": [],
}


def test_the_right_answer_scores_one():
    scores = score_tracing(GOLD, GOLD)
    assert {scores[part][0] for part in (*PARTS, "headline", "count, exact")} == {1.0}
    assert scores["counted too many"] == (0.0, 2)


def test_no_answer_scores_nothing():
    assert score_tracing(GOLD, {})["headline"][0] == 0.0


def test_to_count_one_everywhere_is_half_right():
    answer = deepcopy(GOLD)
    answer["claims"][1]["independent"] = {"min": 1, "max": 1}
    assert score_tracing(GOLD, answer)["count, balanced"][0] == pytest.approx(0.5)


def test_a_derivation_the_other_way_round_is_wrong():
    answer = deepcopy(GOLD)
    for one, source in zip(answer["articles"], ("b", None), strict=True):
        one["derives_from"] = [{"source": source, "kind": "relay"}] if source else []
    assert score_tracing(GOLD, answer)["derivations F1"] == (0.0, 1)


def test_labels_of_one_source_share_a_page_and_half_of_the_shorter_ones_words():
    gold = {"label": "roads agency (Pia Lund)", "articles": ["a"]}
    assert is_same_source(gold, {"label": "Pia Lund", "articles": ["a", "c"]})
    assert not is_same_source(gold, {"label": "Pia Lund", "articles": ["c"]})
    assert not is_same_source(gold, {"label": "the ferry company", "articles": ["a"]})
