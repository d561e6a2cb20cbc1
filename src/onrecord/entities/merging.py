"""Names that mean the same: one link for each judgement, with its rule and its reason.

Invariant: the links make a forest. What is written alike hangs on its first mention, and each
spelling hangs on the fullest, so that undoing one link parts exactly what that judgement joined.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.entities.bodies import defined_acronym, is_acronym, match_bodies
from onrecord.entities.kinds import Named
from onrecord.entities.lexicon import Lexicon
from onrecord.entities.persons import bare_person, match_persons
from onrecord.entities.titles import head_of

_CERTAIN = 0.99
_LIKELY = 0.9
_NEAREST = 0.75
"""Scores of links: written alike; by a rule with one candidate; the likeliest of several."""
_FADES = 1000
"""Characters after which a mention weighs a third of what it did; of 47 last names in PolNeAR that
two people of an article share the heaviest was right for 42, the nearest before for 38."""
_FAR_AHEAD = 3
"""How many times as often as the next the one meant by a headline is named; not tuned."""


@dataclass(frozen=True, slots=True)
class Link:
    """Names number ``first`` and ``second`` mean the same, says ``rule``, because of ``reason``."""

    first: int
    second: int
    rule: str
    reason: str
    score: float = _LIKELY


@dataclass(slots=True)
class _Group:
    """Names that mean the same while they are gathered: each form with its mentions."""

    forms: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    root: int = 0

    def places(self) -> list[int]:
        return sorted(number for numbers in self.forms.values() for number in numbers)


def merge_names(text: str, names: tuple[Named, ...], lexicon: Lexicon) -> tuple[Link, ...]:
    """The links between ``names``, which are in order; each name hangs on one other at most."""
    pools: defaultdict[str, list[int]] = defaultdict(list)
    for number, named in enumerate(names):
        pools[_pool(named)].append(number)
    merger = _Merger(text, names, lexicon)
    links: list[Link] = []
    for pool, numbers in pools.items():
        if pool == "person":
            links += merger.persons(numbers)
        elif pool == "body":
            links += merger.bodies(numbers)
        else:
            links += merger.alike(numbers)
    return tuple(links)


def _pool(named: Named) -> str:
    if named.country is not None:
        return f"{named.kind} {named.country.code}" + _seat(named)
    if named.kind in ("person", "group"):
        return named.kind
    return "place" if named.kind == "place" else "body"


def _seat(named: Named) -> str:
    """A capital is a place of its own; its government is the country's."""
    return " ".join(named.name.words) if named.kind == "place" and named.is_seat else ""


