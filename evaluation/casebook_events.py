"""The casebook of events as cases: passages with what a careful reader marks in them by hand.

The format is described in tests/casebook-events/README.md. Invariant: all words of a case stand in
its passage, or the case is refused with its file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NoReturn

from onrecord.encoder.findings import EVENT_TYPES, EventLabel
from onrecord.record import Entity, SourceChain, SourceLink, Span, Statement, finding_id

_FIELDS = {
    "name": {"kind"},
    "label": {"type", "score", "factuality", "actors", "recipients"},
    "said": {"cue", "source", "stance"},
    "event": {"type", "mode", "status", "factuality", "actors", "recipients", "date", "place",
              "within"},
    "no-event": set(),
    "contest": {"claim", "against", "spoken"},
}  # fmt: skip
_LINE = re.compile(r"(?:- | {2})([a-z-]+):\s+(\S.*)")
_SURE = 0.9
_REST = 0.02


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event: its triggers and what is known of it; a field that is not given is not judged."""

    triggers: tuple[Span, ...]
    fields: tuple[tuple[str, str], ...]
    line: int


@dataclass(frozen=True, slots=True)
class GoldContest:
    """A contest: words that its claim and its other side hold."""

    kind: str
    claim: Span
    against: Span
    spoken: bool
    line: int


@dataclass(frozen=True, slots=True)
class EventsCase:
    """One passage with its marks (entities, labels, statements) and its events and contests."""

    name: str
    published: date | None
    passage: str
    entities: tuple[Entity, ...]
    labels: tuple[EventLabel, ...]
    statements: tuple[Statement, ...]
    events: tuple[GoldEvent, ...]
    no_events: tuple[Span, ...]
    contests: tuple[GoldContest, ...]
    place: str


@dataclass(slots=True)
class _Draft:
    name: str
    line: int
    published: str = ""
    paragraphs: list[list[str]] = field(default_factory=lambda: [[]])
    items: list[tuple[int, list[tuple[str, str]]]] = field(default_factory=list)


def read_events_cases(path: Path) -> tuple[EventsCase, ...]:
    """The cases of a Markdown file, or of all such files in a folder in the order of names.

    Raises ValueError that names file and line where a case is malformed.
    """
    if path.is_dir():
        files = [one for one in sorted(path.glob("*.md")) if one.name != "README.md"]
        return tuple(case for one in files for case in read_events_cases(one))
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_finish(draft, path) for draft in _gather(lines, path))


def _gather(lines: list[str], path: Path) -> Iterator[_Draft]:
    draft: _Draft | None = None
    for number, line in enumerate(lines, start=1):
        if line.startswith("## "):
            if draft:
                yield draft
            draft = _Draft(line[3:].strip(), number)
        elif draft and line.strip():
            _add(draft, line.rstrip(), number, path)
    if draft:
        yield draft


def _add(draft: _Draft, line: str, number: int, path: Path) -> None:
    if line.startswith("published:"):
        draft.published = line.removeprefix("published:").strip()
    elif line == ">":
        draft.paragraphs.append([])
    elif line.startswith("> "):
        draft.paragraphs[-1].append(line[2:].strip())
    elif found := _LINE.fullmatch(line):
        if line.startswith("- "):
            draft.items.append((number, []))
        draft.items[-1][1].append((found[1], found[2].strip()))
    elif draft.published:
        _refuse(path, number, f"this is neither passage nor mark: {line!r}")


