"""What happened, was planned, claimed or denied, and in whose mouth it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.record.entities import Merge, Place
from onrecord.record.spans import Span

EventStatus = Literal["actual", "planned", "hypothetical", "negated", "abandoned"]
Factuality = Literal[
    "happened", "reported", "claimed", "denied", "planned", "hypothetical", "negated", "backtracked"
]
ContestKind = Literal["denial", "doubt"]


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what takes part: the words as they stand, and the entity where there is one."""

    name: str
    entity: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class EventDate:
    """The days an event may lie in; ``time`` = id of the time expression that gives them."""

    earliest: date
    latest: date
    best: date
    edtf: str = ""
    time: str | None = None
    rule: str = ""

    def __post_init__(self) -> None:
        if not self.earliest <= self.best <= self.latest:
            raise ValueError(f"{self.best} is not within {self.earliest} … {self.latest}")


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where it was: the page's name for it, the entity, and the place where that is known."""

    name: str
    span: Span
    entity: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One trigger of an event, with the standing of the event as it is told there.

    ``within`` = the innermost statement whose content covers the trigger, None for the outlet's own
    word. ``value`` is the encoder's factuality on −3 (certainly not) … 3 (certainly).
    """

    trigger: Span
    status: EventStatus
    factuality: Factuality
    within: str | None = None
    value: float = 3.0
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Event:
    """One event under all its mentions, coded by PLOVER.

    ``triggers`` are those of ``mentions``, in order. ``type`` is a PLOVER event type, ``mode`` its
    modes, ``quad`` 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material
    conflict. ``status``, ``factuality`` and ``within`` are those of the mention that commits most:
    what the outlet says in its own voice before what it reports. ``merges`` = why two of its
    triggers are taken for one event.
    """

    id: str
    triggers: tuple[Span, ...]
    type: str
    mode: tuple[str, ...]
    quad: int
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    date: EventDate | None
    place: EventPlace | None
    status: EventStatus
    factuality: Factuality
    within: str | None
    mentions: tuple[EventMention, ...]
    score: float = 1.0
    found_by: str = ""
    merges: tuple[Merge, ...] = ()

    def __post_init__(self) -> None:
        if self.quad not in (1, 2, 3, 4):
            raise ValueError(f"{self.type}: there is no quad class {self.quad}")
        if not self.mentions or self.triggers != tuple(one.trigger for one in self.mentions):
            raise ValueError(f"{self.type}: an event has the triggers of its mentions, in order")


@dataclass(frozen=True, slots=True)
class Contest:
    """A claim of the article and what stands against it there.

    ``kind`` = denial (somebody denies it) or doubt (the outlet says that nothing shows it).
    ``claim`` and ``against`` are the words of both; ``claim_statement`` and ``against_statement``
    ids of statements, None where the outlet speaks itself.
    """

    id: str
    kind: ContestKind
    claim: Span
    against: Span
    claim_statement: str | None = None
    against_statement: str | None = None
    rule: str = ""
    score: float = 1.0
