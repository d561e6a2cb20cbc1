"""The pages in a real browser: no complaint on its console, the right characters marked, axe.

Skipped where there is no chromium or no playwright; everything else about the pages is tested
without.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from onrecord.store import Record, open_record
from onrecord.web.application import make_site
from onrecord.web.serving import HOST, bind
from onrecord.web.site import Site
from tests.readings import make_reading
from tests.web.records import STORY, make_harmful

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
READING = make_reading()
ARTICLE = READING.article.id
HARMFUL = make_harmful()
FINDINGS = (HARMFUL.statements[0], HARMFUL.events[0], HARMFUL.entities[0])
FIND_CODE = """() => {
  const all = [...document.querySelectorAll("*")];
  const names = all.flatMap((one) => [...one.attributes].map((each) => each.name));
  const leads = ["href", "src", "action"];
  const ways = all.flatMap((one) => leads.map((name) => one.getAttribute(name)));
  return [
    ...(document.ran ? ["something ran"] : []),
    ...names.filter((name) => /^on|^style$|^autofocus$/.test(name)),
    ...all.filter((one) => one.matches("img, iframe, object, embed, base, script:not([src])"))
      .map((one) => one.localName),
    ...ways.filter((way) => way && !/^(#|[/]|[?]|https?:)/.test(way)),
  ];
}"""
"""Whatever on a page runs, or could, and is not the site's own file."""
SERIOUS = ("serious", "critical")

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine")


@pytest.fixture(scope="module")
def kept(written: Path) -> Iterator[Record]:
    with open_record(written, write=True) as record:
        yield record


@pytest.fixture(scope="module")
def home(kept: Record) -> Iterator[str]:
    listener = bind(0)
    config = uvicorn.Config(make_site(Site(kept, "Ada Brook")), log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://{HOST}:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as tools:
        opened = tools.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield opened
        opened.close()


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    page = browser.new_page()
    yield page
    page.close()


def screens(record: Record) -> tuple[str, ...]:
    claim = record.traces()[0].claim.id
    source = record.who("Dara Quill")[0].source.id
    return (
        "/?days=all", "/articles", f"/article/{ARTICLE}", f"/article/{HARMFUL.article.id}",
        f"/article/{ARTICLE}/finding/{READING.statements[0].id}",
        *(f"/article/{HARMFUL.article.id}/finding/{one.id}" for one in FINDINGS),
        "/sources", f"/source/{source}", "/search?q=hull+letter&by=both", "/claims",
        f"/claim/{claim}", f"/story/{STORY}", "/audit",
        "/dyad?a=harbour+office&b=Tidewater+Post", "/corrections",
    )  # fmt: skip


def test_no_screen_makes_the_browser_complain(tab: Any, home: str, kept: Record) -> None:
    told: list[str] = []
    tab.on("console", lambda one: told.append(one.text))
    tab.on("pageerror", lambda one: told.append(str(one)))
    tab.on("dialog", lambda one: (told.append("a dialog was opened"), one.dismiss()))
    for address in screens(kept):
        answer = tab.goto(home + address, wait_until="load")
        assert answer.status == 200, address
    assert told == []


def test_nothing_that_a_page_or_a_finding_says_runs(tab: Any, home: str, kept: Record) -> None:
    for address in screens(kept):
        tab.goto(home + address, wait_until="load")
        assert tab.evaluate(FIND_CODE) == [], address


def test_words_that_turn_their_direction_leave_the_screen_as_it_is(tab: Any, home: str) -> None:
    def places(article: str) -> object:
        tab.goto(f"{home}/article/{article}")
        return tab.evaluate(
            """() => [...document.querySelectorAll("header.site a, header.site input, .legend")]
              .map((one) => one.getBoundingClientRect()).map((box) => [box.x, box.y, box.width])"""
        )

    assert places(HARMFUL.article.id) == places(ARTICLE)
    shown = tab.goto(f"{home}/article/{HARMFUL.article.id}") and tab.locator("h1").inner_text()
    assert "⟨U+202E⟩" in shown


def test_the_marks_of_a_search_lie_on_the_right_characters(tab: Any, home: str) -> None:
    tab.goto(f"{home}/search?q=letter+hull")
    hit = tab.locator(".hits li").first
    assert {one.lower() for one in hit.locator("mark").all_inner_texts()} == {"letter", "hull"}
    hit.locator(".facts a").first.click()
    tab.wait_for_load_state()
    marked = tab.locator(".text .found").all_inner_texts()
    assert {one.lower() for one in marked} == {"letter", "hull"}
    assert tab.url.endswith("#found-1")


def test_the_text_on_the_page_is_the_text_of_the_article(tab: Any, home: str) -> None:
    tab.goto(f"{home}/article/{ARTICLE}")
    shown = tab.evaluate(
        """() => [...document.querySelectorAll(".text > p")].map((one) => {
          const copy = one.cloneNode(true);
          copy.querySelectorAll(".mark").forEach((mark) => mark.remove());
          return copy.textContent;
        })"""
    )
    assert shown == [span.cut(READING.article.text) for span in READING.article.paragraphs]


def test_a_statement_s_address_leads_to_it_and_shows_whose_it_is(tab: Any, home: str) -> None:
    statement = READING.statements[0]
    tab.goto(f"{home}/article/{ARTICLE}#{statement.id}")
    words = "".join(tab.locator(".text .on-content").all_inner_texts())
    assert words == "".join(span.cut(READING.article.text) for span in statement.content)
    assert tab.locator(".record .statements li.on").count() == 1


def test_every_link_of_the_first_screens_opens(tab: Any, home: str, kept: Record) -> None:
    links: set[str] = set()
    for address in screens(kept):
        tab.goto(home + address)
        links |= set(
            tab.evaluate(
                """() => [...document.querySelectorAll("a[href]")]
                  .map((one) => new URL(one.getAttribute("href"), location).href)"""
            )
        )
    own = sorted({one.partition("#")[0] for one in links if one.startswith(home)})
    assert len(own) > 20
    broken = [one for one in own if tab.request.get(one).status != 200]
    assert broken == []


def test_links_within_a_page_lead_to_something_on_it(tab: Any, home: str, kept: Record) -> None:
    for address in screens(kept):
        tab.goto(home + address)
        lost = tab.evaluate(
            """() => [...document.querySelectorAll('a[href^="#"]')]
              .map((one) => decodeURIComponent(one.getAttribute("href").slice(1)))
              .filter((id) => id && !document.getElementById(id))"""
        )
        assert lost == [], address


def test_a_source_is_set_right_on_the_screen_and_the_article_shows_it(tab: Any, home: str) -> None:
    statement = READING.statements[3]
    place = f"{home}/article/{ARTICLE}"
    tab.goto(f"{place}#{statement.id}")
    card = tab.locator(f"[id='{statement.id}-chain']")
    card.locator("a.look").click()
    tab.locator("summary", has_text="Correct").click()
    tab.get_by_label("Stance").select_option("warns")
    tab.get_by_label("Title").first.fill("Deputy minister")
    tab.get_by_role("button", name="Keep this correction").click()
    tab.locator("ins", has_text="Deputy minister").wait_for()
    tab.locator(".over a").click()
    tab.locator(f"[id='{statement.id}'].checked.corrected").wait_for()
    assert "corrected by Ada Brook" in tab.locator(f"[id='{statement.id}-chain']").inner_text()
    tab.goto(f"{home}/corrections")
    tab.get_by_role("button", name="Take this back").first.click()
    tab.get_by_text("Nothing has been corrected").wait_for()
    tab.goto(f"{place}#{statement.id}")
    assert tab.locator(".checked").count() == 0


def test_keys_lead_through_a_list_and_to_the_search(tab: Any, home: str) -> None:
    tab.goto(f"{home}/claims")
    tab.keyboard.press("j")
    assert tab.evaluate("() => document.activeElement.closest('[data-item]') !== null")
    tab.keyboard.press("/")
    assert tab.evaluate("() => document.activeElement.id") == "find"


def test_no_screen_is_wider_than_a_narrow_window(tab: Any, home: str, kept: Record) -> None:
    tab.set_viewport_size({"width": 400, "height": 800})
    for address in screens(kept):
        tab.goto(home + address)
        width = tab.evaluate("() => document.documentElement.scrollWidth")
        assert width <= 400, (address, width)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Any, home: str, kept: Record, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    # The policy of the pages lets no code in but theirs; axe comes in past it.
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    found = []
    chosen = f"/article/{ARTICLE}#{READING.statements[0].id}"
    painted = ("/article/", "/claim/", "/story/", "/audit", "/dyad")
    for address in (*screens(kept), chosen):
        if scheme == "dark" and not address.startswith(painted):
            continue  # the same colours as on these
        page.goto(home + address)
        page.evaluate(
            "() => document.querySelectorAll('details').forEach((one) => one.open = true)"
        )
        for one in axe.Axe().run(page).response["violations"]:
            if one["impact"] in SERIOUS:
                places = [node["target"] for node in one["nodes"][:3]]
                found.append((address, one["id"], len(one["nodes"]), places))
    context.close()
    assert found == []
