"""What a record answers is shown whole, plainly and with what was found in sight."""

from __future__ import annotations

from onrecord.cli.record_report import describe_chain, draw, print_hits
from onrecord.record import SourceChain, SourceLink, Span
from onrecord.store import ArticleRow, Hit, Saying

ARTICLE = ArticleRow("a1", "https://b.example/", "Lantern", "A title", "en", None, "b.html")
OUTLET = SourceLink("Lantern", "outlet")


def hit(text: str, *marked: Span) -> Hit:
    return Hit(ARTICLE, "text", text, Span(0, len(text)), marked, marked, (), 1.0)


def show(*hits: Hit, colour: bool = False, width: int = 80) -> str:
    return draw(
        width,
        colour,
        lambda console: print_hits(console, hits, limit=20, meaning=False, colour=colour),
    )


def test_what_was_found_is_in_sight_however_long_the_paragraph() -> None:
    text = "word " * 400 + "lighthouse " + "word " * 400
    out = show(hit(text, Span(2000, 2010)))
    assert "*lighthouse*" in out
    assert out.count("…") == 2
    assert max(map(len, out.splitlines())) <= 80


def test_several_words_are_marked() -> None:
    out = show(hit("the lighthouse burned all night", Span(4, 14), Span(15, 21)))
    assert "the *lighthouse* *burned* all night" in out


def test_colour_stands_in_for_stars() -> None:
    out = show(hit("the lighthouse burned", Span(4, 14)), colour=True)
    assert "*lighthouse*" not in out
    assert "\x1b[" in out


def test_nothing_of_a_page_acts_on_the_terminal() -> None:
    out = show(hit("the \x1b[31mlight\u202ehouse burned", Span(4, 9)))
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_a_page_without_a_day_says_so() -> None:
    assert "Lantern · no date" in show(hit("words", Span(0, 5)))


def said(*links: SourceLink) -> str:
    chain = SourceChain((OUTLET, *links))
    return describe_chain(
        Saying("s1", ARTICLE, "words", (Span(0, 5),), "direct", "states", chain, (), 1.0)
    )


def test_the_way_of_words_is_told_and_so_is_that_nobody_is_named() -> None:
    nobody = SourceLink("unknown source", "unknown", unnamed=True)
    star, quill = SourceLink("Star", "outlet"), SourceLink("Dara Quill", "person")
    assert said(quill) == "said by Dara Quill (person)"
    assert said(star, quill) == "said by Dara Quill (person), through Star"
    assert said(nobody) == "whose words these are is not said"
    assert said(star, nobody) == "whose words these are is not said; through Star"
