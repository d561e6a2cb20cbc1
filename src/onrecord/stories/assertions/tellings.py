"""Which pages assert a claim and which deny it, and in which words.

Invariant: a telling has its place in the text and says why it was taken for one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.record import Issue, Reading, Span, Statement
from onrecord.record.stories import Telling
from onrecord.stories.assertions.claim_scores import load_scores, score
from onrecord.stories.assertions.claims import ClaimWords, check_claim, read_claim
from onrecord.stories.assertions.coverage import Coverage, measure_coverage
from onrecord.stories.assertions.denials import find_denial_features
from onrecord.stories.assertions.likeness import ASSERTING, UNIT, Match, match_sentence
from onrecord.stories.assertions.sentences import PageSentences
from onrecord.stories.assertions.telling_index import TellingIndex

Embed = Callable[[tuple[str, ...]], NDArray[np.float32]]
"""Texts to unit vectors of one length, a row each."""

FEW_PAGES = 200
"""Pages that a claim is held against sentence by sentence: those with most of its words."""
LIKELY = 0.45
"""Share of a claim's words in a sentence and around it from which further pages are, too, so that
a thousand copies are all told; set by hand."""
MOST_VECTORS = 256
"""Sentences of them that a vector is made for, the likeliest by their words."""
NUMBER_WORTH = 0.5
"""What the claim's number is worth beside its words where pages are chosen; set by hand."""
ENOUGH = 0.6
"""Share of the matched words that lie in a statement whose telling it is; set by hand."""
FULL = 0.6
"""Share of the words of the page's fullest telling that a further one has at least; by hand."""
MISSING_NAMES, MISSING_DAYS = 0.25, 0.5
"""Share of the claim's names and days, by weight, that one of the pages may lack; by hand, on
claims of the development sets with a name or month of another story put in."""
SAME_EVENT = 0.6
"""Share of the words of the fullest telling that a story's fullest has at least: another event
shares the names of things with the claim, and hardly what happened; by hand."""
SHARED_NAMES = 2
"""Seldom names by which a page of another story is about the same; by hand."""
CONTRARY = 0.5
"""Share of what the claim denies that a sentence does not deny; by hand, on two negative claims of
the third set and on claims turned into their contrary."""
COUNTED, MEANING, NAMES_PAGE, DAYS = (
    ASSERTING.index(name) for name in ("counted", "meaning", "names page", "days")
)


def find_tellings(
    claim: str, readings: Sequence[Reading], *, embed: Embed | None = None
) -> tuple[Telling, ...]:
    """Where ``readings`` assert or deny ``claim``, page by page in the order of the text.

    None for what is no claim: ``check_claim`` says why. For more than one claim build the
    TellingIndex once and use ``find_in``.
    """
    return find_in(claim, TellingIndex(readings), embed=embed)


def find_in(claim: str, index: TellingIndex, *, embed: Embed | None = None) -> tuple[Telling, ...]:
    """The same over pages that are prepared already."""
    tellings: list[Telling] = []
    for language in index.languages:
        if check_claim(claim, language) is not None:
            continue
        words = read_claim(claim, language)
        coverage = measure_coverage(words, index)
        told: list[tuple[Match, Telling]] = []
        for page, matches in _match_pages(words, index, coverage, embed):
            told += _judge_page(words, coverage, matches, index.divided(page))
        if any(_names_it(match) for match, _ in told):
            meant = _meant_pages(told, index)
            tellings += [one for match, one in told if match.page in meant]
    return tuple(tellings)


def explain_silence(claim: str, index: TellingIndex) -> Issue:
    """Why nothing was found for ``claim``, and what to do: for where ``find_in`` gives nothing."""
    for language in index.languages:
        issue = check_claim(claim, language)
        if issue is not None:
            return issue
        words = read_claim(claim, language)
        unknown = [
            claim[words.tokens[term.first].start : words.tokens[term.first].end]
            for term, held in zip(words.terms, measure_coverage(words, index).anywhere, strict=True)
            if not held.any()
        ]
        if unknown:
            message = f"none of the pages has {', '.join(unknown)}: ask in other words"
            return Issue("claims", "no-telling", message)
    if not len(index):
        return Issue("claims", "no-telling", "there are no pages: name some to look through")
    message = "its words are here, and no page says it: ask for a part of it, or in other words"
    return Issue("claims", "no-telling", message)


