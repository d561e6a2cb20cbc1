import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import extract
from onrecord.pages import open_pages
from onrecord.record import Article, Page
from tests.articles.sample_pages import PARAGRAPHS, page

SECOND = Path(__file__).parents[2] / "examples" / "tracing" / "second"
SECONDS = 15  # of the processor, so that a busy machine changes nothing


def read(one: Page) -> Article:
    article, _ = extract(one)
    assert article is not None
    return article


def test_paragraphs_become_blocks_that_cover_the_text():
    article = read(page())
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert tuple(block.span.cut(article.text) for block in article.blocks) == PARAGRAPHS


def test_a_page_that_the_fast_way_reads_with_its_furniture_is_read_the_slow_way() -> None:
    (one,) = open_pages(str(SECOND / "articles" / "w41.html"))
    assert isinstance(one, Page)
    text = read(one).text
    assert text.startswith("The horn came first.")
    assert "partners store information" not in text


def test_headline_outlet_and_language_stand_beside_the_text():
    article = read(page())
    assert article.title == "Council votes to rebuild harbour wall"
    assert article.outlet == "Larkhaven Courier"
    assert article.language == "en"
    assert article.title not in article.text


def test_a_heading_in_the_text_is_a_heading_block():
    body = f"<p>{PARAGRAPHS[0]}</p><h2>What it costs</h2>" + "".join(
        f"<p>{one}</p>" for one in PARAGRAPHS[1:]
    )
    article = read(page(body=body))
    kinds = {block.span.cut(article.text): block.kind for block in article.blocks}
    assert kinds["What it costs"] == "heading"


def test_navigation_is_furniture_and_not_text():
    article = read(page())
    assert ("navigation", "Sport") in {(one.kind, one.text) for one in article.furniture}
    assert "Sport" not in article.text


def test_a_line_that_leads_elsewhere_is_related_and_not_text():
    lead = "Read more: Mayor of Larkhaven faces a vote of her own"
    article = read(page(body=f"<p>{lead}</p>" + "".join(f"<p>{one}</p>" for one in PARAGRAPHS)))
    assert lead not in article.text
    assert ("related", lead) in {(one.kind, one.text) for one in article.furniture}


def test_a_link_covers_the_linked_words():
    linked = PARAGRAPHS[0].replace("the mayor", '<a href="/mayor">the mayor</a>')
    body = f"<p>{linked}</p>" + "".join(f"<p>{one}</p>" for one in PARAGRAPHS[1:])
    article = read(page(body=body))
    [link] = article.links
    assert link.span is not None
    assert link.span.cut(article.text) == "the mayor"
    assert link.url == "https://www.larkhavencourier.example/mayor"


def test_a_declared_paywall_with_the_whole_text_is_a_paywall():
    ld = (
        '<script type="application/ld+json">'
        '{"@type":"NewsArticle","isAccessibleForFree":%s}</script>'
    )
    long = "".join(f"<p>{one} {one}</p>" for one in PARAGRAPHS * 2)
    assert read(page(head=ld % '"False"', body=long)).access == "paywall"
    assert read(page(head=ld % "true")).access == "open"
    assert read(page(head=ld % "false")).access == "teaser"


def test_an_agency_in_the_byline_is_the_wire_and_no_author():
    article = read(page(top='<div class="byline">By Reuters</div>'))
    assert article.wire == "Reuters"
    assert article.authors == ()
    assert article.outlet == "Larkhaven Courier"


def test_an_agency_in_the_dateline_is_the_wire():
    opened = f"<p>LARKHAVEN (AP) — {PARAGRAPHS[0]}</p>"
    body = opened + "".join(f"<p>{one}</p>" for one in PARAGRAPHS[1:])
    assert read(page(body=body)).wire == "Associated Press"


def test_a_page_in_another_language_is_read_and_an_issue_says_so():
    german = (
        "Der Stadtrat von Lerchhafen hat am Dienstag beschlossen, die Mauer zu erneuern.",
        "Der Sturm der vergangenen Woche hatte die alte Mauer an vier Stellen durchbrochen.",
        "Die Arbeiten sollen im Frühjahr beginnen und ein Jahr dauern, sagte die Bürgermeisterin.",
    )
    body = "".join(f"<p>{one}</p>" for one in german)
    article, issues = extract(page(body=body, lang="en"))
    assert article is not None
    assert article.language == "de"
    assert [issue.code for issue in issues] == ["language-not-read"]


