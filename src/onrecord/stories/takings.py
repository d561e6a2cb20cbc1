"""Takings that a page keeps silent about: the same words of the same person, the same particulars.

Invariant: what was said in public, and what a page found out itself, was taken from nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from onrecord import languages
from onrecord.passages import find_sentences
from onrecord.record import Derivation, Span
from onrecord.stories.own_sources import (
    alternatives_of,
    has_own_sources,
    is_told_to,
    own_words,
    public_words,
)
from onrecord.stories.particulars import coverage, find_stems, stems_in
from onrecord.stories.shelf import Shelf, Shelved, dates_known, is_undated

QUOTED = 3
"""Stems from which the same quoted words are no accident."""
QUOTED_LETTERS = 24
"""Letters from which they are none either, be the words ever so common: five or six words."""
ALL_TAKEN = 0.4
"""Share of a page's weight in an earlier one from which, without own sources, it is a rewrite."""
LEAD = 2
"""Paragraphs that tell what an article is mainly about."""
OPENED = 0.3
"""Share of the opening's weight in another page from which that is the main basis."""
RARE = 3
"""Stems that no other page has, from which two pages share particulars."""
REPEATED = 0.5
"""Share of what somebody "had said" that an earlier page must have, by weight."""
_BOTH = 2
"""Pages that a stem stands on which only a page and its parent have."""
_QUOTE = re.compile(r"[“\"‘«]([^“”\"«»\n]{8,600}?)[”\"’»](?!\w)")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks and what the page says of how they were said."""

    span: Span
    letters: str
    public: bool
    told: bool
    unnamed: bool


def find_silent(page: Shelved, shelf: Shelf, linked: frozenset[str]) -> tuple[Derivation, ...]:
    """What ``page`` took without saying so; ``linked`` = ids of pages that it owns up to."""
    earlier = [
        one
        for one in shelf.earlier(page)
        if one.outlet != page.outlet and (dates_known(one, page) or is_undated(one, page))
    ]
    found: dict[str, Derivation] = {}
    for derivation in (
        *_by_quotes(page, earlier, linked, shelf),
        *_by_particulars(page, earlier, linked, shelf),
        *_by_earlier_reports(page, earlier, linked, shelf),
    ):
        if derivation.parent not in linked:
            found.setdefault(derivation.parent, derivation)
    return tuple(found.values())


def find_quotes(page: Shelved) -> tuple[Quote, ...]:
    """The quotations of the page that are long enough to be told from one another."""
    text = page.reading.article.text
    found = []
    for match in _QUOTE.finditer(text):
        span = Span(*match.span(1))
        letters = "".join(re.findall(r"[^\W_]+", match[1])).casefold()
        if len(find_stems(match[1])) >= QUOTED or len(letters) >= QUOTED_LETTERS:
            around = _around(page, span)
            found.append(
                Quote(
                    span,
                    letters,
                    _is_public(around.cut(text)),
                    *_how_told(page, span, around),
                )
            )
    return tuple(found)


def _around(page: Shelved, span: Span) -> Span:
    """The paragraph in which ``span`` stands."""
    paragraphs = page.reading.article.paragraphs
    return next((one for one in paragraphs if one.covers(span)), span)


def _how_told(page: Shelved, span: Span, around: Span) -> tuple[bool, bool]:
    """Whether the outlet says that it was told these words, and whether by somebody unnamed."""
    text = page.reading.article.text
    saying = [
        one for one in page.reading.statements if any(part.overlaps(span) for part in one.content)
    ]
    told = any(is_told_to(page.reading, one, page.outlet) for one in saying)
    own = own_words().search(around.cut(text)) is not None
    return told or own, any(one.chain.origin.unnamed for one in saying)


def _by_quotes(
    page: Shelved, earlier: list[Shelved], linked: frozenset[str], shelf: Shelf
) -> Iterator[Derivation]:
    """Pages whose exclusive quotations stand in ``page`` too."""
    mine = find_quotes(page)
    shared: dict[str, list[tuple[Quote, Quote]]] = {}
    for other in earlier if mine else ():
        theirs = find_quotes(other)
        for one in mine:
            for quote in theirs:
                if _same_words(one, quote):
                    shared.setdefault(other.id, []).append((one, quote))
    explained = {one.span for name in linked for one, _ in shared.get(name, ())}
    for other in sorted(earlier, key=lambda one: -_likeness(page, one, shelf)):
        pairs = [pair for pair in shared.get(other.id, ()) if pair[0].span not in explained]
        known = dates_known(other, page)
        exclusive = [pair for pair in pairs if _is_taken(*pair, known=known)]
        if not exclusive:
            continue
        explained |= {one.span for one, _ in pairs}
        yield Derivation(
            page.id,
            other.id,
            "rewrite" if _is_main_basis(page, other, shelf) else "relay",
            "none",
            "shared-quotation",
            f"the same words stand there, earlier, and nothing says that they were said in public: "
            f"“{exclusive[0][0].span.cut(page.reading.article.text)}”" + _undated(other, page),
            tuple(one.span for one, _ in pairs),
            tuple(quote.span for _, quote in pairs),
            score=min(1.0, 0.6 + 0.1 * len(exclusive)),
        )


def _is_taken(mine: Quote, theirs: Quote, *, known: bool) -> bool:
    """Whether words that two pages have were one's before; ``known`` = theirs are the earlier."""
    if mine.told or (mine.public and not theirs.told):
        return False
    return theirs.told or (known and not theirs.public)


