from dataclasses import replace

import pytest

from evaluation.casebook import Case, GoldLink, GoldStatement
from evaluation.casebook_report import report_part
from evaluation.casebook_scores import is_same_name, match_statements, score_cases
from onrecord.record import (
    Article,
    Reading,
    SourceChain,
    SourceLink,
    Span,
    Stamp,
    Statement,
)

PASSAGE = "The ferry sank at night, officials told the Star. The mayor denies it."
OUTLET = SourceLink("Gazette", "outlet")
STAR = SourceLink("the Star", "outlet")
OFFICIALS = SourceLink("officials", "group", unnamed=True)


def span(words):
    start = PASSAGE.index(words)
    return Span(start, start + len(words))


GOLD = GoldStatement(
    content=(span("The ferry sank at night"),),
    cue=(span("told"),),
    source=(span("officials"),),
    mode="indirect",
    stance="states",
    addressee=(span("the Star"),),
    links=(
        GoldLink("Star", "outlet", False, "explicit"),
        GoldLink("officials", "group", True, "explicit"),
    ),
    title="",
    because=(),
    line=1,
)
CASE = Case("case", "why", "Gazette", PASSAGE, (GOLD,), "page.md:1")
FOUND = Statement(
    id="s1",
    mode="indirect",
    content=(span("ferry sank at night"),),
    cue=span("told"),
    source=span("officials"),
    chain=SourceChain((OUTLET, STAR, OFFICIALS)),
    stance="states",
    addressee=span("the Star"),
)


def score(*statements):
    article = Article("a", "", "Gazette", "", (), "en", PASSAGE)
    reading = Reading(article, Stamp("0", "e", "en"), statements=statements)
    figures, _ = score_cases([CASE], [reading])
    return {one.metric: one.value for one in figures}


def test_a_statement_found_with_its_chain_is_right_in_everything():
    assert set(score(FOUND).values()) == {1.0}


def test_a_statement_with_less_than_half_of_the_words_is_not_found():
    figures = score(replace(FOUND, content=(span("at night"),)))
    assert figures["found_recall"] == figures["chain_right_of_all"] == 0


def test_a_second_statement_for_the_same_words_costs_precision():
    figures = score(FOUND, replace(FOUND, id="s2"))
    assert (figures["found_recall"], figures["found_precision"]) == (1, 0.5)


def test_of_two_equal_contents_the_one_with_the_right_cue_counts():
    other = replace(FOUND, id="s2", cue=span("denies"))
    (match,) = match_statements(CASE, (other, FOUND))
    assert match.predicted is FOUND


@pytest.mark.parametrize(
    "links",
    [
        (OUTLET, OFFICIALS),
        (OUTLET, OFFICIALS, STAR),
        (OUTLET, STAR, replace(OFFICIALS, unnamed=False)),
        (OUTLET, STAR, replace(OFFICIALS, name="the mayor")),
        (OUTLET, STAR, STAR, OFFICIALS),
    ],
)
def test_a_chain_with_a_wrong_link_is_wrong(links):
    assert score(replace(FOUND, chain=SourceChain(links)))["chain_right"] == 0


def test_kind_and_how_count_only_in_the_strict_measure():
    links = (OUTLET, replace(STAR, how="implied"), OFFICIALS)
    figures = score(replace(FOUND, chain=SourceChain(links)))
    assert (figures["chain_right"], figures["chain_right_strict"]) == (1, 0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Northern Star", "Northern Star", True),
        ("Quill", "Dara Quill", True),
        ("two senior officials", "senior officials", True),
        ("Quill's lawyer", "lawyer of Quill", True),
        ("his lawyer", "her lawyer", True),
        ("Dara Quill", "Mila Quill", False),
        ("the", "the Star", False),
        ("unknown source", "sources", False),
    ],
)
def test_names_are_the_same_when_one_holds_the_other(one, other, same):
    assert is_same_name(one, other) is same


def test_nothing_of_the_unseen_part_but_figures_is_shown(monkeypatch):
    wrong = replace(FOUND, chain=SourceChain((OUTLET, OFFICIALS)))
    scored = score_cases(
        [CASE],
        [
            Reading(
                Article("a", "", "Gazette", "", (), "en", PASSAGE),
                Stamp("0", "e", "en"),
                statements=(wrong,),
            )
        ],
    )
    monkeypatch.setattr("evaluation.casebook_report.measure_part", lambda _part: scored)
    unseen = "\n".join(report_part("unseen", worst=5))
    assert "ferry" not in unseen
    assert "page.md" not in unseen
    assert "chain_right" in unseen
    tuned = "\n".join(report_part("tuned", worst=5))
    assert "gold: Star (outlet, explicit) ← officials (group, unnamed, explicit)" in tuned
    assert "read: officials (group, unnamed, explicit)" in tuned
