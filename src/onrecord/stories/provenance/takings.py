"""Takings that a page keeps silent about: the same words of the same person, the same particulars.

Invariant: what was said in public, and what a page found out itself, was taken from nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import cache

from onrecord import languages
from onrecord.passages import find_sentences
from onrecord.record import Derivation, Span
from onrecord.stories.provenance.own_sources import alternatives_of, is_told_here
from onrecord.stories.provenance.particulars import coverage, find_stems, stems_in
from onrecord.stories.provenance.quotes import QUOTED, Quote, is_public, same_words
from onrecord.stories.provenance.shelf import Shelf, Shelved, dates_known, is_undated

MUCH_TAKEN = 0.3
"""Share of a page's weight in an earlier one from which, without own sources, it is a rewrite. In
the tuned half of evaluation/rewrites 30 rewrites have .28 … .50, 15 independent ones up to .26."""
SOME_TAKEN = 0.25
"""The same where as many as ``MANY`` particulars are shared."""
ALIKE = 0.2
"""Share of a page's weight in an earlier one from which a quotation that both have, and that nobody
says was said to one of them, was taken; what famous people say stands in pages that share less."""
NEWS = timedelta(days=4)
"""How long after a page another takes from it in silence: news is rewritten while it is news."""
OPENED = 0.3
"""Share of the opening's weight in another page from which that is the main basis."""
OPENED_OWN = 0.4
"""The same for a page that has found out something itself, but does not open with it."""
RARE = 3
"""Particulars that no third page of the story has, from which two pages share them: each of the 30
rewrites has so many, of the independent reports two, with less of the page taken."""
MANY = 5
"""The same where less of the page is taken."""
RARE_EVERYWHERE = 0.01
"""Share of all pages on which a stem may stand to be a particular at all."""
REPEATED = 0.5
"""Share of what somebody "had said", or denies, that an earlier page must have, by weight."""
LEAD = 2
"""Paragraphs that tell what an article is mainly about."""
SHORTEST_PARAGRAPH = 40
"""Characters below which a block is a line of furniture that was left in the text."""
_DENIES = frozenset({"denies"})


def find_silent(page: Shelved, shelf: Shelf, linked: frozenset[str]) -> tuple[Derivation, ...]:
    """What ``page`` took without saying so; ``linked`` = ids of pages that it owns up to."""
    earlier = [
        one
        for one in shelf.earlier(page)
        if one.outlet != page.outlet and (_is_fresh(one, page) or is_undated(one, page))
    ]
    found: dict[str, Derivation] = {}
    for derivation in _by_quotes(page, earlier, linked, shelf):
        found.setdefault(derivation.parent, derivation)
    before = [one for one in earlier if dates_known(one, page)]
    if not linked and not found:
        for derivation in _by_particulars(page, before, shelf):
            found.setdefault(derivation.parent, derivation)
    for derivation in _by_reports(page, before, linked | frozenset(found), shelf):
        found.setdefault(derivation.parent, derivation)
    return tuple(one for one in found.values() if one.parent not in linked)


def _is_fresh(parent: Shelved, child: Shelved) -> bool:
    """Whether ``parent`` was there first, and was still news."""
    if parent.out is None or child.closed is None or not dates_known(parent, child):
        return False
    return child.closed.middle - parent.out.middle <= NEWS


def _by_quotes(
    page: Shelved, earlier: list[Shelved], linked: frozenset[str], shelf: Shelf
) -> Iterator[Derivation]:
    """Pages whose exclusive quotations stand in ``page`` too."""
    shared = {
        other.id: pairs
        for other in earlier
        if (pairs := [(a, b) for a in page.quotes for b in other.quotes if same_words(a, b)])
    }
    explained = {one.span for name in linked for one, _ in shared.get(name, ())}
    quoting = [one for one in earlier if one.id in shared]
    for other in sorted(quoting, key=lambda one: -_likeness(page, one, shelf)):
        pairs = [pair for pair in shared[other.id] if pair[0].span not in explained]
        known = dates_known(other, page)
        exclusive = [pair for pair in pairs if _is_taken(*pair, known=known)]
        told = any(theirs.told for _, theirs in exclusive)
        if not exclusive or (not told and _likeness(page, other, shelf) < ALIKE):
            continue
        explained |= {one.span for one, _ in pairs}
        words = exclusive[0][0].span.cut(page.reading.article.text)
        yield Derivation(
            page.id,
            other.id,
            "rewrite" if _is_main_basis(page, other, shelf) else "relay",
            "none",
            "shared-quotation",
            "the same words stand there, earlier, and nothing says that they were said in public: "
            f"“{words}”" + _undated(other, page),
            tuple(one.span for one, _ in pairs),
            tuple(quote.span for _, quote in pairs),
            score=min(1.0, 0.6 + 0.1 * len(exclusive)),
        )


def _is_taken(mine: Quote, theirs: Quote, *, known: bool) -> bool:
    """Whether words that two pages have were one's before; ``known`` = theirs are the earlier."""
    if mine.told or (mine.public and not theirs.told):
        return False
    return theirs.told or (known and not theirs.public)


def _likeness(page: Shelved, other: Shelved, shelf: Shelf) -> float:
    return coverage(page.stems, other.stems, shelf.weights)


