"""The memory of a process and of those that it started, looked at again and again (Linux)."""

from __future__ import annotations

import csv
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sample:
    """One process at one moment of the run whose supervisor is ``run``; ``done`` = archives."""

    run: int
    seconds: float
    done: int
    role: str
    process: int
    megabytes: int


def sample_memory(pid: int, seconds: float, done: int) -> list[Sample]:
    """The supervisor ``pid`` and its workers; none where it has ended."""
    found = []
    for one in (pid, *list_children(pid)):
        megabytes = _measure(one)
        if megabytes:
            role = "supervisor" if one == pid else "worker"
            found.append(Sample(pid, round(seconds, 1), done, role, one, megabytes))
    return found


def list_children(pid: int) -> list[int]:
    """The workers that a supervisor has started, without what only watches its semaphores."""
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [int(one) for one in told if b"spawn_main" in _read_command(int(one))]


def write_samples(path: Path, samples: list[Sample]) -> None:
    """Adds them to the file."""
    fresh = not path.exists()
    with path.open("a", newline="") as stream:
        table = csv.DictWriter(stream, [one.name for one in fields(Sample)])
        if fresh:
            table.writeheader()
        table.writerows(map(asdict, samples))


def read_samples(path: Path) -> list[Sample]:
    """All that were written; none where there is no file."""
    if not path.exists():
        return []
    with path.open(newline="") as stream:
        return [
            Sample(
                int(row["run"]),
                float(row["seconds"]),
                int(row["done"]),
                row["role"],
                int(row["process"]),
                int(row["megabytes"]),
            )
            for row in csv.DictReader(stream)
        ]


def _measure(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    told = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(told[0]) // 1024 if told else 0


def _read_command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
