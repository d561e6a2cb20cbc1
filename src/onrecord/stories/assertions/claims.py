"""A claim as a user types it, taken apart: words by weight, names, days, numbers, its negation.

Invariant: a sentence that cannot be asked for becomes an Issue that says what to do.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record import Issue
from onrecord.stories.assertions.numbers import Quantity, find_quantities
from onrecord.stories.assertions.standing import Standing, read_standing
from onrecord.stories.assertions.wordings import Token, tokenise
from onrecord.times import find_times

LONGEST_CLAIM = 600
"""Characters of a claim: a sentence of 100 words; longer ones are paragraphs of many claims."""
FEWEST_WORDS = 2
"""Words of matter that a claim has at least: one word alone claims nothing."""
CALENDAR_KINDS = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a claim's matter; ``name`` = whether it is one, None where the claim cannot tell.

    Claims tell by capitals, but not of their first word, and not where they are written without.
    ``day`` = it is of the calendar; ``negated`` = the claim denies it; ``first`` = its first token;
    ``behind`` = it stands in a denied clause in which another word is what is denied ("no data was
    stolen *from the town hall*").
    """

    lemma: str
    name: bool | None
    day: bool
    negated: bool
    first: int = 0
    behind: bool = False


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """A claim's terms, each base form once, and its numbers but for "a" and "an"."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    terms: tuple[Term, ...]
    quantities: tuple[Quantity, ...]
    standing: Standing
    modal: bool


def read_claim(text: str, language: str = "en") -> ClaimWords:
    """The claim taken apart; LookupError where the language has no table of claims."""
    tokens = tokenise(text, 0, len(text), language)
    times = [one for one in find_times(text, language).times if one.kind in CALENDAR_KINDS]
    dated = frozenset(
        at
        for at, token in enumerate(tokens)
        if any(time.span.start <= token.start < time.span.end for time in times)
    )
    quantities = tuple(one for one in find_quantities(tokens, dated, language) if not one.article)
    counted = {at for one in quantities for at in range(one.first, one.end)}
    standing = read_standing(tokens, language)
    terms: dict[str, Term] = {}
    for at, token in enumerate(tokens):
        matter = token.word[0].isalnum() and at not in counted
        if matter and (at in dated or not token.small):
            terms.setdefault(
                token.lemma,
                Term(
                    token.lemma,
                    _is_name(tokens, at),
                    at in dated,
                    at in standing.negated,
                    at,
                    bool(standing.heads) and at in standing.negated - standing.heads,
                ),
            )
    return ClaimWords(
        text,
        language,
        tokens,
        tuple(terms.values()),
        quantities,
        standing,
        modal=any(at in standing.modal for at, one in enumerate(tokens) if not one.small),
    )


def _is_name(tokens: tuple[Token, ...], at: int) -> bool | None:
    if at == 0 or not any(one.capital for one in tokens):
        return None
    return tokens[at].capital


def search_words(text: str, language: str = "en") -> tuple[tuple[str, str], ...]:
    """The words of the claim ``text`` that tell of its matter, and its numbers: what pages that may
    tell it are searched by. Each in its base form and as it is written."""
    claim = read_claim(text, language)
    counted = {at for one in claim.quantities for at in range(one.first, one.end)}
    wanted = sorted({one.first for one in claim.terms} | counted)
    tokens = (claim.tokens[at] for at in wanted)
    return tuple((one.lemma, text[one.start : one.end]) for one in tokens)


def check_claim(text: str, language: str = "en") -> Issue | None:
    """Why ``text`` cannot be asked for and what to do, or None where it can."""
    stripped = " ".join(text.split())
    if not stripped:
        return _refuse("empty-claim", "there is no claim: give one sentence in quotation marks")
    if len(stripped) > LONGEST_CLAIM:
        return _refuse(
            "claim-too-long",
            f"this is {len(stripped):,} characters, a claim is one sentence of at most "
            f"{LONGEST_CLAIM}: ask for each of its sentences by itself",
        )
    if stripped.endswith("?"):
        return _refuse(
            "claim-is-a-question",
            "this is a question: put it as a statement that can be true or false "
            "(not “Did the bridge close?” but “The bridge was closed.”)",
        )
    claim = read_claim(stripped, language)
    if len(claim.terms) + len(claim.quantities) < FEWEST_WORDS:
        return _refuse(
            "claim-too-short",
            f"“{stripped}” claims nothing: say who did what, in one sentence; "
            "for all that pages say about one word use search",
        )
    return None


def _refuse(code: str, message: str) -> Issue:
    return Issue("claims", code, message)
