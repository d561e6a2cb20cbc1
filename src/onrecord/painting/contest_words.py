"""Contested claims in words: the claim with whose word it is, and what stands against it.

Invariant: both sides are quoted as they stand in the text.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.painting.event_words import Register, describe_voice
from onrecord.painting.visible_text import show_plainly, strip_marks
from onrecord.painting.wording import phrase
from onrecord.record import Contest, Reading, Span


@dataclass(frozen=True, slots=True)
class ContestedClaim:
    """One claim and all that stands against it."""

    claim: Span
    statement: str | None
    against: tuple[Contest, ...]

    @property
    def id(self) -> str:
        """The id of its first contest, which is its own too."""
        return self.against[0].id


def order_contests(reading: Reading) -> tuple[ContestedClaim, ...]:
    """The contests by the claim that they contest, in order of the text."""
    by_claim: dict[tuple[Span, str | None], list[Contest]] = {}
    for one in sorted(reading.contests, key=lambda one: (one.claim, one.against, one.id)):
        by_claim.setdefault((one.claim, one.claim_statement), []).append(one)
    return tuple(ContestedClaim(*key, tuple(contests)) for key, contests in by_claim.items())


def describe_claim(one: ContestedClaim, known: Register, text: str) -> str:
    """The claim's words and whose they are."""
    return phrase(
        "contests",
        "claim",
        words=quote_span(one.claim, text),
        standing=describe_side("told", one.statement, known),
    )


def describe_against(one: Contest, known: Register, text: str) -> str:
    """Who denies or doubts it, and the words."""
    side = describe_side(one.kind, one.against_statement, known)
    return phrase("contests", "against", side=side, words=quote_span(one.against, text))


def describe_side(key: str, statement: str | None, known: Register) -> str:
    """Whose word one side is: that of a statement's source, or the page's own."""
    if statement is None:
        return phrase("contests", key, who=phrase("standing", "outlet"))
    return phrase("contests", key, who=describe_voice(known.statements[statement].chain, known))


def quote_span(span: Span, text: str) -> str:
    """The words in one pair of quotation marks."""
    return f"“{strip_marks(show_plainly(span.cut(text)).strip(' ,;'))}”"
