"""Further passages of a page on which its claim rests: what its reporters saw, what it has read.

Invariant: only a page that asserts the claim corroborates it, and only with words that share its
number, or its matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.record import Span, Telling
from onrecord.statements.phrases import singular
from onrecord.stories.assertions.claims import read_claim
from onrecord.stories.assertions.numbers import find_quantities
from onrecord.stories.assertions.wordings import tokenise
from onrecord.stories.sources.descriptions import TOKEN
from onrecord.stories.sources.observations import Place, find_observation
from onrecord.stories.sources.origin_pages import OriginPages
from onrecord.stories.sources.origin_words import OriginWords
from onrecord.stories.sources.seen_documents import document_in

SHARED = 0.5
"""Share of the matter of a claim without a number that what supports it has at least, names left
out since every paragraph has them; set by hand on two letters and an audit of two stories."""
FEWEST = 2
"""Words of matter that this is at least."""
SMALLEST = 3.0
"""One and two are on every page."""
_HEAD = 6
"""Words at the head of a sentence among which it names the document that it goes on about."""
PLAIN = 0.6
"""Score from which a page surely tells the claim that its other passages support; set by hand."""
STEM = 5
"""Letters by which "resignation" is of the matter of "resign"."""


@dataclass(frozen=True, slots=True)
class _Matter:
    """What a claim is about: base forms of its words, and its numbers."""

    words: frozenset[str]
    values: frozenset[float]


def find_corroborations(
    claim: str, tellings: Iterable[Telling], pages: OriginPages, words: OriginWords
) -> tuple[Telling, ...]:
    """Passages that support ``claim`` on the pages that assert it, beside the tellings given."""
    asserting = [one for one in tellings if one.side == "asserts" and one.article in pages.readings]
    plain = {one.article for one in asserting if one.score >= PLAIN}
    matter = _matter_of(claim)
    found: list[Telling] = []
    for article in dict.fromkeys(one.article for one in asserting if one.article in plain):
        mine = [span for one in asserting if one.article == article for span in one.spans]
        for sentence in pages.sentences(article):
            if any(span.overlaps(sentence) for span in mine):
                continue
            reason = _supports(article, sentence, matter, pages, words)
            if reason:
                found.append(Telling(article, "asserts", (sentence,), None, 1.0, reason))
    return tuple(found)


def _supports(
    article: str, sentence: Span, matter: _Matter, pages: OriginPages, words: OriginWords
) -> str:
    """Why the sentence supports the claim, "" where it does not."""
    text = pages.text(article)
    here = _matter_in(text, sentence)
    same = matter.values & here.values
    if find_observation(Place(article, sentence), pages, words) is not None:
        near = any(value >= SMALLEST for value in same)
        if near if matter.values else _much_of(matter, here):
            return "what the outlet's own reporters saw"
    document = document_in(article, sentence, pages, words)
    if document is not None:
        rest = _matter_in(text, _going_on(article, sentence, pages, words))
        if matter.values & rest.values if matter.values else _much_of(matter, rest):
            return "a document that the outlet has seen"
    if any(value >= SMALLEST for value in same) and _counted_it(article, sentence, pages, words):
        return "somebody gives the same number and has counted"
    return ""


def _going_on(article: str, sentence: Span, pages: OriginPages, words: OriginWords) -> Span:
    """The sentence with those behind it in its paragraph that go on about the document."""
    text, end = pages.text(article), sentence.end
    paragraph = pages.paragraph(article, sentence)
    for one in pages.sentences(article):
        if one.start < end or one.end > paragraph.end:
            continue
        start = {singular(word) for word in TOKEN.findall(one.cut(text))[:_HEAD]}
        quoted = text[one.start] in '“"‘'
        if not (quoted or words.grammar.again.match(text, one.start) or start & words.documents):
            break
        end = one.end
    return Span(sentence.start, end)


def _much_of(matter: _Matter, other: _Matter) -> bool:
    shared = len(matter.words & other.words)
    return shared >= FEWEST and shared >= SHARED * len(matter.words)


def _counted_it(article: str, sentence: Span, pages: OriginPages, words: OriginWords) -> bool:
    """Whether the sentence is in the mouth of somebody who says that they counted themselves."""
    text = pages.text(article)
    first = "|".join(sorted(words.first_person))
    counted = re.compile(rf"(?<!\w)(?:{first})\s+(?i:{words.observing.pattern})")
    paragraph = pages.paragraph(article, sentence)
    for one in pages.readings[article].statements:
        if one.mode == "direct" and any(part.overlaps(sentence) for part in one.content):
            end = max(paragraph.end, one.content[-1].end)
            return counted.search(text, one.content[0].start, end) is not None
    return False


def _matter_of(claim: str) -> _Matter:
    read = read_claim(claim)
    return _Matter(
        frozenset(one.lemma[:STEM] for one in read.terms if not one.name),
        frozenset(one.value for one in read.quantities),
    )


def _matter_in(text: str, place: Span) -> _Matter:
    tokens = tokenise(text, place.start, place.end, "en")
    return _Matter(
        frozenset(one.lemma[:STEM] for one in tokens if one.is_word and not one.small),
        frozenset(
            one.value for one in find_quantities(tokens, frozenset(), "en") if not one.article
        ),
    )
