"""The words of a page as other formats want them: what is in quotation marks, the sentence around.

Invariant: words are cut from the article's text and never mended; dates are no finer than told.
"""

from __future__ import annotations

from onrecord import languages
from onrecord.passages import Quotation, find_quotations, find_sentences
from onrecord.record import Article, DateRole, Span, Statement
from onrecord.stories.media.moments import moment_of

LONGEST_SENTENCE = 400
"""Code points; what is longer (a list without full stops) is no sentence to read on a screen."""


def quotations_of(article: Article) -> tuple[Quotation, ...]:
    """The outermost quotations of the article."""
    found = find_quotations(article.text, article.paragraphs)
    return tuple(one for one in found if one.depth == 0)


def quoted_spans(said: Statement, quotations: tuple[Quotation, ...]) -> tuple[Span, ...]:
    """What of a statement's content is somebody's own words, marks included.

    All of it where direct speech stands without marks, as in an interview; () for indirect speech.
    """
    if said.mode == "indirect":
        return ()
    pieces = tuple(
        Span(max(one.start, mark.span.start), min(one.end, mark.span.end))
        for one in said.content
        for mark in quotations
        if one.overlaps(mark.span)
    )
    return pieces or (said.content if said.mode == "direct" else ())


def sentence_around(span: Span, article: Article) -> str:
    """The sentence that ``span`` begins in; the words of ``span`` where it is no readable one."""
    paragraph = next((one for one in article.paragraphs if one.covers(span)), None)
    if paragraph is None:
        return span.cut(article.text)
    try:
        known = frozenset(languages.load(article.language, "abbreviations")["abbreviations"])
    except LookupError:
        known = frozenset()
    for one in find_sentences(article.text, paragraph, known):
        if one.start <= span.start < one.end and len(one) <= LONGEST_SENTENCE:
            return one.cut(article.text)
    return span.cut(article.text)


def written_date(article: Article, role: DateRole = "published") -> str:
    """ISO 8601 with the clock where the page gives it with its zone, the day where it is one day,
    EDTF where it is not; "" where the page does not say.
    """
    moment, day = moment_of(article, role), article.date(role)
    if moment is None or day is None:
        return ""
    if moment.earliest == moment.latest:
        return moment.middle.isoformat()
    return day.best.isoformat() if day.earliest == day.latest else day.edtf
