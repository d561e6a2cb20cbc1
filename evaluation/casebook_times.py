"""The casebook of times as cases: passages with their day of publication and all their times.

The format is described in tests/casebook-times/README.md. Invariant: the words of every time stand
in their passage and no two times share a letter, or the case is refused with its file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from onrecord.record import Span

KINDS = frozenset({"DATE", "TIME", "DURATION", "SET"})

_REQUIRED = ("time", "kind", "value")
_FIELDS = frozenset({*_REQUIRED, "nth", "or", "earliest", "latest", "generic", "optional"})
_FIELD = re.compile(r"(?:- | {2})([a-z]+):\s+(\S.*)")


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time expression: ``kinds`` and ``values`` are all that an editor accepts, the best first.

    ``earliest`` and ``latest`` are given only where the values do not say them. An ``optional``
    one may be left out or found (then it is not judged).
    """

    span: Span
    kinds: tuple[str, ...]
    values: tuple[str, ...]
    earliest: date | None
    latest: date | None
    generic: bool
    optional: bool
    line: int


@dataclass(frozen=True, slots=True)
class TimesCase:
    """One passage with all its times in their order; ``published`` None = not known."""

    name: str
    why: str
    published: date | None
    passage: str
    times: tuple[GoldTime, ...]
    place: str


@dataclass(slots=True)
class _Draft:
    """A case while its lines come in."""

    name: str
    line: int
    why: list[str] = field(default_factory=list)
    published: str = ""
    paragraphs: list[list[str]] = field(default_factory=lambda: [[]])
    items: list[tuple[int, list[tuple[str, str]]]] = field(default_factory=list)


def read_times_cases(path: Path) -> tuple[TimesCase, ...]:
    """The cases of a Markdown file, or of all such files in a folder in the order of names.

    Raises ValueError that names file and line where a case is malformed.
    """
    if path.is_dir():
        return tuple(case for one in sorted(path.glob("*.md")) for case in read_times_cases(one))
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_finish_case(draft, path) for draft in _gather_drafts(lines, path))


def _gather_drafts(lines: list[str], path: Path) -> Iterator[_Draft]:
    draft: _Draft | None = None
    for number, line in enumerate(lines, start=1):
        if line.startswith("## "):
            if draft:
                yield draft
            draft = _Draft(line[3:].strip(), number)
        elif draft and line.strip():
            _add_line(draft, line.rstrip(), number, path)
    if draft:
        yield draft


def _add_line(draft: _Draft, line: str, number: int, path: Path) -> None:
    if line.startswith("published:"):
        draft.published = line.removeprefix("published:").strip()
    elif line == ">":
        draft.paragraphs.append([])
    elif line.startswith("> "):
        draft.paragraphs[-1].append(line[2:].strip())
    elif found := _FIELD.fullmatch(line):
        if line.startswith("- "):
            draft.items.append((number, []))
        if not draft.items:
            refuse_line(path, number, "a field stands before the first time")
        draft.items[-1][1].append((found[1], found[2].strip()))
    elif draft.published:
        refuse_line(path, number, f"this is neither passage nor time: {line!r}")
    else:
        draft.why.append(line.strip())


def _finish_case(draft: _Draft, path: Path) -> TimesCase:
    passage = "\n\n".join(" ".join(lines) for lines in draft.paragraphs if lines)
    if not (draft.published and passage):
        refuse_line(path, draft.line, f"the case {draft.name!r} lacks its day or its passage")
    published = (
        None
        if draft.published == "unknown"
        else parse_day(draft.published, path=path, line=draft.line)
    )
    times = [_finish_time(fields, passage, path, line) for line, fields in draft.items]
    times.sort(key=lambda one: one.span)
    for one, other in pairwise(times):
        if one.span.overlaps(other.span):
            refuse_line(path, other.line, "two times share letters: use 'nth', or mend the spans")
    why = " ".join(draft.why)
    place = f"{path.name}:{draft.line}"
    return TimesCase(draft.name, why, published, passage, tuple(times), place)


def _finish_time(fields: list[tuple[str, str]], passage: str, path: Path, line: int) -> GoldTime:
    values = dict(fields)
    if unknown := [name for name, _ in fields if name not in _FIELDS]:
        refuse_line(path, line, f"there is no field {unknown[0]!r}")
    if missing := [name for name in _REQUIRED if name not in values]:
        refuse_line(path, line, f"the time lacks {', '.join(missing)}")
    if len(values) < len([name for name, _ in fields if name != "or"]) + ("or" in values):
        refuse_line(path, line, "a field stands twice")
    kinds = tuple(values["kind"].split(", "))
    if not KINDS.issuperset(kinds):
        refuse_line(path, line, f"{values['kind']} is none of {', '.join(sorted(KINDS))}")
    first, last = (
        parse_day(values[name], path=path, line=line) if name in values else None
        for name in ("earliest", "latest")
    )
    return GoldTime(
        span=_locate(values, passage, path, line),
        kinds=kinds,
        values=(values["value"], *(value for name, value in fields if name == "or")),
        earliest=first,
        latest=last,
        generic=_read_yes(values, "generic", path, line),
        optional=_read_yes(values, "optional", path, line),
        line=line,
    )


def _locate(values: dict[str, str], passage: str, path: Path, line: int) -> Span:
    words = values["time"]
    if len(words) < 3 or not (words.startswith('"') and words.endswith('"')):
        refuse_line(path, line, "the words of a time stand in quotation marks")
    pattern = rf"(?<!\w){re.escape(words[1:-1])}(?!\w)"
    spans = [Span(*found.span()) for found in re.finditer(pattern, passage)]
    nth = int(values.get("nth", "1"))
    if not 0 < nth <= len(spans):
        refuse_line(path, line, f"{words} does not stand {nth} times in the passage")
    return spans[nth - 1]


def _read_yes(values: dict[str, str], name: str, path: Path, line: int) -> bool:
    if values.get(name, "yes") != "yes":
        refuse_line(path, line, f"{name} is 'yes' or left out")
    return name in values


def parse_day(words: str, *, path: Path, line: int) -> date:
    """The day written as 2021-03-04; raises ValueError with file and line for anything else."""
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ValueError(f"{path}:{line}: {words!r} is no day: {error}") from error


def refuse_line(path: Path, line: int, problem: str) -> NoReturn:
    """Raises ValueError that says where and what."""
    raise ValueError(f"{path}:{line}: {problem}")
