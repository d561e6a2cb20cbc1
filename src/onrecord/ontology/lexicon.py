"""Words and phrases that tell of an event, in families that may tell of one and the same.

Invariant: entries are compared by base forms, those with "=" by the form itself, and "…" is a few
words; what is found is the longest entry at its place, with all senses that it has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from onrecord import languages
from onrecord.ontology.lemmas import Lemmatiser, load_lemmatiser
from onrecord.ontology.plover import load_plover, modes_of

_WORD_SETS = (
    "instruments",
    "towards",
    "agents",
    "locatives",
    "intransitive",
    "general",
    "pointing",
    "means_before",
    "only_as_verbs",
    "faceless",
    "means_behind",
    "not_in_gaps",
    "in_gaps",
    "points_back",
    "spatial",
)
GAP = "…"
WIDEST_GAP = 5
"""Words that "…" of an entry stands for at most ("lifted its long-standing economic sanctions")."""
Entry = tuple[tuple[str, ...], "Sense | None"]


@dataclass(frozen=True, slots=True)
class Family:
    """Words for one kind of happening.

    ``group`` = all families whose words may mean the same happening (a killing, a strike, an
    operation); ``unique`` = nobody suffers it twice.
    """

    name: str
    type: str
    group: str
    modes: tuple[str, ...] = ()
    unique: bool = False

    def __post_init__(self) -> None:
        if self.type not in load_plover():
            raise ValueError(f"{self.name}: there is no event type {self.type}")
        if strange := set(self.modes) - set(modes_of(self.type)):
            raise ValueError(f"{self.name}: {self.type} has no mode {sorted(strange)}")


@dataclass(frozen=True, slots=True)
class Sense:
    """A family that words may belong to; ``strong`` = they tell of its event by themselves."""

    family: Family
    strong: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a sentence that stand in the lexicon, from number ``first`` to before ``end``.

    ``reach`` = the number behind the last word of the entry: farther than ``end`` where a gap and
    words behind it belong to the entry. Without ``senses`` they tell of no event ("take place").
    """

    first: int
    end: int
    reach: int
    senses: tuple[Sense, ...]

    @property
    def strong(self) -> bool:
        """Whether the words tell of an event by themselves."""
        return any(sense.strong for sense in self.senses)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries by their first word.

    ``speech`` = base forms that only introduce what is said; ``vague`` = nouns that may stand for
    an event of these groups, ``pointed`` = only behind "this"; ``means`` = for type and mode the
    phrases that tell it; ``verbs`` = base forms that are never nouns, ``nouns`` = forms that are
    never verbs; ``words`` = other sets of words by name; ``groups`` = the group of a type.
    """

    entries: Mapping[str, tuple[Entry, ...]]
    speech: frozenset[str]
    vague: Mapping[str, tuple[str, ...]]
    pointed: Mapping[str, tuple[str, ...]]
    means: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
    verbs: frozenset[str]
    nouns: frozenset[str]
    words: Mapping[str, frozenset[str]]
    groups: Mapping[str, str]

    def match(self, words: Sequence[str], lemmas: Sequence[str], at: int) -> Match | None:
        """The longest entry that begins at the word ``at`` of a sentence.

        ``words`` are its words in small letters, ``lemmas`` their base forms, as many.
        """
        known = (*self.entries.get(f"={words[at]}", ()), *self.entries.get(lemmas[at], ()))
        best: Match | None = None
        for entry, sense in known:
            reach = self._reach_of(entry, words, lemmas, at)
            if reach is None or (best is not None and reach < best.reach):
                continue
            senses = best.senses if best is not None and best.reach == reach else ()
            if sense is None:
                best = Match(at, reach, reach, ())
            elif all(one.family != sense.family for one in senses):
                end = at + (entry.index(GAP) if GAP in entry else len(entry))
                best = Match(at, end, reach, (*senses, sense))
        return best

    def _reach_of(
        self, entry: tuple[str, ...], words: Sequence[str], lemmas: Sequence[str], at: int
    ) -> int | None:
        """The number behind the last word of ``entry`` where it begins at ``at``; None else."""
        if GAP not in entry:
            return at + len(entry) if _fits(entry, words, lemmas, at) else None
        gap = entry.index(GAP)
        before, after = entry[:gap], entry[gap + 1 :]
        if not _fits(before, words, lemmas, at):
            return None
        start = at + gap
        for first in range(start, min(start + WIDEST_GAP, len(words)) + 1):
            if _fits(after, words, lemmas, first):
                return first + len(after)
            if first < len(words) and not self._may_fill(words[first], lemmas[first]):
                return None
        return None

    def _may_fill(self, word: str, lemma: str) -> bool:
        """Whether a word may stand in a gap: no mark, and no verb of another clause."""
        filling = word.isalnum() or word in self.words["in_gaps"]
        return filling and lemma not in self.words["not_in_gaps"]

    def matches(self, words: Sequence[str], lemmas: Sequence[str]) -> tuple[Match, ...]:
        """The entries in a sentence from its beginning to its end, none sharing a word."""
        found: list[Match] = []
        at = 0
        while at < len(words):
            match = self.match(words, lemmas, at)
            if match is not None:
                found.append(match)
            at = at + 1 if match is None else match.reach
        return tuple(found)

    def modes_in(self, event_type: str, lemmas: Sequence[str]) -> tuple[str, ...]:
        """The modes of ``event_type`` that the means among ``lemmas`` tell."""
        line = f" {' '.join(lemmas)} "
        return tuple(
            mode
            for mode, phrases in self.means.get(event_type, ())
            if any(f" {phrase} " in line for phrase in phrases)
        )


def _fits(entry: tuple[str, ...], words: Sequence[str], lemmas: Sequence[str], at: int) -> bool:
    if at + len(entry) > len(words):
        return False
    return all(
        form in (f"={words[at + number]}", lemmas[at + number]) for number, form in enumerate(entry)
    )


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of ``language``; LookupError where it has none, ValueError where it is wrong."""
    table = languages.load(language, "events")
    lemmatiser = load_lemmatiser(language)
    entries: dict[str, list[Entry]] = {}
    for one in table["families"]:
        family = Family(
            one["name"],
            one["type"],
            one["group"],
            tuple(one.get("modes", ())),
            one.get("unique", False),
        )
        for strength in ("strong", "weak"):
            sense = Sense(family, strength == "strong")
            for phrase in one.get(strength, ()):
                words = tuple(_base_form(word, lemmatiser) for word in _split(phrase))
                entries.setdefault(words[0], []).append((words, sense))
    for phrase in table["idle"]:
        words = tuple(_base_form(word, lemmatiser) for word in _split(phrase))
        entries.setdefault(words[0], []).append((words, None))
    means = {
        event_type: tuple(
            (mode, tuple(_base_phrase(phrase, lemmatiser) for phrase in phrases))
            for mode, phrases in modes.items()
        )
        for event_type, modes in table["means"].items()
    }
    return Lexicon(
        MappingProxyType({word: tuple(found) for word, found in entries.items()}),
        frozenset(table["speech"]),
        _groups_of(table["vague"]),
        _groups_of(table["pointed"]),
        MappingProxyType(means),
        frozenset(table["verbs"]),
        frozenset(table["nouns"]),
        MappingProxyType({name: frozenset(table[name]) for name in _WORD_SETS}),
        MappingProxyType(dict(table["groups"])),
    )


def _groups_of(table: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({word: tuple(groups) for word, groups in table.items()})


def _base_form(word: str, lemmatiser: Lemmatiser) -> str:
    return word if word.startswith("=") or word == GAP else lemmatiser.lemma(word)


def _split(phrase: str) -> list[str]:
    """The words of a phrase; a hyphen is one, as in a sentence."""
    return phrase.replace("-", " - ").split()


def _base_phrase(phrase: str, lemmatiser: Lemmatiser) -> str:
    return " ".join(lemmatiser.lemma(word) for word in _split(phrase))
