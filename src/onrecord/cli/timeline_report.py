"""The timeline for a terminal: what the text dates, beside the days of the page itself.

Invariant: at most ``ROWS_SHOWN`` rows and ``MENTIONS_SHOWN`` mentions of each; the rest is counted.
"""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.days import describe_day
from onrecord.cli.snippets import Snippet, cut_snippets
from onrecord.cli.timeline import (
    Marker,
    Row,
    Timeline,
    count_rows,
    cut_to_window,
    describe_unplaced,
    order_times,
)
from onrecord.cli.timeline_words import (
    describe_alternatives,
    describe_distance,
    describe_doubt,
    describe_marker,
    describe_timeline,
)
from onrecord.cli.wording import count, phrase
from onrecord.record import Reading, Span

ROWS_SHOWN = 24
MENTIONS_SHOWN = 3
NARROW = 60
"""Below this many columns the days stand above the words and not beside them."""

LABEL_WIDTH = 26
SNIPPET_LINES = 2
POINT, FLAG = "●", "◆"


def print_timeline(console: Console, reading: Reading, *, emphasis: str) -> None:
    """Prints the timeline; ``emphasis`` stands around a time's words where colour cannot."""
    timeline = order_times(reading)
    console.print(Text(phrase("timeline", "heading"), style="bold"))
    console.print(Text(describe_timeline(timeline), style="dim"))
    if timeline.publication is None and timeline.rows:
        console.print(Text(phrase("timeline", "published_unknown"), style="yellow"))
    if timeline.entries:
        console.print()
        _print_entries(console, reading, timeline, emphasis)
    if timeline.unplaced:
        kinds = describe_unplaced(timeline.unplaced)
        console.print()
        console.print(Text(phrase("timeline", "unplaced", kinds=kinds), style="dim"))


def _print_entries(console: Console, reading: Reading, timeline: Timeline, emphasis: str) -> None:
    shown, whole = cut_to_window(timeline, ROWS_SHOWN)
    entries = [timeline.entries[at] for at in shown]
    narrow = console.width < NARROW
    labels = [_label(one, timeline) for one in entries]
    longest = max(len(line) for label in labels for line in label.plain.split("\n"))
    first = min(longest, LABEL_WIDTH)
    room = console.width - 2 if narrow else console.width - first - 4
    snippets = cut_snippets(reading.article, _spans_shown(entries), _fill(room, emphasis))
    earlier = count_rows(timeline.entries[: shown.start])
    if earlier:
        console.print(_count_off("earlier", earlier))
    table = Table.grid(padding=(0, 0))
    table.add_column(width=2, no_wrap=True)
    if not narrow:
        table.add_column(width=first + 2)
    table.add_column()
    for one, label in zip(entries, labels, strict=True):
        sign = Text(FLAG, "magenta") if isinstance(one, Marker) else Text(POINT, "cyan")
        words = _say(one, snippets, emphasis)
        if narrow:
            table.add_row(sign, label.append("\n").append_text(words))
        else:
            table.add_row(sign, label, words)
    console.print(table)
    later = count_rows(timeline.entries[shown.stop : whole.stop])
    if later:
        console.print(_count_off("later", later))


def _count_off(key: str, number: int) -> Text:
    return Text(phrase("timeline", key, dates=count(number, "date_value")), style="dim")


def _label(one: Row | Marker, timeline: Timeline) -> Text:
    if isinstance(one, Marker):
        return Text(describe_day(one.date.best, weekday=True), style="bold magenta")
    label = Text(one.words, style="bold")
    if one.shaky:
        label.append(" ?", style="yellow").append(
            f"\n{describe_doubt(timeline.publication)}", "yellow"
        )
    if distance := describe_distance(one, timeline.publication):
        label.append(f"\n{distance}", style="dim not bold")
    return label


def _say(one: Row | Marker, snippets: dict[Span, Snippet], emphasis: str) -> Text:
    if isinstance(one, Marker):
        return Text(describe_marker(one.date), style="bold magenta")
    told = Text()
    for position, mention in enumerate(one.mentions[:MENTIONS_SHOWN]):
        snippet = snippets[mention.time.span]
        told.append("\n" if position else "")
        told.append(snippet.before)
        told.append(f"{emphasis}{snippet.words}{emphasis}", style="bold underline")
        told.append(snippet.after)
        if others := describe_alternatives(mention.time):
            told.append(f" ({others})", style="yellow")
    rest = len(one.mentions) - MENTIONS_SHOWN
    if rest > 0:
        words = phrase("timeline", "rest_of_row", mentions=count(rest, "mention"))
        told.append(f"\n{words}", style="dim")
    return told


def _spans_shown(entries: list[Row | Marker]) -> tuple[Span, ...]:
    rows = [one for one in entries if isinstance(one, Row)]
    return tuple(mention.time.span for row in rows for mention in row.mentions[:MENTIONS_SHOWN])


def _fill(width: int, emphasis: str) -> int:
    """Characters that surely fit in the lines of one snippet: lines break before they are full."""
    return max(SNIPPET_LINES * width - 2 * len(emphasis) - width // 6 - 2, 20)
