"""Takings that a page keeps silent about."""

from __future__ import annotations

from dataclasses import replace

from onrecord.record import Reading, SourceChain, SourceLink, Span, Statement
from onrecord.stories.provenance.takings import find_silent
from tests.stories.taking_pages import AGENCY, ORIGINAL, read, shelf_of, shelved


def _silent(page: Reading, *others: Reading, linked: frozenset[str] = frozenset()) -> list[str]:
    shelf = shelf_of(ORIGINAL, AGENCY, *others, page)
    return [one.rule for one in find_silent(shelved(page, shelf), shelf, linked)]


QUOTING = read(
    "Dull Daily",
    6,
    "A cracked weir at Ostrel makes people laugh.\n"
    "“We painted over it because the paint was already paid for,” a man "
    "said, and the whole valley laughed about it for days.",
)


def test_exclusive_words_in_another_page_are_taken() -> None:
    assert _silent(QUOTING) == ["shared-quotation"]


def test_words_that_a_credited_page_has_too_are_explained() -> None:
    relay = read(
        "Morning Kite",
        5,
        "“We painted over it because the paint was already paid for,” one told The Tarn Lantern.",
    )
    linked = frozenset((relay.article.id,))
    assert _silent(QUOTING, relay, linked=linked) == []


def _with_statement(page: Reading, cue: str, content: str, stance: str) -> Reading:
    text = page.article.text
    where, what = text.index(cue), text.index(content)
    statement = Statement(
        "s1",
        "indirect",
        (Span(what, what + len(content)),),
        Span(where, where + len(cue)),
        None,
        SourceChain((SourceLink(page.article.outlet, "outlet"),)),
        stance,
    )
    return replace(page, statements=(statement,))


def test_what_somebody_had_said_on_an_earlier_day_is_from_who_reported_it() -> None:
    page = read(
        "Dull Daily",
        6,
        "Farmers marched, a farmer told the Dull Daily.\nThe minister had said that help would "
        "come by the summer for the harvest.",
    )
    told = _with_statement(page, "said", "help would come by the summer for the harvest", "states")
    assert _silent(told) == ["earlier-report"]


def test_a_denial_of_what_one_page_found_out_answers_that_page() -> None:
    page = read(
        "Dull Daily",
        6,
        "The river board denied that the weir at Ostrel had been cracked since the autumn.\n"
        "Its director spoke in the rain and took no questions from anybody at all.",
    )
    content = "the weir at Ostrel had been cracked since the autumn"
    denied = _with_statement(page, "denied", content, "denies")
    assert _silent(denied) == ["denied-report"]


def test_a_page_about_something_else_took_nothing() -> None:
    page = read("Dull Daily", 6, "Bakers won the match against butchers.\nNobody was hurt in it.")
    assert _silent(page) == []


def test_what_was_news_weeks_ago_is_not_taken_in_silence() -> None:
    late = read("Dull Daily", 28, QUOTING.article.text)
    assert _silent(late) == []
