from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest

from onrecord.record import Article, Block, DateOfRecord, DateRole, Page, Span, article_id

TEXT = "One.\n\nTwo."
DAY = date(2031, 3, 9)


def make(*blocks: Block, dates: tuple[DateOfRecord, ...] = ()) -> Article:
    return Article("a1", "", "", "", (), "en", TEXT, dates=dates, blocks=blocks)


def a_date(role: DateRole, day: int, *, chosen: bool) -> DateOfRecord:
    best = DAY.replace(day=day)
    return DateOfRecord(role, best, best, best, best.isoformat(), "meta", "given", chosen=chosen)


def test_the_paragraphs_are_the_blocks_in_order() -> None:
    article = make(Block("heading", Span(0, 4)), Block("paragraph", Span(6, 10)))
    assert [span.cut(TEXT) for span in article.paragraphs] == ["One.", "Two."]


@pytest.mark.parametrize("second", [Span(3, 10), Span(6, 11)])
def test_blocks_lie_apart_and_inside_the_text(second: Span) -> None:
    with pytest.raises(ValueError, match="overlaps another or leaves the text"):
        make(Block("paragraph", Span(0, 4)), Block("paragraph", second))


def test_blocks_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps another"):
        make(Block("paragraph", Span(6, 10)), Block("paragraph", Span(0, 4)))


def test_a_block_maps_character_to_character() -> None:
    with pytest.raises(ValueError, match="character to character"):
        Block("paragraph", Span(0, 4), Span(0, 5))


def test_the_best_date_lies_between_the_earliest_and_the_latest() -> None:
    with pytest.raises(ValueError, match="is not within"):
        replace(a_date("published", 9, chosen=True), latest=date(2031, 3, 8))


def test_the_date_of_a_role_is_the_one_that_won() -> None:
    won, lost = a_date("published", 9, chosen=True), a_date("published", 8, chosen=False)
    article = make(dates=(lost, won, a_date("modified", 10, chosen=False)))
    assert article.date("published") == won
    assert article.date("modified") is None
    assert article.date("crawled") is None


def test_an_id_is_made_of_place_and_text() -> None:
    assert article_id("u", "text") == article_id("u", "text")
    assert len({article_id("u", "text"), article_id("v", "text"), article_id("u", "texts")}) == 3


def test_an_id_is_made_even_of_text_that_is_no_unicode() -> None:
    assert article_id("", "\ud800")


def test_a_page_tells_the_digest_of_its_bytes() -> None:
    assert Page("x", b"abc", "text").digest.startswith("ba7816bf8f01cfea")


def test_an_article_is_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        make().text = "else"  # type: ignore[misc]
