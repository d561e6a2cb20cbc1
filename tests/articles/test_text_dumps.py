import textwrap
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles.text_dumps import decode_dump, extract_dump, kept_line_numbers
from onrecord.record import Page
from tests.articles import dump_samples as sample

SEED = Path(__file__).parents[2].parent / "shared" / "seed" / "page.txt"


def page(text, charset="utf-8"):
    return Page("a dump", text.encode(charset), "text")


def article_of(text):
    article, _ = extract_dump(page(text))
    assert article is not None
    return article


def test_the_paragraphs_are_the_article_and_the_menu_is_not():
    article = article_of(sample.dump())
    assert article.text == "\n\n".join(sample.PARAGRAPHS)


def test_a_block_is_a_stretch_of_the_dump():
    text = sample.dump()
    article = article_of(text)
    assert article.blocks
    for block in article.blocks:
        assert block.origin.cut(text) == block.span.cut(article.text)


def test_the_headline_is_the_title_and_not_a_paragraph():
    article = article_of(sample.dump())
    assert article.title == sample.HEADLINE
    assert sample.HEADLINE not in article.text


def test_a_dump_without_a_headline_has_no_title():
    assert article_of(sample.dump(headline="", dates=())).title == ""


def test_the_byline_names_the_author():
    assert article_of(sample.dump()).authors == ("Jonas Lindqvist",)


def test_a_button_beside_a_date_is_no_author():
    above = ("14:54 GMT15 January 2021", "Listen Live", "Get short URL")
    assert article_of(sample.dump(above=above, headline="", dates=())).authors == ()


def test_a_caption_printed_twice_is_one_caption_and_not_in_the_text():
    article = article_of(sample.dump())
    assert [(one.text, one.credit) for one in article.captions] == [
        (sample.CAPTION, "Ellery Photo / Tomas Brandt")
    ]
    assert sample.CAPTION not in article.text


def test_a_date_line_that_says_published_is_the_publication_date():
    published = article_of(sample.dump()).date("published")
    assert published is not None
    assert published.best == date(2020, 1, 7)
    assert published.reason


def test_a_date_line_that_says_updated_is_a_modification():
    dates = ("Published: 7 January 2020", "Updated: 8 January 2020, 9:15 GMT")
    article = article_of(sample.dump(dates=dates))
    assert article.date("published").best == date(2020, 1, 7)
    assert article.date("modified").best == date(2020, 1, 8)


def test_a_live_clock_in_the_masthead_is_a_crawl_stamp():
    above = ("18:02 GMT03 March 2021", *sample.MENU)
    article = article_of(sample.dump(above=above, dates=()))
    crawled = article.date("crawled")
    assert crawled is not None
    assert crawled.best == date(2021, 3, 3)
    assert "clock" in crawled.reason
    assert article.date("published") is None


def test_furniture_is_kept_and_labelled():
    pieces = {(one.kind, one.text) for one in article_of(sample.dump()).furniture}
    assert {("related", text) for text in sample.RELATED} <= pieces
    assert ("tag", sample.TAGS) in pieces
    assert ("navigation", "Log in") in pieces


def test_the_copyright_line_names_the_outlet():
    assert article_of(sample.dump()).outlet == "The Ellery Courier"


def test_lines_of_a_hard_wrapped_paragraph_are_one_block():
    wrapped = [textwrap.fill(one, 72) for one in sample.PARAGRAPHS]
    text = "\n\n".join([*sample.MENU, sample.HEADLINE, *wrapped])
    article = article_of(text)
    assert len(article.paragraphs) == len(sample.PARAGRAPHS)
    assert article.text.replace("\n\n", "¶").replace("\n", " ") == "¶".join(sample.PARAGRAPHS)


def test_kept_lines_are_numbered_as_in_the_dump():
    text = sample.dump()
    lines = text.split("\n")
    assert [lines[n] for n in kept_line_numbers(page(text))] == list(sample.PARAGRAPHS)