def test_control_characters_never_reach_the_text():
    body = "".join(f"<p>{one}\x07\x00 &#8203;</p>" for one in PARAGRAPHS)
    assert read(page(body=body)).text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("charset", "declared"),
    [("utf-8", ""), ("cp1252", ""), ("cp1252", "iso-8859-1"), ("cp1252", "utf-8"), ("utf-16", "")],
)
def test_the_charset_is_found_whatever_is_declared(charset, declared):
    text = "".join(f"<p>{one} The café “Zur Möwe” stayed shut.</p>" for one in PARAGRAPHS)
    meta = f'<meta charset="{declared}">' if declared else ""
    html = f"<html><head>{meta}<title>Wall</title></head><body><article>{text}</article></body>"
    article = read(Page("x", html.encode(charset), "html"))
    assert "The café “Zur Möwe” stayed shut." in article.text


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2000), "binary"),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no-article"),
    ],
)
def test_a_page_without_an_article_ends_in_an_issue(body, code):
    article, issues = extract(Page("x", body, "html"))
    assert article is None
    assert code in [issue.code for issue in issues]


TEXT = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
HARD = {
    "300 divs": "<div>" * 300 + TEXT,
    "5000 divs": "<div>" * 5000 + TEXT + "</div>" * 5000,
    "one long word": "<p>" + "a" * 1_000_000 + "</p>",
    "a long line of credits": "<p>" + "Said Photo: by , and (AP) " * 40_000 + "</p>",
    "links": '<a href="/x">link text</a> ' * 100_000,
    "attributes": "<div " + " ".join(f"a{n}='{n}'" for n in range(100_000)) + ">" + TEXT,
    "never closed": "<p><b><i><font>word " * 10_000,
    "brackets": "<p>" + "(" * 1_000_000 + "</p>",
    "open tags": "<" * 1_000_000,
    "nested JSON": '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + TEXT,
}


@pytest.mark.parametrize("name", HARD)
def test_a_hard_page_ends_in_a_reading_or_an_issue_within_seconds(name):
    started = time.process_time()
    article, issues = extract(Page(name, f"<html><body>{HARD[name]}".encode(), "html"))
    assert article is not None or issues
    assert time.process_time() - started < SECONDS


def test_a_page_of_twenty_megabytes_is_read_as_far_as_its_paragraphs_go():
    started = time.process_time()
    body = f"<html><body><article>{TEXT * (20_000_000 // len(TEXT))}".encode()
    article, issues = extract(Page("large", body, "html"))
    assert article is not None
    assert "page-too-large" in [issue.code for issue in issues]
    assert time.process_time() - started < 3 * SECONDS


def test_a_page_cut_in_the_middle_of_a_tag_is_read_up_to_there():
    whole = page()
    cut = whole.body[: whole.body.index(b"Fishermen")] + b"<a hre"
    assert read(Page("cut", cut, "html")).text.startswith(PARAGRAPHS[0])


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_make_extraction_raise(body):
    article, issues = extract(Page("x", body, "html"))
    assert article is not None or issues


PIECES = st.sampled_from(
    ["<div>", "</p>", "<figure><figcaption>", "<time datetime='x'>", "<h1>", "<table><tr>", "By ",
     "&#xD800;", "\x00", "<script type='application/ld+json'>{\"@graph\":", "(AP) — ", "<!--", "é",
     "<a href='http://['>", "<meta name=author content='A B'>", "1/1/2020", "]]>", *PARAGRAPHS]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(PIECES, max_size=40), st.sampled_from(["", "http://[", "https://a.example/2020/99"])
)
def test_no_soup_of_tags_makes_extraction_raise(pieces, url):
    body = "".join(pieces).encode()
    article, issues = extract(Page("x", body, "html", url=url, fetched=date(2020, 1, 2)))
    assert article is not None or issues
