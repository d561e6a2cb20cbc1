"""The timeline for a terminal: what happened when, beside the days of the page itself.

Invariant: at most ``ROWS_SHOWN`` rows, some sentences of each; others are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.event_report import draw_event
from onrecord.painting.days import describe_day
from onrecord.painting.event_words import Register, describe_events, register
from onrecord.painting.snippets import cut_snippet, find_sentences_of
from onrecord.painting.tellings import Telling, list_spans, tell, tell_row
from onrecord.painting.timeline import (
    Marker,
    Row,
    Timeline,
    count_rows,
    cut_to_window,
    describe_unplaced,
    order_times,
)
from onrecord.painting.timeline_words import (
    describe_alternatives,
    describe_distance,
    describe_doubt,
    describe_lack,
    describe_marker,
    describe_rest,
    describe_timeline,
)
from onrecord.painting.visible_text import show_plainly
from onrecord.painting.wording import count, phrase
from onrecord.record import Reading, Span

ROWS_SHOWN = 24
SENTENCES_SHOWN = 3
EVENTFUL_SHOWN = 8
UNDATED_SHOWN = 12
NARROW = 60
"""Below this many columns the days stand above the words and not beside them."""

SIGN_WIDTH, LABEL_WIDTH, GAP = 2, 28, 2
SNIPPET_LINES = 2
POINT, FLAG, SIGN = "●", "◆", "▸ "


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every row is written from; ``emphasis`` stands around marked words.

    ``quoted`` = the sentences that have been printed: none is printed again for an event alone.
    """

    text: str
    sentences: Mapping[Span, Span]
    known: Register
    emphasis: str
    quoted: set[Span] = field(default_factory=set)


def print_timeline(console: Console, reading: Reading, *, emphasis: str) -> None:
    """Prints the timeline; ``emphasis`` stands around marked words where colour cannot."""
    timeline = order_times(reading)
    sentences = find_sentences_of(reading.article, list_spans(timeline))
    sheet = _Sheet(reading.article.text, sentences, register(reading), emphasis)
    _print_head(console, timeline)
    if timeline.entries:
        console.print()
        _print_entries(console, timeline, sheet)
    if timeline.undated:
        console.print()
        _print_undated(console, timeline, sheet)
    if timeline.unplaced:
        kinds = describe_unplaced(timeline.unplaced)
        console.print()
        console.print(Text(phrase("timeline", "unplaced", kinds=kinds), style="dim"))


def _print_head(console: Console, timeline: Timeline) -> None:
    events = [one.event for one in timeline.events]
    console.print(Text(phrase("events" if events else "timeline", "heading"), style="bold"))
    if events:
        console.print(Text(describe_events(events)))
        if any(one.factuality == "happened" for one in events):
            console.print(Text(phrase("events", "own_words"), style="dim"))
    console.print(Text(describe_timeline(timeline), style="dim"))
    if doubt := describe_lack(timeline):
        console.print(Text(doubt, style="yellow"))


def _print_entries(console: Console, timeline: Timeline, sheet: _Sheet) -> None:
    shown, whole = cut_to_window(timeline, ROWS_SHOWN)
    entries = [timeline.entries[at] for at in shown]
    narrow = console.width < NARROW
    labels = [_label(one, timeline) for one in entries]
    longest = max(len(line) for label in labels for line in label.plain.split("\n"))
    first = min(longest, LABEL_WIDTH)
    room = console.width - SIGN_WIDTH - (0 if narrow else first + GAP)
    if earlier := count_rows(timeline.entries[: shown.start]):
        console.print(_count_off("earlier", earlier))
    table = Table.grid()
    table.add_column(width=SIGN_WIDTH)
    if not narrow:
        table.add_column(width=first)
        table.add_column(width=GAP)
    table.add_column()
    for one, label in zip(entries, labels, strict=True):
        sign = Text(FLAG, "magenta") if isinstance(one, Marker) else Text(POINT, "cyan")
        words = _say_entry(one, sheet, room)
        if narrow:
            table.add_row(sign, Group(label, words))
        else:
            table.add_row(sign, label, "", words)
    console.print(table)
    if later := count_rows(timeline.entries[shown.stop : whole.stop]):
        console.print(_count_off("later", later))


