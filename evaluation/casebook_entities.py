"""The casebook of entities as cases: marked passages with everybody in them.

The format is described in tests/casebook-entities/README.md. Invariant: a case that is not in that
format is refused with its file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from evaluation.marked_text import read_marks
from onrecord.encoder import Labels
from onrecord.record import Entity

KINDS = (
    "person", "group", "organisation", "outlet", "document", "place", "facility", "event",
    "product", "unknown",
)  # fmt: skip
_FIELDS = ("mentions", "roles", "merged", "says")
_LINE = re.compile(r"(?:- | {2})([a-z]+):\s+(\S.*)")


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """Somebody or something of a passage; ``mentions`` are words in the order of the text."""

    kind: str
    name: str
    mentions: tuple[str, ...]
    roles: tuple[str, ...]
    merged: tuple[str, ...]
    says: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class EntityCase:
    """One passage without its marks, the labels that they stand for, and all entities."""

    name: str
    why: str
    outlet: str
    text: str
    labels: Labels
    entities: tuple[GoldEntity, ...]
    place: str


@dataclass(slots=True)
class _Draft:
    """A case while its lines come in."""

    name: str
    line: int
    why: list[str] = field(default_factory=list)
    outlet: str = ""
    paragraphs: list[list[str]] = field(default_factory=lambda: [[]])
    items: list[tuple[int, list[tuple[str, str]]]] = field(default_factory=list)


def read_entity_cases(path: Path) -> tuple[EntityCase, ...]:
    """The cases of a Markdown file, or of all such files in a folder in the order of names.

    Raises ValueError that names file and line where a case is malformed.
    """
    if path.is_dir():
        return tuple(case for one in sorted(path.glob("*.md")) for case in read_entity_cases(one))
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_finish(draft, path) for draft in _gather(lines, path))


def _gather(lines: Iterable[str], path: Path) -> Iterator[_Draft]:
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
    elif found := _LINE.fullmatch(line):
        if line.startswith("- "):
            draft.items.append((number, []))
        if not draft.items:
            _refuse(path, number, "a field stands before the first entity")
        draft.items[-1][1].append((found[1], found[2].strip()))
    elif draft.paragraphs[0]:
        _refuse(path, number, f"this is neither passage nor entity: {line!r}")
    else:
        draft.why.append(line.strip())


def _finish(draft: _Draft, path: Path) -> EntityCase:
    marked = "\n".join(" ".join(lines) for lines in draft.paragraphs if lines)
    if not marked:
        _refuse(path, draft.line, f"the case {draft.name!r} lacks its passage")
    text, labels = read_marks(marked)
    entities = tuple(_entity(fields, text, path, line) for line, fields in draft.items)
    place = f"{path.name}:{draft.line}"
    return EntityCase(draft.name, " ".join(draft.why), draft.outlet, text, labels, entities, place)


def _entity(fields: list[tuple[str, str]], text: str, path: Path, line: int) -> GoldEntity:
    (kind, name), rest = fields[0], dict(fields[1:])
    if kind not in KINDS:
        _refuse(path, line, f"{kind} is none of {', '.join(KINDS)}")
    if unknown := [one for one, _ in fields[1:] if one not in _FIELDS]:
        _refuse(path, line, f"there is no field {unknown[0]!r}")
    parts = {key: tuple(rest[key].split(" | ")) if key in rest else () for key in _FIELDS}
    if not parts["mentions"]:
        _refuse(path, line, f"{name} has no mentions")
    for words in (*parts["mentions"], *parts["roles"], *parts["says"]):
        if words not in text and not words.startswith("government of "):
            _refuse(path, line, f"these words do not stand in the passage: {words!r}")
    return GoldEntity(kind, name, **parts, line=line)


def _refuse(path: Path, line: int, problem: str) -> NoReturn:
    raise ValueError(f"{path}:{line}: {problem}")


def describe(text: str, entity: Entity) -> str:
    """An entity in the words of the casebook, to hold against a case."""
    words = " | ".join(span.cut(text) for span in entity.mentions)
    lines = [f"- {entity.kind}: {entity.name}", f"  mentions: {words}"]
    if entity.roles:
        lines.append(f"  roles: {' | '.join(entity.roles)}")
    rules = sorted(merge.rule for merge in entity.merges if merge.rule != "same-name")
    if rules:
        lines.append(f"  merged: {' | '.join(rules)}")
    return "\n".join(lines)


def describe_gold(entity: GoldEntity) -> str:
    """The same of what a case expects."""
    lines = [f"- {entity.kind}: {entity.name}", f"  mentions: {' | '.join(entity.mentions)}"]
    if entity.roles:
        lines.append(f"  roles: {' | '.join(entity.roles)}")
    if entity.merged:
        lines.append(f"  merged: {' | '.join(sorted(entity.merged))}")
    return "\n".join(lines)
