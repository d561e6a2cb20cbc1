"""Events to training examples: types of whole passages, triggers, participants, factuality.

No set tells PLOVER types word by word. A passage says which type it tells of, and the loss takes
the sum over its words (multiple-instance learning), so that the words that tell it stand out.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.encoder.findings import EVENT_TYPES
from onrecord.record import Span
from training.names import add_proper_nouns
from training.prepare import IGNORED, Example, encode, passages_of, read_rows, words_in
from training.syntax import Tree, add_roles, add_sentences

NO_EVENT = 1
"""The bit of a passage that tells of no event; type ``n`` has bit ``n + 1``."""
TELLING = ("VERB", "NOUN", "ADJ", "PROPN")
"""Parts of speech that may tell of an event; words of others are taught that they do not."""
ACTION, RELATION = range(2)
QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT"),
    2: ("COOPERATE", "AID", "YIELD"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
POLICE = {"KILL": ("ASSAULT",), "ARREST": ("COERCE",), "FORCE": ("ASSAULT", "COERCE")}


def type_bits(*types: str) -> int:
    """The bits of ``types``; CONCEDE and RETREAT are YIELD."""
    names = {"YIELD" if one in ("CONCEDE", "RETREAT") else one for one in types}
    return sum(2 << EVENT_TYPES.index(one) for one in names)


def first_example(text: str, tokenizer: Tokenizer) -> Example | None:
    """The first passage of ``text``."""
    passages = passages_of(text)
    return encode(text, passages[0], tokenizer) if passages else None


def plover_examples(data: Path, tokenizer: Tokenizer, part: str = "train") -> list[Example]:
    """Sentences with source, target and type (plv)."""
    examples = []
    for row in read_rows(data / "events" / f"plv-{part}.jsonl.gz"):
        example = first_example(row["text"], tokenizer)
        if example is not None:
            example.types = type_bits(row["type"])
            where = {word.start: number for number, word in enumerate(example.words)}
            spans = (row["source_span"], row["target_span"])
            example.pair = tuple(set(words_in([one] if one else [], where)) for one in spans)  # type: ignore[assignment]
            examples.append(example)
    return examples


def bag_examples(data: Path, tokenizer: Tokenizer) -> list[Example]:
    """Passages of a known type: CAMEO's quad classes, synthetic stories, reports of police."""
    examples = []
    for row in read_rows(data / "events" / "cameo-quad-train.jsonl.gz"):
        bits = type_bits(*QUADS[row["quad"]]) if row["quad"] else NO_EVENT
        examples.append(_bag(row["text"], bits, tokenizer))
    for row in read_rows(data / "events" / "ngec-synthetic-train.jsonl.gz"):
        if "{" not in row["title"]:
            examples.append(_bag(row["title"], type_bits(row["type"]), tokenizer))
        examples.append(_bag(row["text"], type_bits(row["type"]), tokenizer))
    for row in read_rows(data / "events" / "india-police-train.jsonl.gz"):
        types = [one for label in row["labels"] for one in POLICE.get(label, ())]
        if types:
            examples.append(_bag(row["text"], type_bits(*types), tokenizer))
    return [one for one in examples if one is not None]


def _bag(text: str, bits: int, tokenizer: Tokenizer) -> Example | None:
    example = first_example(text, tokenizer)
    if example is not None:
        example.types = bits
    return example


def side_examples(data: Path, tokenizer: Tokenizer) -> list[Example]:
    """Sentences whose source and target are marked, the event not (CAMEO spans)."""
    examples = []
    for row in read_rows(data / "events" / "cameo-spans-train.jsonl.gz"):
        text, spans = join(row["tokens"])
        example = first_example(text, tokenizer)
        if example is None:
            continue
        where = {word.start: number for number, word in enumerate(example.words)}
        sides = [
            [
                [span.start, span.end]
                for span, tag in zip(spans, row["tags"], strict=True)
                if tag[2:] == side
            ]
            for side in ("S", "T")
        ]
        example.pair = tuple(set(words_in(side, where)) for side in sides)  # type: ignore[assignment]
        examples.append(example)
    return examples


def join(tokens: list[str]) -> tuple[str, list[Span]]:
    """The tokens as a text with a space between, and where each one stands."""
    spans, at = [], 0
    for token in tokens:
        spans.append(Span(at, at + len(token)))
        at += len(token) + 1
    return " ".join(tokens), spans


def trigger_examples(data: Path, tokenizer: Tokenizer) -> list[Example]:
    """Words that tell of events: ECB+'s actions, and the relations of re3d."""
    examples = []
    for row in read_rows(data / "events" / "ecb-train.jsonl.gz"):
        for sentence in row["sentences"]:
            text, spans = join(sentence["tokens"])
            found = [
                [spans[n].start, spans[n].end]
                for one in row["mentions"]
                if one["kind"] == "event" and one["sent"] == sentence["sent"]
                for n in one["tokens"]
            ]
            examples += _trigger_examples(text, found, ACTION, tokenizer)
    for row in read_rows(data / "events" / "re3d-train.jsonl.gz"):
        found = [event["trigger"] for event in row["events"] if event["trigger"]]
        examples += _trigger_examples(row["text"], found, RELATION, tokenizer)
    return examples


def _trigger_examples(
    text: str, spans: list[list[int]], kind: int, tokenizer: Tokenizer
) -> list[Example]:
    examples = []
    for passage in passages_of(text):
        example = encode(text, passage, tokenizer)
        where = {word.start: number for number, word in enumerate(example.words)}
        example.triggers = [[IGNORED] * len(example.words) for _ in range(2)]
        example.triggers[kind] = [0] * len(example.words)
        for number in words_in(spans, where):
            example.triggers[kind][number] = 1
        examples.append(example)
    return examples


def factuality_examples(data: Path, tokenizer: Tokenizer) -> list[Example]:
    """Predicates with how sure it is that they happened: UDS and MEANTIME."""
    examples = []
    for name in ("uds", "meantime"):
        texts: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for row in read_rows(data / "events" / f"factuality-{name}-train.jsonl.gz"):
            texts[row["text"]].append((row["span"][0], row["score"]))
        for text, predicates in texts.items():
            for passage in passages_of(text):
                example = encode(text, passage, tokenizer)
                where = {word.start: number for number, word in enumerate(example.words)}
                example.factual = [(where[c], score) for c, score in predicates if c in where]
                if example.factual:
                    examples.append(example)
    return examples


def syntax_examples(data: Path, tokenizer: Tokenizer) -> list[Example]:
    """English Web Treebank: sentences, participants of verbs, proper nouns."""
    examples = []
    for row in read_rows(data / "sentences" / "ewt-train.jsonl.gz"):
        tree = Tree(row["toks"])
        by_start = {token[0]: number for number, token in enumerate(row["toks"])}
        for passage in passages_of(row["text"]):
            example = encode(row["text"], passage, tokenizer)
            add_sentences(example, row["sents"])
            add_roles(example, tree, by_start)
            add_proper_nouns(example, row["text"], row["toks"])
            kinds = [by_start.get(word.start) for word in example.words]
            example.triggers = [
                [IGNORED if n is None or row["toks"][n][3] in TELLING else 0 for n in kinds],
                [IGNORED] * len(kinds),
            ]
            examples.append(example)
    return examples
