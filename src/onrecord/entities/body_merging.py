"""Bodies, outlets, buildings and works under all their names: long forms first, then short ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.entities.bodies import defined_acronym, initials_of, is_acronym, match_bodies
from onrecord.entities.links import CHOSEN, LIKELY, Group, Link, Names
from onrecord.entities.spellings import consonants_of

_UNSURE = ("short-form", "initials")
"""Rules that several bodies may meet."""


def merge_bodies(known: Names, numbers: list[int]) -> Iterator[Link]:
    """The links between the names of bodies, whose ``numbers`` are in order."""
    forms: dict[tuple[str, ...], list[int]] = {}
    for number in numbers:
        forms.setdefault(known.names[number].name.words, []).append(number)
    bodies = _Bodies(known)
    for words in sorted(forms, key=lambda one: (-len(one), forms[one][0])):
        yield from bodies.join(words, forms[words])


class _Bodies:
    """The bodies so far, found by words, sounds, letters and other names that they may share."""

    def __init__(self, known: Names) -> None:
        self._known = known
        self._groups: list[Group] = []
        self._by_key: defaultdict[str, list[int]] = defaultdict(list)
        self._defined: dict[int, set[str]] = {}

    def join(self, words: tuple[str, ...], places: list[int]) -> Iterator[Link]:
        """The links by which all mentions of a form join a body, or the body that they found."""
        fitting = [
            (self._groups[n], rule)
            for n in self._near(words, places)
            if (rule := self._match(words, places, n))
        ]
        if not fitting:
            yield from self._known.hang(places)
            self._add(words, places)
            return
        certain = [pair for pair in fitting if pair[1] not in _UNSURE]
        if certain or len(fitting) == 1:
            group, rule = (certain or fitting)[0]
            group.add(words, places)
            one, other = self._known.words(group.root), self._known.words(places[0])
            yield from self._known.hang(places)
            yield Link(group.root, places[0], rule, f"{other!r} stands for {one!r}", LIKELY)
            return
        yield from self._join_nearest(words, places, fitting)

    def _add(self, words: tuple[str, ...], places: list[int]) -> None:
        group = Group(places[0])
        group.add(words, places)
        number = len(self._groups)
        self._groups.append(group)
        text, names = self._known.text, self._known.names
        found = (defined_acronym(text, names[place].span.end) for place in places)
        self._defined[number] = {one[1] for one in found if one is not None}
        for key in (*self._keys(words, places), *self._defined[number]):
            self._by_key[key].append(number)

    def _keys(self, words: tuple[str, ...], places: list[int]) -> set[str]:
        written = self._known.words(places[0])
        row = self._known.lexicon.aliases.get(" ".join(words))
        keys = {*words, *(f"sound {consonants_of(word)}" for word in words), written}
        keys |= {f"letters {one}" for one in initials_of(written)}
        return keys if row is None else {*keys, f"row {row}"}

    def _near(self, words: tuple[str, ...], places: list[int]) -> list[int]:
        """The numbers of all bodies that share anything with the name."""
        letters = self._known.words(places[0]).replace(".", "").replace("&", "")
        keys = {*self._keys(words, places), f"letters {letters}"}
        return sorted({number for key in keys for number in self._by_key.get(key, ())})

    def _join_nearest(
        self, words: tuple[str, ...], places: list[int], fitting: list[tuple[Group, str]]
    ) -> Iterator[Link]:
        """Each mention of a short form goes to the body named last before it."""
        known = self._known
        meant: defaultdict[int, list[int]] = defaultdict(list)
        for number in places:
            last = [(group.last_before(number), n) for n, (group, _) in enumerate(fitting)]
            at, chosen = max(last)
            meant[chosen if at >= 0 else 0].append(number)
        for chosen, numbers in meant.items():
            group, rule = fitting[chosen]
            group.add(words, numbers)
            yield from known.hang(numbers)
            one, other = known.words(group.root), known.words(numbers[0])
            reason = f"{other!r} stands for {one!r}, the nearest of {len(fitting)}"
            yield Link(group.root, numbers[0], rule, reason, CHOSEN)

    def _match(self, words: tuple[str, ...], places: list[int], number: int) -> str:
        """The rule by which a form may be one of body ``number``, or ""."""
        known, group = self._known, self._groups[number]
        written = known.words(places[0])
        if written in self._defined[number]:
            return "acronym"
        article = any(known.has_article(place) for place in places)
        for form, numbers in group.forms.items():
            rule = match_bodies(words, form, known.lexicon, article=article)
            if rule and not (rule == "short-form" and known.names[places[0]].kind == "event"):
                return rule
            if is_acronym(written, known.words(numbers[0])):
                return "initials"
        return ""
