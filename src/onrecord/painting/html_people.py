"""People and places for a browser: a card for each that leads to every mention.

Invariant: every entity of the reading has a card, if only in a part that is folded away.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.painting.highlights import role_of
from onrecord.painting.html_events import Places
from onrecord.painting.html_text import anchor
from onrecord.painting.markup import NOTHING, Html, element, isolate, join, write
from onrecord.painting.people import Figure, Roster
from onrecord.painting.people_words import (
    describe_coordinates,
    describe_figure,
    describe_mentions,
    describe_names,
    describe_roster,
)
from onrecord.painting.wording import count, phrase

CARDS_SHOWN = 12
LEADS_SHOWN = 12
"""Of more cards and more mentions of one than these the rest is folded away."""


def show_people(roster: Roster, text: str, places: Places) -> Html:
    """The cards of everyone and everything; nothing where nobody is named."""
    if not roster.figures:
        return NOTHING
    lists = [
        _list_cards(figures, text, places)
        for figures in (roster.people, roster.places, roster.things)
    ]
    if roster.unresolved:
        words = count(len(roster.unresolved), "unresolved")
        lists.append(_fold(words, roster.unresolved, text, places))
    return element(
        "section",
        element("h2", write(phrase("people", "heading"))),
        element("p", write(describe_roster(roster)), class_="weight"),
        *lists,
        id=f"page-{places.page}-people",
    )


def _list_cards(figures: Sequence[Figure], text: str, places: Places) -> Html:
    if not figures:
        return NOTHING
    shown, rest = figures[:CARDS_SHOWN], figures[CARDS_SHOWN:]
    cards = [_show_figure(one, text, places) for one in shown]
    listed = element("ul", join(cards), class_="cards figures")
    if not rest:
        return listed
    words = phrase("people", "more", others=count(len(rest), "other_somebody"))
    return join([listed, _fold(words, rest, text, places)])


def _fold(words: str, figures: Sequence[Figure], text: str, places: Places) -> Html:
    cards = [_show_figure(one, text, places) for one in figures]
    listed = element("ul", join(cards), class_="cards figures")
    return element("details", element("summary", write(words)), listed)


def _show_figure(one: Figure, text: str, places: Places) -> Html:
    facts = [describe_figure(one)]
    place = one.entity.place
    if place is not None and one.government is None:
        facts.append(describe_coordinates(place))
    facts += filter(None, [describe_names(one)])
    leads = _link_mentions(one, text, places)
    more = leads[LEADS_SHOWN:]
    role = role_of(one.entity.kind)
    look = places.addresses.finding(one.entity.id)
    return element(
        "li",
        element("span", isolate(one.entity.name), class_=f"name {role}"),
        write(" "),
        element("span", write(describe_mentions(one)), class_="often"),
        places.addresses.verdict(one.entity.id),
        element("p", isolate(" · ".join(facts)), class_="scene"),
        element("p", look, class_="notes") if look else NOTHING,
        element("p", *leads[:LEADS_SHOWN], class_="leads"),
        element(
            "details",
            element("summary", write(count(len(more), "more_mention"))),
            element("p", *more, class_="leads"),
        )
        if more
        else NOTHING,
        id=f"{one.entity.id}{places.suffix}-card",
        class_="card",
        data_p=str(one.number),
    )


def _link_mentions(one: Figure, text: str, places: Places) -> list[Html]:
    """Each mention's words, leading to their place where they have one."""
    finding = f"{one.entity.id}{places.suffix}"
    role = role_of(one.entity.kind)
    return [
        element("a", isolate(span.cut(text)), href=f"#{anchor(finding, role, part)}")
        if span in places.anchored
        else element("span", isolate(span.cut(text)))
        for part, span in enumerate(one.entity.mentions, start=1)
    ]
