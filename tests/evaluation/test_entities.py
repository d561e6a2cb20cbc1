"""Findings put into the form of the scorers, from labels made by hand."""

from __future__ import annotations

from evaluation.entities import label_of, make_clusters, paragraphs_of
from evaluation.marked_text import read_marks
from onrecord.entities import find_chains


def clusters_of(marked: str) -> list[list[str]]:
    text, labels = read_marks(marked)
    found = make_clusters(text, labels)
    return [[text[start:end] for start, end in cluster] for cluster in found]


def labels_of(marked: str) -> list[tuple[str, str]]:
    text, labels = read_marks(marked)
    found = find_chains(text, paragraphs_of(text), labels.names, labels.mentions, language="en")
    return [(one.span.cut(text), label_of(one)) for one in found.names]


def test_a_mention_is_the_whole_noun_phrase() -> None:
    found = clusters_of("{Mayor [Mirela Danko/PER]} spoke. Then [Danko/PER] left.")
    assert found == [["Mayor Mirela Danko", "Danko"]]


def test_who_is_spoken_of_once_is_no_cluster() -> None:
    assert clusters_of("[Mirela Danko/PER] met [Ada Bern/PER].") == []


def test_a_country_and_its_government_are_one_cluster() -> None:
    found = clusters_of("[Iran/LOC] denied it. Rain fell in [Iran/LOC].")
    assert found == [["Iran", "Iran"]]


def test_an_adjective_of_a_country_is_no_mention() -> None:
    assert clusters_of("[Iran/LOC] slept. The [Iranian/NORP] coast was quiet.") == []


def test_a_country_is_no_organisation_and_a_seat_that_acts_is_one() -> None:
    found = labels_of("[Iran/LOC] denied it, [Tehran/LOC] said. It rained in [Tehran/LOC].")
    assert found == [("Iran", "GPE"), ("Tehran", "ORG"), ("Tehran", "LOC")]


def test_an_outlet_is_an_organisation_to_the_scorer() -> None:
    assert labels_of("The [Northern Star/ORG] reported it.") == [("Northern Star", "ORG")]


def test_the_lines_of_a_text_are_its_paragraphs() -> None:
    text = "One.\n\n  Two. \n"
    assert [span.cut(text) for span in paragraphs_of(text)] == ["One.", "Two."]
