"""Links between names, and what all rules of merging ask of the names of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.entities.kinds import Named
from onrecord.entities.lexicon import Lexicon
from onrecord.entities.titles import head_of

CERTAIN = 0.99
LIKELY = 0.9
CHOSEN = 0.75
"""Scores of links: written alike; by a rule with one candidate; the likeliest of several.
Set by hand after reading merges in PolNeAR; the shares that are right were not counted."""


@dataclass(frozen=True, slots=True)
class Link:
    """Names number ``first`` and ``second`` mean the same, says ``rule``, because of ``reason``."""

    first: int
    second: int
    rule: str
    reason: str
    score: float


@dataclass(slots=True)
class Group:
    """Names that mean the same while they are gathered: each form with its mentions."""

    root: int
    forms: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)

    def add(self, form: tuple[str, ...], numbers: list[int]) -> None:
        """Takes mentions of a form in; ``places`` stays in order."""
        self.forms.setdefault(form, []).extend(numbers)
        self.places = sorted([*self.places, *numbers])

    def last_before(self, number: int) -> int:
        """The last mention before ``number``, or -1."""
        at = bisect_left(self.places, number)
        return self.places[at - 1] if at else -1


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a text, in order, and the words of its language."""

    text: str
    names: tuple[Named, ...]
    lexicon: Lexicon

    def words(self, number: int) -> str:
        """The name as written."""
        return self.names[number].span.cut(self.text)

    def hang(self, numbers: list[int]) -> Iterator[Link]:
        """Links of what is written alike to its first mention."""
        for number in numbers[1:]:
            reason = f"both are called {self.words(number)!r}"
            yield Link(numbers[0], number, "same-name", reason, CERTAIN)

    def gender(self, number: int) -> str:
        """ "he" or "she" where a form of address or the first name tells, else ""."""
        name = self.names[number].name
        if name.address or len(name.words) < 2:
            return name.address
        return self.lexicon.given.get(name.words[0], "")

    def heads(self, numbers: list[int]) -> set[str]:
        """The nouns of the roles that the page gives at these places."""
        return {
            head_of(role.cut(self.text), self.lexicon)
            for number in numbers
            for role in self.names[number].name.roles
        }

    def has_article(self, number: int) -> bool:
        """Whether an article stands before the name."""
        start = self.names[number].span.start
        before = self.text[max(0, start - 5) : start].split()
        return bool(before) and before[-1].lower() in self.lexicon.roles.articles
