"""The casebook of dates of record as cases: whole little pages and what may be said of their day.

The format is described in tests/casebook-dates/README.md. Invariant: a case whose days cannot be
is refused with its file and line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from evaluation.casebook_times import parse_day, refuse_line
from onrecord.record import MediaType, Page

_FENCE = "```"
_MEDIA_TYPES: dict[str, MediaType] = {"page": "text", "html": "html"}
_FIELDS = frozenset({"published", "not", "fetched", "crawled", "conflict"})


@dataclass(frozen=True, slots=True)
class DatesCase:
    """A page and the days in which it was published; both None = the page does not tell."""

    name: str
    why: str
    page: Page
    earliest: date | None
    latest: date | None
    wrong: frozenset[date]
    crawled: date | None
    conflict: bool
    place: str


@dataclass(slots=True)
class _Draft:
    """A case while its lines come in."""

    name: str
    line: int
    why: list[str] = field(default_factory=list)
    fields: list[tuple[int, str, str]] = field(default_factory=list)
    fence: str = ""
    body: list[str] = field(default_factory=list)


def read_dates_cases(path: Path) -> tuple[DatesCase, ...]:
    """The cases of a Markdown file, or of all such files in a folder in the order of names.

    Raises ValueError that names file and line where a case is malformed.
    """
    if path.is_dir():
        return tuple(case for one in sorted(path.glob("*.md")) for case in read_dates_cases(one))
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_finish_case(draft, path) for draft in _gather_drafts(lines, path))


def _gather_drafts(lines: list[str], path: Path) -> Iterator[_Draft]:
    draft: _Draft | None = None
    inside = False
    for number, line in enumerate(lines, start=1):
        if draft and inside:
            inside = line != _FENCE
            draft.body += [line] if inside else []
        elif line.startswith("## "):
            if draft:
                yield draft
            draft = _Draft(line[3:].strip(), number)
        elif draft and line.startswith(_FENCE):
            if draft.fence:
                refuse_line(path, number, "a case has one page only")
            draft.fence, inside = line.removeprefix(_FENCE), True
        elif draft and line.strip():
            _add_line(draft, line, number, path)
    if draft:
        yield draft


def _add_line(draft: _Draft, line: str, number: int, path: Path) -> None:
    name, colon, value = line.partition(": ")
    if colon and name in _FIELDS:
        draft.fields.append((number, name, value.strip()))
    elif draft.fields or draft.fence:
        refuse_line(path, number, f"this is neither a field nor the page: {line!r}")
    else:
        draft.why.append(line.strip())


def _finish_case(draft: _Draft, path: Path) -> DatesCase:
    names = [name for _, name, _ in draft.fields if name != "not"]
    if len(names) != len(set(names)):
        refuse_line(path, draft.line, "a field stands twice")
    if draft.fence not in _MEDIA_TYPES or "published" not in names:
        refuse_line(path, draft.line, f"the case {draft.name!r} lacks its page or its day")
    values = {name: (number, value) for number, name, value in draft.fields}
    if values.get("conflict", (0, "yes"))[1] != "yes":
        refuse_line(path, values["conflict"][0], "conflict is 'yes' or left out")
    days = {
        name: parse_day(values[name][1], path=path, line=values[name][0])
        for name in ("fetched", "crawled")
        if name in values
    }
    place = f"{path.name}:{draft.line}"
    first, last = _read_interval(path, *values["published"])
    return DatesCase(
        name=draft.name,
        why=" ".join(draft.why),
        page=Page(
            where=place,
            body="\n".join([*draft.body, ""]).encode(),
            media_type=_MEDIA_TYPES[draft.fence],
            fetched=days.get("fetched"),
        ),
        earliest=first,
        latest=last,
        wrong=frozenset(
            parse_day(value, path=path, line=number)
            for number, name, value in draft.fields
            if name == "not"
        ),
        crawled=days.get("crawled"),
        conflict="conflict" in values,
        place=place,
    )


def _read_interval(path: Path, line: int, words: str) -> tuple[date | None, date | None]:
    if words == "unknown":
        return None, None
    first, _, last = words.partition("/")
    earliest = parse_day(first, path=path, line=line)
    latest = parse_day(last or first, path=path, line=line)
    if latest < earliest:
        refuse_line(path, line, f"{words} ends before it begins")
    return earliest, latest
