"""Chains: points that mean the same, with all that is known of whom they mean.

Invariant: each point is in one chain; chains only grow, in place, while a text is read.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from onrecord.entities.kinds import Named
from onrecord.entities.lexicon import Lexicon
from onrecord.entities.points import Number, Point, kind_of_noun
from onrecord.entities.titles import head_of
from onrecord.record import EntityKind


@dataclass(slots=True)
class Chain:
    """Points that mean the same while they are gathered, with all that is known of them."""

    points: list[int]
    names: set[int] = field(default_factory=set)
    kind: EntityKind = "unknown"
    gender: str = ""
    number: Number = ""

    def last_before(self, number: int) -> int:
        """The last point before point ``number``, or -1."""
        at = bisect_left(self.points, number)
        return self.points[at - 1] if at else -1


class Chains:
    """The chains of a text, by the numbers of their points."""

    def __init__(
        self,
        text: str,
        points: tuple[Point, ...],
        names: tuple[Named, ...],
        lexicon: Lexicon,
        own: tuple[str, ...] = (),
    ) -> None:
        """Each of ``points`` is a chain of its own at first; ``own`` = the page's own outlet."""
        self.own = own
        self.text = text
        self.points = points
        self.names = names
        self.lexicon = lexicon
        self._chains = [self._start(number) for number in range(len(points))]

    def of(self, number: int) -> Chain:
        """The chain of point ``number``."""
        return self._chains[number]

    def heads_at(self, number: int) -> set[str]:
        """The nouns of the roles that the page gives at point ``number``."""
        name = self.points[number].name
        roles = () if name is None else self.names[name].name.roles
        return {head_of(role.cut(self.text), self.lexicon) for role in roles}

    def words(self, number: int) -> str:
        """The words at point ``number``."""
        return self.points[number].span.cut(self.text)

    def _start(self, number: int) -> Chain:
        point = self.points[number]
        chain = Chain([number])
        if point.name is not None:
            named = self.names[point.name]
            chain.names = {point.name}
            chain.kind = named.kind
            chain.number = "many" if named.kind == "group" else "one"
            chain.gender = named.name.address
            if named.kind == "person" and not chain.gender and len(named.name.words) > 1:
                chain.gender = self.lexicon.given.get(named.name.words[0], "")
        elif point.form == "pronoun":
            chain.gender = point.word if point.word in ("he", "she") else ""
            chain.number = "one" if point.word in ("he", "she", "it") else ""
            chain.kind = "person" if chain.gender else "unknown"
        else:
            chain.kind, chain.number = kind_of_noun(point.word, self.lexicon)
            chain.gender = self.lexicon.gender.get(point.word, "")
        return chain

    def merge(self, first: int, second: int) -> None:
        """Makes one chain of those of two points."""
        one, other = self._chains[first], self._chains[second]
        if one is other:
            return
        if one.kind == "unknown" or (other.names and not one.names):
            one.kind = other.kind
        one.points = sorted([*one.points, *other.points])
        one.names |= other.names
        one.gender = one.gender or other.gender
        one.number = one.number or other.number
        for number in other.points:
            self._chains[number] = one
