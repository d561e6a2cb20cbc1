"""Which hostile pages take how long and how much memory, each in a process of its own.

``python -m bench.hostile [SIZE]`` prints a line a page, the slowest last.
"""

from __future__ import annotations

import io
import multiprocessing
import resource
import sys
import time

from onrecord.pages.documents import Origin
from onrecord.pages.warcs import walk_records
from onrecord.record import Issue, Page
from tests.archives.hostile_pages import make_pages

SECONDS = 60
MEGABYTES = 4000


def main() -> None:
    """Measure and print."""
    size = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    only = set(sys.argv[2:])
    lines = []
    for name, record in make_pages(size):
        if only and name not in only:
            continue
        ours, theirs = multiprocessing.Pipe()
        process = multiprocessing.get_context("fork").Process(
            target=_measure, args=(record, theirs)
        )
        process.start()
        theirs.close()
        try:
            seconds, memory, words = ours.recv()
        except EOFError:
            process.join()
            seconds, memory, words = float(SECONDS), 0, f"died: {process.exitcode}"
        process.join()
        lines.append((seconds, f"{seconds:7.1f} s {memory:6} MB {name:22} {words}"))
        print(lines[-1][1], flush=True)
    print()
    for _, line in sorted(lines)[-12:]:
        print(line)


def _measure(record: bytes, connection: multiprocessing.connection.Connection) -> None:
    from onrecord.reading import read_text
    from onrecord.reading.walk import read_guarded

    read_text("0")
    used = resource.getrusage(resource.RUSAGE_SELF)
    before = used.ru_utime + used.ru_stime
    resource.setrlimit(resource.RLIMIT_CPU, (int(before) + SECONDS, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES * 1_000_000, resource.RLIM_INFINITY))
    began = time.process_time()
    words = []
    for one in walk_records(io.BytesIO(record), Origin("hostile.warc")):
        found = read_guarded(one.found) if isinstance(one.found, Page) else one.found
        if isinstance(found, Issue):
            words.append(f"{found.code}: {found.message[:110]}")
        elif found is not None:
            words.append(f"{len(found.article.text):,} characters, {len(found.statements)} said")
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - used.ru_maxrss) // 1024
    connection.send((time.process_time() - began, memory, "; ".join(words) or "nothing"))


if __name__ == "__main__":
    main()
