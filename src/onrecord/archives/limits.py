"""What one record may ask of a worker, set by the kernel so that no loop in C escapes it.

Invariant: the limits hold for the record that is being read, not for the worker's whole life.
"""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SECONDS = 60
"""CPU seconds for one record. The longest that is read, 100,000 characters with every word a date
or a quotation, took under 20 on a machine of 2020."""
MEGABYTES = 2000
"""Memory of a worker beyond what it has when it begins, some 250. Of the hostile pages in
``tests/archives`` those with a cue or a name at every word ask for 1,300, all others for less
than 400."""
FULL = 0.2
"""The share of this memory with which a worker leaves for a fresh one: libraries keep what a
greedy page made them take."""
PATIENCE = 10
"""Seconds on the clock for each CPU second, before a worker that only waits is given up: many
times what a crowded machine takes."""


@dataclass(frozen=True, slots=True)
class Limits:
    """``workers`` processes; for each record ``seconds`` of CPU; ``megabytes`` of memory.

    ``patience`` = seconds on the clock for each of CPU.
    """

    workers: int = 1
    seconds: int = SECONDS
    megabytes: int = MEGABYTES
    patience: int = PATIENCE

    def __post_init__(self) -> None:
        if min(self.workers, self.seconds, self.megabytes, self.patience) < 1:
            raise ValueError(f"all limits are at least 1: {self}")


@contextmanager
def hold_to(limits: Limits, start: int | None) -> Iterator[None]:
    """Within, SIGXCPU ends the process that computes too long; too much memory is a MemoryError.

    ``start`` = what ``measure_data`` gave when the worker began. Counted from there and not from
    the record before, the limit is never wider for a worker that has read than for a fresh one.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + limits.seconds
    _set(resource.RLIMIT_CPU, seconds)
    if start is not None:
        _set(resource.RLIMIT_DATA, start + limits.megabytes * 1_000_000)
    try:
        yield
    finally:
        _set(resource.RLIMIT_CPU, resource.RLIM_INFINITY)
        _set(resource.RLIMIT_DATA, resource.RLIM_INFINITY)


def is_full(limits: Limits, start: int | None) -> bool:
    """Whether the process holds so much that a fresh one should go on in its place."""
    held = measure_data()
    if start is None or held is None:
        return False
    return held - start > FULL * limits.megabytes * 1_000_000


def measure_data() -> int | None:
    """Bytes of the process's own writable memory; None where the system does not tell."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    for line in status.splitlines():
        if line.startswith("VmData:"):
            return 1024 * int(line.split()[1])
    return None


def leave_no_core() -> None:
    """A worker that is killed leaves no image of its memory behind."""
    _set(resource.RLIMIT_CORE, 0)


def _set(what: int, soft: int) -> None:
    hard = resource.getrlimit(what)[1]
    if hard != resource.RLIM_INFINITY and (soft == resource.RLIM_INFINITY or soft > hard):
        soft = hard
    resource.setrlimit(what, (soft, hard))