def _print_undated(console: Console, timeline: Timeline, sheet: _Sheet) -> None:
    """The events without a day; of very many those that are told most often."""
    console.print(Text(phrase("events", "undated"), style="bold"))
    ranked = sorted(timeline.undated, key=lambda one: (-len(one.event.mentions), -one.event.score))
    tellings = tell((), ranked[:UNDATED_SHOWN], sheet.sentences)
    for one in tellings:
        for line in _say_telling(one, sheet, console.width - SIGN_WIDTH):
            console.print(Padding(line, (0, 0, 0, SIGN_WIDTH)))
    if (rest := len(ranked) - UNDATED_SHOWN) > 0:
        console.print(Text(phrase("events", "rest", events=count(rest, "event")), style="dim"))


def _count_off(key: str, number: int) -> Text:
    return Text(phrase("timeline", key, dates=count(number, "date_value")), style="dim")


def _label(one: Row | Marker, timeline: Timeline) -> Text:
    if isinstance(one, Marker):
        return Text(describe_day(one.date.best, weekday=True), style="bold magenta")
    label = Text(one.words, style="bold")
    if one.shaky:
        label.append(" ?", style="yellow")
    if doubt := describe_doubt(one, timeline.publication):
        label.append(f"\n{doubt}", style="yellow not bold")
    if distance := describe_distance(one, timeline.publication):
        label.append(f"\n{distance}", style="dim not bold")
    return label


def _say_entry(one: Row | Marker, sheet: _Sheet, room: int) -> RenderableType:
    """What the text says of an entry's days: the events first, then some of the other times."""
    if isinstance(one, Marker):
        return Text(describe_marker(one.date), style="bold magenta")
    tellings = tell_row(one, sheet.sentences)
    eventful = [telling for telling in tellings if telling.events]
    others = [telling for telling in tellings if not telling.events]
    shown = eventful[:EVENTFUL_SHOWN]
    shown += others[: max(SENTENCES_SHOWN - len(shown), 0)]
    lines = [line for telling in shown for line in _say_telling(telling, sheet, room)]
    if rest := [telling for telling in tellings if telling not in shown]:
        lines.append(Text(describe_rest(rest), style="dim"))
    return Group(*lines)


def _say_telling(one: Telling, sheet: _Sheet, width: int) -> Iterator[RenderableType]:
    """The events of a sentence, then its words with what is marked in them."""
    repeated = one.sentence in sheet.quoted
    sheet.quoted.add(one.sentence)
    for dated in one.events:
        line = Table.grid()
        line.add_column(width=len(SIGN))
        line.add_column()
        drawn = draw_event(dated.event, sheet.known)
        if repeated:
            words = show_plainly(dated.event.triggers[0].cut(sheet.text))
            drawn.append(f" · “{words}”", style="dim")
        line.add_row(Text(SIGN, style="dim"), drawn)
        yield line
    if repeated and not one.mentions:
        return
    emphasis = sheet.emphasis
    indent = len(SIGN) if one.events else 0
    told = Text(style="dim" if one.events else "")
    room = _fill(width - indent, emphasis)
    for piece, marked in cut_snippet(sheet.text, one.sentence, one.spans, room).pieces:
        if marked:
            told.append(f"{emphasis}{piece}{emphasis}", style="not dim bold underline")
        else:
            told.append(piece)
    others = dict.fromkeys(filter(None, (describe_alternatives(it.time) for it in one.mentions)))
    if others:
        told.append(f" ({' '.join(others)})", style="not dim yellow")
    yield Padding(told, (0, 0, 0, indent))


def _fill(width: int, emphasis: str) -> int:
    """Characters that surely fit in the lines of one snippet: lines break before they are full."""
    return max(SNIPPET_LINES * width - 2 * len(emphasis) - width // 6 - 2, 20)
