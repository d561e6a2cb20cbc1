"""Nouns and pronouns led back to those who were named, and chains of those whom nobody names.

The encoder says for each mention which earlier one means the same. A link is taken where number,
gender and kind allow it; a holder of an office is found by the office ("the US President").
Invariant: no link joins two that have names, unless the names share a word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from onrecord.encoder import MentionLabel
from onrecord.entities.kinds import Named
from onrecord.entities.lexicon import Lexicon
from onrecord.entities.links import Link
from onrecord.entities.names import TOKEN, fold
from onrecord.entities.naming import may_be_one
from onrecord.entities.titles import head_of
from onrecord.record import EntityKind, MentionForm, Span

Number = Literal["", "one", "many"]
_LEAST = 0.5
"""Probability below which a link of the encoder is not taken; even odds, not tuned yet."""
_FIRM = 0.8
"""Probability at which "they" may be one named person, and two with names be one; not tuned."""
_LONGEST_OFFICE = 5
"""Words of a noun phrase that names an office: "the former US vice president"."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place where somebody or something is spoken of; ``name`` = number of the name there."""

    span: Span
    head: Span
    form: MentionForm
    word: str  # the head in lower case; for pronouns he, she, it, they, self …
    name: int | None = None
    found_by: str = "mentions"
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class PointLink:
    """Points number ``first`` and ``second`` mean the same."""

    first: int
    second: int
    rule: str
    score: float
    reason: str = ""


@dataclass(slots=True)
class _Chain:
    """Points that mean the same while they are gathered, with all that is known of them."""

    points: list[int]
    names: set[int] = field(default_factory=set)
    kind: EntityKind = "unknown"
    gender: str = ""
    number: Number = ""
    heads: set[str] = field(default_factory=set)


def find_points(
    text: str, names: tuple[Named, ...], mentions: tuple[MentionLabel, ...], lexicon: Lexicon
) -> tuple[tuple[Point, ...], tuple[int, ...]]:
    """All points in the order of the text; and for each of ``mentions`` the number of its point.

    A mention whose head lies in a name is the name's point; a name without a mention is one too.
    """
    owners = {
        at: number
        for number, named in enumerate(names)
        if not named.adjective
        for at in range(named.span.start, named.span.end)
    }
    points = [
        Point(one.span, one.span, "name", "", number, one.name.found_by, one.name.score)
        for number, one in enumerate(names)
    ]
    of_name = {point.name: number for number, point in enumerate(points)}
    where: list[int] = []
    for mention in mentions:
        owner = owners.get(mention.head.start)
        if owner is not None and mention.span.covers(names[owner].span):
            where.append(of_name[owner])
            continue
        where.append(len(points))
        points.append(_point(text, mention, lexicon))
    order = sorted(range(len(points)), key=lambda n: (points[n].head.start, points[n].span))
    moved = {old: new for new, old in enumerate(order)}
    return tuple(points[old] for old in order), tuple(moved[old] for old in where)


def _point(text: str, mention: MentionLabel, lexicon: Lexicon) -> Point:
    words = mention.span.cut(text).casefold()
    pronoun = lexicon.pronouns.get(words)
    form: MentionForm = "nominal" if pronoun is None else "pronoun"
    word = pronoun or fold(mention.head.cut(text))
    return Point(mention.span, mention.head, form, word, score=mention.score)


def link_points(
    text: str,
    points: tuple[Point, ...],
    found: tuple[tuple[Named, ...], tuple[Link, ...]],
    antecedents: dict[int, tuple[int, float]],
    lexicon: Lexicon,
) -> tuple[PointLink, ...]:
    """The links that join ``points`` into a forest: those of names, of offices, of the encoder.

    ``found`` = the names and their links; ``antecedents`` = point → (earlier point, probability).
    """
    linker = _Linker(text, points, found[0], lexicon)
    links = list(linker.join_names(found[1]))
    for number, point in enumerate(points):
        holder = linker.find_holder(number) if point.form == "nominal" else None
        if holder is not None:
            links.append(linker.join(holder, number, "office", 0.9))
            continue
        before, score = antecedents.get(number, (number, 0.0))
        if before != number and score >= _LEAST and linker.may_join(before, number, score):
            links.append(linker.join(before, number, "encoder", score))
    return tuple(links)