def _is_main_basis(page: Shelved, other: Shelved, shelf: Shelf) -> bool:
    """Whether what ``page`` opens with, or nearly all of it, stands in ``other``."""
    opens = coverage(_lead_stems(page), other.stems, shelf.weights) >= OPENED
    return opens or not page.own or _likeness(page, other, shelf) >= MUCH_TAKEN


def _lead(page: Shelved) -> tuple[Span, ...]:
    long = [one for one in page.reading.article.paragraphs if len(one) >= SHORTEST_PARAGRAPH]
    return tuple(long[:LEAD])


def _lead_stems(page: Shelved) -> frozenset[str]:
    article = page.reading.article
    return find_stems(article.title) | stems_in(article.text, _lead(page))


def _by_particulars(page: Shelved, earlier: list[Shelved], shelf: Shelf) -> Iterator[Derivation]:
    """The page that has what ``page`` tells, if ``page`` opens with nothing of its own."""
    if not earlier or (page.own and is_told_here(page.reading, page.outlet, _lead(page))):
        return
    mine = _private_stems(page)
    covered, best = max(
        ((coverage(mine, one.stems, shelf.weights), one) for one in earlier),
        key=lambda fit: fit[0],
    )
    rare = _rare(mine & best.stems, page, best, shelf)
    if not _is_rewrite(page, best, covered, len(rare), shelf):
        return
    yield Derivation(
        page.id,
        best.id,
        "rewrite",
        "none",
        "shared-particulars",
        f"{round(100 * covered)} % of what it tells stands there, {len(rare)} particulars in no "
        "other page of the story, and it opens with no source that spoke to it",
        tuple(_sentences_with(page, rare)),
        tuple(_sentences_with(best, rare)),
        score=covered,
    )


def _is_rewrite(page: Shelved, best: Shelved, covered: float, rare: int, shelf: Shelf) -> bool:
    """A page with own sources is one only if it opens with what another has found out."""
    if page.own:
        opened = coverage(_lead_stems(page), best.stems, shelf.weights)
        return best.own and opened >= OPENED_OWN and rare >= MANY
    return (covered >= MUCH_TAKEN and rare >= RARE) or (covered >= SOME_TAKEN and rare >= MANY)


def _rare(stems: frozenset[str], page: Shelved, other: Shelved, shelf: Shelf) -> frozenset[str]:
    """Those of ``stems`` that no third page of the story has and few pages at all."""
    most = 2 + RARE_EVERYWHERE * shelf.weights.pages
    seldom = {stem for stem in stems if shelf.weights.counts.get(stem, 0) <= most}
    for third in shelf.together(page):
        if third.id != other.id:
            seldom -= third.stems
    return frozenset(seldom)


def _private_stems(page: Shelved) -> frozenset[str]:
    """The stems of the paragraphs that tell nothing said in public."""
    article = page.reading.article
    words = (one.cut(article.text) for one in article.paragraphs)
    return find_stems("\n".join((article.title, *(one for one in words if not is_public(one)))))


def _sentences_with(page: Shelved, stems: Iterable[str]) -> Iterator[Span]:
    text, wanted = page.reading.article.text, frozenset(stems)
    for paragraph in page.reading.article.paragraphs:
        for one in find_sentences(text, paragraph, _abbreviations()):
            if find_stems(one.cut(text)) & wanted:
                yield one


def _by_reports(
    page: Shelved, earlier: list[Shelved], linked: frozenset[str], shelf: Shelf
) -> Iterator[Derivation]:
    """Pages that tell what ``page`` says that somebody "had said", or opens with denying."""
    for span, words, denial in _reports(page):
        stems = find_stems(span.cut(page.reading.article.text))
        fits = [
            (coverage(stems, other.stems, shelf.weights), other)
            for other in earlier
            if (other.own if denial else _other_day(other, page))
        ]
        if len(stems) < QUOTED or not fits:
            continue
        covered, best = max(fits, key=lambda fit: (round(fit[0], 3), -_minute(fit[1])))
        known = any(
            coverage(stems, shelf.page(one).stems, shelf.weights) >= covered - 0.1 for one in linked
        )
        if covered < REPEATED or known:
            continue
        says = f"what it carries a denial of (“{words}”)" if denial else f"what somebody “{words}”"
        yield Derivation(
            page.id,
            best.id,
            "relay",
            "none",
            "denied-report" if denial else "earlier-report",
            f"{says} stands there, earlier",
            (span,),
            score=covered,
        )


def _reports(page: Shelved) -> Iterator[tuple[Span, str, bool]]:
    """(content, cue, whether it is denied) of what the page treats as told before."""
    text, lead = page.reading.article.text, _lead(page)[:1]
    for one in page.reading.statements:
        if one.cue is None:
            continue
        cue = text[max(0, one.cue.start - 24) : one.cue.end]
        content = Span(one.content[0].start, max(part.end for part in one.content))
        if found := _had_said().search(cue):
            yield content, found[0], False
        elif one.stance in _DENIES and any(part.overlaps(content) for part in lead):
            yield content, one.cue.cut(text), True


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
    auxiliaries, verbs = alternatives_of("earlier"), alternatives_of("verbs")
    return re.compile(rf"(?<!\w)(?:{auxiliaries})\s+(?:\w+\s+)?(?:{verbs})$", re.I)
