"""Nouns and pronouns led back to those who were named, and chains of those whom nobody names.

The encoder says for each mention which earlier one means the same. A link is taken where number,
gender and kind allow it; a holder of an office is found by the office ("the US President"), and he
or she whom the encoder leads to nobody who fits goes to the person spoken of most nearby.
Invariant: no link joins two that have names, unless the names share a word.
"""

from __future__ import annotations

from onrecord.entities.chains import Chain, Chains
from onrecord.entities.links import Link
from onrecord.entities.naming import may_be_one
from onrecord.entities.offices import Offices, find_medium
from onrecord.entities.points import Point, PointLink
from onrecord.entities.salience import find_salient
from onrecord.entities.titles import head_span

LEAST = 0.0
"""Probability below which a link of the encoder is not taken: none is left out, for the encoder
has weighed each against having no antecedent; at 0.5 CoNLL on OntoGUM's development part falls from
55.1 to 52.3."""
FIRM = 0.8
"""Probability at which "they" may be one named person, and two with names be one; not tuned."""
_SPOKEN_TO, _SPOKEN_OF = frozenset(["self", "you"]), frozenset(["he", "she", "it", "they"])
_MARKS = '“”"«»‘\n'
_BY_OFFICE = 0.9
"""Score of a noun led to the holder of an office or to a medium; not measured yet."""
_BY_SALIENCE = 0.8
"""Score of a pronoun led to the person spoken of most; its share right on GUM, gold mentions."""


def link_points(
    chains: Chains,
    links: tuple[Link, ...],
    antecedents: dict[int, tuple[int, float]],
    sentences: tuple[int, ...],
) -> tuple[PointLink, ...]:
    """The links that join points into a forest: of names, of offices, of the encoder, by salience.

    ``links`` are those of the names, ``antecedents`` = point → (earlier point, probability),
    ``sentences`` = the number of each point's sentence.
    """
    found = _join_names(chains, links)
    offices = Offices(chains)
    named_by = _roles_of(chains)
    for number, point in enumerate(chains.points):
        if point.form == "nominal":
            bearer = named_by.get(point.head.start)
            if bearer is not None and may_join(chains, min(bearer, number), max(bearer, number), 1):
                found.append(_join(chains, bearer, number, "role", _BY_OFFICE))
                continue
            holder = offices.find_holder(number)
            if holder is not None:
                found.append(_join(chains, holder, number, "office", _BY_OFFICE))
                continue
            medium = find_medium(chains, number)
            if medium is not None:
                found.append(_join(chains, medium, number, "medium", _BY_OFFICE))
                continue
        before, score = antecedents.get(number, (number, 0.0))
        if before != number and score >= LEAST and may_join(chains, before, number, score):
            found.append(_join(chains, before, number, "encoder", score))
            continue
        if point.form == "pronoun":
            person = find_salient(chains, number, sentences)
            if person is not None:
                found.append(_join(chains, person, number, "salience", _BY_SALIENCE))
    return tuple(found)


def _roles_of(chains: Chains) -> dict[int, int]:
    """Where the noun of a role begins that a comma parts from its name: the name's point."""
    found = {}
    for number, point in enumerate(chains.points):
        roles = () if point.name is None else chains.names[point.name].name.roles
        for role in roles:
            if role.start > point.span.end or "," in chains.text[role.end : point.span.start]:
                found[head_span(chains.text, role, chains.lexicon).start] = number
    return found


def _join_names(chains: Chains, links: tuple[Link, ...]) -> list[PointLink]:
    """The links of names as links of their points."""
    at = {point.name: number for number, point in enumerate(chains.points)}
    found = []
    for link in links:
        first, second = at[link.first], at[link.second]
        chains.merge(first, second)
        found.append(PointLink(first, second, link.rule, link.score, link.reason))
    return found


def _join(chains: Chains, before: int, number: int, rule: str, score: float) -> PointLink:
    chains.merge(before, number)
    reason = f"{chains.words(number)[:60]!r} means {chains.words(before)[:60]!r}"
    return PointLink(before, number, rule, score, reason)


def may_join(chains: Chains, before: int, number: int, score: float) -> bool:
    """Whether the chains of two points may be one: by names, number, gender and kind.

    ``score`` = the probability that the encoder gives.
    """
    one, other = chains.of(before), chains.of(number)
    first, second = chains.points[before].span, chains.points[number].span
    if one is other or first.covers(second) or second.covers(first):
        return False
    if one.names and other.names and not _share_name(chains, one, other, score):
        return False
    if one.gender and other.gender and one.gender != other.gender:
        return False
    if _changes_person(chains, before, number):
        return False
    pairs = ((one, other), (other, one))
    return all(
        _fits(mine, chains.points[theirs.points[0]], theirs, score) for mine, theirs in pairs
    )


def _changes_person(chains: Chains, before: int, number: int) -> bool:
    """Whether "you" would be "him" without a quotation mark between the two."""
    first, second = chains.points[before], chains.points[number]
    words = {first.word, second.word} if first.form == second.form == "pronoun" else set()
    if not (words & _SPOKEN_TO and words & _SPOKEN_OF):
        return False
    between = chains.text[min(first.span.end, second.span.start) : second.span.start]
    return not any(mark in between for mark in _MARKS)


def _share_name(chains: Chains, one: Chain, other: Chain, score: float) -> bool:
    """Whether the encoder is sure of two that have names, and the names share a word.

    Of two bodies it need not be sure where one name holds all words of the other.
    """
    if not may_be_one(one.kind, other.kind):
        return False
    mine, theirs = (
        {word for name in chain.names for word in chains.names[name].name.words if len(word) > 2}
        for chain in (one, other)
    )
    if one.kind in ("place", "facility"):
        return False  # "Coron" is not "Coron Island"
    bodies = one.kind == other.kind == "organisation" and not _is_house(chains, one, other)
    return bool(mine & theirs) and (
        score >= FIRM or (bodies and (mine <= theirs or theirs <= mine))
    )


def _is_house(chains: Chains, *both: Chain) -> bool:
    """Whether one of two is a seat of an office, whose name no other is short for."""
    return any(
        " ".join(chains.names[name].name.words) in chains.lexicon.folded_houses
        for chain in both
        for name in chain.names
    )


def _fits(mine: Chain, point: Point, theirs: Chain, score: float) -> bool:
    """Whether what ``theirs`` begins with, ``point``, can be said of ``mine``."""
    person = mine.kind == "person"
    if point.form == "pronoun":
        if point.word in ("he", "she"):
            return mine.kind in ("person", "unknown")
        if point.word == "it":
            return not person and mine.kind != "group"
        if point.word == "they":
            return not (person and mine.number == "one") or score >= FIRM
        return point.word != "you" or not mine.names
    if point.form == "nominal" and mine.names:
        if theirs.number == "many" and mine.number == "one" and person:
            return False
        if theirs.kind in ("person", "group") and mine.kind in ("place", "facility", "event"):
            return False
        return not (person and theirs.kind in ("organisation", "document", "place"))
    return True
