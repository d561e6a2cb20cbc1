"""One file, every finding highlighted, nothing of a stranger's ever code."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.painting.html_report import Section, render_page, render_section
from onrecord.painting.markup import link_out, write
from onrecord.record import Article, Block, Reading, Span, Stamp
from tests.event_readings import make_event_reading
from tests.readings import PARAGRAPHS, make_reading

ATTACK = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;\u202e\x00"


class Page(HTMLParser):
    """What a browser would see: the elements, their ids, and the words of the article."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.skipping = 0
        self.feed(code)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_attributes = dict(attrs)
        self.tags.append((tag, given_attributes))
        if tag in ("meta", "br", "input"):
            return
        kind = "mark" if "mark" in (given_attributes.get("class") or "").split() else tag
        self.open.append(kind)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        closed = self.open.pop()
        assert closed in (tag, "mark")

    def handle_data(self, data: str) -> None:
        if "mark" not in self.open and "p" in self.open:
            self.words.append(data)

    @property
    def ids(self) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get("id"))]


def render(*readings: Reading) -> str:
    sections: list[Section] = []
    for reading in readings:
        sections.append(render_section(reading, where="page.html", earlier=sections))
    return render_page(sections)


def test_the_article_can_be_read_in_full() -> None:
    words = "".join(Page(render(make_reading())).words)
    assert all(paragraph in words for paragraph in PARAGRAPHS)


def test_every_statement_has_a_stable_place_in_text_and_record() -> None:
    reading = make_reading()
    ids = Page(render(reading)).ids
    for one in reading.statements:
        assert one.id in ids
        assert f"{one.id}-chain" in ids
        assert one.cue is None or f"{one.id}-cue" in ids
        assert one.source is None or f"{one.id}-source" in ids


def test_no_id_stands_twice_even_if_an_article_is_read_twice() -> None:
    ids = Page(render(make_reading(), make_reading())).ids
    assert len(ids) == len(set(ids))


def test_every_link_inside_the_page_leads_somewhere() -> None:
    page = Page(render(make_reading(), make_reading()))
    targets = {attributes.get("href") or "" for tag, attributes in page.tags if tag == "a"}
    inner = {target[1:] for target in targets if target.startswith("#")}
    assert inner <= set(page.ids)


def test_the_page_asks_the_network_for_nothing() -> None:
    code = render(make_reading())
    tags = Page(code).tags
    assert not any(attributes.get("src") for _, attributes in tags)
    assert not any(tag in ("link", "img", "iframe", "object", "base") for tag, _ in tags)
    style = code[code.index("<style>") : code.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_allows_exactly_the_code_of_the_page() -> None:
    code = render(make_reading())
    for name in ("style", "script"):
        inline = re.search(f"<{name}>(.*?)</{name}>", code, re.DOTALL)
        assert inline is not None
        digest = base64.b64encode(hashlib.sha256(inline.group(1).encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in code
    assert "default-src 'none'" in code


def test_no_words_of_a_page_become_code() -> None:
    reading = make_reading()
    article = replace(
        reading.article,
        title=ATTACK,
        outlet=ATTACK,
        authors=(ATTACK,),
        url=f"javascript:{ATTACK}",
        language='en" onclick="x',
    )
    code = render(replace(reading, article=article))
    tags = Page(code).tags
    assert [tag for tag, _ in tags].count("script") == 1
    assert not any(name.startswith("on") for _, attributes in tags for name in attributes)
    assert not any(tag == "img" for tag, _ in tags)
    assert "javascript:" not in {str(attributes.get("href"))[:11] for _, attributes in tags}
    assert "\u202e" not in code
    assert "\x00" not in code


@given(st.text())
def test_written_text_is_never_code(text: str) -> None:
    stripped = re.sub(
        r'<span class="control" title="[^"<>]*">⟨U\+[0-9A-F]+⟩</span>', "", write(text)
    )
    assert "<" not in stripped
    assert ">" not in stripped


@given(st.text(min_size=1), st.data())
def test_any_text_with_any_block_has_a_page(text: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(1, len(text)))
    article = Article("a", "", "", text, (), "", text, blocks=(Block("list", Span(0, end)),))
    render(Reading(article, Stamp("0", "none", "en"))).encode()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc", "http://["]
)
def test_only_addresses_of_the_web_are_linked(url: str) -> None:
    assert "href" not in link_out(url, url)


def test_a_report_of_nothing_says_so() -> None:
    assert "No page could be read." in render()


def test_several_pages_are_listed_at_the_top() -> None:
    code = render(make_reading(), make_reading())
    assert "2 pages on the record" in code
    assert 'href="#page-2"' in code


def test_every_kind_of_mark_has_a_switch_that_the_style_obeys() -> None:
    code = render(make_event_reading())
    switches = [attributes["id"] or "" for tag, attributes in Page(code).tags if tag == "input"]
    assert switches == ["show-said", "show-event", "show-who", "show-where", "show-when"]
    assert all(f":has(#{one}:not(:checked))" in code for one in switches)


def test_the_panel_leads_to_each_of_its_parts() -> None:
    code = render(make_event_reading())
    for part in ("sources", "events", "contests", "people"):
        assert f'href="#page-1-{part}"' in code
        assert f'id="page-1-{part}"' in code