def test_a_page_in_another_language_is_read_with_an_issue():
    text = "\n\n".join(
        [
            "Die alte Hafenbrücke bleibt bis zum Frühjahr für den Verkehr gesperrt, wie die Stadt "
            "am Dienstag mitteilte, weil in zwei der großen Träger Risse gefunden wurden.",
            "„Wir können niemanden über eine Brücke fahren lassen, der wir nicht trauen“, sagte "
            "die Leiterin des Bauamts. Die Arbeiten werden wohl vier Millionen kosten.",
            "Die Händler am östlichen Ufer klagen, dass ihr Umsatz um die Hälfte gesunken ist. "
            "Viele von ihnen haben von der Entscheidung erst eine Stunde vorher erfahren.",
        ]
    )
    article, issues = extract_dump(page(text))
    assert article is not None
    assert article.language == "de"
    assert [issue.code for issue in issues] == ["language-not-read"]


def test_a_dump_in_an_old_charset_is_decoded():
    text = sample.dump().replace("“", "«").replace("”", "»")
    article, _ = extract_dump(page(text, "latin-1"))
    assert article is not None
    assert "«We cannot ask people" in article.text


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"Home\nNews\nSport\nLog in\nSubscribe\n", "no-article"),
        (b"a" * 1_000_000, "no-article"),
    ],
)
def test_what_holds_no_article_says_why(body, code):
    article, issues = extract_dump(Page("input", body, "text"))
    assert article is None
    assert [(issue.stage, issue.code, issue.where) for issue in issues] == [
        ("articles", code, "input")
    ]


@pytest.mark.parametrize("unit", ["word ", "2020 ", "(", "“", "12:30 5 jan ", "a, "])
def test_a_line_of_a_megabyte_takes_a_moment(unit):
    start = time.perf_counter()
    extract_dump(page(unit * (1_000_000 // len(unit))))
    assert time.perf_counter() - start < 10


def test_too_long_a_dump_is_cut_with_an_issue():
    text = "\n".join(["Another line of a list that never ends"] * 11_000)
    _, issues = extract_dump(page(sample.dump() + "\n" + text))
    assert "page-cut" in [issue.code for issue in issues]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=30))
def test_no_dump_breaks_the_reader(lines):
    given_page = Page(
        "x", "\n".join([*lines, *sample.PARAGRAPHS]).encode("utf-8", "replace"), "text"
    )
    article, issues = extract_dump(given_page)
    assert article is not None or issues
    text = decode_dump(given_page)
    for block in article.blocks if article else ():
        assert block.origin.cut(text) == block.span.cut(article.text)


@pytest.mark.skipif(not SEED.is_file(), reason="the seed page is not beside the repository")
def test_the_seed_page_is_read_without_its_furniture():
    article, issues = extract_dump(Page("page.txt", SEED.read_bytes(), "text"))
    assert article is not None
    assert not issues
    lines = [line.strip() for line in SEED.read_text(encoding="utf-8").split("\n") if line.strip()]
    kinds = {one.text: one.kind for one in article.furniture}
    assert article.title == ""
    assert article.authors == ()
    assert [kinds[text] for text in lines[-6:-2]] == ["related"] * 4
    assert kinds[lines[-2]] == "tag"
    assert len(article.captions) == 1
    assert article.captions[0].text not in article.text
    assert article.date("crawled").best == date(2021, 1, 15)
    assert article.date("published") is None
    assert len(article.blocks) == len(lines) - 3 - 3 - 6


def test_many_like_lines_cost_no_more_than_their_number():
    costs = []
    for number in (2_000, 8_000):
        dump = page("Port reopens\n\n" + "a\n" * number)
        began = time.process_time()
        extract_dump(dump)
        costs.append(time.process_time() - began)
    assert costs[1] < 12 * costs[0] + 0.1
