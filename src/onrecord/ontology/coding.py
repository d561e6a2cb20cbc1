"""The type of an event from the encoder's probabilities and the families of its words."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.ontology.lexicon import Family, Sense
from onrecord.ontology.plover import quad_of

STRONG_WEIGHT = 0.7
WEAK_WEIGHT = 0.45
"""How much of the choice the words have beside the encoder, which types a word of an article less
surely than a sentence whose source and target are given; set by hand on the sample pages."""
_YIELDS = ("CONCEDE", "RETREAT")


@dataclass(frozen=True, slots=True)
class Coding:
    """A type with its modes and quad class, the family that it came with, and its probability."""

    type: str
    modes: tuple[str, ...]
    quad: int
    score: float
    family: Family | None = None


def choose_type(
    names: tuple[str, ...], probabilities: tuple[float, ...], senses: tuple[Sense, ...]
) -> Coding | None:
    """The most probable type where the words of the trigger have a vote; None without both.

    ``probabilities`` are those of ``names``, or empty where no model has spoken. YIELD becomes
    CONCEDE or RETREAT where the words tell which.
    """
    if not senses and not probabilities:
        return None
    weight = 1.0
    if probabilities:
        strong = any(sense.strong for sense in senses)
        weight = 0.0 if not senses else STRONG_WEIGHT if strong else WEAK_WEIGHT
    votes = {name: (1 - weight) * one for name, one in zip(names, probabilities, strict=False)}
    shares = [2.0 if sense.strong else 1.0 for sense in senses]
    for sense, share in zip(senses, shares, strict=True):
        told = _merged(sense.family.type)
        votes[told] = votes.get(told, 0.0) + weight * share / sum(shares)
    chosen = max(votes, key=lambda name: votes[name])
    fitting = sorted(
        (sense for sense in senses if _merged(sense.family.type) == chosen),
        key=lambda sense: not sense.strong,
    )
    if not fitting:
        return Coding(chosen, (), quad_of(chosen), votes[chosen])
    family = fitting[0].family
    return Coding(family.type, family.modes, quad_of(family.type), votes[chosen], family)


def _merged(name: str) -> str:
    return "YIELD" if name in _YIELDS else name
