"""One article, read: what goes in comes out whole, and what is not understood is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import Page, Reading
from onrecord.reading import MAX_READ, MAX_WORDS, read, read_article, read_text, without_inferred
from onrecord.record import Article, Block, Issue, Span, from_json, to_json

RELAYED = (
    "The tanker was moved at night, two senior officials told the Northern Star.\n"
    "The officials said the harbour master had known of it."
)
GERMAN = (
    "Der Tanker wurde in der Nacht bewegt, sagte die Hafenministerin am Montag. Sie habe von dem "
    "Leck nichts gewusst, und niemand habe ihr Ministerium gewarnt. Die Küstenwache wollte sich "
    "nicht äußern, weil die Untersuchung noch läuft und weitere Zeugen gehört werden sollen."
)


def article_of(text: str, *, language: str = "en") -> Article:
    block = Block("paragraph", Span(0, len(text)))
    return Article("a1", "", "Harbour Gazette", "", (), language, text, blocks=(block,))


def page_of(text: str, language: str) -> Page:
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    html = (
        f"<html lang='{language}'><head><title>Tanker</title></head><body><article><h1>Tanker</h1>"
        f"{paragraphs}</article></body></html>"
    )
    return Page("tanker.html", html.encode(), "html", charset="utf-8")


def codes(reading: Reading) -> list[str]:
    return [issue.code for issue in reading.issues]


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from("aA b“”\"'’.,\n\r\t\u2028said 🚢"), max_size=120))
def test_the_text_of_a_reading_is_the_text_that_was_read(text: str) -> None:
    reading = read_text(text)
    assert reading.article.text == text
    assert from_json(to_json(reading)) == reading


def test_lines_are_paragraphs_without_the_space_around_them() -> None:
    reading = read_text("  One. \n\n\tTwo.")
    assert [span.cut(reading.article.text) for span in reading.article.paragraphs] == [
        "One.",
        "Two.",
    ]


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_nothing_is_read_without_a_finding(text: str) -> None:
    assert read_text(text).statements == ()


def test_a_megabyte_without_a_space_is_read() -> None:
    assert read_text("a" * 1_000_000).statements == ()


def test_a_stamp_names_all_that_made_the_reading() -> None:
    stamp = read_text(RELAYED).stamp
    assert stamp.onrecord
    assert len(stamp.encoder) == 16
    assert stamp.language.startswith("en-")
    assert stamp.settings == ""


def test_a_relay_is_inferred_for_those_who_go_on_speaking() -> None:
    second = read_text(RELAYED, outlet="Harbour Gazette").statements[1]
    assert [(link.name, link.how) for link in second.chain.links[1:]] == [
        ("Northern Star", "inferred"),
        ("two senior officials", "explicit"),
    ]


def test_without_inferring_only_what_is_only_inferred_is_left_out() -> None:
    article = read_text(RELAYED, outlet="Harbour Gazette").article
    whole, plain = read_article(article), read_article(article, inferred=False)
    assert plain.stamp.settings == "no-inferred"
    assert [one.id for one in plain.statements] == [one.id for one in whole.statements]
    for one, other in zip(whole.statements, plain.statements, strict=True):
        assert other == without_inferred(one)
        assert all(link.how != "inferred" for link in other.chain.links)
        assert other.chain.links[0].name == "Harbour Gazette"
    assert whole.statements != plain.statements


def test_an_article_in_another_language_is_kept_without_statements() -> None:
    reading = read_article(article_of(GERMAN, language="de"))
    assert reading.article.text == GERMAN
    assert reading.statements == ()
    assert reading.stamp.encoder == ""


def test_a_page_in_another_language_is_read_up_to_its_article_and_says_so() -> None:
    reading = read(page_of(GERMAN, "de"))
    assert isinstance(reading, Reading)
    assert reading.article.language == "de"
    assert "sagte die Hafenministerin" in reading.article.text
    assert reading.statements == ()
    assert any("language" in code for code in codes(reading))


def test_a_page_without_an_article_is_an_issue() -> None:
    assert isinstance(read(Page("empty.html", b"<html></html>", "html")), Issue)


def test_issues_of_the_page_stay_with_its_reading() -> None:
    issue = Issue("articles", "no-date", "the page gives no date")
    assert read_article(article_of("It rained."), (issue,)).issues == (issue,)


def test_a_mark_that_is_never_closed_is_told_with_its_place() -> None:
    text = "He said: “We left and never came back."
    reading = read_text(text)
    (issue,) = (one for one in reading.issues if one.code == "unpaired-quotation-mark")
    assert issue.span == Span(text.index("“"), len(text))


@pytest.mark.parametrize(
    "text", ["“We left,” he said.", "“We left.\n“We came back,” he said.", "The dockers' strike."]
)
def test_marks_that_pair_or_run_on_are_no_issue(text: str) -> None:
    assert codes(read_text(text)) == []


def test_a_reading_verifies_itself() -> None:
    reading = read_text(RELAYED)
    assert replace(reading) == reading


def test_what_lies_behind_the_longest_text_is_an_issue_and_not_read():
    text = "The mayor said the bridge would stay shut. " * (MAX_READ // 40)
    reading = read_text(text)
    assert [issue.code for issue in reading.issues] == ["text-too-long"]
    assert all(span.end <= MAX_READ for one in reading.statements for span in one.content)
    assert reading.article.text == text


def test_a_text_of_nothing_but_marks_is_read_as_far_as_its_words_go():
    text = "." * MAX_WORDS + " The mayor said it would stay shut."
    (issue,) = read_text(text).issues
    assert issue.code == "text-too-long"
    assert issue.span is not None
    assert issue.span.start == text.index("The mayor")
