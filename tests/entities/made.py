"""Labels made by hand from marked text: the names and mentions that an encoder would find.

``[Ada Bern/PER]`` marks a name. ``{she}`` and ``{the minister/a}`` mark mentions; mentions with
the same mark after the slash refer to one another, each to the one before.
"""

from __future__ import annotations

import re

from onrecord.encoder import MentionLabel, NameLabel
from onrecord.entities import find_entities
from onrecord.entities.lexicon import load_lexicon
from onrecord.passages import find_words
from onrecord.record import Entity, Span

LEXICON = load_lexicon("en")
SCORE = 0.9
_MARK = re.compile(r"\[(?P<name>[^\[\]/]+)/(?P<label>[A-Z]+)\]|[{}]|/(?P<chain>\w+)(?=\})")


def read_marks(
    marked: str,
) -> tuple[str, tuple[Span, ...], tuple[NameLabel, ...], tuple[MentionLabel, ...]]:
    """The text without marks, its paragraphs, its names and its mentions."""
    text, names, opened = "", [], []
    mentions: list[tuple[int, int, str]] = []
    at, chain = 0, ""
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        at = found.end()
        if found["name"]:
            names.append(
                NameLabel(Span(len(text), len(text) + len(found["name"])), found["label"], SCORE)
            )
            text += found["name"]
        elif found["chain"]:
            chain = found["chain"]
        elif found[0] == "{":
            opened.append(len(text))
        else:
            mentions.append((opened.pop(), len(text), chain))
            chain = ""
    text += marked[at:]
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line:
            paragraphs.append(Span(start, start + len(line)))
        start += len(line) + 1
    return text, tuple(paragraphs), tuple(names), _link(text, sorted(mentions), names)


def _link(
    text: str, mentions: list[tuple[int, int, str]], names: list[NameLabel]
) -> tuple[MentionLabel, ...]:
    last: dict[str, int] = {}
    made = []
    for number, (start, end, chain) in enumerate(mentions):
        inside = [one.span for one in names if start <= one.span.start and one.span.end <= end]
        words = find_words(text, start, end)
        head = find_words(text, inside[-1].start, inside[-1].end)[-1] if inside else words[-1]
        before = last.get(chain) if chain else None
        if chain:
            last[chain] = number
        link = SCORE if before is not None else 0.0
        made.append(MentionLabel(Span(start, end), head, SCORE, before, link))
    return tuple(made)


def entities_of(marked: str, *, outlet: str = "") -> tuple[Entity, ...]:
    """The entities of a marked text."""
    text, paragraphs, names, mentions = read_marks(marked)
    return find_entities(
        text, paragraphs, names, mentions, article_id="a1", language="en", outlet=outlet
    )


def words_of(marked: str, entity: Entity) -> tuple[str, ...]:
    """The words of the entity's mentions."""
    text = read_marks(marked)[0]
    return tuple(span.cut(text) for span in entity.mentions)


def groups_of(marked: str, *, outlet: str = "") -> dict[str, tuple[str, ...]]:
    """Each entity's name with the words of its mentions; governments as "name (organisation)"."""
    found = entities_of(marked, outlet=outlet)
    names = [one.name for one in found]
    return {
        one.name if names.count(one.name) == 1 else f"{one.name} ({one.kind})": words_of(
            marked, one
        )
        for one in found
    }
