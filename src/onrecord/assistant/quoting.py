"""Words of pages with the article that they stand in, no more of them than an answer has room for.

Invariant: each text is what the article's text has at its span, but for half surrogates and NULs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.assistant.answers import Excerpt, Hand, Place, Quoted, Said, SaidHere
from onrecord.painting.snippets import find_sentences_of
from onrecord.record import Article, Reading, SourceChain, Span, Statement
from onrecord.store import ArticleRow, Record, Saying
from onrecord.store.writing import JOINT

LONGEST_QUOTE = 1_000
"""Characters of one quotation: about two paragraphs of news; the article tool has the rest."""


class Pages:
    """The articles that one answer quotes, each read once."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._rows: dict[str, ArticleRow | None] = {}
        self._readings: dict[str, Reading | None] = {}

    def row(self, article: str) -> ArticleRow | None:
        """The row of ``article`` (its id), None where there is none."""
        if article not in self._rows:
            self._rows[article] = self.record.article(article)
        return self._rows[article]

    def reading(self, article: str) -> Reading | None:
        """The reading of ``article`` (its id), None where there is none."""
        if article not in self._readings:
            self._readings[article] = self.record.reading(article)
        return self._readings[article]

    def quote(
        self, article: str, spans: Iterable[Span], *, room: int = LONGEST_QUOTE
    ) -> Quoted | None:
        """The words at ``spans`` of ``article`` (its id), None where there is no such article."""
        row, reading = self.row(article), self.reading(article)
        if row is None or reading is None:
            return None
        taken = tuple(one for one in spans if one.end <= len(reading.article.text))
        words = tuple(one.cut(reading.article.text) for one in taken)
        return quote(row, taken, words, room=room)

    def quote_sentence(self, article: str, span: Span) -> Quoted | None:
        """The sentence that ``span`` stands in."""
        reading = self.reading(article)
        if reading is None or span.end > len(reading.article.text):
            return None
        return self.quote(article, (sentence_of(reading.article, span),))


def sentence_of(article: Article, span: Span) -> Span:
    """The sentence that ``span`` begins in, or the span where it is longer."""
    sentence = find_sentences_of(article, (span,))[span]
    return sentence if sentence.covers(span) else span


def quote(
    row: ArticleRow, spans: tuple[Span, ...], words: tuple[str, ...], *, room: int = LONGEST_QUOTE
) -> Quoted:
    """``words`` of the article of ``row``, which stand at ``spans``, at most ``room`` characters.

    Words without spans are of a title.
    """
    kept, places, cut = _cut(spans, words, room)
    published = row.published.isoformat() if row.published else None
    return Quoted(row.id, row.url, row.outlet, published, kept, places, cut)


def excerpt(article: Article, spans: tuple[Span, ...]) -> Excerpt:
    """The words of ``article`` at ``spans``, at most ``LONGEST_QUOTE`` characters."""
    words = tuple(one.cut(article.text) for one in spans)
    return Excerpt(article.id, *_cut(spans, words, LONGEST_QUOTE))


def _cut(
    spans: tuple[Span, ...], words: tuple[str, ...], room: int
) -> tuple[tuple[str, ...], tuple[Place, ...], int]:
    """The first ``room`` characters of ``words`` with their places, and how many are left out."""
    kept_words: list[str] = []
    kept: list[Place] = []
    for span, text in zip(spans, words, strict=False):
        if room:
            kept_words.append(text[:room])
            kept.append((span.start, span.start + min(len(text), room)))
            room -= min(len(text), room)
    if not spans:
        kept_words = [one[:room] for one in words]
    left_out = sum(map(len, words)) - sum(map(len, kept_words))
    return tuple(kept_words), tuple(kept), left_out


def quote_saying(one: Saying) -> Said:
    """A statement as the record's tables have it."""
    return Said(
        one.id,
        one.mode,
        one.stance,
        hands_of(one.chain),
        quote(one.article, one.content, tuple(_parts_of(one))),
        one.score,
        one.standing,
    )


def quote_statement(one: Statement, article: Article, standing: str) -> SaidHere:
    """A statement of the reading of ``article``, for an answer that is of it alone."""
    return SaidHere(
        one.id,
        one.mode,
        one.stance,
        hands_of(one.chain),
        excerpt(article, one.content),
        one.score,
        standing,
    )


def hands_of(chain: SourceChain) -> tuple[Hand, ...]:
    """The hands of ``chain``, from the outlet that was read to the origin."""
    return tuple(
        Hand(
            one.name,
            one.kind,
            one.unnamed,
            one.title,
            one.how,
            place_of(one.span),
            place_of(one.justification),
        )
        for one in chain.links
    )


def place_of(span: Span | None) -> Place | None:
    """The place of ``span``, None where there is none."""
    return (span.start, span.end) if span is not None else None


def places_of(spans: Iterable[Span]) -> tuple[Place, ...]:
    """The places of ``spans``."""
    return tuple((one.start, one.end) for one in spans)


def _parts_of(one: Saying) -> Iterator[str]:
    """A statement's joined words, in pieces as long as its spans."""
    start = 0
    for span in one.content:
        yield one.words[start : start + len(span)]
        start += len(span) + len(JOINT)