class _Merger:
    """Holds what all rules ask for: the text, its names and the words of the language."""

    def __init__(self, text: str, names: tuple[Named, ...], lexicon: Lexicon) -> None:
        self._text = text
        self._names = names
        self._lexicon = lexicon

    def _words(self, number: int) -> str:
        return self._names[number].span.cut(self._text)

    def _forms(self, numbers: list[int]) -> dict[tuple[str, ...], list[int]]:
        forms: dict[tuple[str, ...], list[int]] = {}
        for number in numbers:
            forms.setdefault(self._names[number].name.words, []).append(number)
        return forms

    def _hang(self, numbers: list[int]) -> Iterator[Link]:
        """Links of what is written alike to its first mention."""
        for number in numbers[1:]:
            reason = f"both are called {self._words(number)!r}"
            yield Link(numbers[0], number, "same-name", reason, _CERTAIN)

    def alike(self, numbers: list[int]) -> Iterator[Link]:
        """Places, countries and peoples: written alike, or names of one country."""
        country = self._names[numbers[0]].country
        forms = self._forms(numbers)
        first: int | None = None
        for places in forms.values():
            yield from self._hang(places)
            if country is None:
                continue
            if first is None:
                first = places[0]
                continue
            rule = "government" if self._names[first].acting else "country"
            what = f"the {rule} of {country.name}" if rule == "government" else country.name
            reason = f"{self._words(first)!r} and {self._words(places[0])!r} are {what}"
            yield Link(first, places[0], rule, reason)

    def persons(self, numbers: list[int]) -> Iterator[Link]:
        """People: full names first, then last names alone, each to whom it may mean."""
        lexicon = self._lexicon
        forms: dict[tuple[str, ...], list[int]] = {}
        for number in numbers:
            bare = bare_person(self._names[number].name.words, lexicon)
            forms.setdefault(bare, []).append(number)
        groups: list[_Group] = []
        for bare in sorted(forms, key=lambda one: (-len(one), forms[one][0])):
            if len(bare) == 1:
                continue
            yield from self._hang(forms[bare])
            yield from self._join_full(bare, forms[bare], groups)
        for bare, places in forms.items():
            if len(bare) == 1:
                yield from self._join_alone(bare, places, groups)

    def _join_full(
        self, bare: tuple[str, ...], places: list[int], groups: list[_Group]
    ) -> Iterator[Link]:
        for group in groups:
            rules = [match_persons(bare, form, self._lexicon) for form in group.forms]
            if not all(rules) or self._differ(group, self._gender(places[0])):
                continue
            one, other = self._words(group.root), self._words(places[0])
            yield Link(group.root, places[0], rules[0], f"{other!r} is a form of {one!r}")
            group.forms[bare] = places
            return
        groups.append(_Group({bare: places}, places[0]))

    def _differ(self, group: _Group, gender: str) -> bool:
        """Whether a form of address or a first name makes one a man and the other a woman."""
        told = {self._gender(one) for one in group.places()} - {""}
        return bool(gender) and len(told) == 1 and gender not in told

    def _introduced_apart(self, group: _Group, places: list[int]) -> bool:
        """Whether the last name alone comes first and with a title that the full name never has.

        "President Quill … his wife, Dara Quill": the first is somebody else.
        """
        first = places[0]
        if first > group.root or not self._heads([first]):
            return False
        theirs = self._heads(group.places())
        return bool(theirs) and not self._heads([first]) & theirs

    def _gender(self, number: int) -> str:
        name = self._names[number].name
        if name.address or len(name.words) < 2:
            return name.address
        return self._lexicon.given.get(name.words[0], "")

    def _join_alone(
        self, bare: tuple[str, ...], places: list[int], groups: list[_Group]
    ) -> Iterator[Link]:
        """One word that may be anybody's last or first name."""
        meant: dict[int, list[int]] = defaultdict(list)
        fitting, rule = self._fitting(bare, groups)
        told = {self._gender(number) for number in places} - {""}
        common = next(iter(told)) if len(told) == 1 else ""
        for number in places:
            left = {
                n: group
                for n, group in fitting.items()
                if not self._differ(group, self._gender(number) or common)
                and not self._introduced_apart(group, places)
            }
            group = self._choose(number, left, meant)
            meant[group].append(number)
        for group, numbers in meant.items():
            yield from self._hang(numbers)
            if group < 0:
                continue
            one, other = self._words(groups[group].root), self._words(numbers[0])
            kind = "first" if rule == "given-name" else "last"
            several = f", of {len(fitting)} the one spoken of most" if len(fitting) > 1 else ""
            reason = f"{other!r} is the {kind} name of {one!r}{several}"
            score = _NEAREST if several else _LIKELY
            yield Link(groups[group].root, numbers[0], rule, reason, score)

    def _fitting(
        self, bare: tuple[str, ...], groups: list[_Group]
    ) -> tuple[dict[int, _Group], str]:
        """The groups that the word may mean: by last name before first name, exact before alike."""
        found: dict[str, dict[int, _Group]] = {"exact": {}, "last-name": {}, "given-name": {}}
        for number, group in enumerate(groups):
            for form in group.forms:
                rule = match_persons(bare, form, self._lexicon)
                if rule:
                    exact = rule == "last-name" and form[-1] == bare[0]
                    found["exact" if exact else rule].setdefault(number, group)
        for rule, fitting in found.items():
            if fitting:
                return fitting, "last-name" if rule == "exact" else rule
        return {}, ""

    def _choose(self, number: int, fitting: dict[int, _Group], meant: dict[int, list[int]]) -> int:
        """The number of the group that this mention means, or -1.

        One that shares a title wins; among several the one spoken of most before, where
        a mention counts the less the further back it stands.
        """
        titled = {n: group for n, group in fitting.items() if self._shares_title(group, number)}
        left = titled or fitting
        if len(left) < 2:
            return next(iter(left), -1)
        start = self._names[number].span.start
        weights = {
            n: sum(
                math.exp((self._names[one].span.start - start) / _FADES)
                for one in (*group.places(), *meant.get(n, ()))
                if one < number
            )
            for n, group in left.items()
        }
        if any(weights.values()):
            return max(weights, key=lambda n: weights[n])
        ranked = sorted(left, key=lambda n: len(left[n].places()), reverse=True)
        first, second = (len(left[n].places()) for n in ranked[:2])
        return ranked[0] if first >= _FAR_AHEAD * second else -1

    def _last_before(self, group: _Group, number: int) -> int:
        places = group.places()
        at = bisect_left(places, number)
        return places[at - 1] if at else -1

    def _shares_title(self, group: _Group, number: int) -> bool:
        mine = self._heads([number])
        return bool(mine & self._heads(group.places()))

    def _heads(self, numbers: list[int]) -> set[str]:
        return {
            head_of(role.cut(self._text), self._lexicon)
            for number in numbers
            for role in self._names[number].name.roles
        }

    def bodies(self, numbers: list[int]) -> Iterator[Link]:
        """Bodies, outlets, facilities and works: long forms first, then the short ones."""
        forms = self._forms(numbers)
        groups: list[_Group] = []
        order = sorted(forms, key=lambda one: (-len(one), forms[one][0]))
        for words in order:
            places = forms[words]
            joined = self._join_body(words, places, groups)
            if joined:
                yield from joined
                continue
            yield from self._hang(places)
            groups.append(_Group({words: places}, places[0]))

    def _join_body(
        self, words: tuple[str, ...], places: list[int], groups: list[_Group]
    ) -> list[Link]:
        """The links by which all mentions of a form join groups; [] where they join none."""
        fitting = [(group, rule) for group in groups if (rule := self._match(words, places, group))]
        if not fitting:
            return []
        certain = [pair for pair in fitting if pair[1] not in ("short-form", "initials")]
        if certain or len(fitting) == 1:
            group, rule = (certain or fitting)[0]
            group.forms[words] = places
            one, other = self._words(group.root), self._words(places[0])
            reason = f"{other!r} stands for {one!r}"
            return [*self._hang(places), Link(group.root, places[0], rule, reason)]
        return self._join_nearest(words, places, fitting)

    def _join_nearest(
        self, words: tuple[str, ...], places: list[int], fitting: list[tuple[_Group, str]]
    ) -> list[Link]:
        links = []
        first: dict[int, int] = {}
        for number in places:
            near = [(self._last_before(group, number), n) for n, (group, _) in enumerate(fitting)]
            at, chosen = max(near)
            if at < 0:
                chosen = 0
            group, rule = fitting[chosen]
            group.forms.setdefault(words, []).append(number)
            if chosen in first:
                reason = f"both are called {self._words(number)!r}"
                links.append(Link(first[chosen], number, "same-name", reason, _NEAREST))
                continue
            first[chosen] = number
            reason = f"{self._words(number)!r} stands for {self._words(group.root)!r}, the nearest"
            links.append(Link(group.root, number, rule, reason, _NEAREST))
        return links

    def _match(self, words: tuple[str, ...], places: list[int], group: _Group) -> str:
        short = self._words(places[0])
        for form, numbers in group.forms.items():
            long = self._words(numbers[0])
            for number in numbers:
                defined = defined_acronym(self._text, self._names[number].span.end)
                if defined and defined[1] == short:
                    return "acronym"
            article = any(self._has_article(number) for number in places)
            rule = match_bodies(words, form, self._lexicon, article=article)
            if rule and not (rule == "short-form" and self._names[places[0]].kind == "event"):
                return rule
            if is_acronym(short, long):
                return "initials"
        return ""

    def _has_article(self, number: int) -> bool:
        start = self._names[number].span.start
        return self._text[max(0, start - 4) : start].lower() == "the "
