"""Coreference to documents: mentions by their head words, clusters in the OntoNotes scheme.

GUM tells the head of every mention (singletons too), OntoGUM which of them mean the same, GAP to
which of two names a pronoun belongs.
"""

from __future__ import annotations

from pathlib import Path

from tokenizers import Tokenizer

from onrecord.record import Span
from training.names import add_gum
from training.prepare import Document, Example, encode, passages_of, read_rows
from training.syntax import Tree, add_roles, add_sentences

GAP_TEXTS = 14
"""Short texts read in one step."""


def gum_documents(data: Path, tokenizer: Tokenizer, part: str = "train") -> list[Document]:
    """GUM with all that its annotators say: names, mentions, clusters, sentences, dependencies."""
    sentences = {row["id"]: row for row in read_rows(data / "sentences" / f"gum-{part}.jsonl.gz")}
    named = {row["id"]: row for row in read_rows(data / "names" / f"gum-{part}.jsonl.gz")}
    linked = {row["id"]: row for row in read_rows(data / "coref" / f"ontogum-{part}.jsonl.gz")}
    documents = []
    for row in read_rows(data / "coref" / f"gum-{part}.jsonl.gz"):
        text, tokens = row["text"], sentences[row["id"]]["toks"]
        tree = Tree(tokens)
        by_start = {token[0]: number for number, token in enumerate(tokens)}
        examples = [encode(text, passage, tokenizer) for passage in passages_of(text)]
        mentions = [Span(*span) for cluster in row["clusters"] for span in cluster]
        chains = [[Span(*span) for span in cluster] for cluster in linked[row["id"]]["clusters"]]
        heads = _heads([*(span for chain in chains for span in chain), *mentions], tree)
        for example in examples:
            add_gum(example, named[row["id"]], tokens)
            add_sentences(example, row["sents"])
            add_roles(example, tree, by_start)
            add_mentions(example, heads)
        places = head_places(examples)
        clusters = [
            [places[heads[span]] for span in chain if span in heads and heads[span] in places]
            for chain in chains
        ]
        documents.append(Document(examples, [c for c in clusters if len(c) > 1], text=text))
    return documents


def gap_documents(data: Path, tokenizer: Tokenizer) -> list[Document]:
    """GAP's pronouns with the two names that each may mean, where one of them is right."""
    rows = read_rows(data / "coref" / "gap-train.jsonl.gz")
    rows = [row for row in rows if sum(row["gold"]) == 1]
    documents = []
    for first in range(0, len(rows), GAP_TEXTS):
        text, choices = "", []
        for row in rows[first : first + GAP_TEXTS]:
            spans = (row["pronoun"], row["A"], row["B"])
            choices.append(([[s + len(text), e + len(text)] for s, e in spans], row["gold"][1]))
            text += row["text"].replace("\n", " ") + "\n"
        document = Document(
            [encode(text, passage, tokenizer) for passage in passages_of(text)], text=text
        )
        places = head_places(document.examples)
        for spans, second in choices:
            found = [[places[c] for c in range(*span) if c in places] for span in spans]
            if all(found):
                pronoun, name, other = (words[-1] for words in found)
                document.choices.append((pronoun, name, other, int(second)))
        documents.append(document)
    return documents


def head_places(examples: list[Example]) -> dict[int, tuple[int, int]]:
    """First character of each word → (passage that answers for it, word)."""
    return {
        example.words[word].start: (number, word)
        for number, example in enumerate(examples)
        for word in example.core
    }


def _heads(spans: list[Span], tree: Tree) -> dict[Span, int]:
    """The first character of each mention's head; where two share one, the first span has it."""
    heads: dict[Span, int] = {}
    taken: set[int] = set()
    for span in spans:
        head = tree.head_of(span.start, span.end)
        if head is None or span in heads:
            continue
        start = tree.tokens[head][0]
        if start not in taken:
            taken.add(start)
            heads[span] = start
    return heads


def add_mentions(example: Example, heads: dict[Span, int]) -> None:
    """Which words head a mention, and the words that it spans."""
    where = {word.start: number for number, word in enumerate(example.words)}
    ends = {word.end: number for number, word in enumerate(example.words)}
    example.heads = [0] * len(example.words)
    for span, head in heads.items():
        if head in where:
            example.heads[where[head]] = 1
            if span.start in where and span.end in ends:
                example.spans.append((where[head], where[span.start], ends[span.end]))
