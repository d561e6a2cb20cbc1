"""Event mentions of many documents with the words around them, for telling which mean one event.

Invariant: nothing is looked at but sentences as tokens and the places of the mentions in them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord import languages
from onrecord.ontology import Lemmatiser, Lexicon, load_lemmatiser, load_lexicon

NEAR = 5
"""Words to each side of a mention that count as near; set by hand."""
BESIDE = 4
"""The same for the words before and the words behind, kept apart."""

PROPER = 2.0
"""How much more names and numbers weigh than other words; two events of a kind differ in them.
Chosen among 1, 1.5, 2 and 3 by the clusters of documents of the training part."""

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A document as tokens, with its event mentions.

    ``sentences`` = the number of each sentence and its tokens; ``mentions`` = the number of a
    sentence and the places of the mention's tokens in it.
    """

    doc: str
    sentences: tuple[tuple[int, tuple[str, ...]], ...]
    mentions: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True, eq=False)
class EventMention:
    """A mention with its place and what stands around it, all in base forms but ``names``.

    Two mentions are the same only where they are the same object.
    """

    document: int
    doc: str
    sent: int
    tokens: tuple[int, ...]
    lemma: str
    lemmas: frozenset[str]
    text: str
    near: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    families: frozenset[str]
    groups: frozenset[str]
    sentence: Vector


@dataclass(frozen=True, slots=True)
class Corpus:
    """All mentions, each document's TF-IDF vector of length 1, and the weights of words."""

    mentions: tuple[EventMention, ...]
    documents: tuple[Vector, ...]
    weights: Vector


@dataclass(frozen=True, slots=True)
class _Tools:
    lemmatiser: Lemmatiser
    lexicon: Lexicon
    closed: frozenset[str]
    light: frozenset[str]
    particles: frozenset[str]


def mark_corpus(documents: Sequence[MarkedDocument]) -> Corpus:
    """The mentions of ``documents`` in their order."""
    tools = _load_tools()
    bags = [Counter(_content(_tokens(row), tools)) for row in documents]
    seen = Counter(word for bag in bags for word in bag)
    proper = _find_proper(documents)
    weights = {
        word: math.log((len(documents) + 1) / (count + 0.5))
        * (PROPER if word in proper or word[0].isdigit() else 1.0)
        for word, count in seen.items()
    }
    vectors = tuple(
        _unit({word: (1 + math.log(count)) * weights[word] for word, count in bag.items()})
        for bag in bags
    )
    mentions = tuple(
        _read_mention(number, row, mention, weights, tools)
        for number, row in enumerate(documents)
        for mention in row.mentions
    )
    return Corpus(mentions, vectors, weights)


def _find_proper(rows: Sequence[MarkedDocument]) -> frozenset[str]:
    """The words that stand within sentences with a capital mostly: what is named there."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for row in rows:
        for _, tokens in row.sentences:
            for token in tokens[1:]:
                (capital if token[0].isupper() else small)[token.lower()] += 1
    return frozenset(word for word, count in capital.items() if count > 2 * small[word])


def _load_tools() -> _Tools:
    words = languages.load("en", "factuality")["words"]
    function_words = languages.load("en", "sources")["function_words"]["words"]
    pairs = languages.load("en", "pairs")
    closed = {
        *function_words,
        *words["auxiliaries"],
        *words["possible_modals"],
        *words["negations"],
    }
    return _Tools(
        load_lemmatiser("en"),
        load_lexicon("en"),
        frozenset(closed),
        frozenset(pairs["light"]),
        frozenset(pairs["particles"]),
    )


def _tokens(row: MarkedDocument) -> list[str]:
    return [token for _, tokens in row.sentences for token in tokens]


def _content(tokens: Iterable[str], tools: _Tools) -> list[str]:
    """The base forms of the words that carry meaning."""
    lemmas = (
        tools.lemmatiser.lemma(token) for token in tokens if token.lower() not in tools.closed
    )
    return [
        lemma
        for lemma in lemmas
        if lemma not in tools.closed and any(letter.isalnum() for letter in lemma)
    ]


def _unit(vector: dict[str, float]) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {word: value / length for word, value in vector.items()}


def _read_mention(
    number: int,
    row: MarkedDocument,
    mention: tuple[int, tuple[int, ...]],
    weights: Vector,
    tools: _Tools,
) -> EventMention:
    sentence = next(tokens for at, tokens in row.sentences if at == mention[0])
    own = tuple(sorted(mention[1]))
    first, last = own[0], own[-1]
    words = [sentence[at].lower() for at in own]
    lemmas = [tools.lemmatiser.lemma(word) for word in words]
    around = [
        token for at, token in enumerate(sentence) if at not in own and abs(at - first) <= NEAR
    ]
    rest = [token for at, token in enumerate(sentence) if at not in own]
    names = {
        token.lower()
        for at, token in enumerate(sentence)
        if at and at not in own and token[0].isupper()
    }
    senses = _senses(words, lemmas, tools.lexicon)
    return EventMention(
        number,
        row.doc,
        mention[0],
        mention[1],
        lemmas[_head(words, lemmas, tools)],
        frozenset(lemmas),
        " ".join(words),
        frozenset(_content(around, tools)),
        frozenset(_content(sentence[max(0, first - BESIDE) : first], tools)),
        frozenset(_content(sentence[last + 1 : last + 1 + BESIDE], tools)),
        frozenset(names - tools.closed),
        frozenset(token for token in sentence if token[0].isdigit()),
        frozenset(family for family, _ in senses),
        frozenset(group for _, group in senses),
        _unit({word: weights[word] for word in set(_content(rest, tools)) if word in weights}),
    )


def _head(words: list[str], lemmas: list[str], tools: _Tools) -> int:
    """The word of a mention that carries it: no light verb, no particle."""
    if len(words) == 1:
        return 0
    if words[-1] in tools.particles:
        return 0
    if lemmas[0] in tools.light:
        return len(words) - 1
    if words[0].endswith(("ed", "ing")):
        return 0
    return len(words) - 1


def _senses(words: list[str], lemmas: list[str], lexicon: Lexicon) -> set[tuple[str, str]]:
    for at in range(len(words)):
        match = lexicon.match(words, lemmas, at)
        if match is not None:
            return {(sense.family.name, sense.family.group) for sense in match.senses}
    return set()
