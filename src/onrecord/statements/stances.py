"""The stand that a cue gives its speaker: states, claims, denies, warns, …"""

from __future__ import annotations

from onrecord.record import Span
from onrecord.statements.lexicon import Lexicon

NEUTRAL = "states"


def stance_of(text: str, cue: Span | None, lexicon: Lexicon) -> str:
    """The stance that the words of the cue give; "states" where they give none."""
    if cue is None:
        return NEUTRAL
    words = cue.cut(text)
    for stance, pattern in lexicon.stances:
        if pattern.search(words):
            return stance
    return NEUTRAL
