"""People and places for a terminal.

Invariant: of long lists the weightiest are shown, the others counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.painting.people import Figure, Roster, call_roster
from onrecord.painting.people_words import (
    describe_coordinates,
    describe_figure,
    describe_mentions,
    describe_names,
    describe_roster,
    list_names,
)
from onrecord.painting.visible_text import show_plainly, wrap_short
from onrecord.painting.wording import count, phrase
from onrecord.record import Reading

PEOPLE_SHOWN = 16
PLACES_SHOWN = 10
NAMES_SHOWN = 6
NAME_WIDTH = 30
GAP = 2


def print_people(console: Console, reading: Reading) -> None:
    """Prints who is named, where, and who could not be told; nothing where nobody is."""
    roster = call_roster(reading)
    if not reading.entities:
        return
    console.print(Text(phrase("people", "heading"), style="bold"))
    console.print(Text(describe_roster(roster), style="dim"))
    width = _measure_names(roster, console.width)
    _print_figures(console, roster.people, PEOPLE_SHOWN, width, "other_somebody")
    _print_figures(console, roster.places, PLACES_SHOWN, width, "other_place")
    for key, figures in (("things", roster.things), ("unresolved", roster.unresolved)):
        if figures:
            names = list_names(tuple(one.entity.name for one in figures), NAMES_SHOWN)
            console.print()
            console.print(Text(phrase("people", key, names=names), style="dim"))


def _measure_names(roster: Roster, width: int) -> int:
    shown = (*roster.people[:PEOPLE_SHOWN], *roster.places[:PLACES_SHOWN])
    longest = max((len(show_plainly(one.entity.name)) for one in shown), default=0)
    return min(longest, NAME_WIDTH, width // 3)


def _print_figures(
    console: Console, figures: Sequence[Figure], most: int, width: int, noun: str
) -> None:
    if not figures:
        return
    table = Table.grid(padding=(0, GAP))
    table.add_column(width=width)
    table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column()
    for one in figures[:most]:
        name = wrap_short(show_plainly(one.entity.name), width, 2)
        table.add_row(Text(name, style="bold cyan"), describe_mentions(one), _describe(one))
    console.print()
    console.print(table)
    if len(figures) > most:
        words = count(len(figures) - most, noun)
        console.print(Text(phrase("people", "rest", others=words), style="dim"))


def _describe(one: Figure) -> Text:
    parts = [describe_figure(one)]
    place = one.entity.place
    if place is not None and one.government is None:
        parts.append(describe_coordinates(place))
    if names := describe_names(one):
        parts.append(names)
    return Text(" · ".join(parts))
