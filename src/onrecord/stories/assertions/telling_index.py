"""The words of many pages by where they stand, so that a claim is held only against likely pages.

Invariant: the index is built once for a set of readings and never changes; pages are divided again
when a claim asks for them, the last few hundred are kept.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord import languages
from onrecord.record import Issue, Reading, Story
from onrecord.stories.assertions.claims import ClaimWords, Term
from onrecord.stories.assertions.sentences import PageSentences, divide_page
from onrecord.stories.assertions.wordings import load_words, nearness, same_name, stem_of

Floats = NDArray[np.float32]

MEANT = 0.9
"""How much of a word counts that a sentence only means ("she", "the bridge"); set by hand."""
PRIOR_PAGES = 20
"""Pages of nothing known, so that in a handful of pages a common word is not taken for rare."""
KEPT_PAGES = 1_024
"""Divided pages that are kept, so that a record traced whole is divided once; 100 kB each."""
SELDOM, SELDOM_SHARE = 8, 0.002
"""Pages on which a name may stand to tell which event a page is about; the larger of the number
and the share of all pages, as for the takings."""
NAME_LETTERS = 5
"""Letters by which names are looked up; the language's table decides what is one name."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Of how many pages some are the nearest to a claim; a word of it that most have is rare still.

    ``having`` = how many of all have the claim's words, by base form.
    """

    pages: int
    having: tuple[tuple[str, int], ...] = ()


class TellingIndex:
    """Pages prepared for claims. ``issues`` names the pages that no claim is held against.

    ``stories`` tell which pages are about one event; a page that is in none is alone. ``whole`` =
    what these are the nearest pages of, where they are not all.
    """

    def __init__(
        self,
        readings: Iterable[Reading],
        stories: Iterable[Story] = (),
        *,
        whole: Whole | None = None,
    ) -> None:
        self._whole = whole.pages if whole else 0
        self._having = dict(whole.having) if whole else {}
        self._stories = {article: one.id for one in stories for article in one.articles}
        self.readings: list[Reading] = []
        self.issues: list[Issue] = []
        self.starts: list[int] = [0]
        self._said: dict[str, list[int]] = {}
        self._meant: dict[str, list[int]] = {}
        self._titles: dict[str, list[int]] = {}
        self._numbers: dict[tuple[float, str], list[int]] = {}
        self._pages: dict[str, int] = {}
        self._small: set[str] = set()
        self._vectors: dict[int, Floats] = {}
        self._divided: dict[int, PageSentences] = {}
        for reading in readings:
            self._add(reading)
        self._families = self._group_words()

    def __len__(self) -> int:
        return len(self.readings)

    def story(self, page: int) -> str:
        """What is the same for all pages about one event."""
        article = self.readings[page].article.id
        return self._stories.get(article, article)

    def seldom_names(self, page: int) -> frozenset[str]:
        """Words of the page that no page writes small and that few pages have."""
        most = max(SELDOM, SELDOM_SHARE * max(len(self), self._whole))
        return frozenset(
            lemma
            for sentence in self.divided(page).sentences
            for lemma in sentence.said
            if lemma[0].isalpha() and lemma not in self._small and self._pages[lemma] <= most
        )

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the pages, each once."""
        return tuple(sorted({one.article.language for one in self.readings}))

    def divided(self, page: int) -> PageSentences:
        """The page in sentences; those that were asked for last are kept."""
        found = self._divided.pop(page, None) or divide_page(self.readings[page])
        self._keep(page, found)
        return found

    def _keep(self, page: int, divided: PageSentences) -> None:
        self._divided[page] = divided
        if len(self._divided) > KEPT_PAGES:
            del self._divided[next(iter(self._divided))]

    def _add(self, reading: Reading) -> None:
        article = reading.article
        try:
            languages.load(article.language, "claims")
        except LookupError:
            message = (
                f"claims are not looked for in the language {article.language or 'unknown'!r}: "
                "ask about pages in one of " + ", ".join(languages.known_languages())
            )
            self.issues.append(
                Issue("claims", "unknown-language", message, where=article.url or article.id)
            )
            return
        page, start = len(self.readings), self.starts[-1]
        divided = divide_page(reading)
        self._keep(page, divided)
        seen: set[str] = set(divided.title)
        for sentence in divided.sentences:
            at = start + sentence.number
            for lemma, token in sentence.said.items():
                self._said.setdefault(lemma, []).append(at)
                if not sentence.tokens[token].capital:
                    self._small.add(lemma)
            for lemma in sentence.meant:
                self._meant.setdefault(lemma, []).append(at)
            for one in sentence.quantities:
                self._numbers.setdefault((one.value, one.comparator), []).append(at)
            seen.update(sentence.said)
        for lemma in divided.title:
            self._titles.setdefault(lemma, []).append(page)
        for lemma in seen:
            self._pages[lemma] = self._pages.get(lemma, 0) + 1
        self.readings.append(reading)
        self.starts.append(start + len(divided.sentences))

    def _group_words(self) -> dict[tuple[str, object], list[str]]:
        """The words of the pages by stem, by group and by the first letters of names."""
        families: dict[tuple[str, object], list[str]] = {}
        tables = [(one, load_words(one)) for one in self.languages]
        for lemma in {*self._said, *self._meant, *self._titles}:
            families.setdefault(("letters", lemma[:NAME_LETTERS]), []).append(lemma)
            for language, table in tables:
                families.setdefault(("stem", stem_of(lemma, language)), []).append(lemma)
                for group in table.groups.get(lemma, ()):
                    families.setdefault(("group", group), []).append(lemma)
        return families

    def is_name(self, term: Term) -> bool:
        """Whether a term is a name: so the claim writes it, or the pages never write it small."""
        if term.day or term.name is not None:
            return bool(term.name) and not term.day
        return term.lemma in self._said and term.lemma not in self._small

    def relatives(self, term: Term, language: str) -> dict[str, float]:
        """The words of the pages that stand near a term, with how near."""
        near = {term.lemma: 1.0}
        name = self.is_name(term)
        keys: list[tuple[str, object]] = [("letters", term.lemma[:NAME_LETTERS])]
        if not name and not term.day:
            keys.append(("stem", stem_of(term.lemma, language)))
            groups = load_words(language).groups.get(term.lemma, ())
            keys += [("group", one) for one in groups]
        for key in keys:
            for word in self._families.get(key, ()):
                found = nearness(term.lemma, word, language)
                if name or not found:
                    found = max(
                        found, MEANT if name and same_name(term.lemma, word, language) else 0.0
                    )
                if found:
                    near[word] = max(found, near.get(word, 0.0))
        return near

    def weight(self, near: dict[str, float]) -> float:
        """How rare a term is: log of all pages over those that have its very word."""
        pages = max(
            (self._pages.get(word, 0) for word, how in near.items() if how == 1.0), default=0
        )
        pages = max(
            pages, *(self._having.get(word, 0) for word, how in near.items() if how == 1.0), 0
        )
        return math.log1p((max(len(self), self._whole) + PRIOR_PAGES) / (pages + 1))

    def hold(self, near: dict[str, float]) -> tuple[Floats, Floats]:
        """How well each sentence, and each page's title, has one of the words: 0 … 1."""
        sentences = np.zeros(self.starts[-1], np.float32)
        titles = np.zeros(len(self), np.float32)
        for word, how in near.items():
            for postings, factor in ((self._said, 1.0), (self._meant, MEANT)):
                at = postings.get(word)
                if at is not None:
                    places = np.asarray(at)
                    sentences[places] = np.maximum(sentences[places], how * factor)
            pages = self._titles.get(word)
            if pages is not None:
                titles[pages] = np.maximum(titles[pages], how)
        return sentences, titles

    def sharing(self, lemmas: Iterable[str]) -> float:
        """On how many pages the words stand on average, each page's own counted."""
        counts = [self._pages.get(lemma, 0) for lemma in lemmas]
        return sum(counts) / len(counts) if counts else 0.0

    def sentences_with(self, claim: ClaimWords) -> NDArray[np.int64]:
        """The sentences that have all numbers of the claim, by value and comparator alone."""
        found: set[int] | None = None
        for one in claim.quantities:
            there = set(self._numbers.get((one.value, one.comparator), ()))
            found = there if found is None else found & there
        return np.array(sorted(found or ()), np.int64)

    def vectors(
        self, embed: Callable[[tuple[str, ...]], Floats], sentences: tuple[int, ...]
    ) -> Floats:
        """The unit vectors of sentences, a row each; each is made once."""
        new = tuple(at for at in sentences if at not in self._vectors)
        if new:
            for at, vector in zip(new, embed(tuple(map(self.words_of, new))), strict=True):
                self._vectors[at] = vector
        return np.array([self._vectors[at] for at in sentences], np.float32)

    def words_of(self, sentence: int) -> str:
        """The words of a sentence as they stand on its page."""
        page = self.page_of(sentence)
        span = self.divided(page).sentences[sentence - self.starts[page]].span
        return span.cut(self.readings[page].article.text)

    def page_of(self, sentence: int) -> int:
        """The page that a sentence stands on."""
        return int(np.searchsorted(self.starts, sentence, side="right")) - 1
