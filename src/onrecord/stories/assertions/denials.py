"""What speaks for a sentence's denying a claim, and what against, as a few numbers.

Invariant: a sentence that neither negates nor denies nor calls something false denies nothing;
"declined to comment" is no denial, since none of these words is in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.record import Reading, Span
from onrecord.stories.assertions.coverage import Coverage
from onrecord.stories.assertions.likeness import ASSERTING, Match
from onrecord.stories.assertions.sentences import PageSentences
from onrecord.stories.assertions.telling_index import Floats

DENYING = (
    "bias", "unit", "names around", "number absent", "number other", "number negated",
    "number denied", "head negated", "negated", "denies", "denies unit", "denies told",
    "verdict", "verdict unit", "verdict told", "points told", "points number",
    "affirms", "answer told", "contested", "contests other",
    "told", "title", "meaning",
)  # fmt: skip
"""The features of a denial, in the order of the weights."""
REACH = 3
"""Sentences between a telling and the denial that answers it."""
FADING = 0.15
"""How much weaker an answer is with each sentence between; set by hand."""
SURE = 0.5
"""Score from which a sentence is taken for a telling that may be answered."""
NAMES_AROUND, COUNTED, MEANING = (
    ASSERTING.index(name) for name in ("names around", "counted", "meaning")
)


@dataclass(frozen=True, slots=True)
class _Page:
    """What is the same for all sentences of a page: how likely each asserts the claim, and so on.

    ``origins`` = whose words stand in each, ``told`` = those that likely do, ``title`` = how much
    of the claim a denying title has.
    """

    reading: Reading
    scores: Sequence[float]
    origins: tuple[frozenset[str], ...]
    told: tuple[Span, ...]
    cues: tuple[Span, ...]
    title: float


def find_denial_features(
    coverage: Coverage, matches: Sequence[Match], scores: Sequence[float], divided: PageSentences
) -> list[tuple[Match, Floats]]:
    """The sentences of one page that deny something, each with its features.

    ``matches`` are all sentences of the page in order, ``scores`` how likely each asserts the
    claim.
    """
    if not matches:
        return []
    reading = divided.reading
    title = float(coverage.title[matches[0].page]) if divided.title_denies else 0.0
    page = _Page(
        reading,
        scores,
        tuple(_origins(reading, one.sentence.span) for one in matches),
        tuple(
            one.sentence.span for one, score in zip(matches, scores, strict=True) if score >= SURE
        ),
        tuple(one.cue for one in reading.statements if one.stance == "denies" and one.cue),
        title,
    )
    found = []
    for place, match in enumerate(matches):
        features = _features(page, place, match, float(coverage.unit[match.at]))
        if features is not None:
            found.append((match, np.array(features, np.float32)))
    return found


def _features(page: _Page, place: int, match: Match, unit: float) -> tuple[float, ...] | None:
    span, stands = match.sentence.span, match.standing
    denies = bool(stands.denying) or any(span.covers(cue) for cue in page.cues)
    verdict = bool(stands.verdicts)
    contested, against = _contested(page, span)
    affirms = _affirms(match)
    if not (denies or verdict or stands.answers or stands.negated or against or affirms):
        return None
    before, near = _told_near(page, place)
    counted = match.features[COUNTED] > 0
    of_number = stands.numbers and not counted
    numbers = any(not one.article for one in match.sentence.quantities)
    agreed = bool(match.agreed) and counted
    anaphoric = verdict or stands.answers
    return (
        1.0,
        unit,
        float(match.features[NAMES_AROUND]),
        float(counted and not agreed and not numbers and not anaphoric),
        float(counted and not agreed and numbers),
        float(counted and any(at - 1 in stands.negators for at in match.counted)),
        float(agreed and (denies or verdict)),
        float(not denies and _negates_head(match)),
        max(match.negated, 0.0) * unit,
        float(denies),
        denies * _behind(match),
        denies * near,
        float(verdict),
        verdict * unit,
        verdict * before,
        (stands.points and not denies) * before,
        float(of_number),
        affirms * unit,
        stands.answers * before,
        float(contested),
        float(against and not contested),
        max(page.scores),
        page.title,
        float(match.features[MEANING]),
    )


def _told_near(page: _Page, place: int) -> tuple[float, float]:
    """The likeliest telling up to the sentence, and around it; weaker with each one between.

    What the same speaker tells behind a denial is held against it and is not denied.
    """
    first = max(0, place - REACH)
    faded = [
        how * (1 - FADING * abs(place - other))
        for other, how in enumerate(page.scores[first : place + REACH + 1], first)
        if other <= place or not page.origins[place] & page.origins[other]
    ]
    return max(faded[: place - first + 1]), max(faded)


def _origins(reading: Reading, span: Span) -> frozenset[str]:
    """Whose words stand in the sentence."""
    return frozenset(
        one.chain.origin.name
        for one in reading.statements
        if any(span.overlaps(part) for part in one.content)
    )


def _affirms(match: Match) -> float:
    """How much of what the claim negates the sentence says without a negation."""
    return match.told if match.denied else 0.0


def _negates_head(match: Match) -> bool:
    """Whether what a negation stands right before is of a claim that negates nothing."""
    heads = match.standing.heads
    return match.negated > 0 and not match.denied and any(at in heads for at in match.matched)


def _behind(match: Match) -> float:
    """The weight of the claim's words behind the first verb that denies."""
    first = min(match.standing.denying, default=0)
    return sum(weight for at, weight in match.matched.items() if at >= first)


def _contested(page: _Page, span: Span) -> tuple[bool, bool]:
    """Whether a contest of the page says that ``span`` stands against a telling, or against any."""
    contests = page.reading.contests
    here = [one for one in contests if one.kind == "denial" and one.against.overlaps(span)]
    return any(one.claim.overlaps(there) for one in here for there in page.told), bool(here)
