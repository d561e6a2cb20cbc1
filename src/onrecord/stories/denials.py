"""What speaks for a sentence's denying a claim, and what against, as a few numbers.

Invariant: a sentence that neither negates nor denies nor calls something false denies nothing;
"declined to comment" is no denial, since none of these words is in it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.record import Reading, Span
from onrecord.stories.coverage import Coverage
from onrecord.stories.likeness import Match
from onrecord.stories.standing import read_standing
from onrecord.stories.telling_index import Floats
from onrecord.stories.wordings import tokenise

DENYING = (
    "bias", "unit", "names around", "number absent", "number negated", "head negated", "negated",
    "denies", "denies unit", "denies told", "verdict", "verdict told", "answer told", "contested",
    "told", "title", "meaning",
)  # fmt: skip
"""The features of a denial, in the order of the weights."""
REACH = 3
"""Sentences between a telling and the denial that answers it."""
FADING = 0.15
"""How much weaker an answer is with each sentence between; set by hand."""
SURE = 0.5
"""Score from which a sentence is taken for a telling that may be answered."""


def find_denial_features(
    coverage: Coverage, matches: Sequence[Match], scores: Sequence[float], reading: Reading
) -> list[tuple[Match, Floats]]:
    """The sentences of one page that deny something, each with its features.

    ``matches`` are all sentences of the page in order, ``scores`` how likely each asserts the
    claim.
    """
    cues = [one for one in reading.statements if one.stance == "denies" and one.cue is not None]
    title = _title_denies(reading)
    page_score = max(scores, default=0.0)
    told = [one.sentence.span for one, score in zip(matches, scores, strict=True) if score >= SURE]
    found = []
    for place, match in enumerate(matches):
        span = match.sentence.span
        stands = match.standing
        denies = bool(stands.denying) or any(one.cue and span.covers(one.cue) for one in cues)
        contested, against = _contested(reading, span, told)
        verdict = bool(stands.verdicts)
        if not (denies or verdict or stands.answers or stands.negated or against):
            continue
        near = max(
            (
                score * (1 - FADING * abs(place - other))
                for other, score in enumerate(scores)
                if abs(place - other) <= REACH
            ),
            default=0.0,
        )
        unit = float(coverage.unit[match.at])
        plain = not stands.denying
        features = (
            1.0,
            unit,
            float(match.features[6]),
            float(not (match.agreed or verdict or stands.answers)),
            float(any({at - 1, at - 2} & stands.negators for at in match.counted)),
            float(
                plain
                and match.negated > 0
                and not match.denied
                and any(at in stands.heads for at in match.matched)
            ),
            max(match.negated, 0.0) * unit,
            float(denies),
            denies * _behind(match),
            denies * near,
            float(verdict),
            verdict * near,
            stands.answers * near,
            float(contested),
            page_score,
            title * float(coverage.title[match.page]),
            float(match.features[-1]),
        )
        found.append((match, np.array(features, np.float32)))
    return found


def _behind(match: Match) -> float:
    """The weight of the claim's words behind the first verb that denies."""
    first = min(match.standing.denying, default=0)
    return sum(weight for at, weight in match.matched.items() if at >= first)


def _contested(reading: Reading, span: Span, told: list[Span]) -> tuple[bool, bool]:
    """Whether a contest of the page says that ``span`` stands against a telling, or against any."""
    here = [one for one in reading.contests if one.kind == "denial" and one.against.overlaps(span)]
    return any(one.claim.overlaps(there) for one in here for there in told), bool(here)


def _title_denies(reading: Reading) -> bool:
    article = reading.article
    tokens = tokenise(article.title, 0, len(article.title), article.language)
    standing = read_standing(tokens, article.language)
    return bool(standing.denying or standing.verdicts)
