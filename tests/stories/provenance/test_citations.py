"""Where pages cite others."""

from __future__ import annotations

import time

import pytest

from onrecord.stories.media.outlet_index import Names
from onrecord.stories.media.outlets import find_outlets
from onrecord.stories.provenance.citations import Citing, find_citings
from tests.stories.taking_pages import AGENCY, ORIGINAL, link, read

OUTLETS = find_outlets((ORIGINAL, AGENCY))
NAMES = Names(OUTLETS)
LANTERN, BNA = OUTLETS


def _cite(text: str) -> tuple[Citing, ...]:
    return find_citings(read("Morning Kite", 5, text), NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "The weir was cracked, The Tarn Lantern reported on Monday.",
        "The weir was cracked, according to the Lantern.",
        "The Lantern, a free paper that I like, has found out that the weir was cracked.",
        "An engineer told the Tarn Lantern that the weir was cracked.",
        "The minister contradicted a report of the Tarn Lantern about the weir.",
        "The Lantern’s report on the weir has been denied.",
        "The crack, first revealed by tarnlantern.example, is long.",
    ],
)
def test_a_citing_phrase_beside_a_name_is_a_citing(text: str) -> None:
    (citing,) = _cite(text)
    assert citing.outlets == (LANTERN,)
    assert citing.rule != "named" or "." in citing.span.cut(text)


def test_two_outlets_share_one_verb() -> None:
    found = _cite("The Tarn Lantern, a daily, and the agency BNA had reported that it was cracked.")
    assert [one.outlets for one in found] == [(LANTERN,), (BNA,)]
    assert {one.rule for one in found} == {"phrase"}


def test_an_outlet_that_is_only_spoken_of_is_not_cited() -> None:
    (citing,) = _cite("Vandals broke two windows of The Tarn Lantern in Weir Street on Sunday.")
    assert citing.rule == "named"


def test_a_word_of_the_language_is_no_outlet_without_an_article() -> None:
    assert _cite("Lantern light fell on the weir, and Lantern Hill was dark.") == ()


def test_an_outlet_inside_what_somebody_said_in_another_page_is_found_once() -> None:
    assert len(_cite("The Lantern reported that the Lantern reported.")) == 2


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The weir was cracked, as a rival paper reported on Monday.", "paper"),
        ("A local radio station bought two of the pumps.", "radio station"),
        ("The agency rejected reports that the weir was cracked.", ""),
        ("Local media have told of a crack.", ""),
    ],
)
def test_an_unnamed_medium_is_a_vague_citing(text: str, noun: str) -> None:
    (citing,) = _cite(text)
    assert citing.vague
    assert citing.noun == noun


@pytest.mark.parametrize(
    "text",
    [
        "Each of them was given a paper band with a number.",
        "He sat in the bath with a newspaper.",
        "The paper has no signatures, it notes.",
        "The minister would not speak to the press.",
    ],
)
def test_paper_and_press_alone_are_no_citing(text: str) -> None:
    assert _cite(text) == ()


def test_the_same_newspaper_goes_on_with_what_a_vague_citing_tells() -> None:
    (citing,) = _cite(
        "A mayor has a list, according to a regional newspaper. Rain fell. "
        "Eight homes are gone, says the same newspaper."
    )
    assert len(citing.content) == 2


def test_a_link_to_an_outlets_page_is_a_citing() -> None:
    page = link(read("Morning Kite", 5, "The weir is old."), "weir", ORIGINAL.article.url)
    (citing,) = find_citings(page, NAMES)
    assert citing.rule == "link"
    assert citing.outlets == (LANTERN,)


def test_a_long_text_without_a_stop_is_read_in_time() -> None:
    for text in ("told " + "rain and " * 50_000, "The Lantern and " * 2_000, "“" * 50_000):
        page = read("Morning Kite", 5, text)
        started = time.perf_counter()
        find_citings(page, NAMES)
        assert time.perf_counter() - started < 30
