"""Quotations that one paragraph alone cannot attribute."""

from __future__ import annotations

import pytest

from onrecord.passages import Quotation, find_quotations
from onrecord.statements.drafts import Draft
from onrecord.statements.quotation_rules import (
    GOES_ON,
    MAX_RUN_ON,
    find_going_on,
    find_signed,
    find_turns,
    lead_in_quotations,
    run_on_quotations,
)
from tests.statements.words import draft, paragraphs_of


def quotations_of(text: str) -> tuple[Quotation, ...]:
    return find_quotations(text, paragraphs_of(text))


def content(text: str, one: Draft) -> list[str]:
    return [span.cut(text) for span in one.content]


def test_a_paragraph_that_ends_with_a_colon_leads_in_the_quotation_behind_it() -> None:
    text = "Then Quill added:\n“We left.”\nNobody answered."
    made = Draft((), draft(text, "Then", cue="added").cue, None, 0.9, "encoder")
    (found,) = lead_in_quotations(text, paragraphs_of(text), quotations_of(text), [made])
    assert content(text, found) == ["“We left.”"]


def test_a_cue_that_leads_in_nothing_is_left_out() -> None:
    text = "Then Quill added:\nNobody answered."
    made = Draft((), draft(text, "Then", cue="added").cue, None, 0.9, "encoder")
    assert lead_in_quotations(text, paragraphs_of(text), quotations_of(text), [made]) == []


def test_a_draft_takes_the_paragraphs_into_which_its_quotation_runs_on() -> None:
    text = "Quill said: “We left.\n“We came back.\n“We stayed.”\n“Not ours.”"
    made = draft(text, "“We left.", cue="said", source="Quill")
    (found,) = run_on_quotations(paragraphs_of(text), quotations_of(text), [made])
    assert content(text, found) == ["“We left.", "“We came back.", "“We stayed.”"]


def test_a_quotation_does_not_run_on_for_ever() -> None:
    text = "\n".join(["Quill said: “We left."] + ["“We came back."] * 3 * MAX_RUN_ON)
    made = draft(text, "“We left.", cue="said", source="Quill")
    (found,) = run_on_quotations(paragraphs_of(text), quotations_of(text), [made])
    assert len(found.content) == MAX_RUN_ON + 1


@pytest.mark.parametrize("dash", ["—", "–", " — ", "― "])
def test_a_name_behind_a_dash_signs_a_quotation(dash: str) -> None:
    text = f"“We were here first.”{dash}Ada Bern, harbour pilot"
    (found,) = find_signed(text, paragraphs_of(text), quotations_of(text))
    assert content(text, found) == ["“We were here first.”"]
    assert found.source is not None
    assert found.source.cut(text) == "Ada Bern"
    assert found.found_by == "rule:signed"


@pytest.mark.parametrize(
    "text", ["“We left” — and nobody knew.", "He said “We left.” — Ada Bern", "“We left.”"]
)
def test_other_dashes_sign_nothing(text: str) -> None:
    assert find_signed(text, paragraphs_of(text), quotations_of(text)) == []


def test_names_and_colons_make_a_transcript() -> None:
    text = "Ada Bern: Who knew?\nDara Quill: Nobody.\nReally nobody.\nAda Bern: I see."
    turns = find_turns(text, paragraphs_of(text))
    assert [(one.source.cut(text), content(text, one)) for one in turns if one.source] == [
        ("Ada Bern", ["Who knew?"]),
        ("Ada Bern", ["I see."]),
    ]


def test_questions_and_answers_are_turns_of_a_paragraph_each() -> None:
    text = "Q: Who knew?\nA: Nobody.\nReally nobody.\nQ: And then?\nA: We left."
    turns = find_turns(text, paragraphs_of(text))
    assert [content(text, one) for one in turns] == [
        ["Who knew?"],
        ["Nobody."],
        ["And then?"],
        ["We left."],
    ]


@pytest.mark.parametrize(
    "text",
    ["Update: The port is shut.\nIt rained.", "Update: The port is shut.\nUpdate: It is open."],
)
def test_a_heading_with_a_colon_is_no_transcript(text: str) -> None:
    assert find_turns(text, paragraphs_of(text)) == []


def test_a_quoted_paragraph_behind_quoted_words_goes_on() -> None:
    text = "“We left,” Quill said.\n“Nobody knew.”\n“It was dark.”"
    made = draft(text, "“We left,”", cue="said", source="Quill")
    found = find_going_on(paragraphs_of(text), quotations_of(text), [made])
    assert [content(text, one) for one in found] == [["“Nobody knew.”"], ["“It was dark.”"]]
    assert {one.found_by for one in found} == {GOES_ON}


@pytest.mark.parametrize(
    "text",
    [
        "“We left,” Quill said.\nIt rained.\n“Nobody knew.”",
        "“We left,” Quill said.\n“Nobody knew” was the headline.",
    ],
)
def test_behind_other_paragraphs_and_with_other_words_nothing_goes_on(text: str) -> None:
    made = draft(text, "“We left,”", cue="said", source="Quill")
    assert find_going_on(paragraphs_of(text), quotations_of(text), [made]) == []
