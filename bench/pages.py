"""Seconds of work a page of a made day: ``OMP_NUM_THREADS=1 python -m bench.pages [PAGES]``.

One process and one thread (numpy's own would wait busily and count as work). English pages are
read at full depth, others passed over after their extraction. ``results/pages.csv`` is what
``docs/making/words/costs.toml`` takes its rates from.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from bench.day import write_archive
from bench.results import Figure, write_rows
from onrecord.pages import open_pages
from onrecord.reading import read
from onrecord.record import Page, Reading

SEED = 11
PAGES = 250


def main() -> None:
    """Measure, print and write down."""
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "day.warc.gz"
        write_archive(path, SEED, 0, asked)
        pages = [one for one in open_pages(str(path)) if isinstance(one, Page)]
    english: list[float] = []
    others: list[float] = []
    words = 0
    read(pages[0])  # loads the model and the tables
    for page in pages:
        began = time.process_time()
        found = read(page)
        taken = time.process_time() - began
        if isinstance(found, Reading) and found.article.language == "en":
            english.append(taken)
            words += len(found.article.text.split())
        else:
            others.append(taken)
    figures = [
        Figure("English pages", len(english)),
        Figure("words of an English page", words / len(english)),
        Figure("seconds of work an English page", sum(english) / len(english)),
        Figure("other pages", len(others)),
        Figure("seconds of work another page", sum(others) / max(1, len(others))),
    ]
    for one in figures:
        print(f"{one.value:10.4g}  {one.name}")
    write_rows("pages", figures)


if __name__ == "__main__":
    main()
