"""Quotations are exact, bounded, and carry the article that they stand in."""

from __future__ import annotations

from onrecord.assistant.quoting import LONGEST_QUOTE, Pages, quote, quote_saying
from onrecord.record import Span
from onrecord.store import Record
from tests.painting.traces import IDS, TEXTS, find


def test_a_quotation_in_several_pieces_has_a_place_for_each(record: Record) -> None:
    pieces = (find("post", "The harbour wall"), find("post", "two engineers"))
    quoted = Pages(record).quote(IDS["post"], pieces)
    assert quoted is not None
    assert quoted.words == ("The harbour wall", "two engineers")
    assert quoted.spans == tuple((one.start, one.end) for one in pieces)
    assert (quoted.outlet, quoted.url) == ("Tidewater Post", "https://post.example/wall")
    assert quoted.published == "2031-03-14"


def test_a_long_quotation_is_cut_and_says_how_much_is_missing(record: Record) -> None:
    row = record.article(IDS["post"])
    assert row is not None
    spans = (Span(0, 600), Span(700, 1_300), Span(1_400, 1_500))
    quoted = quote(row, spans, ("a" * 600, "b" * 600, "c" * 100))
    assert quoted.words == ("a" * 600, "b" * 400)
    assert quoted.spans == ((0, 600), (700, 1_100))
    assert quoted.cut == 300
    assert sum(map(len, quoted.words)) == LONGEST_QUOTE


def test_the_sentence_around_a_word_is_quoted_whole(record: Record) -> None:
    quoted = Pages(record).quote_sentence(IDS["post"], find("post", "letter"))
    assert quoted is not None
    assert quoted.words == ("A letter seen by the Post says the same.",)


def test_an_article_that_is_not_there_is_not_quoted(record: Record) -> None:
    pages = Pages(record)
    assert pages.quote("a0", (Span(0, 1),)) is None
    assert pages.quote_sentence("a0", Span(0, 1)) is None
    assert pages.quote_sentence(IDS["post"], Span(0, len(TEXTS["post"]) + 1)) is None


def test_a_statement_tells_its_hands_from_the_outlet_to_the_origin(record: Record) -> None:
    (found,) = record.who("two engineers")
    said = quote_saying(found.sayings[0])
    assert [one.name for one in said.chain] == ["Tidewater Post", "two engineers"]
    assert [one.unnamed for one in said.chain] == [False, True]
    assert said.evidence.words == ("The harbour wall was cracked",)
