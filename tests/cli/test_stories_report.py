"""What a journalist reads in the terminal about all stories."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.cli.stories_report import render_stories
from onrecord.painting.stories_outline import outline_stories
from onrecord.record import Corpus, Story
from tests.painting.traces import IDS, make_corpus, make_trace


def render(corpus: Corpus | None = None, *, claims: bool = False, width: int = 80) -> str:
    shown = outline_stories(corpus or make_corpus(), {"t1": [make_trace()]} if claims else {})
    return render_stories(shown, pages=7, claims=claims, width=width, colour=False)


@pytest.mark.parametrize("width", [40, 60, 80, 110])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    assert max(map(len, render(claims=True, width=width).splitlines())) <= width


def test_a_story_has_the_headline_of_its_first_page_and_its_kinds_counted() -> None:
    report = render(width=110)
    assert "1 Harbour wall was cracked" in report
    words = "14 March 2031 to 16 March 2031 · 7 pages of 6 outlets: 3 original, 2 relays, 1 "
    assert words in report


def test_its_pages_stand_in_order_of_time() -> None:
    report = render(width=110)
    places = [report.index(one) for one in ("· Coast Radio", "· Quay Now", "· Morning Slip")]
    assert places == sorted(places)


def test_a_page_by_itself_is_no_story_of_several() -> None:
    corpus = make_corpus()
    rest = tuple(one for one in IDS.values() if one != IDS["now"])
    stories = (Story("t1", rest), Story("t2", (IDS["now"],)))
    report = render(replace(corpus, stories=stories))
    assert "2 stories in 7 pages" in report
    assert report.index("By themselves") < report.index("Quay Now")


def test_that_no_claim_was_found_is_said() -> None:
    shown = outline_stories(make_corpus(), {})
    report = render_stories(shown, pages=7, claims=True, width=80, colour=False)
    assert "No claims were found in it." in report


def test_no_stories_are_said_to_be_none() -> None:
    report = render_stories((), pages=0, claims=False, width=80, colour=False)
    assert "No stories were found." in report


def test_a_page_cannot_drive_the_terminal() -> None:
    corpus = make_corpus()
    readings = tuple(
        replace(one, article=replace(one.article, title="\x1b[2J", outlet="\u202ex"))
        for one in corpus.readings
    )
    report = render(replace(corpus, readings=readings))
    assert "\x1b" not in report
    assert "\u202e" not in report
