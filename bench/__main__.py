"""How long the sample pages take, beside trafilatura alone and the bare encoder.

``python -m bench`` prints seconds a page and the ratios; every figure is of one run of this
machine, so only the ratios say anything to another.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from bench.readings import measure_readings, share_of_encoder
from bench.record import measure_new_record
from bench.times import measure_times
from onrecord.encoder import load_encoder
from onrecord.pages import open_pages
from onrecord.passages import divide, find_quotations
from onrecord.reading import read
from onrecord.record import Page, Reading

PAGES = Path(__file__).parent.parent / "examples" / "pages"
ROUNDS = 3
SMALL_RECORD = 5_000
"""Statements of the record that is asked here; ``python -m bench.record`` makes one of 100,000."""


def main() -> None:
    """Measure and print."""
    pages = [page for page in open_pages(str(PAGES)) if isinstance(page, Page)]
    readings = [reading for page in pages if isinstance(reading := read(page), Reading)]
    texts = [reading.article for reading in readings]

    def bare_encoder() -> None:
        for article in texts:
            quotations = find_quotations(article.text, article.paragraphs)
            passages = divide(article.text, article.paragraphs, quotations)
            load_encoder().read(article.text, passages)

    def bare_extractor() -> None:
        for page in pages:
            if page.media_type == "html":
                trafilatura.extract(page.body.decode("utf-8", "replace"))

    whole = best_of(lambda: [read(page) for page in pages])
    print(f"{len(pages)} pages, best of {ROUNDS} rounds")
    print(f"whole reading     {1000 * whole / len(pages):7.1f} ms a page")
    for name, work in (("encoder alone", bare_encoder), ("trafilatura alone", bare_extractor)):
        part = best_of(work)
        print(f"{name:17} {1000 * part / len(pages):7.1f} ms a page, whole = {whole / part:.1f} ×")
    for line in measure_times([article.text for article in texts]):
        print(line)
    for line in measure_readings(texts):
        print(line)
    print(share_of_encoder(texts))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at most    {memory:7.0f} MB")
    for line in measure_new_record(tuple(readings), SMALL_RECORD):
        print(line, flush=True)


def best_of(work: Callable[[], object]) -> float:
    """Seconds of the fastest of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    main()
