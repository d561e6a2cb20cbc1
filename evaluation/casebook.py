"""The casebook's Markdown as cases: passages, their statements and the chains behind them.

The format is described in tests/casebook/README.md. Invariant: every word of a case that the
passage should hold is found in the passage, or the case is refused with its file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from evaluation.locating import find_nearest, find_parts
from onrecord.record import Span

MODES = frozenset({"direct", "indirect", "mixed"})
KINDS = frozenset(
    {"outlet", "person", "group", "organisation", "document", "observation", "unknown"}
)
HOWS = frozenset({"explicit", "implied", "inferred"})
STANCES = frozenset(
    {
        "states", "claims", "denies", "warns", "threatens", "promises", "orders", "asks",
        "believes", "plans", "decides", "wants", "accuses", "praises", "criticises",
    }
)  # fmt: skip

_REQUIRED = ("says", "cue", "source", "mode", "stance", "origin")
_FIELDS = frozenset({*_REQUIRED, "to", "via", "title", "because"})
_FIELD = re.compile(r"(?:- | {2})([a-z]+):\s+(\S.*)")
_LINK = re.compile(r"(\S.*?) \(([a-z]+), (unnamed, )?([a-z]+)\)")
_BETWEEN_PARTS = re.compile(r'"\s*\|\s*"')


@dataclass(frozen=True, slots=True)
class GoldLink:
    """One hand that the words went through."""

    name: str
    kind: str
    unnamed: bool
    how: str


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One statement of a passage; ``links`` are all after the outlet, the origin last."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    mode: str
    stance: str
    addressee: tuple[Span, ...]
    links: tuple[GoldLink, ...]
    title: str
    because: tuple[Span, ...]
    line: int

    @property
    def origin(self) -> GoldLink:
        """Where the words come from, as far as the passage tells."""
        return self.links[-1]


@dataclass(frozen=True, slots=True)
class Case:
    """One passage with all its statements; ``place`` is its file and line."""

    name: str
    why: str
    outlet: str
    passage: str
    statements: tuple[GoldStatement, ...]
    place: str


@dataclass(slots=True)
class _Draft:
    """A case while its lines come in."""

    name: str
    line: int
    why: list[str] = field(default_factory=list)
    outlet: str = ""
    paragraphs: list[list[str]] = field(default_factory=lambda: [[]])
    items: list[tuple[int, list[tuple[int, str, str]]]] = field(default_factory=list)


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a Markdown file, or of all such files in a folder in the order of names.

    Raises ValueError that names file and line where a case is malformed.
    """
    if path.is_dir():
        files = sorted(one for one in path.glob("*.md") if one.name != "README.md")
        return tuple(case for one in files for case in read_cases(one))
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
    if line.startswith("outlet:"):
        draft.outlet = line.removeprefix("outlet:").strip()
    elif line == ">":
        draft.paragraphs.append([])
    elif line.startswith("> "):
        draft.paragraphs[-1].append(line[2:].strip())
    elif found := _FIELD.fullmatch(line):
        if line.startswith("- "):
            draft.items.append((number, []))
        if not draft.items:
            _refuse(path, number, "a field stands before the first statement")
        draft.items[-1][1].append((number, found[1], found[2].strip()))
    elif line.startswith("    ") and draft.items:
        last, name, value = draft.items[-1][1].pop()
        draft.items[-1][1].append((last, name, f"{value} {line.strip()}"))
    elif draft.outlet:
        _refuse(path, number, f"this is neither passage nor statement: {line!r}")
    else:
        draft.why.append(line.strip())


def _finish_case(draft: _Draft, path: Path) -> Case:
    passage = "\n\n".join(" ".join(lines) for lines in draft.paragraphs if lines)
    if not (draft.outlet and passage):
        _refuse(path, draft.line, f"the case {draft.name!r} lacks its outlet or its passage")
    statements: list[GoldStatement] = []
    for number, fields in draft.items:
        taken = {one.content for one in statements}
        statements.append(_Item(path, number, passage, fields).finish(taken))
    place = f"{path.name}:{draft.line}"
    why = " ".join(draft.why)
    return Case(draft.name, why, draft.outlet, passage, tuple(statements), place)


class _Item:
    """The fields of one statement, with the passage that they speak of."""

    def __init__(
        self, path: Path, line: int, passage: str, fields: list[tuple[int, str, str]]
    ) -> None:
        self.path, self.line, self.passage = path, line, passage
        self.lines: dict[str, int] = {}
        self.values: dict[str, str] = {}
        self.relays: list[GoldLink] = []
        for number, name, value in fields:
            if name not in _FIELDS:
                _refuse(path, number, f"there is no field {name!r}")
            if name in self.values and name != "via":
                _refuse(path, number, f"the field {name!r} stands twice")
            self.lines[name], self.values[name] = number, value
            if name == "via":
                self.relays.append(self.read_link(name))
        if missing := [name for name in _REQUIRED if name not in self.values]:
            _refuse(path, line, f"the statement lacks {', '.join(missing)}")

    def finish(self, taken: set[tuple[Span, ...]]) -> GoldStatement:
        """The statement; one of ``taken`` is not its content, but the next such words are."""
        content = find_parts(self.passage, self.read_parts("says"), taken)
        if not content:
            self.refuse("says", "these words do not stand in the passage")
        cue = self.locate("cue", content)
        return GoldStatement(
            content=content,
            cue=cue,
            source=self.locate("source", cue or content),
            mode=self.read_choice("mode", MODES),
            stance=self.read_choice("stance", STANCES),
            addressee=self.locate("to", cue or content),
            links=(*self.relays, self.read_link("origin")),
            title=self.values.get("title", "").strip('"'),
            because=self.locate("because", content),
            line=self.line,
        )

    def locate(self, name: str, anchor: tuple[Span, ...]) -> tuple[Span, ...]:
        """Where the words of the field stand, as near to ``anchor`` as there are such words."""
        if self.values.get(name, "none") == "none":
            return ()
        spans = find_nearest(self.passage, self.read_parts(name), anchor)
        if not spans:
            self.refuse(name, "these words do not stand in the passage")
        return spans

    def read_parts(self, name: str) -> tuple[str, ...]:
        """The quoted words of the field, part by part."""
        value = self.values[name]
        if len(value) < 3 or not (value.startswith('"') and value.endswith('"')):
            self.refuse(name, "the words of a field stand in quotation marks")
        return tuple(_BETWEEN_PARTS.split(value[1:-1]))

    def read_choice(self, name: str, known: frozenset[str]) -> str:
        """The field's value, which is one of ``known``."""
        if self.values[name] not in known:
            self.refuse(name, f"this is none of {', '.join(sorted(known))}")
        return self.values[name]

    def read_link(self, name: str) -> GoldLink:
        """The field's value as a link: ``name (kind, [unnamed,] how)``."""
        found = _LINK.fullmatch(self.values[name])
        if not found:
            self.refuse(name, "a link is written: name (kind, [unnamed,] how)")
        if found[2] not in KINDS or found[4] not in HOWS:
            self.refuse(name, "the link has an unknown kind or an unknown 'how'")
        return GoldLink(found[1].strip('"'), found[2], bool(found[3]), found[4])

    def refuse(self, name: str, problem: str) -> NoReturn:
        """Raises ValueError for the field."""
        _refuse(self.path, self.lines[name], f"{name}: {self.values[name]}: {problem}")


def _refuse(path: Path, line: int, problem: str) -> NoReturn:
    raise ValueError(f"{path}:{line}: {problem}")