def _names_it(match: Match) -> bool:
    """Whether a telling's page has the claim's names, and its sentence the days.

    A page that leaves them out ("the ferry") counts only where another one that has them tells it:
    else the claim is about somebody or some day that no page speaks of.
    """
    return bool(
        match.features[NAMES_PAGE] <= MISSING_NAMES and match.features[DAYS] <= MISSING_DAYS
    )


def _meant_pages(told: list[tuple[Match, Telling]], index: TellingIndex) -> set[int]:
    """The pages about what the claim is about: those of a story that has most of its words.

    And those that share names with them, since a story may have fallen in two.
    """
    best: dict[str, float] = {}
    for match, _ in told:
        story = index.story(match.page)
        best[story] = max(float(match.features[UNIT]), best.get(story, 0.0))
    least = SAME_EVENT * max(best.values(), default=0.0)
    pages = {match.page for match, _ in told}
    meant = {page for page in pages if best[index.story(page)] >= least}
    names = frozenset(name for page in meant for name in index.seldom_names(page))
    return meant | {page for page in pages if len(index.seldom_names(page) & names) >= SHARED_NAMES}


def _match_pages(
    claim: ClaimWords, index: TellingIndex, coverage: Coverage, embed: Embed | None
) -> Iterator[tuple[int, list[Match]]]:
    """The likeliest pages in order, each with all its sentences held against the claim."""
    worth = (coverage.unit + coverage.around) / 2
    worth[index.sentences_with(claim)] += NUMBER_WORTH
    pages = sorted(_best_pages(worth, index, claim.language))
    found = {
        page: [
            match_sentence(claim, index, coverage, at, 0.0)
            for at in range(index.starts[page], index.starts[page + 1])
        ]
        for page in pages
    }
    if embed is not None:
        _add_meaning(claim, index, found, embed)
    yield from found.items()


def _best_pages(worth: NDArray[Any], index: TellingIndex, language: str) -> list[int]:
    best: list[tuple[float, int]] = []
    for page, reading in enumerate(index.readings):
        there = worth[index.starts[page] : index.starts[page + 1]]
        if len(there) and reading.article.language == language:
            best.append((-float(there.max()), page))
    best.sort()
    return [page for at, (how, page) in enumerate(best) if at < FEW_PAGES or how <= -LIKELY]


def _add_meaning(
    claim: ClaimWords, index: TellingIndex, found: dict[int, list[Match]], embed: Embed
) -> None:
    """Gives the likeliest sentences the cosine of their vector and the claim's."""
    weights = load_scores(with_meaning=False).asserting
    ranked = sorted(
        (match for matches in found.values() for match in matches),
        key=lambda match: (-float(match.features @ weights), match.at),
    )[:MOST_VECTORS]
    vectors = index.vectors(embed, tuple(match.at for match in ranked))
    cosines = vectors @ embed((claim.text,))[0]
    for match, cosine in zip(ranked, cosines, strict=True):
        features = match.features.copy()
        features[MEANING] = cosine
        at = match.at - index.starts[match.page]
        found[match.page][at] = replace(match, features=features, meant=True)


def _judge_page(
    claim: ClaimWords, coverage: Coverage, matches: list[Match], page: PageSentences
) -> Iterator[tuple[Match, Telling]]:
    reading = page.reading
    scores = [score_telling(one) for one in matches]
    denials = []
    for match, features in find_denial_features(coverage, matches, scores, page):
        table = load_scores(with_meaning=match.meant)
        how = score(features, table.denying)
        if how >= table.denying_from:
            denials.append((match, how))
    negating = {match.at for match, _ in denials if only_negates(match)}
    asserting = [
        (match, how)
        for match, how in zip(matches, scores, strict=True)
        if how >= load_scores(with_meaning=match.meant).asserting_from and match.at not in negating
    ]
    most = max((own_words(match) for match, _ in asserting), default=0.0)
    best = max((how for _, how in asserting), default=0.0)
    for match, how in asserting:
        if how == best or own_words(match) >= FULL * most:
            yield match, _assert(match, how, coverage, claim, reading)
    for match, how in denials:
        yield match, _deny(match, how, reading)