def _same_words(one: Quote, other: Quote) -> bool:
    short, long = sorted((one.letters, other.letters), key=len)
    return short in long


def _likeness(page: Shelved, other: Shelved, shelf: Shelf) -> float:
    return coverage(page.stems, other.stems, shelf.weights)


def _is_main_basis(page: Shelved, other: Shelved, shelf: Shelf) -> bool:
    """Whether what ``page`` opens with, or nearly all of it, stands in ``other``."""
    article = page.reading.article
    lead = find_stems(
        "\n".join((article.title, *(one.cut(article.text) for one in article.paragraphs[:LEAD])))
    )
    opens = coverage(lead, other.stems, shelf.weights) >= OPENED
    return (
        opens
        or _likeness(page, other, shelf) >= ALL_TAKEN
        or not has_own_sources(page.reading, page.outlet)
    )


def _by_particulars(
    page: Shelved, earlier: list[Shelved], linked: frozenset[str], shelf: Shelf
) -> Iterator[Derivation]:
    """The page that has all that ``page`` tells, if ``page`` has no source of its own."""
    earlier = [one for one in earlier if dates_known(one, page)]
    if linked or not earlier or has_own_sources(page.reading, page.outlet):
        return
    mine = _private_stems(page)
    fits = [(coverage(mine, one.stems, shelf.weights), one) for one in earlier]
    covered, best = max(fits, key=lambda fit: fit[0])
    rare = {stem for stem in mine & best.stems if shelf.weights.counts[stem] == _BOTH}
    if covered < ALL_TAKEN or len(rare) < RARE:
        return
    spans = tuple(_sentences_with(page, rare))
    yield Derivation(
        page.id,
        best.id,
        "rewrite",
        "none",
        "shared-particulars",
        f"{round(100 * covered)} % of what it tells stands there, {len(rare)} particulars in no "
        "other page, and it names no source that spoke to it" + _undated(best, page),
        spans,
        tuple(_sentences_with(best, rare)),
        score=covered,
    )


def _private_stems(page: Shelved) -> frozenset[str]:
    """The stems of the paragraphs that tell nothing said in public."""
    article = page.reading.article
    words = (one.cut(article.text) for one in article.paragraphs)
    return find_stems("\n".join((article.title, *(one for one in words if not _is_public(one)))))


def _is_public(words: str) -> bool:
    return public_words().search(words) is not None


def _sentences_with(page: Shelved, stems: Iterable[str]) -> Iterator[Span]:
    text, wanted = page.reading.article.text, frozenset(stems)
    for paragraph in page.reading.article.paragraphs:
        for one in find_sentences(text, paragraph, _abbreviations()):
            if find_stems(one.cut(text)) & wanted:
                yield one


def _by_earlier_reports(
    page: Shelved, earlier: list[Shelved], linked: frozenset[str], shelf: Shelf
) -> Iterator[Derivation]:
    """Pages of an earlier day that tell what ``page`` says that somebody "had said"."""
    text = page.reading.article.text
    for one in page.reading.statements:
        cue = one.cue.cut(text) if one.cue is not None else ""
        before = text[max(0, one.cue.start - 24) : one.cue.end] if one.cue is not None else ""
        if not cue or not _had_said().search(before):
            continue
        stems = stems_in(text, one.content)
        fits = [
            (coverage(stems, other.stems, shelf.weights), other)
            for other in earlier
            if dates_known(other, page) and _other_day(other, page)
        ]
        if len(stems) < QUOTED or not fits:
            continue
        covered, best = max(fits, key=lambda fit: (round(fit[0], 3), -_minute(fit[1])))
        if covered < REPEATED or best.id in linked:
            continue
        yield Derivation(
            page.id,
            best.id,
            "relay",
            "none",
            "earlier-report",
            f"what somebody “{before.strip()}” stands there, a day before",
            one.content,
            score=covered,
        )


def _other_day(parent: Shelved, child: Shelved) -> bool:
    if parent.out is None or child.closed is None:
        return False
    return parent.out.middle.date() < child.closed.middle.date()


def _minute(page: Shelved) -> float:
    return page.out.middle.timestamp() if page.out is not None else float("inf")


def _undated(parent: Shelved, child: Shelved) -> str:
    known = dates_known(parent, child)
    return "" if known else "; which of the two was there first is not known from their dates"


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(languages.load("en", "abbreviations")["abbreviations"])


@cache
def _had_said() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{alternatives_of('earlier')})\s+(?:\w+\s+)?(?:{alternatives_of('verbs')})$",
        re.I,
    )
