"""The sentences of a page as a claim is held against them: words, whom they mean, days, numbers.

Invariant: what a sentence means beyond its own words comes from the reading: a pronoun has the
names of whom it stands for, "in May" the month that its time has on the calendar.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord import languages
from onrecord.passages import find_sentences
from onrecord.record import Entity, Reading, Span, TimeExpression
from onrecord.stories.assertions.numbers import Quantity, find_quantities
from onrecord.stories.assertions.standing import Standing, read_standing
from onrecord.stories.assertions.wordings import Token, tokenise

LONGEST_NAME = 8
"""Words of a mention that name whom it means; longer ones describe a matter of their own."""
CALENDAR_KINDS = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a page.

    ``said`` = its own words of matter, base form to first token; ``meant`` = base forms that
    entities and times in it stand for beside their own words. ``number`` counts the page's
    sentences, ``paragraph`` its blocks.
    """

    span: Span
    number: int
    paragraph: int
    tokens: tuple[Token, ...]
    said: Mapping[str, int]
    meant: frozenset[str]
    quantities: tuple[Quantity, ...]
    standing: Standing
    question: bool


@dataclass(frozen=True, slots=True)
class PageSentences:
    """All sentences of one page, and the words of its title as far as they carry matter.

    ``title_denies`` = the title denies something or calls it false.
    """

    reading: Reading
    sentences: tuple[Sentence, ...]
    title: frozenset[str]
    title_denies: bool

    @property
    def language(self) -> str:
        """The language that the page is read in."""
        return self.reading.article.language


def divide_page(reading: Reading) -> PageSentences:
    """The sentences of a page; LookupError where its language has no table of claims."""
    article = reading.article
    abbreviations = frozenset(languages.load(article.language, "abbreviations")["abbreviations"])
    meanings = _Meanings(reading)
    sentences: list[Sentence] = []
    for paragraph, block in enumerate(article.paragraphs):
        for span in find_sentences(article.text, block, abbreviations):
            sentences.append(_read(reading, span, (len(sentences), paragraph), meanings))
    title = tokenise(article.title, 0, len(article.title), article.language)
    words = frozenset(one.lemma for one in title if not one.small)
    standing = read_standing(title, article.language)
    denies = bool(standing.denying or standing.verdicts)
    return PageSentences(reading, tuple(sentences), words, denies)


def _read(reading: Reading, span: Span, place: tuple[int, int], meanings: _Meanings) -> Sentence:
    language, text = reading.article.language, reading.article.text
    tokens = tokenise(text, span.start, span.end, language)
    times = tuple(meanings.times_in(span))
    dated = frozenset(
        at
        for at, token in enumerate(tokens)
        for time in times
        if time.span.start <= token.start < time.span.end
    )
    quantities = find_quantities(tokens, dated, language)
    counted = {at for one in quantities if not one.article for at in range(one.first, one.end)}
    said: dict[str, int] = {}
    for at, token in enumerate(tokens):
        if not token.small and token.word[0].isalnum() and at not in counted:
            said.setdefault(token.lemma, at)
    meant = {word for one in meanings.entities_in(span) for word in meanings.words_of(one)}
    meant |= {word for time in times for word in calendar_words(time.value, language)}
    ends = next((one.word for one in reversed(tokens) if not one.word.isspace()), "")
    return Sentence(
        span,
        place[0],
        place[1],
        tokens,
        said,
        frozenset(meant - said.keys()),
        quantities,
        read_standing(tokens, language),
        question=ends == "?" or text[: span.end].rstrip("”\"'’").endswith("?"),
    )


class _Meanings:
    """Whom and which days the words of one page mean, by place; kept while the page is divided."""

    def __init__(self, reading: Reading) -> None:
        self._language = reading.article.language
        self._text = reading.article.text
        places = [(span, one) for one in reading.entities for span in one.mentions]
        self._mentions = sorted(places, key=lambda pair: (pair[0], pair[1].id))
        self._starts = [span.start for span, _ in self._mentions]
        dated = [one for one in reading.times if one.kind in CALENDAR_KINDS]
        self._times = sorted(dated, key=lambda one: one.span)
        self._time_starts = [one.span.start for one in self._times]
        self._words: dict[str, frozenset[str]] = {}

    def entities_in(self, span: Span) -> Iterator[Entity]:
        """The entities that are spoken of inside ``span``."""
        for at in range(bisect_left(self._starts, span.start), len(self._starts)):
            if self._starts[at] >= span.end:
                return
            yield self._mentions[at][1]

    def times_in(self, span: Span) -> Iterator[TimeExpression]:
        """The days and hours that are told inside ``span``."""
        for at in range(bisect_left(self._time_starts, span.start), len(self._times)):
            if self._time_starts[at] >= span.end:
                return
            yield self._times[at]

    def words_of(self, entity: Entity) -> frozenset[str]:
        """Base forms of all names, nouns and roles that the page has for ``entity``."""
        known = self._words.get(entity.id)
        if known is not None:
            return known
        texts = [entity.name, *entity.roles]
        for at, span in enumerate(entity.mentions):
            if not entity.forms or entity.forms[at] != "pronoun":
                texts.append(span.cut(self._text))
        words: set[str] = set()
        for text in texts:
            tokens = tokenise(text, 0, len(text), self._language)
            if len(tokens) <= LONGEST_NAME:
                words |= {one.lemma for one in tokens if not one.small and one.is_word}
        self._words[entity.id] = frozenset(words)
        return self._words[entity.id]


@cache
def _months(language: str) -> Mapping[str, str]:
    months = languages.load(language, "times")["classes"]["MONTH"]
    return {f"{number:02d}": name for name, number in months.items()}


def calendar_words(value: str, language: str) -> frozenset[str]:
    """The year, the month's name and the day of the month of a TIMEX3 value ("2024-02-20")."""
    parts = value[:10].split("-")
    if not parts[0].isdigit() or len(parts[0]) != 4:
        return frozenset()
    words = {parts[0]}
    if len(parts) > 1 and parts[1] in _months(language):
        words.add(_months(language)[parts[1]])
        if len(parts) > 2 and parts[2].isdigit():
            words.add(str(int(parts[2])))
    return frozenset(words)
