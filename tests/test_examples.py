"""The sample newsroom is whole: its pages, its table and its truth speak of the same things."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from onrecord.pages import open_pages
from onrecord.reading import extract_article
from onrecord.record import Page

EXAMPLES = Path(__file__).parent.parent / "examples"
PAGES = sorted((EXAMPLES / "pages").iterdir())
TRUTH = json.loads((EXAMPLES / "truth.json").read_text(encoding="utf-8"))
ARTICLES = {article["id"]: article for article in TRUTH["articles"]}
CLAIMS = {claim["query"]: claim for claim in TRUTH["claims"]}

# Names of vocabularies that structured data must spell out; nobody fetches them.
VOCABULARIES = {"schema.org"}
HOST = re.compile(r"(?://|@|\bwww\.)([\w-]+(?:\.[\w-]+)+)")
TABLE_ROW = re.compile(r"^\| `(pages/[^`]+)` \|([^|]*)\|([^|]*)\|", re.MULTILINE)
SPACE = re.compile(r"\s+")


class _Words(HTMLParser):
    """Collects what a reader of the page could see, and what the page would load or run."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.loads: list[str] = []
        self.scripts: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.loads.append(named.get("src") or "")
        if tag == "link" and named.get("rel") != "canonical":
            self.loads.append(named.get("href") or "")
        if tag == "script":
            self.scripts.append(named.get("type"))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _parse(path: Path) -> _Words:
    words = _Words()
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        words.words.append(text)
    else:
        words.feed(text)
    return words


def _squeeze(text: str) -> str:
    return SPACE.sub(" ", text).strip()


def _readme_rows() -> dict[str, tuple[str, str]]:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    return {row[1]: (row[2].strip(), row[3].strip()) for row in TABLE_ROW.finditer(readme)}


def test_there_are_enough_pages_stories_and_dumps() -> None:
    assert len(PAGES) >= 14
    assert len({article["group"] for article in ARTICLES.values()}) >= 3
    assert sum(page.suffix == ".txt" for page in PAGES) >= 2


def test_every_page_is_in_the_truth_and_every_truth_has_its_page() -> None:
    assert sorted(article["file"] for article in ARTICLES.values()) == [
        f"pages/{page.name}" for page in PAGES
    ]


def test_the_table_of_the_readme_names_the_same_pages_outlets_and_stories() -> None:
    assert _readme_rows() == {
        article["file"]: (article["outlet"], article["group"]) for article in ARTICLES.values()
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_utf8_without_carriage_returns_or_broken_characters(page: Path) -> None:
    text = page.read_bytes().decode("utf-8")
    assert "\r" not in text
    assert "\ufffd" not in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_no_real_domain(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    hosts = set(HOST.findall(text))
    assert {host for host in hosts if not host.endswith(".example")} <= VOCABULARIES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_loads_and_runs_nothing(page: Path) -> None:
    words = _parse(page)
    assert all(not source or source.startswith("data:") for source in words.loads)
    assert set(words.scripts) <= {"application/ld+json"}


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES.keys())
def test_the_headline_and_each_paragraph_of_the_truth_stand_on_the_page(article: dict) -> None:
    seen = _squeeze(" ".join(_parse(EXAMPLES / article["file"]).words))
    missing = [
        part for part in (article["headline"], *article["body"]) if _squeeze(part) not in seen
    ]
    assert not missing


def test_an_article_derives_from_other_articles_of_the_newsroom_of_its_own_story() -> None:
    for name, article in ARTICLES.items():
        for edge in article["derives_from"]:
            parent = ARTICLES[edge["source"]]
            assert edge["source"] != name
            assert parent["group"] == article["group"]
            assert parent["published"] <= (article["modified"] or article["published"])


def test_an_update_shares_its_address_with_what_it_updates() -> None:
    updates = [article for article in ARTICLES.values() if article["kind"] == "update"]
    assert updates
    for article in updates:
        parent = next(edge for edge in article["derives_from"] if edge["kind"] == "update")
        assert ARTICLES[parent["source"]]["url"] == article["url"]
        assert article["modified"] > article["published"]


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=lambda claim: claim["id"])
def test_a_claim_speaks_only_of_articles_of_its_story(claim: dict) -> None:
    story = {name for name, article in ARTICLES.items() if article["group"] == claim["group"]}
    assert {*claim["asserting"], *claim["denying"], claim["first"]} <= story
    assert claim["first"] in claim["asserting"]


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=lambda claim: claim["id"])
def test_every_assertion_rests_on_a_source_and_every_denial_has_one(claim: dict) -> None:
    rests = {name for source in claim["sources"] for name in source["articles"]}
    denies = {name for source in claim["denial_sources"] for name in source["articles"]}
    assert rests == set(claim["asserting"])
    assert denies == set(claim["denying"])


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=lambda claim: claim["id"])
def test_independent_sources_are_counted_within_the_sources(claim: dict) -> None:
    counted = claim["independent"]
    assert 1 <= counted["min"] <= counted["max"] <= len(claim["sources"])


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=lambda claim: claim["id"])
def test_a_conflict_holds_in_both_directions(claim: dict) -> None:
    for other in claim["conflicts_with"]:
        assert claim["query"] in CLAIMS[other]["conflicts_with"]
    assert claim["supersedes"] is None or claim["supersedes"] in CLAIMS


def test_pairs_and_circles_name_articles() -> None:
    named = [*TRUTH["near_duplicates"], *TRUTH["near_duplicates_ignore"], *TRUTH["circles"]]
    assert all(set(names) <= ARTICLES.keys() for names in named)
    assert TRUTH["circles"]


def test_ids_are_unique() -> None:
    assert len(ARTICLES) == len(TRUTH["articles"])
    assert len(CLAIMS) == len(TRUTH["claims"])
    assert len({claim["id"] for claim in TRUTH["claims"]}) == len(TRUTH["claims"])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_day_of_publication_is_found_or_lies_in_the_days_inferred(path: Path) -> None:
    told = {Path(one["file"]).name: one["published"][:10] for one in TRUTH["articles"]}
    [page] = [one for one in open_pages(str(path)) if isinstance(one, Page)]
    article, _ = extract_article(page)
    assert article is not None
    published = article.date("published")
    assert published is not None
    assert str(published.earliest) <= told[path.name] <= str(published.latest)
