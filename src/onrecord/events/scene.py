"""All that is known of an article when its events are looked for.

Invariant: a scene is made once and never changes; words and mentions are those of its sentences.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from onrecord.events.wordings import Wordings, load_wordings
from onrecord.events.words import Sentence, divide_sentence, read_sentence
from onrecord.ontology import Lexicon, load_lemmatiser, load_lexicon
from onrecord.record import Article, Entity, Span, Statement, TimeExpression

LONGEST = 250
"""Words of a sentence that are read together; longer ones are cut, so that time stays linear."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in a sentence: the words ``first`` to before ``end``, and whose they are."""

    span: Span
    first: int
    end: int
    entity: Entity


@dataclass(frozen=True, slots=True)
class Scene:
    """An article's sentences with the mentions in each, its times and statements."""

    article: Article
    sentences: tuple[Sentence, ...]
    named: tuple[tuple[Named, ...], ...]
    entities: tuple[Entity, ...]
    times: tuple[tuple[TimeExpression, ...], ...]
    statements: tuple[Statement, ...]
    lexicon: Lexicon
    wordings: Wordings

    def sentence_of(self, span: Span) -> int | None:
        """The number of the sentence that ``span`` begins in; None outside of all."""
        at = bisect_right(self.sentences, span.start, key=lambda one: one.span.start) - 1
        if at < 0 or span.start >= self.sentences[at].span.end:
            return None
        return at

    def times_in(self, number: int) -> tuple[TimeExpression, ...]:
        """The time expressions of the sentence ``number``."""
        return self.times[number]

    def statements_around(self, span: Span) -> tuple[Statement, ...]:
        """The statements whose content covers ``span``, the innermost first."""
        around = [
            (size, one)
            for one in self.statements
            if (size := _content_around(one, span)) is not None
        ]
        return tuple(one for _, one in sorted(around, key=lambda pair: pair[0]))


def _content_around(statement: Statement, span: Span) -> int | None:
    """The length of the content where it covers ``span`` and its cue does not."""
    if statement.cue is not None and statement.cue.overlaps(span):
        return None
    if not any(part.covers(span) for part in statement.content):
        return None
    return sum(map(len, statement.content))


def _by_sentence(
    times: tuple[TimeExpression, ...], starts: list[int]
) -> tuple[tuple[TimeExpression, ...], ...]:
    found: list[list[TimeExpression]] = [[] for _ in starts]
    for time in sorted(times, key=lambda one: one.span):
        number = bisect_right(starts, time.span.start) - 1
        if number >= 0:
            found[number].append(time)
    return tuple(map(tuple, found))


@lru_cache(maxsize=1)  # an article's scene is set for its events, and for its contests
def _read_sentences(text: str, sentences: tuple[Span, ...], language: str) -> tuple[Sentence, ...]:
    lemmatiser = load_lemmatiser(language)
    return tuple(
        part
        for span in sorted(sentences)
        for part in divide_sentence(read_sentence(text, span, lemmatiser), LONGEST)
    )


def make_scene(
    article: Article,
    entities: tuple[Entity, ...],
    times: tuple[TimeExpression, ...],
    statements: tuple[Statement, ...],
    sentences: tuple[Span, ...],
) -> Scene:
    """The scene of ``article``; LookupError where its language has no tables of events."""
    read = _read_sentences(article.text, sentences, article.language)
    starts = [one.span.start for one in read]
    named: list[list[Named]] = [[] for _ in read]
    for entity in entities:
        for span in entity.mentions:
            number = bisect_right(starts, span.start) - 1
            place = read[number].locate(span) if number >= 0 else None
            if place is not None:
                named[number].append(Named(span, *place, entity))
    ordered = tuple(tuple(sorted(ones, key=lambda one: (one.first, -one.end))) for ones in named)
    return Scene(
        article,
        read,
        ordered,
        entities,
        _by_sentence(times, starts),
        statements,
        load_lexicon(article.language),
        load_wordings(article.language),
    )
