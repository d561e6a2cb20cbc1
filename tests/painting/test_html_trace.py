"""The page that a browser shows: safe, complete in itself, and the same in words as in signs."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

from onrecord.painting.html_trace import render_trace_page, render_trace_section
from onrecord.record import Claim, Corpus, Issue, Trace
from tests.painting.traces import CLAIM, PLACES, make_corpus, make_trace

VOID = {"meta", "br", "hr"}


class Reader(HTMLParser):
    """Collects ids, links and tags, and holds that every element is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.tags: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        if tag not in VOID:
            self.open.append(tag)
        for key, value in attrs:
            self.attributes.append((key, value or ""))
            if key == "id":
                self.ids[value or ""] += 1
            if key == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def render(*traces: Trace, corpus: Corpus | None = None) -> str:
    sections = [
        render_trace_section(one, corpus or make_corpus(), places=PLACES, number=number)
        for number, one in enumerate(traces or (make_trace(),), start=1)
    ]
    return render_trace_page(sections)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


def test_every_link_within_the_page_leads_somewhere_and_no_id_stands_twice() -> None:
    reader = read(render(make_trace(), make_trace()))
    inner = {one[1:] for one in reader.links if one.startswith("#")}
    assert inner <= set(reader.ids)
    assert max(reader.ids.values()) == 1


def test_the_page_runs_nothing_and_loads_nothing() -> None:
    page = render()
    reader = read(page)
    assert reader.tags["script"] == reader.tags["img"] == reader.tags["link"] == 0
    assert not [key for key, _ in reader.attributes if key.startswith("on") or key == "style"]
    assert "default-src 'none'" in page
    assert "url(" not in page


def test_the_policy_allows_the_one_style_sheet_alone() -> None:
    page = render()
    style = page[page.index("<style>") + 7 : page.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in page


def test_the_answer_and_the_count_are_told() -> None:
    page = render()
    assert "Behind them stand 2 independent sources, perhaps 3." in page
    assert "two engineers: not named, first had by the Post" in page
    assert "own claim comes back to it through Daily Quay and Quay Now." in page


def test_each_sign_of_the_graph_is_a_link_with_its_words() -> None:
    page = render()
    words = "Page 4: Harbour News, 15 March 2031, 09:00 UTC; says it and carries a denial; original"
    assert page.count(f'aria-label="{words}"') == 2
    assert 'href="#c1-page-4"' in page
    assert 'aria-label="Source A: two engineers, unnamed people' in page
    assert "part of a circle" in page


def test_the_lines_are_styled_by_kind_and_credit() -> None:
    page = render()
    for looks in ("taking relay named", "taking relay vague", "taking copy none"):
        assert f'class="{looks}"' in page


def test_a_table_says_the_same_as_the_graph() -> None:
    page = render()
    table = page[page.index('<table class="pages">') :]
    table = table[: table.index("</table>")]
    assert table.count("<tr>") == 8
    assert "relays 3 Daily Quay, vaguely credited" in table


def test_a_card_has_the_words_of_the_page_with_the_claims_own_marked() -> None:
    page = render()
    assert "<mark>The harbour wall was cracked</mark> months before the storm" in page
    assert "Tidewater Post → two engineers" in page
    assert "pages/slip.html" in page


def test_the_legend_has_only_what_stands_in_the_graph() -> None:
    legend = re.search(r'<ul class="legend".*?</ul>', render(), re.S)
    assert legend is not None
    assert "not credited" in legend.group()
    assert "rewrite" not in legend.group()


def test_a_claim_of_nobody_has_a_page_without_a_graph() -> None:
    issue = Issue("claims", "nobody", "the nearest thing is “the wall was old”")
    page = render(Trace(Claim("c9", "The wall was blue."), issues=(issue,)))
    read(page)
    assert "No page here says this." in page
    assert "the nearest thing is" in page
    assert "<figure" not in page
    assert 'class="graph"' not in page


def test_no_stranger_can_write_code_into_the_page() -> None:
    bad = "</style><script>alert(1)</script>\" onload='x' \u202e"
    corpus, trace = make_corpus(), make_trace()
    readings = tuple(
        replace(
            one,
            article=replace(one.article, title=bad, outlet=bad, url="javascript:alert(1)"),
        )
        for one in corpus.readings
    )
    sources = tuple(replace(one, name=bad, names=(bad,), outlet=bad) for one in trace.claim.sources)
    claim = replace(trace.claim, text=bad, sources=sources)
    edges = tuple(replace(one, reason=bad) for one in trace.derivations)
    page = render(replace(trace, claim=claim, derivations=edges),
                  corpus=replace(corpus, readings=readings))  # fmt: skip
    reader = read(page)
    assert reader.tags["script"] == 0
    assert not [one for one in reader.links if one.startswith("javascript")]
    assert "\u202e" not in page


def test_many_claims_have_a_table_of_contents_and_one_has_none() -> None:
    assert "Claims in this report" in render(make_trace(), make_trace())
    page = render()
    assert "Claims in this report" not in page
    assert f"<title>Who stands behind: {CLAIM}</title>" in page


def test_no_claim_at_all_is_said() -> None:
    assert "No claim was traced." in render_trace_page([])
