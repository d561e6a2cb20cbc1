"""The timeline for a terminal: what the text dates, beside the days of the page itself.

Invariant: at most ``ROWS_SHOWN`` rows, ``SENTENCES_SHOWN`` sentences of each; others are counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.days import describe_day
from onrecord.cli.snippets import cut_snippet, find_sentences_of
from onrecord.cli.timeline import (
    DatedMention,
    Marker,
    Row,
    Timeline,
    count_rows,
    cut_to_window,
    describe_unplaced,
    group_mentions,
    order_times,
)
from onrecord.cli.timeline_words import (
    describe_alternatives,
    describe_distance,
    describe_doubt,
    describe_lack,
    describe_marker,
    describe_timeline,
)
from onrecord.cli.wording import count, phrase
from onrecord.record import Article, Reading, Span

ROWS_SHOWN = 24
SENTENCES_SHOWN = 3
NARROW = 60
"""Below this many columns the days stand above the words and not beside them."""

SIGN_WIDTH, LABEL_WIDTH, GAP = 2, 28, 2
SNIPPET_LINES = 2
POINT, FLAG = "●", "◆"


def print_timeline(console: Console, reading: Reading, *, emphasis: str) -> None:
    """Prints the timeline; ``emphasis`` stands around a time's words where colour cannot."""
    timeline = order_times(reading)
    console.print(Text(phrase("timeline", "heading"), style="bold"))
    console.print(Text(describe_timeline(timeline), style="dim"))
    if doubt := describe_lack(timeline):
        console.print(Text(doubt, style="yellow"))
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
    room = console.width - SIGN_WIDTH - (0 if narrow else first + GAP)
    says = _say_rows(entries, reading.article, emphasis, _fill(room, emphasis))
    if earlier := count_rows(timeline.entries[: shown.start]):
        console.print(_count_off("earlier", earlier))
    table = Table.grid()
    table.add_column(width=SIGN_WIDTH)
    if not narrow:
        table.add_column(width=first)
        table.add_column(width=GAP)
    table.add_column()
    for one, label, words in zip(entries, labels, says, strict=True):
        sign = Text(FLAG, "magenta") if isinstance(one, Marker) else Text(POINT, "cyan")
        if narrow:
            table.add_row(sign, label.append("\n").append_text(words))
        else:
            table.add_row(sign, label, "", words)
    console.print(table)
    if later := count_rows(timeline.entries[shown.stop : whole.stop]):
        console.print(_count_off("later", later))


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


def _say_rows(
    entries: Sequence[Row | Marker], article: Article, emphasis: str, room: int
) -> list[Text]:
    """What the text says of each entry's days."""
    rows = [one for one in entries if isinstance(one, Row)]
    sentences = find_sentences_of(
        article, [mention.time.span for row in rows for mention in row.mentions]
    )
    return [
        Text(describe_marker(one.date), style="bold magenta")
        if isinstance(one, Marker)
        else _say_row(group_mentions(one.mentions, sentences), sentences, article, emphasis, room)
        for one in entries
    ]


def _say_row(
    groups: Sequence[Sequence[DatedMention]],
    sentences: Mapping[Span, Span],
    article: Article,
    emphasis: str,
    room: int,
) -> Text:
    told = Text()
    for position, group in enumerate(groups[:SENTENCES_SHOWN]):
        told.append("\n" if position else "")
        spans = [one.time.span for one in group]
        for piece, marked in cut_snippet(article.text, sentences[spans[0]], spans, room).pieces:
            if marked:
                told.append(f"{emphasis}{piece}{emphasis}", style="bold underline")
            else:
                told.append(piece)
        others = dict.fromkeys(filter(None, (describe_alternatives(one.time) for one in group)))
        if others:
            told.append(f" ({' '.join(others)})", style="yellow")
    if rest := sum(map(len, groups[SENTENCES_SHOWN:])):
        words = phrase("timeline", "rest_of_row", mentions=count(rest, "mention"))
        told.append(f"\n{words}", style="dim")
    return told


def _fill(width: int, emphasis: str) -> int:
    """Characters that surely fit in the lines of one snippet: lines break before they are full."""
    return max(SNIPPET_LINES * width - 2 * len(emphasis) - width // 6 - 2, 20)
