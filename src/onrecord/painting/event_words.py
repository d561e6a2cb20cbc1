"""Events in words: what sort it is, who did it to whom, and on whose word it happened.

Invariant: whatever is not told by the page itself is said with whose word it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.painting.people_words import describe_country
from onrecord.painting.visible_text import show_plainly, wrap_short
from onrecord.painting.wording import count, join_words, load_words, phrase, word_for
from onrecord.record import (
    Entity,
    Event,
    EventMention,
    Factuality,
    Participant,
    Reading,
    SourceChain,
    Statement,
)

LONGEST_NAME = 48
"""Characters of a participant; a phrase that is longer is cut, its words stand in the sentence."""

PARTIES_SHOWN = 3
ORDER: tuple[Factuality, ...] = (
    "happened", "reported", "claimed", "denied", "planned", "hypothetical", "negated",
    "backtracked",
)  # fmt: skip
_ATTRIBUTED = ("reported", "claimed", "denied")


@dataclass(frozen=True, slots=True)
class Register:
    """Entities and statements by their ids."""

    entities: Mapping[str, Entity]
    statements: Mapping[str, Statement]


def register(reading: Reading) -> Register:
    """What the ids of ``reading`` lead to."""
    return Register(
        {one.id: one for one in reading.entities}, {one.id: one for one in reading.statements}
    )


def describe_events(events: Sequence[Event]) -> str:
    """How many events there are, by their standing."""
    counted = Counter(one.factuality for one in events)
    standings = [f"{counted[key]} {word_for('factuality', key)}" for key in ORDER if counted[key]]
    number = count(len(events), "event")
    return phrase("events", "tally", events=number, standings=", ".join(standings))


def describe_standing(mention: EventMention | Event, known: Register) -> str:
    """Whether it happened, and on whose word: "reported by two officials, through the Star"."""
    standing = word_for("factuality", mention.factuality)
    statement = known.statements[mention.within] if mention.within is not None else None
    if statement is None:
        return standing
    if statement.chain.origin.kind == "unknown":
        return phrase("standing", "nobody", standing=standing)
    key = "by" if mention.factuality in _ATTRIBUTED else "according"
    return phrase("standing", key, standing=standing, who=describe_voice(statement.chain, known))


def describe_voice(chain: SourceChain, known: Register) -> str:
    """Who says it, and through whom we have it; the page that we read is not repeated."""
    names = [_name(link.name, link.entity, known) for link in chain.links[1:]]
    if not names:
        return phrase("standing", "outlet")
    if len(names) == 1:
        return names[0]
    relays = join_words(names[:-1])
    return phrase("standing", "through", who=names[-1], relays=relays)


def list_other_standings(event: Event, known: Register) -> tuple[str, ...]:
    """The standings that the event has elsewhere in the text, each once, as they come.

    That others report what the page tells in its own words is no other standing; nor is the same
    plan or possibility in another mouth.
    """
    told = event.factuality == "happened"
    others = [one for one in event.mentions if not (told and one.factuality == "reported")]
    own = describe_standing(event, known)
    words: dict[str, str] = {event.factuality: own}
    for one in others:
        standing = describe_standing(one, known)
        words.setdefault(standing if one.factuality in _ATTRIBUTED else one.factuality, standing)
    return tuple(dict.fromkeys(standing for standing in words.values() if standing != own))


def describe_type(event: Event) -> str:
    """What sort of event it is: "attack (by drone)"."""
    words = word_for("event_types", event.type)
    known = load_words()["event_modes"]
    modes = [str(known.get(one.lower().replace("_", "-"), one)) for one in event.mode]
    return f"{words} ({', '.join(modes)})" if modes else words


def describe_parties(event: Event, known: Register) -> str:
    """Who did it to whom; "" where the page tells neither."""
    actors, recipients = (
        _name_parties(parties, known) for parties in (event.actors, event.recipients)
    )
    if actors and recipients:
        return phrase("events", "toward", actors=actors, recipients=recipients)
    return phrase("events", "suffered", recipients=recipients) if recipients else actors


def describe_deed(event: Event, known: Register) -> str:
    """Its sort and its parties in one."""
    parties = describe_parties(event, known)
    words = describe_type(event)
    return phrase("events", "deed", type=words, parties=parties) if parties else words


def describe_scene(event: Event, known: Register) -> str:
    """Where it was, with the country where that is known; "" where that says nothing new."""
    where = event.place
    if where is None:
        return ""
    name = _name(where.name, where.entity, known)
    if name in describe_parties(event, known):
        return ""
    country = describe_country(where.place) if where.place is not None else ""
    return name if not country or country in name else f"{name}, {country}"


def _name_parties(parties: Sequence[Participant], known: Register) -> str:
    names = list(dict.fromkeys(_name(one.name, one.entity, known) for one in parties))
    if len(names) > PARTIES_SHOWN:
        rest = len(names) - PARTIES_SHOWN
        return phrase("people", "more_names", names=", ".join(names[:PARTIES_SHOWN]), count=rest)
    return join_words(names)


def _name(words: str, entity: str | None, known: Register) -> str:
    """The entity's name where it leads to somebody, else the words as they stand."""
    if entity is not None and known.entities[entity].resolved:
        words = known.entities[entity].name
    return wrap_short(show_plainly(words), LONGEST_NAME, 1)
