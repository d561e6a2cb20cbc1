"""Page → article → passages → labels → statements, entities, times, events → Reading."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.metadata import version
from importlib.resources import files

from onrecord import languages
from onrecord.articles import extract
from onrecord.encoder import load_encoder
from onrecord.events import find_contests, find_events
from onrecord.passages import (
    Quotation,
    divide,
    find_quotations,
    find_sentences,
    find_words,
)
from onrecord.reading.everyone import find_everyone
from onrecord.record import (
    Article,
    Block,
    Issue,
    Page,
    Reading,
    SourceChain,
    Span,
    Stamp,
    Statement,
    TimeExpression,
    article_id,
)
from onrecord.statements import find_statements
from onrecord.times import date_article, find_times, resolve_times

MAX_READ = 100_000
"""Characters of an article that are read for statements: about 17,000 words; set for speed."""
MAX_WORDS = 30_000
"""Words and marks that are read, for the memory of texts that are nothing but marks: 100,000 full
stops took 1.8 GB. MAX_READ of English has some 21,000."""


def read(page: Page, *, inferred: bool = True) -> Reading | Issue:
    """The reading of ``page``, or an Issue where it holds no article.

    ``inferred=False`` leaves out every link of a chain that is only inferred.
    """
    article, issues = extract_article(page)
    if article is None:
        return issues[0]
    return read_article(article, issues, inferred=inferred)


def extract_article(page: Page) -> tuple[Article | None, tuple[Issue, ...]]:
    """The article of ``page`` with its day of publication held against its words, and the issues.

    None only with at least one issue that says why.
    """
    article, issues = extract(page)
    if article is None or article.language not in languages.known_languages():
        return article, issues
    quotations = find_quotations(article.text, article.paragraphs)
    found = find_times(article.text, article.language)
    dated = date_article(article, found, _quoted_spans(quotations))
    known = any(issue.code == "conflicting-dates" for issue in issues)
    return dated, issues if known else (*issues, *_torn_dates(dated, page.where))


def _torn_dates(article: Article, where: str) -> Iterator[Issue]:
    """An Issue where the words of the page contradict its date."""
    torn = next((one for one in article.dates if one.role == "published" and one.conflict), None)
    if torn is not None:
        message = f"{torn.role} {torn.best}: {torn.reason}: check which is right"
        span = torn.spans[0] if torn.spans else None
        yield Issue("times", "conflicting-dates", message, span, where)


def read_times(
    text: str, published: date | None, *, language: str = "en"
) -> tuple[TimeExpression, ...]:
    """The time expressions of ``text``, counted from its day of publication; None = not known."""
    found = find_times(text, language)
    quoted = _quoted_spans(find_quotations(text, _lines_of(text)))
    return resolve_times(article_id("", text), found, published, quoted=quoted)


def read_text(text: str, *, outlet: str = "", language: str = "en") -> Reading:
    """The reading of plain prose whose lines are paragraphs; ``article.text`` is ``text``."""
    blocks = tuple(Block("paragraph", span) for span in _lines_of(text))
    article = Article(article_id("", text), "", outlet, "", (), language, text, blocks=blocks)
    return read_article(article)


def _lines_of(text: str) -> tuple[Span, ...]:
    spans = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            left = start + len(line) - len(line.lstrip())
            spans.append(Span(left, start + len(line.rstrip())))
        start += len(line) + 1
    return tuple(spans)


def _quoted_spans(quotations: tuple[Quotation, ...]) -> tuple[Span, ...]:
    return tuple(sorted(one.span for one in quotations if one.depth == 0))


def read_article(
    article: Article, issues: tuple[Issue, ...] = (), *, inferred: bool = True
) -> Reading:
    """The reading of an article that is already extracted."""
    if article.language not in languages.known_languages():
        return Reading(article, stamp_for(article.language, inferred=inferred), issues=issues)
    beginning, too_long = _beginning(article)
    quotations = find_quotations(beginning.text, beginning.paragraphs)
    passages = divide(beginning.text, beginning.paragraphs, quotations)
    labels = load_encoder().read(beginning.text, passages, language=article.language)
    abbreviations = frozenset(languages.load(article.language, "abbreviations")["abbreviations"])
    statements, speakers = find_statements(
        beginning, quotations, passages, labels.cues, abbreviations
    )
    if not inferred:
        statements = tuple(map(without_inferred, statements))
    entities, statements = find_everyone(beginning, labels, speakers, statements)
    times = _times_of(article, quotations)
    sentences = tuple(
        one
        for paragraph in beginning.paragraphs
        for one in find_sentences(beginning.text, paragraph, abbreviations)
    )
    events = find_events(beginning, labels.events, entities, times, statements, sentences)
    return Reading(
        article,
        stamp_for(article.language, inferred=inferred),
        entities=entities,
        times=times,
        statements=statements,
        events=events,
        contests=find_contests(beginning, statements, events, sentences),
        issues=(*issues, *too_long, *_odd_marks(quotations)),
    )


def _times_of(article: Article, quotations: tuple[Quotation, ...]) -> tuple[TimeExpression, ...]:
    day = article.date("published") or article.date("dateline")
    return resolve_times(
        article.id,
        find_times(article.text, article.language),
        None if day is None else day.best,
        earliest=None if day is None else day.earliest,
        latest=None if day is None else day.latest,
        quoted=_quoted_spans(quotations),
    )


def _beginning(article: Article) -> tuple[Article, tuple[Issue, ...]]:
    """The article up to MAX_READ and MAX_WORDS, and an Issue for what lies behind."""
    whole, end = len(article.text), _end_reading(article.text)
    if end == whole:
        return article, ()
    blocks = tuple(
        Block(one.kind, Span(one.span.start, min(one.span.end, end)))
        for one in article.blocks
        if one.span.start < end
    )
    message = f"only the first {end:,} characters are read for statements: split the page"
    issue = Issue("reading", "text-too-long", message, Span(end, whole))
    return replace(article, text=article.text[:end], blocks=blocks), (issue,)


def _end_reading(text: str) -> int:
    end = min(len(text), MAX_READ)
    if end <= MAX_WORDS:
        return end
    words = find_words(text, 0, end)
    return end if len(words) <= MAX_WORDS else words[MAX_WORDS].start


def without_inferred(statement: Statement) -> Statement:
    """The statement with no link in its chain that is only inferred."""
    links = tuple(link for link in statement.chain.links if link.how != "inferred")
    return replace(statement, chain=SourceChain(links))


def _odd_marks(quotations: tuple[Quotation, ...]) -> tuple[Issue, ...]:
    return tuple(
        Issue(
            "passages",
            "unpaired-quotation-mark",
            "this quotation is opened and not closed in its paragraph: check where it ends",
            one.span,
        )
        for one in quotations
        if not one.closed and not one.continues and one.depth == 0
    )


def stamp_for(language: str, *, inferred: bool = True) -> Stamp:
    """The stamp of what is read in ``language`` now. Raises ModelError."""
    known = language in languages.known_languages()
    return Stamp(
        onrecord=version("onrecord"),
        encoder=load_encoder().digest[:16] if known else "",
        language=_tables_digest(language) if known else "",
        settings="" if inferred else "no-inferred",
    )


@cache
def _tables_digest(language: str) -> str:
    """The language and a digest of its tables."""
    digest = hashlib.sha256()
    folder = files("onrecord.languages") / language
    for table in sorted(folder.iterdir(), key=lambda one: one.name):
        digest.update(table.read_bytes())
    return f"{language}-{digest.hexdigest()[:12]}"
