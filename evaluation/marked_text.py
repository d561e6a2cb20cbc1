"""Texts with their names and mentions marked by hand, as labels that an encoder might give.

``[Ada Bern/PER]`` marks a name, ``{the minister/a}`` a mention; mentions with the same letter
behind the slash mean the same, each leads to the one before. Invariant: marks are no part of the
text.
"""

from __future__ import annotations

import re

from onrecord.encoder import Labels, MentionLabel, NameLabel
from onrecord.passages import find_words
from onrecord.record import Span

SCORE = 0.9
"""Score of every mark; above all thresholds."""
_MARK = re.compile(r"\[(?P<name>[^\[\]/]+)/(?P<label>[A-Z]+)\]|[{}]|/(?P<chain>\w+)(?=\})")


def read_marks(marked: str) -> tuple[str, Labels]:
    """The text without marks and the labels that they stand for."""
    text = ""
    names: list[NameLabel] = []
    mentions: list[tuple[int, int, str]] = []
    opened: list[int] = []
    at, chain = 0, ""
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        at = found.end()
        if found["name"]:
            span = Span(len(text), len(text) + len(found["name"]))
            names.append(NameLabel(span, found["label"], SCORE))
            text += found["name"]
        elif found["chain"]:
            chain = found["chain"]
        elif found[0] == "{":
            opened.append(len(text))
        else:
            mentions.append((opened.pop(), len(text), chain))
            chain = ""
    text += marked[at:]
    return text, Labels((), tuple(names), _link(text, sorted(mentions), names))


def _link(
    text: str, mentions: list[tuple[int, int, str]], names: list[NameLabel]
) -> tuple[MentionLabel, ...]:
    last: dict[str, int] = {}
    made = []
    for number, (start, end, chain) in enumerate(mentions):
        before = last.get(chain) if chain else None
        if chain:
            last[chain] = number
        link = SCORE if before is not None else 0.0
        head = _head(text, Span(start, end), names)
        made.append(MentionLabel(Span(start, end), head, SCORE, before, link))
    return tuple(made)


def _head(text: str, span: Span, names: list[NameLabel]) -> Span:
    """The last word of the mention, of its core before "of" where it is no name."""
    core = span.cut(text).removesuffix("’s").removesuffix("'s")
    words = find_words(text, span.start, span.start + len(core))
    of = next((n for n, word in enumerate(words) if n and word.cut(text) == "of"), len(words))
    ending = any(one.span.end == span.end for one in names)
    return words[-1] if ending else words[of - 1]