def _finish(draft: _Draft, path: Path) -> EventsCase:
    passage = "\n\n".join(" ".join(lines) for lines in draft.paragraphs if lines)
    marks: dict[str, list[tuple[int, str, dict[str, str]]]] = {name: [] for name in _FIELDS}
    for line, fields in draft.items:
        (kind, words), rest = fields[0], dict(fields[1:])
        if kind not in marks or set(rest) - _FIELDS[kind]:
            _refuse(path, line, f"there is no mark {kind!r} with {sorted(rest)}")
        marks[kind].append((line, words, rest))
    find = _Finder(passage, path)
    return EventsCase(
        draft.name,
        None if draft.published == "unknown" else date.fromisoformat(draft.published),
        passage,
        tuple(_entity(find, *one) for one in marks["name"]),
        tuple(_label(find, *one) for one in marks["label"]),
        tuple(_statement(find, *one) for one in marks["said"]),
        tuple(
            GoldEvent(find.all(words, line), tuple(rest.items()), line)
            for line, words, rest in marks["event"]
        ),
        tuple(span for line, words, _ in marks["no-event"] for span in find.all(words, line)),
        tuple(_contest(find, *one) for one in marks["contest"]),
        f"{path.name}:{draft.line}",
    )


@dataclass(frozen=True, slots=True)
class _Finder:
    """Where words stand in a passage: "raid#2 | strike" is the second raid and the strike."""

    passage: str
    path: Path

    def all(self, words: str, line: int) -> tuple[Span, ...]:
        """The spans of words that are set apart by bars, in the order of the passage."""
        return tuple(sorted(self.one(part.strip(), line) for part in words.split("|")))

    def one(self, words: str, line: int) -> Span:
        """The span of one stretch of words."""
        plain, _, nth = words.partition("#")
        pattern = rf"(?<!\w){re.escape(plain)}(?!\w)"
        spans = [Span(*found.span()) for found in re.finditer(pattern, self.passage)]
        if not 0 < int(nth or 1) <= len(spans):
            _refuse(self.path, line, f"{words!r} does not stand in the passage")
        return spans[int(nth or 1) - 1]

    def every(self, words: str, line: int) -> tuple[Span, ...]:
        """All places of each stretch of words; the longer stretch wins where two overlap."""
        found: list[Span] = []
        for plain in sorted((part.strip() for part in words.split("|")), key=len, reverse=True):
            pattern = rf"(?<!\w){re.escape(plain)}(?!\w)"
            spans = [Span(*one.span()) for one in re.finditer(pattern, self.passage)]
            if not spans:
                _refuse(self.path, line, f"{plain!r} does not stand in the passage")
            found += [one for one in spans if not any(one.overlaps(two) for two in found)]
        return tuple(sorted(found))


def _entity(find: _Finder, line: int, words: str, rest: dict[str, str]) -> Entity:
    spans = find.every(words, line)
    name = words.split("|")[0].strip()
    return Entity(finding_id("case", "entity", spans), name, rest["kind"], spans)  # type: ignore[arg-type]


def _label(find: _Finder, line: int, words: str, rest: dict[str, str]) -> EventLabel:
    if rest["type"] not in EVENT_TYPES:
        _refuse(find.path, line, f"the encoder has no type {rest['type']}")
    types = [_REST] * len(EVENT_TYPES)
    types[EVENT_TYPES.index(rest["type"])] = 1 - _REST * (len(EVENT_TYPES) - 1)
    roles = [
        find.all(rest[role], line) if role in rest else () for role in ("actors", "recipients")
    ]
    return EventLabel(
        find.one(words, line),
        float(rest.get("score", _SURE)),
        tuple(types),
        float(rest.get("factuality", 3.0)),
        *roles,
    )


def _statement(find: _Finder, line: int, words: str, rest: dict[str, str]) -> Statement:
    content = find.all(words, line)
    source = find.one(rest["source"], line) if "source" in rest else None
    name = rest.get("source", "unknown source").partition("#")[0]
    return Statement(
        finding_id("case", "statement", content),
        "indirect",
        content,
        find.one(rest["cue"], line) if "cue" in rest else None,
        source,
        SourceChain((SourceLink(name, "unknown"),)),
        rest.get("stance", "states"),
    )


def _contest(find: _Finder, line: int, words: str, rest: dict[str, str]) -> GoldContest:
    claim, against = (find.one(rest[side], line) for side in ("claim", "against"))
    return GoldContest(words, claim, against, rest.get("spoken", "no") == "yes", line)


def _refuse(path: Path, line: int, why: str) -> NoReturn:
    raise ValueError(f"{path.name}:{line}: {why}")