def own_words(match: Match) -> float:
    """How much of the claim a sentence has itself: the share of its words, and its number."""
    return float(match.features[UNIT]) + float(match.features[COUNTED]) * match.agreed


def only_negates(match: Match) -> bool:
    """Whether a denial says the contrary without first reporting the claim ("there was none")."""
    return match.negated > 0 and not (match.standing.denying or match.standing.verdicts)


def score_telling(match: Match) -> float:
    """How likely a sentence asserts the claim; 0 for another number, and for the contrary."""
    if not match.agreed or match.contrary >= CONTRARY:
        return 0.0
    return score(match.features, load_scores(with_meaning=match.meant).asserting)


def _assert(
    match: Match, how: float, coverage: Coverage, claim: ClaimWords, reading: Reading
) -> Telling:
    statement = _statement_of(match, reading)
    whole = match.sentence.span
    spans: tuple[Span, ...] = (whole,)
    if statement is not None:
        spans = tuple(_clip(part, whole) for part in statement.content if part.overlaps(whole))
    held, near = coverage.held[:, match.at], coverage.near[:, match.at]
    terms = [term.lemma for term in claim.terms]
    missing = [
        term for term, here, there in zip(terms, held, near, strict=True) if not (here or there)
    ]
    beside = [
        term for term, here, there in zip(terms, held, near, strict=True) if there and not here
    ]
    reason = f"has {coverage.unit[match.at]:.0%} of the claim's words by weight"
    reason += f", {', '.join(beside)} from what stands around it" if beside else ""
    reason += f", without {', '.join(missing)}" if missing else ""
    reason += ", and the same number" if claim.quantities else ""
    identity = None if statement is None else statement.id
    return Telling(reading.article.id, "asserts", spans, identity, round(how, 3), reason)


def _deny(match: Match, how: float, reading: Reading) -> Telling:
    whole = match.sentence.span
    words = [
        match.sentence.tokens[at].word for at in (*match.standing.denying, *match.standing.verdicts)
    ]
    told = f"says “{words[0]}”" if words else "negates it"
    statement = _denial_of(match, reading)
    reason = f"{told} of what the claim says"
    identity = None if statement is None else statement.id
    return Telling(reading.article.id, "denies", (whole,), identity, round(how, 3), reason)


def _clip(part: Span, whole: Span) -> Span:
    return Span(max(part.start, whole.start), min(part.end, whole.end))


def _statement_of(match: Match, reading: Reading) -> Statement | None:
    """The innermost statement that has most of the matched words in its content."""
    tokens = match.sentence.tokens
    weights = {**match.matched, **dict.fromkeys(match.counted, 1 / max(len(match.counted), 1))}
    whole = sum(weights.values())
    best: tuple[int, Statement] | None = None
    for one in reading.statements:
        inside = sum(
            weight
            for at, weight in weights.items()
            if any(part.start <= tokens[at].start < part.end for part in one.content)
        )
        size = sum(map(len, one.content))
        if whole and inside >= ENOUGH * whole and (best is None or size < best[0]):
            best = size, one
    return None if best is None else best[1]


def _denial_of(match: Match, reading: Reading) -> Statement | None:
    """The statement whose cue denies in the sentence, else the innermost that is in it most."""
    span = match.sentence.span
    for one in reading.statements:
        if one.stance == "denies" and one.cue is not None and span.covers(one.cue):
            return one
    around = [one for one in reading.statements if any(part.overlaps(span) for part in one.content)]
    return max(
        around, key=lambda one: (_shared(one, span), -sum(map(len, one.content))), default=None
    )


def _shared(statement: Statement, span: Span) -> int:
    return sum(len(_clip(part, span)) for part in statement.content if part.overlaps(span))
