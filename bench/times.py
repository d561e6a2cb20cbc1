"""How many words a second of CPU the times of a text are read at, beside plain references.

Every figure is of one run of one machine; only the ratios say anything to another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from time import process_time

from onrecord.reading import read_times
from onrecord.times import find_times

ROUNDS = 3
# The sample texts are short: they are read so many times over in one round.
REPEATS = 20
PUBLISHED = date(2020, 1, 6)

_PLAIN = re.compile(r"\w+|[^\w\s]")


def measure_times(texts: Sequence[str]) -> Iterator[str]:
    """Lines: words a CPU second of reading times, of finding alone, and of cutting up alone."""
    words = REPEATS * sum(len(text.split()) for text in texts)
    whole = _cpu_seconds(lambda text: read_times(text, PUBLISHED), texts)
    yield f"{words // REPEATS} words of text, CPU time, best of {ROUNDS} rounds"
    yield f"times read        {words / whole:9,.0f} words a second"
    for name, work in (("found alone", find_times), ("plain words", _PLAIN.findall)):
        part = _cpu_seconds(work, texts)
        rate = words / part
        yield f"{name:17} {rate:9,.0f} words a second, times read = {whole / part:.1f} × its cost"


def _cpu_seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """CPU seconds of the fastest of a few rounds; what is loaded once is loaded before."""
    work(texts[0])
    rounds = []
    for _ in range(ROUNDS):
        began = process_time()
        for text in texts:
            for _ in range(REPEATS):
                work(text)
        rounds.append(process_time() - began)
    return min(rounds)
