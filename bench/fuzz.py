"""Inputs drawn at random until the time is up: does any break what must hold of all?

``python -m bench.fuzz --seconds 300`` takes the targets of ``tests/fuzzing`` in turn, some dozens
of inputs each time, with new seeds. A failing input is made as small as it gets and written to
``.fuzz/TARGET-SEED.txt``, and the exit status is 1. Names fuzz only these targets; ``--keep``
writes ``results/fuzz.csv``.
"""

from __future__ import annotations

import argparse
import itertools
import signal
import sys
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from bench.results import write_rows
from tests.fuzzing.targets import TARGETS, Target

EXAMPLES = 50
"""Inputs of a target in one turn."""
SLOW = 30
"""CPU seconds after which an input is a finding by itself; the inputs are small."""
FOLDER = Path(".fuzz")


class TooSlow(Exception):
    """An input whose check does not end."""


@dataclass(slots=True)
class Tally:
    """What was tried of a target; seconds are of CPU, without those of drawing the inputs."""

    target: str
    inputs: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    findings: int = 0


def main() -> None:
    """Fuzz, print and, where asked, keep."""
    typed = argparse.ArgumentParser(description=__doc__)
    typed.add_argument("--seconds", type=float, default=300.0)
    typed.add_argument("--seed", type=int, default=1)
    typed.add_argument("--keep", action="store_true")
    typed.add_argument("targets", nargs="*", choices=[*TARGETS, []])
    asked = typed.parse_args()
    signal.signal(signal.SIGPROF, _stop)
    until = time.monotonic() + asked.seconds
    tallies = {name: Tally(name) for name in asked.targets or TARGETS}
    for turn in itertools.count():
        for name, tally in tallies.items():
            if time.monotonic() > until:
                break
            fuzz(TARGETS[name], tally, 1000 * asked.seed + turn, until)
        else:
            continue
        break
    for one in tallies.values():
        print(
            f"{one.target:10} {one.inputs:8,} inputs, {one.seconds:6.0f} s, slowest "
            f"{one.slowest:5.1f} s, {one.findings} findings"
        )
    if asked.keep:
        for one in tallies.values():
            one.seconds, one.slowest = round(one.seconds), round(one.slowest, 1)
        write_rows("fuzz", list(tallies.values()))
    sys.exit(int(any(one.findings for one in tallies.values())))


def fuzz(target: Target, tally: Tally, number: int, until: float) -> None:
    """One turn with one seed; what is found is written down and counted."""
    failing: list[Any] = []

    @seed(number)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.target, Phase.shrink],
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    @given(target.inputs)
    def check(drawn: Any) -> None:
        # What has failed is still made small.
        if time.monotonic() > until and not failing:
            return
        began = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, SLOW)
        try:
            target.check(drawn)
        except Exception:
            failing[:] = [drawn]
            raise
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            took = time.process_time() - began
            tally.inputs += 1
            tally.seconds += took
            tally.slowest = max(tally.slowest, took)

    try:
        check()
    except Exception:
        tally.findings += 1
        path = _write_finding(f"{tally.target}-{number}", failing)
        print(f"{tally.target}: {path}\n{traceback.format_exc(limit=-4)}", flush=True)


def _write_finding(name: str, failing: list[Any]) -> Path:
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{name}.txt"
    # A repr and no pickle: it is read by people and put into a test.
    path.write_text("".join(map(repr, failing)) + "\n", encoding="utf-8", errors="backslashreplace")
    return path


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow(f"this input takes more than {SLOW} seconds")


if __name__ == "__main__":
    main()
