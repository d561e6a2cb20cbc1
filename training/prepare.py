"""Texts to training examples: one passage, its pieces, and what a set says of its words."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.encoder.features import EDGE, shape_of
from onrecord.passages import Passage, divide, find_quotations
from onrecord.record import Span

ROLES = ("none", "source", "cue", "content")
IGNORED = -100


@dataclass
class Example:
    """One passage as arrays; ``first[w]`` = number of the first piece of word ``w``.

    A set fills what it labels and leaves the rest empty: no loss is taken there.
    """

    pieces: list[int]
    shapes: list[int]
    quoted: list[int]
    first: list[int]
    words: list[Span] = field(default_factory=list)
    core: range = range(0)
    marks: list[int] = field(default_factory=list)  # a piece: 0, 1 = source, 2 = target
    anchors: list[int] = field(default_factory=list)  # 0, 1 or IGNORED a word
    cues: list[tuple[int, list[int]]] = field(default_factory=list)  # (anchor word, role a word)
    tags: list[int] = field(default_factory=list)  # bits of the allowed name tags; 0 = any
    tag_weight: float = 1.0
    starts: list[int] = field(default_factory=list)  # 0, 1 or IGNORED: begins a sentence
    heads: list[int] = field(default_factory=list)  # 0, 1 or IGNORED: head of a mention
    spans: list[tuple[int, int, int]] = field(default_factory=list)  # (head, first, last word)
    triggers: list[list[int]] = field(default_factory=list)  # a kind: 0, 1 or IGNORED a word
    roles: list[tuple[int, set[int], set[int]]] = field(default_factory=list)  # event, two sides
    pair: tuple[set[int], set[int]] | None = None  # source and target words, event not known
    types: int = 0  # bits of the event types of which the passage tells one; 0 = not known
    factual: list[tuple[int, float]] = field(default_factory=list)  # (word, −3 … 3)


@dataclass
class Document:
    """Passages of one text, and the clusters of its mentions by (passage, head word)."""

    examples: list[Example]
    clusters: list[list[tuple[int, int]]] = field(default_factory=list)
    choices: list[tuple[tuple[int, int], tuple[int, int], tuple[int, int], int]] = field(
        default_factory=list
    )  # (pronoun, name A, name B, which of them: 0 or 1)
    text: str = ""


def read_rows(path: Path) -> list[dict]:
    """The rows of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """The non-empty lines of ``text``."""
    spans = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            left = start + len(line) - len(line.lstrip())
            spans.append(Span(left, start + len(line.rstrip())))
        start += len(line) + 1
    return tuple(spans)


def passages_of(text: str) -> tuple[Passage, ...]:
    """The passages of a plain text whose paragraphs are its lines."""
    paragraphs = paragraphs_of(text)
    return divide(text, paragraphs, find_quotations(text, paragraphs))


def encode(text: str, passage: Passage, tokenizer: Tokenizer) -> Example:
    """Pieces and features of ``passage``; words that give no piece get the one before."""
    words = [span.cut(text) for span in passage.words]
    encoded = tokenizer.encode(words, is_pretokenized=True)
    shapes = [shape_of(word) for word in words]
    first = [0] * len(words)
    example = Example(list(encoded.ids), [], [], first, list(passage.words), passage.core)
    for at, word in enumerate(encoded.word_ids):
        example.shapes.append(EDGE if word is None else shapes[word])
        example.quoted.append(0 if word is None else passage.quoted[word])
        if word is not None and not first[word]:
            first[word] = at
    return example


def cue_strengths(rows: list[dict]) -> dict[str, float]:
    """How likely each word (lower case) is to stand in a cue when it occurs at all."""
    inside: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for row in rows:
        text = row["text"]
        cue_chars = {c for a in row["attributions"] for s, e in a["cue"] for c in range(s, e)}
        for passage in passages_of(text):
            for number in passage.core:
                span = passage.words[number]
                word = span.cut(text).lower()
                every[word] += 1
                inside[word] += span.start in cue_chars
    return {word: inside[word] / (every[word] + 3.0) for word in inside if inside[word]}


def label(row: dict, strengths: dict[str, float], tokenizer: Tokenizer) -> list[Example]:
    """All passages of ``row`` with their cues; a passage answers for the anchors in its core."""
    text = row["text"]
    examples = []
    for passage in passages_of(text):
        example = encode(text, passage, tokenizer)
        where = {span.start: number for number, span in enumerate(passage.words)}
        example.anchors = [0 if n in passage.core else IGNORED for n in range(len(passage.words))]
        _ignore_discarded(example, passage, row.get("discard", []))
        for attribution in row["attributions"]:
            parts = {name: words_in(attribution[name], where) for name in ROLES[1:]}
            if not parts["cue"]:
                continue
            anchor = max(
                parts["cue"],
                key=lambda n: strengths.get(passage.words[n].cut(text).lower(), 0.0),
            )
            if anchor not in passage.core:
                example.anchors[anchor] = IGNORED
                continue
            example.anchors[anchor] = 1
            roles = [0] * len(passage.words)
            for number, name in ((3, "content"), (1, "source"), (2, "cue")):
                for word in parts[name]:
                    roles[word] = number
            example.cues.append((anchor, roles))
        examples.append(example)
    return examples


def words_in(spans: list[list[int]], where: dict[int, int]) -> list[int]:
    """The numbers of the words that begin in ``spans``; ``where`` = first character → number."""
    return [where[c] for start, end in spans for c in range(start, end) if c in where]


def _ignore_discarded(example: Example, passage: Passage, discard: list[list[int]]) -> None:
    for number, span in enumerate(passage.words):
        if any(start <= span.start < end for start, end in discard):
            example.anchors[number] = IGNORED
