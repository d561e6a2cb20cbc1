"""Which words of a sentence are denied, doubted or called false.

Invariant: a negation reaches no further than its clause; "not only" negates nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from onrecord import languages
from onrecord.stories.assertions.wordings import Token, load_words

OBJECT_REACH = 4
"""Words between a verdict and what it is of ("that number, he said, is wrong"); by hand."""
HEAD_REACH = 3
"""Words behind a negation among which is what it denies ("no such secret meeting"); by hand."""


@dataclass(frozen=True, slots=True)
class StandingWords:
    """The small words of standing, and the words that deny; base forms but for the negations."""

    negations: frozenset[str]
    contractions: tuple[str, ...]
    nil: frozenset[str]
    alone: frozenset[str]
    only: frozenset[str]
    modals: frozenset[str]
    boundaries: frozenset[str]
    answers: frozenset[str]
    verbs: frozenset[str]
    verdicts: frozenset[str]
    objects: frozenset[str]
    numbers: frozenset[str]
    truths: frozenset[str]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a sentence does to its words, by their numbers.

    ``negated`` and ``modal`` words stand in such a clause, ``heads`` right behind the negation,
    which is one of ``negators``;
    ``denying`` = verbs that deny, ``verdicts`` = words that call something false; ``answers`` = it
    says no to what was asked, ``points`` = it only points at what it denies ("that figure"),
    ``numbers`` = which is a number.
    """

    negated: frozenset[int]
    heads: frozenset[int]
    negators: frozenset[int]
    modal: frozenset[int]
    denying: tuple[int, ...]
    verdicts: tuple[int, ...]
    answers: bool
    points: bool
    numbers: bool = False


@cache
def load_standing_words(language: str) -> StandingWords:
    """The words of ``language``; LookupError where it has no table of claims or contests."""
    table = languages.load(language, "claims")
    contests = languages.load(language, "contests")["denial"]
    standing, denial = table["standing"], table["denial"]
    lemma = load_words(language).lemmatiser.lemma
    single = [one for one in contests["verdicts"] if " " not in one]
    return StandingWords(
        frozenset(standing["negations"]),
        tuple(one for one in standing["negations"] if not one[-2].isalpha()),
        frozenset(standing["nil"]),
        frozenset(standing["nil_alone"]),
        frozenset(standing["only"]),
        frozenset(standing["modals"]),
        frozenset(standing["boundaries"]),
        frozenset(standing["answers"]),
        frozenset({*contests["verbs"], *denial["verbs"]}),
        frozenset(lemma(one) for one in (*single, *denial["verdicts"])),
        frozenset((*contests["objects"], *denial["objects"], *denial["numbers"])),
        frozenset(denial["numbers"]),
        frozenset(denial["truths"]),
    )


def read_standing(tokens: tuple[Token, ...], language: str) -> Standing:
    """Which of ``tokens`` are negated, modal, or deny."""
    words = load_standing_words(language)
    clauses = _clauses(tokens, words)
    negated: set[int] = set()
    modal: set[int] = set()
    heads: set[int] = set()
    negators: set[int] = set()
    for at, token in enumerate(tokens):
        if token.word in words.nil:
            first, end = clauses[at]
            negated.update(range(first if token.word in words.alone else at + 1, end))
            heads.update(_heads(tokens, at, clauses[at][1]))
            negators.add(at)
        elif token.word in words.negations or token.word.endswith(words.contractions):
            reach = _negated(tokens, at, clauses[at], words)
            negated.update(reach)
            heads.update(_heads(tokens, at, clauses[at][1]) if reach else ())
            negators.add(at)
        if token.lemma in words.modals and not (token.capital and at):
            modal.update(range(*clauses[at]))
    denying = [at for at, one in enumerate(tokens) if one.lemma in words.verbs]
    verdicts = [at for at, one in enumerate(tokens) if one.lemma in words.verdicts]
    verdicts += [at for at in sorted(negated) if tokens[at].lemma in words.truths]
    denying = [at for at in denying if at not in negated]
    pointed = [one for at in verdicts for one in tokens[max(0, at - OBJECT_REACH) : at]]
    pointed += [one for at in denying for one in tokens[at + 1 : at + 1 + OBJECT_REACH]]
    return Standing(
        frozenset(negated),
        frozenset(heads),
        frozenset(negators),
        frozenset(modal),
        tuple(denying),
        tuple(verdicts),
        _answers(tokens, words),
        any(one.lemma in words.objects or one.word in words.objects for one in pointed),
        any(one.lemma in words.numbers for one in pointed),
    )


def _clauses(tokens: tuple[Token, ...], words: StandingWords) -> list[tuple[int, int]]:
    """For each token the first token of its clause and the one behind it."""
    edges = [0]
    for at, token in enumerate(tokens):
        mark = not token.word[0].isalnum() and token.word not in {"-", "‑", "'", "’", "%"}
        if mark or token.word in words.boundaries:
            edges.append(at + mark)
    edges.append(len(tokens))
    clauses: list[tuple[int, int]] = []
    for first, end in pairwise(edges):
        clauses += [(first, end)] * (end - first)
    return clauses


def _negated(
    tokens: tuple[Token, ...], at: int, clause: tuple[int, int], words: StandingWords
) -> range:
    """All of the clause for a verb's negation; what stands behind it for one of a thing."""
    following = tokens[at + 1] if at + 1 < clause[1] else None
    if following is not None and following.word in words.only:
        return range(0)
    auxiliary = tokens[at].word in words.negations and (at == clause[0] or not tokens[at - 1].small)
    return range(at + 1, clause[1]) if auxiliary else range(*clause)


def _heads(tokens: tuple[Token, ...], at: int, end: int) -> list[int]:
    """The first words of matter, or the number, right behind a negation."""
    heads: list[int] = []
    for one in range(at + 1, min(end, at + 1 + HEAD_REACH)):
        if tokens[one].small and heads:
            break
        if not tokens[one].small:
            heads.append(one)
    return heads


def _answers(tokens: tuple[Token, ...], words: StandingWords) -> bool:
    spoken = [one for one in tokens if one.word[0].isalnum()]
    if not spoken or spoken[0].word not in words.answers:
        return False
    at = tokens.index(spoken[0])
    return at + 1 == len(tokens) or not tokens[at + 1].word[0].isalnum()
