"""Events and contests for a terminal.

Invariant: no event is shown without its standing before it.
"""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.painting.contest_words import describe_against, describe_claim, order_contests
from onrecord.painting.event_words import (
    Register,
    describe_deed,
    describe_scene,
    describe_standing,
    list_other_standings,
    register,
)
from onrecord.painting.visible_text import wrap_short
from onrecord.painting.wording import count, join_words, phrase
from onrecord.record import Event, Factuality, Reading

CONTESTS_SHOWN = 8
LINES_A_CLAIM = 2
COLOURS: dict[Factuality, str] = {
    "happened": "green",
    "reported": "cyan",
    "claimed": "yellow",
    "denied": "red",
    "planned": "blue",
    "hypothetical": "magenta",
    "negated": "red",
    "backtracked": "red",
}


def draw_event(event: Event, known: Register) -> Text:
    """One event: its standing, its sort, who to whom, where, how often told."""
    told = Text().append(describe_standing(event, known), style=f"bold {COLOURS[event.factuality]}")
    told.append(f" · {describe_deed(event, known)}")
    if scene := describe_scene(event, known):
        told.append(f" · {scene}")
    if len(event.mentions) > 1:
        told.append(f" · {count(len(event.mentions), 'mention')}", style="dim")
    if others := list_other_standings(event, known):
        words = phrase("standing", "also", others=join_words(list(others)))
        told.append(f" · {words}", style="yellow")
    return told


def print_contests(console: Console, reading: Reading) -> None:
    """Each claim and what stands against it, both quoted; nothing where nothing is contested."""
    contested = order_contests(reading)
    if not contested:
        return
    known = register(reading)
    text = reading.article.text
    console.print()
    console.print(Text(phrase("contests", "heading"), style="bold"))
    for claim in contested[:CONTESTS_SHOWN]:
        words = [Text(describe_claim(claim, known, text))]
        words += [Text(describe_against(one, known, text), style="yellow") for one in claim.against]
        for position, line in enumerate(words):
            indent = 2 if position == 0 else 4
            short = wrap_short(line.plain, console.width - indent, LINES_A_CLAIM)
            console.print(Padding(Text(short, style=line.style), (0, 0, 0, indent)))
    if (rest := len(contested) - CONTESTS_SHOWN) > 0:
        console.print(
            Text(phrase("contests", "rest", claims=count(rest, "contested")), style="dim")
        )
