"""Holds the outputs that a page of documentation shows against what the commands print.

A block of the kind ``console`` has commands behind ``$ `` and their output under them; a line
``[…]`` stands for lines that the page leaves out. Invariant: what a page shows stands in the true
output, in that order.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LEFT_OUT = "[…]"
PROMPT = "$ "
OWN = "onrecord"

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shown:
    """A command as it is typed, and the lines that a page shows under it."""

    words: tuple[str, ...]
    lines: tuple[str, ...]


def find_shown(page: str) -> tuple[Shown, ...]:
    """The commands of all ``console`` blocks of a page in Markdown, in order."""
    return tuple(one for block in _BLOCK.findall(page) for one in _split(block))


def first_false(lines: Sequence[str], output: str) -> str:
    """The first of the shown ``lines`` that is not where it should be; "" where all are.

    Lines without ``[…]`` between them have to follow one another.
    """
    printed = [one.rstrip() for one in output.splitlines()]
    at = 0
    for run in _runs(lines):
        found = next(
            (
                start
                for start in range(at, len(printed))
                if printed[start : start + len(run)] == run
            ),
            None,
        )
        if found is None:
            return _blame(run, printed[at:])
        at = found + len(run)
    return ""


def _split(block: str) -> Iterator[Shown]:
    for part in re.split(rf"^{re.escape(PROMPT)}", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield Shown(tuple(shlex.split(command, comments=True)), tuple(output.splitlines()))


def _runs(lines: Sequence[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for line in (*lines, LEFT_OUT):
        if line.strip(" │") != LEFT_OUT:
            run.append(line.rstrip())
        elif run:
            yield run
            run = []


def _blame(run: list[str], printed: list[str]) -> str:
    """The first line of ``run`` that is not printed, else the first of all."""
    return next((one for one in run if one not in printed), run[0])
