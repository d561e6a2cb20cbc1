"""What grouping pages into stories costs at a thousand, three thousand and ten thousand pages.

``python -m bench.stories``. The pages are made of words drawn from the table of rare words: each
story has names and words of its own, and a third of its pages' words are of news at large. Every
figure is of one run of one machine; only the ratios say anything to another.
"""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Iterator
from time import process_time

from onrecord.stories.clustering.grouping import group_stories
from onrecord.stories.clustering.rarity import load_background
from onrecord.stories.clustering.stream import StreamPage, page_of_text

SIZES = (1_000, 3_000, 10_000)
WORDS = 250
OWN = 40
"""Words of its own that a story has."""
PAGES = 8
"""Pages of a story, on the mean."""


def main() -> None:
    """Measure and print."""
    for line in measure_stories():
        print(line)


def measure_stories() -> Iterator[str]:
    """Lines: CPU seconds, memory and both for a page, beside those of the smallest stream."""
    yield f"pages of {WORDS} words in stories of {PAGES} on the mean, CPU time"
    first: tuple[float, float] | None = None
    for size in SIZES:
        pages = make_pages(size)
        began = process_time()
        stories = group_stories(pages)
        seconds = (process_time() - began) / size
        tracemalloc.start()
        group_stories(pages[: size // 10])
        peak = tracemalloc.get_traced_memory()[1] / max(1, size // 10)
        tracemalloc.stop()
        first = first or (seconds, peak)
        yield (
            f"{size:6,} pages {size * seconds:7.1f} s, {1000 * seconds:5.2f} ms a page "
            f"= {seconds / first[0]:4.2f} ×, "
            f"{peak / 1024:6.1f} kB a page = {peak / first[1]:4.2f} × (of a tenth)"
            f", {len(stories):,} stories"
        )


def make_pages(count: int) -> list[StreamPage]:
    """Pages in the order of a stream in which stories begin and end."""
    chance = random.Random(0)
    common = sorted(load_background("en").counts)
    live: list[list[str]] = []
    pages = []
    for number in range(count):
        if not live or chance.random() < 1 / PAGES:
            names = [f"Q{chance.randrange(10**6)}".replace("1", "a").title() for _ in range(8)]
            live = [*live[-40:], [*names, *chance.choices(common, k=OWN)]]
        own = chance.choice(live)
        words = [*chance.choices(own, k=WORDS * 2 // 3), *chance.choices(common, k=WORDS // 3)]
        chance.shuffle(words)
        pages.append(page_of_text(f"p{number}", " ".join(words)))
    return pages


if __name__ == "__main__":
    main()
