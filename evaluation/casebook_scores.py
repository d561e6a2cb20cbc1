"""Readings measured against the casebook: statements found, and their chains right or wrong.

Invariant: a chain is judged only where its statement was found; how many were is told beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from evaluation.casebook import Case, GoldLink, GoldStatement
from onrecord.passages import find_words
from onrecord.record import Reading, SourceLink, Span, Statement

# The same as in the measure for attributions: at least half of the words that either has.
MIN_OVERLAP = 0.5

_WORD = re.compile(r"[^\W_]+")
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your whose s".split()  # noqa: SIM905
)
_STOP_WORDS = _DETERMINERS | frozenset(
    "of in on at to for from by with and or who which as some other".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure: its value from 0 to 1 and the number of cases that it was taken over."""

    metric: str
    value: float
    cases: int


@dataclass(frozen=True, slots=True)
class Match:
    """A gold statement and what was predicted for it; None where nothing was."""

    case: Case
    gold: GoldStatement
    predicted: Statement | None

    @property
    def chain_right(self) -> bool:
        """Whether every link after the outlet is there, in order, with its name and namedness."""
        return self.predicted is not None and is_same_chain(self.gold, self.predicted)


def score_cases(
    cases: Sequence[Case], readings: Sequence[Reading]
) -> tuple[tuple[Figure, ...], tuple[Match, ...]]:
    """All figures over ``cases``, whose readings stand in the same order, and all matches."""
    matches: list[Match] = []
    predicted = 0
    for case, reading in zip(cases, readings, strict=True):
        matches += match_statements(case, reading.statements)
        predicted += len(reading.statements)
    return tuple(_measure(matches, predicted)), tuple(matches)


def match_statements(case: Case, statements: Sequence[Statement]) -> tuple[Match, ...]:
    """One match for each gold statement: pairs by the overlap of contents, then of cues."""
    words = tuple(word for word in find_words(case.passage) if _WORD.match(word.cut(case.passage)))
    pairs = []
    for i, gold in enumerate(case.statements):
        for j, statement in enumerate(statements):
            overlap = _overlap(words, gold.content, statement.content)
            if overlap >= MIN_OVERLAP:
                cues = _overlap(words, gold.cue, _as_spans(statement.cue))
                pairs.append((-overlap, -cues, i, j))
    partner: dict[int, int] = {}
    for _, _, i, j in sorted(pairs):
        if i not in partner and j not in partner.values():
            partner[i] = j
    return tuple(
        Match(case, gold, statements[partner[i]] if i in partner else None)
        for i, gold in enumerate(case.statements)
    )


def is_same_chain(gold: GoldStatement, statement: Statement, *, strict: bool = False) -> bool:
    """Whether the links after the outlet agree; ``strict`` asks for kind and ``how`` as well."""
    links = statement.chain.links[1:]
    return len(links) == len(gold.links) and all(
        is_same_name(one.name, other.name)
        and one.unnamed == other.unnamed
        and (not strict or (one.kind == other.kind and one.how == other.how))
        for one, other in zip(gold.links, links, strict=True)
    )


def is_same_name(one: str, other: str) -> bool:
    """Whether one name's words are all in the other, determiners and possessives aside."""
    left, right = _name_words(one), _name_words(other)
    if not (left <= right or right <= left):
        return False
    return bool((left & right) - _STOP_WORDS) or one.casefold() == other.casefold()


def _measure(matches: Sequence[Match], predicted: int) -> Iterable[Figure]:
    found = [(one.gold, one.predicted) for one in matches if one.predicted is not None]

    def share(metric: str, test: Callable[[GoldStatement, Statement], bool]) -> Figure:
        right = sum(test(gold, statement) for gold, statement in found)
        return Figure(metric, right / len(found) if found else 0.0, len(found))

    recall = len(found) / len(matches) if matches else 0.0
    precision = len(found) / predicted if predicted else 0.0
    both = recall + precision
    yield Figure("found_recall", recall, len(matches))
    yield Figure("found_precision", precision, predicted)
    yield Figure("found_F1", 2 * recall * precision / both if both else 0.0, len(matches))
    yield share("chain_right", is_same_chain)
    yield share("chain_right_strict", lambda a, b: is_same_chain(a, b, strict=True))
    right = sum(one.chain_right for one in matches)
    yield Figure("chain_right_of_all", right / len(matches) if matches else 0.0, len(matches))
    yield share("named_accuracy", lambda a, b: a.origin.unnamed == _origin(b).unnamed)
    yield share("origin_name", lambda a, b: is_same_name(a.origin.name, _origin(b).name))
    yield share("origin_kind", lambda a, b: a.origin.kind == _origin(b).kind)
    yield share("relays_right", lambda a, b: _same_relays(a.links[:-1], b.chain.links[1:-1]))
    yield share("mode", lambda a, b: a.mode == b.mode)
    yield share("stance", lambda a, b: a.stance == b.stance)
    yield _agree("addressee_F1", [(a.addressee, _as_spans(b.addressee)) for a, b in found])
    yield _agree("justification_F1", [(a.because, _justifications(b)) for a, b in found])


def _agree(metric: str, pairs: Sequence[tuple[tuple[Span, ...], tuple[Span, ...]]]) -> Figure:
    """F1 of spans that overlap, over statements that have one on either side."""
    right = sum(any(a.overlaps(b) for a in gold for b in found) for gold, found in pairs)
    gold_count = sum(bool(gold) for gold, _ in pairs)
    total = gold_count + sum(bool(found) for _, found in pairs)
    return Figure(metric, 2 * right / total if total else 1.0, gold_count)


def _same_relays(gold: tuple[GoldLink, ...], links: tuple[SourceLink, ...]) -> bool:
    return len(gold) == len(links) and all(
        is_same_name(one.name, other.name) for one, other in zip(gold, links, strict=True)
    )


def _origin(statement: Statement) -> SourceLink:
    return statement.chain.origin


def _justifications(statement: Statement) -> tuple[Span, ...]:
    links = statement.chain.links[1:]
    return tuple(link.justification for link in links if link.justification is not None)


def _overlap(words: Sequence[Span], gold: Sequence[Span], found: Sequence[Span]) -> float:
    """Intersection over union of the words that the spans touch."""
    left = {word for word in words if any(word.overlaps(span) for span in gold)}
    right = {word for word in words if any(word.overlaps(span) for span in found)}
    union = left | right
    return len(left & right) / len(union) if union else 0.0


def _as_spans(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def _name_words(name: str) -> set[str]:
    return set(_WORD.findall(name.casefold())) - _DETERMINERS
