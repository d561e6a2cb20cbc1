"""People under all their names: full names first, then last and first names alone."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from onrecord.entities.links import CHOSEN, LIKELY, Group, Link, Names
from onrecord.entities.persons import bare_person, match_persons
from onrecord.entities.spellings import consonants_of

_FADES = 1000
"""Characters after which a mention weighs a third of what it did; set by hand. By one reader's eye
about 42 of 47 shared last names in PolNeAR came out right, 38 by nearness alone."""
_REMEMBERED = 64
"""Mentions back that are weighed: what stands further back weighs next to nothing."""
_FAR_AHEAD = 3
"""How many times as often as the next the one meant by a headline is named; not tuned."""


def merge_persons(known: Names, numbers: list[int]) -> Iterator[Link]:
    """The links between the names of people, whose ``numbers`` are in order."""
    forms: dict[tuple[str, ...], list[int]] = {}
    for number in numbers:
        bare = bare_person(known.names[number].name.words, known.lexicon)
        forms.setdefault(bare, []).append(number)
    people = _People(known)
    for bare in sorted(forms, key=lambda one: (-len(one), forms[one][0])):
        if len(bare) > 1:
            yield from known.hang(forms[bare])
            yield from people.join_full(bare, forms[bare])
    for bare, places in forms.items():
        if len(bare) == 1:
            yield from people.join_alone(bare, places)


class _People:
    """The people named in full so far, found by the sounds of their names."""

    def __init__(self, known: Names) -> None:
        self._known = known
        self._groups: list[Group] = []
        self._by_sound: defaultdict[str, dict[int, Group]] = defaultdict(dict)

    def join_full(self, bare: tuple[str, ...], places: list[int]) -> Iterator[Link]:
        """The link of a full name to the person that it is a form of; or a new person."""
        known = self._known
        for number, group in self._by_sound[consonants_of(bare[-1])].items():
            rules = [match_persons(bare, form, known.lexicon) for form in group.forms]
            if not all(rules) or self._differ(group, known.gender(places[0])):
                continue
            one, other = known.words(group.root), known.words(places[0])
            yield Link(group.root, places[0], rules[0], f"{other!r} is a form of {one!r}", LIKELY)
            self._note(number, group, bare, places)
            return
        group = Group(places[0])
        self._groups.append(group)
        self._note(len(self._groups) - 1, group, bare, places)

    def _note(self, number: int, group: Group, bare: tuple[str, ...], places: list[int]) -> None:
        group.add(bare, places)
        for word in (bare[0], bare[-1]):
            self._by_sound[consonants_of(word)][number] = group

    def _differ(self, group: Group, gender: str) -> bool:
        """Whether a form of address or a first name makes one a man and the other a woman."""
        told = {self._known.gender(one) for one in group.places[:_REMEMBERED]} - {""}
        return bool(gender) and len(told) == 1 and gender not in told

    def _introduced_apart(self, group: Group, places: list[int]) -> bool:
        """Whether the last name alone comes first and with a title that the full name never has.

        "President Quill … his wife, Dara Quill": the first is somebody else.
        """
        mine = self._known.heads(places[:1]) if places[0] < group.root else set()
        theirs = self._known.heads(group.places) if mine else set()
        return bool(mine and theirs) and not mine & theirs

    def join_alone(self, bare: tuple[str, ...], places: list[int]) -> Iterator[Link]:
        """The links of one word that may be anybody's last or first name."""
        known = self._known
        fitting, rule = self._fitting(bare)
        told = {known.gender(number) for number in places} - {""}
        common = next(iter(told)) if len(told) == 1 else ""
        apart = {n for n, group in fitting.items() if self._introduced_apart(group, places)}
        meant: defaultdict[int, list[int]] = defaultdict(list)
        for number in places:
            gender = known.gender(number) or common
            left = {
                n: group
                for n, group in fitting.items()
                if n not in apart and not self._differ(group, gender)
            }
            meant[self._choose(number, left, meant)].append(number)
        for chosen, numbers in meant.items():
            yield from known.hang(numbers)
            if chosen < 0:
                continue
            root = self._groups[chosen].root
            one, other = known.words(root), known.words(numbers[0])
            kind = "first" if rule == "given-name" else "last"
            several = f", of {len(fitting)} the one spoken of most" if len(fitting) > 1 else ""
            reason = f"{other!r} is the {kind} name of {one!r}{several}"
            yield Link(root, numbers[0], rule, reason, CHOSEN if several else LIKELY)

    def _fitting(self, bare: tuple[str, ...]) -> tuple[dict[int, Group], str]:
        """The people that the word may mean: last before first names, exact before alike."""
        found: dict[str, dict[int, Group]] = {"exact": {}, "last-name": {}, "given-name": {}}
        for number, group in self._by_sound[consonants_of(bare[0])].items():
            for form in group.forms:
                rule = match_persons(bare, form, self._known.lexicon)
                if rule:
                    exact = rule == "last-name" and form[-1] == bare[0]
                    found["exact" if exact else rule].setdefault(number, group)
        for rule, fitting in found.items():
            if fitting:
                return fitting, "last-name" if rule == "exact" else rule
        return {}, ""

    def _choose(self, number: int, fitting: dict[int, Group], meant: dict[int, list[int]]) -> int:
        """The number of the person that this mention means, or -1.

        One that shares a title wins; among several the one spoken of most before, where a mention
        counts the less the further back it stands.
        """
        titles = self._known.heads([number])
        titled = {
            n: group
            for n, group in fitting.items()
            if titles and titles & self._known.heads(group.places)
        }
        left = titled or fitting
        if len(left) < 2:
            return next(iter(left), -1)
        weights = {n: self._weigh(number, group, meant.get(n, [])) for n, group in left.items()}
        if any(weights.values()):
            return max(weights, key=lambda n: weights[n])
        ranked = sorted(left, key=lambda n: len(left[n].places), reverse=True)
        first, second = (len(left[n].places) for n in ranked[:2])
        return ranked[0] if first >= _FAR_AHEAD * second else -1

    def _weigh(self, number: int, group: Group, alone: list[int]) -> float:
        names = self._known.names
        start = names[number].span.start
        full = [one for one in group.places if one < number][-_REMEMBERED:]
        return sum(
            math.exp((names[one].span.start - start) / _FADES)
            for one in (*full, *alone[-_REMEMBERED:])
        )
