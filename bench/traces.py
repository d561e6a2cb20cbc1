"""What it costs to trace a claim through 1,000, 3,000 and 10,000 pages.

The pages are readings of the sample pages under other names and in other words: every capitalised
word of a story and every second other long word is replaced by one of the same length, so that all
spans stay right, no two stories share names, and only pages of one story are copies of one another.
``python -m bench.traces`` prints seconds, seconds a thousand pages and memory.
"""

from __future__ import annotations

import json
import random
import re
import resource
import string
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.reading.walk import read_all
from onrecord.record import Reading, from_json, to_json
from onrecord.stories.trace import read_corpus, trace_claim

PAGES = Path(__file__).parent.parent / "examples" / "pages"
CHANGED = 0.5
SIZES = (1_000, 3_000, 10_000)
CLAIM = "General Tomasz Werell met an envoy of the Northern Front."
_WORD = re.compile(r"(?<!\w)[a-z]{4,}(?!\w)")
_NAME = re.compile(r"(?<![\w\\])[A-Z][a-z]{3,}(?!\w)")


def main() -> None:
    """Measure each size in a growing corpus and print."""
    readings = [one for _, one in read_all(str(PAGES)) if isinstance(one, Reading)]
    for size in SIZES:
        pages = tuple(make_pages(readings, size))
        began = time.perf_counter()
        corpus = read_corpus(pages)
        middle = time.perf_counter()
        trace = trace_claim(CLAIM, corpus)
        end = time.perf_counter()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:6,} pages: corpus {middle - began:6.1f} s, {len(corpus.stories):5,} stories, "
            f"{len(corpus.derivations):6,} takings; one claim {end - middle:5.1f} s, "
            f"{len(trace.claim.tellings):3} tellings; {1000 * (end - began) / size:6.2f} s a "
            f"thousand pages; at most {memory:,.0f} MB",
            flush=True,
        )


def make_pages(readings: Iterable[Reading], number: int) -> Iterator[Reading]:
    """``number`` readings; the first copy of each is itself, all others have other names."""
    lines = [to_json(one) for one in readings]
    for count in range(number):
        turn, place = divmod(count, len(lines))
        yield from_json(lines[place] if turn == 0 else _rename(lines[place], turn))


def _rename(line: str, turn: int) -> str:
    """The reading with other names, the same in all readings of one ``turn``, and another id."""
    packed = json.loads(line)
    known = find_names(packed["article"]["text"])
    article = packed["article"]["id"]
    packed["article"]["text"] = _WORD.sub(
        lambda one: _second(one[0], turn), packed["article"]["text"]
    )
    line = json.dumps(packed, ensure_ascii=False)
    return rename_words(line, known, turn).replace(article, rename_id(article, turn))


def find_names(text: str) -> frozenset[str]:
    """The words of ``text`` that another turn has otherwise."""
    return frozenset(_NAME.findall(text))


def rename_words(line: str, known: frozenset[str], turn: int) -> str:
    """``line`` with other words of the same length for those of ``known``, and other hosts."""
    renamed = _NAME.sub(lambda one: _other(one[0], turn) if one[0] in known else one[0], line)
    return renamed.replace(".example", f"{turn}.example")


def rename_id(known: str, turn: int) -> str:
    """What ``turn`` calls a page, a story or a claim."""
    return f"{known[:-5]}{turn:05d}"


def _second(word: str, turn: int) -> str:
    """The word, or half of the times another: the same one for the same word of a turn."""
    return _other(word, turn) if random.Random(f"{word} {turn}").random() < CHANGED else word


def _other(word: str, turn: int) -> str:
    chance = random.Random(f"{turn} {word}")
    return word[0] + "".join(chance.choice(string.ascii_lowercase) for _ in word[1:])


if __name__ == "__main__":
    main()
