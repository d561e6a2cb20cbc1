"""Pictures of the screens of the sample pages: ``python -m docs.making.pictures`` takes them.

Needs a chromium (``CHROMIUM`` names it where it is not on the path). Invariant: what a picture
shows is what anybody gets who runs ``onrecord add examples/pages``.
"""

from __future__ import annotations

import base64
import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from playwright.sync_api import Page, sync_playwright

from onrecord.cli import main
from onrecord.store import Record, open_record
from onrecord.web.application import make_site
from onrecord.web.serving import HOST, bind
from onrecord.web.site import Site

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "pictures"
PAGES = "examples/pages"
WIDTH, HEIGHT, TRACE_HEIGHT = 1180, 820, 1170
"""As a laptop shows them; one dot of the picture for each of the page, so that files stay small."""

FAILED = 400
MARGIN = 90
"""Room above what a picture starts with, for bars that stay at the top."""
QUALITY = 0.8
"""Letters stay sharp, and the largest picture has less than 150 KB."""

CLAIM = "Kestria's intelligence chief met an envoy of the Northern Front."
TALKS = "Kestria’s spy chief"
SPOKESWOMAN = "Hanife Karaca"
DENIAL = "kna-denial.html"


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen and the file that it is kept in; ``top`` = what stands at the top of the picture."""

    name: str
    address: str
    top: str = ""
    height: int = HEIGHT


def plan_pictures(record: Record) -> tuple[Picture, ...]:
    """What is taken, of a record of the sample pages."""
    story = next(one.id for one in record.stories() if one.title.startswith(TALKS))
    article = next(one.id for one in record.articles() if one.where.endswith(DENIAL))
    source = record.who(SPOKESWOMAN)[0].source.id
    said = max(record.who(SPOKESWOMAN)[0].sayings, key=lambda one: len(one.words))
    shown = f"/article/{article}#{said.id}"
    return (
        Picture("day", "/?days=all", height=660),
        Picture("story", f"/story/{story}", top="text=WHO TOOK IT FROM WHOM", height=800),
        Picture("article", shown, top=f"#{said.id}", height=760),
        Picture("finding", f"/article/{article}/finding/{said.id}", height=900),
        Picture("source", f"/source/{source}", height=600),
        Picture("search", "/search?q=truce", height=700),
        Picture("audit", "/audit?by=outlet", height=700),
    )


def take_pictures(record: Record, trace: Path) -> Iterator[Path]:
    """Takes each picture and yields its file; ``trace`` = the page of one claim's trace."""
    FOLDER.mkdir(exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with _serve(record) as home, sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        for one in plan_pictures(record):
            tab = browser.new_page(viewport={"width": WIDTH, "height": one.height})
            yield _take(tab, home, one)
            tab.close()
        tab = browser.new_page(viewport={"width": WIDTH, "height": TRACE_HEIGHT})
        yield _take(tab, "", Picture("trace", trace.as_uri()))
        browser.close()


def _take(tab: Page, home: str, one: Picture) -> Path:
    answer = tab.goto(home + one.address, wait_until="load")
    if answer is None or answer.status >= FAILED:
        raise RuntimeError(f"{one.address}: no picture is taken of a screen that failed")
    if one.top:
        first = tab.locator(one.top).first
        first.evaluate("(one, margin) => scrollTo(0, one.offsetTop - margin)", MARGIN)
    path = FOLDER / f"{one.name}.webp"
    path.write_bytes(_pack(tab, tab.screenshot()))
    return path


def _pack(tab: Page, png: bytes) -> bytes:
    """The picture as WebP, by the browser itself: a third of the size, and no library for it."""
    tab.goto("about:blank")
    url = tab.evaluate(
        """async ([png, quality]) => {
          const picture = new Image();
          picture.src = `data:image/png;base64,${png}`;
          await picture.decode();
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [picture.width, picture.height];
          canvas.getContext("2d").drawImage(picture, 0, 0);
          return canvas.toDataURL("image/webp", quality);
        }""",
        [base64.b64encode(png).decode(), QUALITY],
    )
    return base64.b64decode(url.partition(",")[2])


@contextmanager
def _serve(record: Record) -> Iterator[str]:
    listener = bind(0)
    config = uvicorn.Config(make_site(Site(record, "Ada Brook")), log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://{HOST}:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


def run() -> int:
    """Takes all pictures; 1 where the sample pages could not be read."""
    os.chdir(ROOT)
    with TemporaryDirectory() as folder:
        kept, trace = Path(folder) / "news.db", Path(folder) / "trace.html"
        if main(["add", PAGES, "--record", str(kept)]):
            return 1
        if main(["trace", CLAIM, "--record", str(kept), "--html", str(trace)]):
            return 1
        with open_record(kept) as record:
            for path in take_pictures(record, trace):
                print(path.relative_to(ROOT), path.stat().st_size)
    return 0


if __name__ == "__main__":
    sys.exit(run())
