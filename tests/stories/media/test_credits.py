"""Whom a page credits for its text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.record import Caption, PageCredit
from onrecord.stories.media.credits import credits_outlet, find_credits
from tests.stories.pages import page

BODY = "The bridge at Vell was closed on Monday after a crack was found, the agency for roads said."


def names(text: str, **given: str) -> list[str]:
    return [one.name for one in find_credits(page(text, **given))]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"VELL (Nordline) - {BODY}", "Nordline"),
        (f"VELL, June 4 (Meridian Wire) -- {BODY}", "Meridian Wire"),
        (f"VELL, AFP — {BODY}", "AFP"),
        (f"04/06/2024\nVELL (Nordline) – {BODY}", "Nordline"),
    ],
)
def test_the_agency_of_a_dateline_is_credited_at_its_words(text: str, agency: str) -> None:
    (credit,) = find_credits(page(text))
    assert (credit.name, credit.how) == (agency, "dateline")
    assert credit.span is not None
    assert credit.span.cut(text) == agency


def test_brackets_in_the_first_sentence_are_no_dateline() -> None:
    assert names(f"The firm (which owns it) - and others - said no. {BODY}") == []


def test_agencies_without_a_name_are_a_vague_credit() -> None:
    (credit,) = find_credits(page(BODY, byline="By Staff and Agencies"))
    assert (credit.how, credit.vague) == ("byline", True)


def test_initials_of_the_outlet_in_a_byline_are_the_outlet_itself() -> None:
    given = {"byline": "Nordline/OEN", "outlet": "Osterby Evening News"}
    assert names(BODY, **given) == ["Nordline"]


def test_authors_and_desks_are_not_credited() -> None:
    assert names(BODY, byline="By Rolf Aker, foreign correspondent") == []
    assert names(BODY, byline="Selm Gazette staff", outlet="Selm Gazette") == []


def test_the_paper_that_an_author_wrote_for_is_credited() -> None:
    assert names(BODY, byline="By Ana Holt for Meridian Wire") == ["Meridian Wire"]


def test_a_town_in_a_byline_is_no_outlet() -> None:
    assert names(BODY, byline="Reuters, Washington") == ["Reuters"]


@pytest.mark.parametrize(
    "line",
    [
        "Nordline contributed to this report.",
        "Ana Holt and Nordline contributed to this report.",
        "With reporting by Nordline.",
        "This article was first published by Nordline.",
        "(Source: Nordline)",
        "(Nordline)",
    ],
)
def test_a_last_line_that_credits_an_agency_is_found(line: str) -> None:
    assert names(f"{BODY}\n{line}") == ["Nordline"]


def test_a_name_behind_the_last_sentence_is_credited() -> None:
    assert names(f"{BODY} — Meridian Wire\nOur newsletter every morning") == ["Meridian Wire"]


def test_reporters_and_editors_behind_the_text_are_people() -> None:
    assert names(f"{BODY}\n(Reporting by Tom Hale in Selm; Editing by Ann Roe)") == []


def test_credits_of_pictures_do_not_count() -> None:
    made = replace(page(f"{BODY}\nPhoto: Nordline"), captions=(Caption("A bridge.", "Nordline"),))
    assert find_credits(made) == ()


def test_a_speaker_behind_a_quotation_is_no_credit() -> None:
    assert names(f"{BODY}\n“We saw it coming.” — Cabrera") == []


def test_metadata_credits_without_words_of_the_text() -> None:
    made = replace(page(BODY), credits=(PageCredit("wire.example", "canonical"),))
    (credit,) = find_credits(made)
    assert (credit.name, credit.how, credit.span) == ("wire.example", "canonical", None)


def test_an_outlet_does_not_credit_itself() -> None:
    assert names(f"VELL (Nordline) - {BODY}", outlet="Nordline") == []


def test_each_is_credited_once_under_all_its_names() -> None:
    assert names(f"VELL (AP) — {BODY}", byline="Associated Press") == ["AP"]


def test_a_credit_leads_to_the_page_of_the_outlet() -> None:
    (credit,) = find_credits(page(f"VELL (Nordline) - {BODY}"))
    assert credits_outlet(credit, page(BODY, outlet="Nordline"))
    assert not credits_outlet(credit, page(BODY, outlet="Radio Lurn"))


def test_a_megabyte_without_a_full_stop_is_searched_in_seconds() -> None:
    assert names("(Word, source " * 70_000) == []
