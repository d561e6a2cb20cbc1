"""Events and contested claims for a browser: a card for each, and one line for the timeline.

Invariant: a card leads to every mention that the text marks, each with its own standing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.painting.addresses import NOWHERE, Addresses
from onrecord.painting.contest_words import (
    ContestedClaim,
    describe_side,
    order_contests,
    quote_span,
)
from onrecord.painting.days import describe_between, describe_day
from onrecord.painting.event_words import (
    Register,
    describe_deed,
    describe_events,
    describe_scene,
    describe_standing,
    describe_type,
    list_other_standings,
    register,
)
from onrecord.painting.html_text import anchor, find_anchored
from onrecord.painting.markup import NOTHING, Html, element, isolate, join, write
from onrecord.painting.people_words import describe_coordinates
from onrecord.painting.timeline import order_events
from onrecord.painting.wording import join_words, phrase, word_for
from onrecord.record import Event, EventMention, Participant, Reading, Span


@dataclass(frozen=True, slots=True)
class Places:
    """Where findings stand on the page: ``suffix`` of all ids, the spans that have an anchor.

    ``addresses`` lead to more of them on other pages.
    """

    suffix: str
    anchored: frozenset[Span]
    page: int
    addresses: Addresses = NOWHERE


def place_findings(
    reading: Reading, *, suffix: str, page: int, addresses: Addresses = NOWHERE
) -> Places:
    """The places of everything that a card may lead to."""
    spans = [span for event in reading.events for span in event.triggers]
    spans += [span for entity in reading.entities for span in entity.mentions]
    spans += [span for contest in reading.contests for span in (contest.claim, contest.against)]
    return Places(suffix, find_anchored(reading.article, spans), page, addresses)


def list_happenings(reading: Reading, places: Places) -> dict[int, Html]:
    """One line for each event, by its number, that leads to its card."""
    known = register(reading)
    return {
        number: element(
            "a",
            element("span", write(describe_standing(event, known)), class_="standing"),
            write(f" · {describe_deed(event, known)}"),
            class_=f"happening is-{event.factuality}",
            href=f"#{event.id}{places.suffix}-card",
            data_e=str(number),
        )
        for number, event in enumerate(order_events(reading), start=1)
    }


def show_events(reading: Reading, places: Places) -> Html:
    """The list of all events, in order of the text; nothing where there are none."""
    events = order_events(reading)
    if not events:
        return NOTHING
    known = register(reading)
    cards = [
        _show_event(number, event, reading, known, places)
        for number, event in enumerate(events, start=1)
    ]
    return element(
        "section",
        element("h2", write(phrase("events", "list"))),
        element("p", write(describe_events(events)), class_="weight"),
        element("p", write(phrase("events", "own_words")), class_="weight"),
        element("ol", join(cards), class_="cards events"),
        id=f"page-{places.page}-events",
    )


def _show_event(
    number: int, event: Event, reading: Reading, known: Register, places: Places
) -> Html:
    scene = [isolate(words) for words in (_tell_day(event), describe_scene(event, known)) if words]
    if event.place is not None and event.place.place is not None:
        scene.append(write(describe_coordinates(event.place.place)))
    others = list_other_standings(event, known)
    also = phrase("standing", "also", others=join_words(list(others)))
    sure = f"{event.type} · {word_for('quads', str(event.quad))} · {event.score:.0%}"
    return element(
        "li",
        _link_standing(event, known, places),
        places.addresses.verdict(event.id),
        element("p", _show_deed(event, known, places), class_="deed"),
        element("p", Html(" · ".join(scene)), class_="scene") if scene else NOTHING,
        element("p", write(also), class_="also") if others else NOTHING,
        element("p", *_link_mentions(event, reading, known, places), class_="leads"),
        element("p", write(sure), write(" "), places.addresses.finding(event.id), class_="notes"),
        id=f"{event.id}{places.suffix}-card",
        class_=f"card is-{event.factuality}",
        data_e=str(number),
    )


def _link_standing(event: Event, known: Register, places: Places) -> Html:
    words = write(describe_standing(event, known))
    if event.within is None:
        return element("p", words, class_="standing")
    href = f"#{event.within}{places.suffix}-chain"
    return element("p", element("a", words, href=href), class_="standing")


def _show_deed(event: Event, known: Register, places: Places) -> Html:
    """As ``describe_deed`` says it, each party leading to its own card."""
    actors, recipients = (
        _link_parties(parties, known, places) for parties in (event.actors, event.recipients)
    )
    kind = write(describe_type(event))
    if not actors and not recipients:
        return kind
    arrow = f" {phrase('events', 'arrow')} " if recipients else ""
    return join([kind, write(": "), actors, write(arrow if actors else arrow.lstrip()), recipients])


def _link_parties(parties: Sequence[Participant], known: Register, places: Places) -> Html:
    linked: dict[str, Html] = {}
    for one in parties:
        entity = known.entities[one.entity] if one.entity is not None else None
        name = entity.name if entity is not None and entity.resolved else one.name
        card = f"#{entity.id}{places.suffix}-card" if entity is not None else None
        linked[name] = element("a", isolate(name), href=card) if card else isolate(name)
    return Html(", ".join(linked.values()))


def _link_mentions(event: Event, reading: Reading, known: Register, places: Places) -> list[Html]:
    """Each trigger, leading to its place, with its own standing where a pointer rests on it."""
    parts = []
    for part, mention in enumerate(event.mentions, start=1):
        words = isolate(mention.trigger.cut(reading.article.text))
        place = anchor(f"{event.id}{places.suffix}", "event", part)
        parts.append(_link_mention(mention, words, place, known, places))
        parts.append(write(" "))
    return parts


def _link_mention(
    mention: EventMention, words: Html, place: str, known: Register, places: Places
) -> Html:
    return element(
        "a" if mention.trigger in places.anchored else "span",
        words,
        href=f"#{place}" if mention.trigger in places.anchored else None,
        class_=f"event is-{mention.factuality}",
        title=describe_standing(mention, known),
    )


def _tell_day(event: Event) -> str:
    day = event.date
    if day is None:
        return ""
    if day.earliest == day.latest:
        return describe_day(day.best, weekday=True)
    return describe_between(day.earliest, day.latest)


def show_contests(reading: Reading, places: Places) -> Html:
    """The contested claims, both sides quoted; nothing where nothing is contested."""
    contested = order_contests(reading)
    if not contested:
        return NOTHING
    known = register(reading)
    cards = [
        _show_contest(number, one, reading.article.text, known, places)
        for number, one in enumerate(contested, start=1)
    ]
    return element(
        "section",
        element("h2", write(phrase("contests", "heading"))),
        element("ul", join(cards), class_="cards contests"),
        id=f"page-{places.page}-contests",
    )


def _show_contest(
    number: int, claim: ContestedClaim, text: str, known: Register, places: Places
) -> Html:
    sides = [("told", claim.claim, claim.statement)]
    sides += [(one.kind, one.against, one.against_statement) for one in claim.against]
    lines = []
    for part, (key, span, statement) in enumerate(sides, start=1):
        place = anchor(f"{claim.id}{places.suffix}", "contest", part)
        quoted = isolate(quote_span(span, text))
        linked = element("a", quoted, href=f"#{place}") if span in places.anchored else quoted
        side = element("span", write(describe_side(key, statement, known)), class_="side")
        lines.append(element("p", side, write(" "), linked, class_=f"contest-{key}"))
    return element(
        "li", join(lines), id=f"{claim.id}{places.suffix}-card", class_="card", data_c=str(number)
    )
