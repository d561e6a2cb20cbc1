"""What a person said of a finding, shown beside it: by a sign and in words, never by colour alone.

Invariant: a verdict is about a finding that stands; what was rejected is no longer painted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.painting.markup import NOTHING, Html, element, isolate
from onrecord.painting.wording import phrase

VerdictKind = Literal["accepted", "corrected"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The last word on the finding with the id ``finding``, and whose it is."""

    finding: str
    kind: VerdictKind
    who: str


def verdict_on(verdicts: Iterable[Verdict], finding: str) -> Verdict | None:
    """The verdict on a finding, None where nobody looked at it."""
    return next((one for one in verdicts if one.finding == finding), None)


def tell_verdict(verdict: Verdict) -> str:
    """It in words: what was said, and who said it."""
    return phrase("verdicts", verdict.kind, who=verdict.who)


def show_verdict(verdict: Verdict | None) -> Html:
    """It beside a finding; nothing for none."""
    if verdict is None:
        return NOTHING
    return element("span", isolate(tell_verdict(verdict)), class_=f"verdict {verdict.kind}")
