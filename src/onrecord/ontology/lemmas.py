"""Base forms of words, by a table of the irregular ones and the rules of spelling.

Verbs and nouns of one spelling share their base form: "killings", "killed" and "kills" are "kill".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from onrecord import languages

_VOWELS = frozenset("aeiou")
_SIBILANTS = ("ss", "sh", "ch", "x", "zz")
# Stems of two letters before an ending are words of their own ("red", "king").
_SHORTEST_STEM = 3
_DOUBLED = frozenset("bdgmnprt")
# Consonants before a lost e that no verb ends in without it ("seize", "arrive", "pledge").
_WANTS_E = ("c", "v", "z", "u", "dg", "rg", "ng", "ls", "ns", "rs", "us", "as", "is", "os")


@dataclass(frozen=True, slots=True)
class Lemmatiser:
    """What is known of a language's forms; ``known`` = base forms that decide between spellings."""

    irregular: Mapping[str, str]
    unchanged: frozenset[str]
    known: frozenset[str]

    def lemma(self, word: str) -> str:
        """The base form of ``word`` in small letters; the word itself where no rule applies."""
        word = word.lower()
        if word in self.irregular:
            return self.irregular[word]
        if word in self.unchanged or word in self.known or len(word) <= _SHORTEST_STEM:
            return word
        if word.endswith("ings") and len(word) > _SHORTEST_STEM + 4:
            word = word[:-1]
        for ending, length in (("ing", 3), ("ed", 2)):
            if word.endswith(ending) and _is_stem(word[:-length]):
                return self._stem(word[:-length], ed=ending == "ed")
        if word.endswith("s") and not word.endswith(("ss", "us", "is")):
            return self._without_s(word)
        return word

    def _stem(self, stem: str, *, ed: bool) -> str:
        for candidate in (stem, f"{stem}e", stem[:-1] if stem[-1] == stem[-2] else stem):
            if candidate in self.known:
                return candidate
        if ed and stem.endswith("i"):
            return f"{stem[:-1]}y"
        if stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
            return stem[:-1]
        if stem.endswith(_WANTS_E) or (stem.endswith("at") and stem[-3] not in _VOWELS):
            return f"{stem}e"
        return stem

    def _without_s(self, word: str) -> str:
        if word[:-1] in self.known:
            return word[:-1]
        if word.endswith("ies") and len(word) > _SHORTEST_STEM + 1:
            return f"{word[:-3]}y"
        if word.endswith("es") and word[:-2].endswith(_SIBILANTS):
            return word[:-2]
        return word[:-1]


def _is_stem(stem: str) -> bool:
    return len(stem) >= _SHORTEST_STEM and any(
        letter in _VOWELS or letter == "y" for letter in stem
    )


@cache
def load_lemmatiser(language: str) -> Lemmatiser:
    """The lemmatiser of ``language``; LookupError where it has no table of lemmas."""
    table = languages.load(language, "lemmas")
    irregular = {form: base for base, forms in table["irregular"].items() for form in forms}
    known = {*table["final_e"]["words"], *table["irregular"], *_trigger_words(language)}
    return Lemmatiser(
        MappingProxyType(irregular), frozenset(table["unchanged"]["words"]), frozenset(known)
    )


def _trigger_words(language: str) -> set[str]:
    """The first words of the lexicon's entries that are base forms by their look."""
    families = languages.load(language, "events")["families"]
    entries = [
        entry for one in families for entry in (*one.get("strong", ()), *one.get("weak", ()))
    ]
    words = {entry.replace("-", " ").split()[0] for entry in entries}
    return {
        word for word in words if not word.endswith(("ing", "ings", "ed", "s")) and word[0] != "="
    }