class _Linker:
    """The chains so far, and what may join them."""

    def __init__(
        self, text: str, points: tuple[Point, ...], names: tuple[Named, ...], lexicon: Lexicon
    ) -> None:
        self._text = text
        self._points = points
        self._names = names
        self._lexicon = lexicon
        self._chains = [self._start(number) for number in range(len(points))]
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for number, chain in enumerate(self._chains):
            if chain.names and chain.kind == "person":
                for head in chain.heads:
                    self._holders[head].append(number)

    def _start(self, number: int) -> _Chain:
        point = self._points[number]
        chain = _Chain([number])
        if point.name is not None:
            named = self._names[point.name]
            chain.names = {point.name}
            chain.kind = named.kind
            chain.number = "many" if named.kind == "group" else "one"
            chain.gender = named.name.address
            if named.kind == "person" and not chain.gender and len(named.name.words) > 1:
                chain.gender = self._lexicon.given.get(named.name.words[0], "")
            roles = (role.cut(self._text) for role in named.name.roles)
            chain.heads = {head_of(role, self._lexicon) for role in roles}
        elif point.form == "pronoun":
            chain.gender = point.word if point.word in ("he", "she") else ""
            chain.number = "one" if point.word in ("he", "she", "it") else ""
            chain.kind = "person" if chain.gender else "unknown"
        else:
            chain.kind, chain.number = kind_of_noun(point.word, self._lexicon)
            chain.gender = self._lexicon.gender.get(point.word, "")
            chain.heads = {point.word}
        return chain

    def join_names(self, links: tuple[Link, ...]) -> Iterator[PointLink]:
        """The links of names as links of their points."""
        at = {point.name: number for number, point in enumerate(self._points)}
        for link in links:
            first, second = at[link.first], at[link.second]
            self._merge(first, second)
            yield PointLink(first, second, link.rule, link.score, link.reason)

    def join(self, before: int, number: int, rule: str, score: float) -> PointLink:
        """The link by which ``number`` joins the chain of ``before``."""
        one, other = (self._points[n].span.cut(self._text) for n in (before, number))
        self._merge(before, number)
        return PointLink(before, number, rule, score, f"{other[:60]!r} means {one[:60]!r}")

    def _merge(self, first: int, second: int) -> None:
        one, other = self._chains[first], self._chains[second]
        if one is other:
            return
        if one.kind == "unknown" or (other.names and not one.names):
            one.kind = other.kind
        one.points = sorted([*one.points, *other.points])
        one.names |= other.names
        one.gender = one.gender or other.gender
        one.number = one.number or other.number
        one.heads |= other.heads
        for number in other.points:
            self._chains[number] = one

    def may_join(self, before: int, number: int, score: float) -> bool:
        """Whether the chains of both may be one: by names, number, gender and kind."""
        one, other = self._chains[before], self._chains[number]
        if one is other:
            return False
        if one.names and other.names and not self._share_name(one, other, score):
            return False
        if one.gender and other.gender and one.gender != other.gender:
            return False
        for mine, theirs in ((one, other), (other, one)):
            point = self._points[theirs.points[0]]
            if not self._fits(mine, theirs, point, score):
                return False
        return True

    def _share_name(self, one: _Chain, other: _Chain, score: float) -> bool:
        """Whether the encoder is sure of two that have names, and the names share a word."""
        if score < _FIRM or not may_be_one(one.kind, other.kind):
            return False
        mine, theirs = (
            {word for name in chain.names for word in self._names[name].name.words if len(word) > 2}
            for chain in (one, other)
        )
        return bool(mine & theirs)

    def _fits(self, mine: _Chain, theirs: _Chain, point: Point, score: float) -> bool:
        """Whether what ``theirs`` begins with can be said of ``mine``."""
        person = mine.kind == "person"
        if point.form == "pronoun":
            if point.word in ("he", "she"):
                return mine.kind in ("person", "unknown")
            if point.word == "it":
                return not person and mine.kind != "group"
            if point.word == "they":
                return not (person and mine.names) or score >= _FIRM
            return True
        if point.form == "nominal" and mine.names:
            if theirs.number == "many" and mine.number == "one" and person:
                return False
            if theirs.kind in ("person", "group") and mine.kind in ("place", "facility", "event"):
                return False
            return not (person and theirs.kind in ("organisation", "document", "place"))
        return True

    def find_holder(self, number: int) -> int | None:
        """The point before this one where the person got the office that it names.

        Of several holders the one spoken of last; None where the noun is no office, has no
        article, or nobody was called by it before.
        """
        point = self._points[number]
        if point.word not in self._lexicon.office_nouns or point.word not in self._holders:
            return None
        words = [fold(token) for token in TOKEN.findall(point.span.cut(self._text))]
        if not 1 < len(words) <= _LONGEST_OFFICE or words[0] not in self._lexicon.definite:
            return None
        own = set(words[1:-1]) & self._lexicon.country_words
        last: dict[int, int] = {}
        for at in self._holders[point.word]:
            chain = self._chains[at]
            if at < number and self._agrees(chain, own, words[1:]):
                place = bisect_left(chain.points, number)
                last[at] = chain.points[place - 1]
        return max(last, key=lambda at: last[at]) if last else None

    def _agrees(self, chain: _Chain, own: set[str], words: list[str]) -> bool:
        """Whether a role of the chain is not of another country or another rank."""
        for name in chain.names:
            for role in self._names[name].name.roles:
                theirs = [fold(token) for token in TOKEN.findall(role.cut(self._text))]
                if words[-1] not in theirs:
                    continue
                country = set(theirs) & self._lexicon.country_words
                past = set(theirs) & self._lexicon.roles.past
                vice = {"vice", "deputy"} & (set(theirs) ^ set(words))
                if not vice and (not own or not country or own & country) and past <= set(words):
                    return True
        return False


def kind_of_noun(word: str, lexicon: Lexicon) -> tuple[EntityKind, Number]:
    """The kind and number of whoever a noun in lower case speaks of."""
    if word in lexicon.groups:
        return "group", "many"
    if word in lexicon.people or word in lexicon.roles.nouns:
        return "person", "one"
    if word in lexicon.bodies:
        return "organisation", "one"
    if word in lexicon.media.nouns:
        return "outlet", "one"
    if word in lexicon.documents:
        return "document", ""
    single = word.removesuffix("s")
    if single != word:
        for form in (single, single.removesuffix("e"), single.removesuffix("ie") + "y"):
            kind = kind_of_noun(form, lexicon)[0] if not form.endswith("s") else "unknown"
            if kind == "person":
                return "group", "many"
            if kind != "unknown":
                return kind, "many"
        return "unknown", "many"
    if word in lexicon.facilities:
        return "facility", "one"
    return "unknown", "one"
