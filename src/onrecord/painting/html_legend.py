"""What the marks of one reading mean: their ids, their looks, what a pointer on them tells."""

from __future__ import annotations

from onrecord.painting.contest_words import order_contests
from onrecord.painting.event_words import describe_deed, describe_standing, register
from onrecord.painting.highlights import Mark, Role, role_of
from onrecord.painting.html_events import Places
from onrecord.painting.html_text import Legend, Numbered
from onrecord.painting.html_timeline import explain_times
from onrecord.painting.people import Figure, call_roster
from onrecord.painting.people_words import describe_figure
from onrecord.painting.timeline import Timeline, order_events
from onrecord.painting.verdicts import tell_verdict
from onrecord.record import Reading

Key = tuple[Role, int]


def draw_legend(
    reading: Reading, timeline: Timeline, numbered: tuple[Numbered, ...], places: Places
) -> Legend:
    """The legend of all marks that ``find_marks`` makes of ``reading``."""
    figures = call_roster(reading).figures
    told: dict[Key, tuple[str, ...]] = {
        ("when", number): lines for number, lines in explain_times(timeline, reading).items()
    }
    ids: dict[Key, str] = {}
    looks: dict[Mark, str] = {}
    known = register(reading)
    by_id: dict[str, Key] = {}
    for number, event in enumerate(order_events(reading), start=1):
        by_id[event.id] = ("event", number)
        ids["event", number] = f"{event.id}{places.suffix}"
        told["event", number] = (
            f"{describe_standing(event, known)} · {describe_deed(event, known)}",
        )
        for part, mention in enumerate(event.mentions, start=1):
            looks[Mark("event", number, mention.trigger, part)] = f"is-{mention.factuality}"
    for number, claim in enumerate(order_contests(reading), start=1):
        ids["contest", number] = f"{claim.id}{places.suffix}"
    for one in figures:
        role = role_of(one.entity.kind)
        by_id[one.entity.id] = (role, one.number)
        ids[role, one.number] = f"{one.entity.id}{places.suffix}"
        told[role, one.number] = (f"{one.entity.name} · {describe_figure(one)}",)
        looks |= _look_of(one, role)
    verdicts = {
        by_id[one.finding]: one for one in places.addresses.verdicts if one.finding in by_id
    }
    for key, verdict in verdicts.items():
        told[key] = (*told[key], tell_verdict(verdict))
    return Legend(numbered, told, ids, looks, places.page, verdicts)


def _look_of(one: Figure, role: Role) -> dict[Mark, str]:
    """Names stand out; pronouns and noun phrases less, and those that lead to nobody least."""
    forms = one.entity.forms or ("name",) * len(one.entity.mentions)
    return {
        Mark(role, one.number, span, part): f"by-{form}" if one.entity.resolved else "unresolved"
        for part, (span, form) in enumerate(zip(one.entity.mentions, forms, strict=True), start=1)
    }
