"""What the encoder says of a whole text: names, mentions, events, sentences, each tied to words."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.encoder.labels import CueLabels
from onrecord.record import Span

NAME_LABELS = ("PER", "ORG", "LOC", "EVENT", "NORP", "PROD", "MISC")
"""LOC covers states, landscapes and buildings alike: no large training set tells them apart."""
EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""PLOVER's event types; YIELD holds CONCEDE and RETREAT."""


@dataclass(frozen=True, slots=True)
class NameLabel:
    """A name: its words, one of ``NAME_LABELS``, and the mean probability of its words' tags."""

    span: Span
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class MentionLabel:
    """A name, noun phrase or pronoun that speaks of somebody or something.

    ``head`` = its head word. ``antecedent`` = the number, among all mentions of the text, of the
    nearest earlier mention that is judged to mean the same, ``link`` the probability of that;
    None and the probability of having none where it is the first.
    """

    span: Span
    head: Span
    score: float
    antecedent: int | None = None
    link: float = 0.0


@dataclass(frozen=True, slots=True)
class EventLabel:
    """A word that tells of an event of one of PLOVER's types.

    ``score`` = probability that it does; ``types`` = probabilities in the order of
    ``EVENT_TYPES``, given that it does, summing to 1. ``factuality`` on −3 (certainly not) … 3
    (certainly). ``actors`` did it, ``recipients`` had it done to them: their words.
    """

    trigger: Span
    score: float
    types: tuple[float, ...]
    factuality: float
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Labels:
    """All that one pass says of a text; everything in the order of the text.

    ``sentences`` = first characters of the words that begin a sentence.
    """

    cues: tuple[CueLabels, ...]
    names: tuple[NameLabel, ...] = ()
    mentions: tuple[MentionLabel, ...] = ()
    events: tuple[EventLabel, ...] = ()
    sentences: tuple[int, ...] = ()
