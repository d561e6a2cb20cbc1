"""People under all their names."""

from __future__ import annotations

import time

from onrecord.encoder import NameLabel
from onrecord.entities import find_entities
from onrecord.record import Span
from tests.entities.made import entities_of, groups_of


def test_the_nearest_weighs_most_where_both_are_named_once() -> None:
    groups = groups_of(
        "[Olga Danko/PER] left."
        + " It rained." * 200
        + " [Mirela Danko/PER] came. [Danko/PER] sang."
    )
    assert groups["Mirela Danko"] == ("Mirela Danko", "Danko")


def test_a_choice_among_several_is_less_sure() -> None:
    found = entities_of("[Olga Danko/PER] met [Mirela Danko/PER]. [Danko/PER] sang.")
    (merge,) = [one for entity in found for one in entity.merges]
    assert merge.score < 0.9
    assert "of 2 the one spoken of most" in merge.reason


def test_a_headline_that_may_mean_two_means_neither() -> None:
    groups = groups_of("[Danko/PER] sings\n[Olga Danko/PER] met [Mirela Danko/PER].")
    assert groups["Danko"] == ("Danko",)


def test_a_headline_means_the_one_whom_the_article_is_about() -> None:
    article = "[Olga Danko/PER] sang. [Olga Danko/PER] ate. [Olga Danko/PER] met [Mira Danko/PER]."
    assert groups_of(f"[Danko/PER] sings\n{article}")["Olga Danko"][0] == "Danko"


def test_many_mentions_of_a_shared_name_are_read_in_time() -> None:
    text = "Dara Quill met Sara Quill. " + "Quill left. " * 3000
    spans = [Span(0, 10), Span(15, 25)]
    spans += [Span(27 + 12 * n, 32 + 12 * n) for n in range(3000)]
    labels = tuple(NameLabel(span, "PER", 0.9) for span in spans)
    began = time.process_time()
    find_entities(text, (Span(0, len(text)),), labels, (), article_id="a", language="en")
    assert time.process_time() - began < 10
