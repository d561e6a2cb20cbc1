"""The trace for a terminal: the answer in a sentence, then what it rests on, step by step.

Invariant: only plain text of the pages is shown, and what is left out is counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from onrecord.cli.trace_drawing import NAMED, UNNAMED, draw_denial, draw_name, draw_tree
from onrecord.cli.trace_tree import grow_forest
from onrecord.painting.trace_outline import SourceShown, TraceOutline, outline_trace
from onrecord.painting.trace_words import (
    describe_answer,
    describe_circle,
    describe_conflict,
    describe_first,
    describe_names,
    describe_source,
    describe_step,
    describe_total,
    list_issues,
    list_steps,
)
from onrecord.painting.visible_text import show_plainly, wrap_short
from onrecord.painting.wording import count, phrase
from onrecord.record import Corpus, Trace

DOUBT = "!"
SOURCES_SHOWN = 12
"""More sources than these behind one claim are counted: a list is read at a glance."""

STEPS_SHOWN = 24
PAGES_SHOWN = 40
INDENT = 2


def render_trace(
    trace: Trace, corpus: Corpus, *, places: Mapping[str, str], width: int, colour: bool
) -> str:
    """The report as text of at most ``width`` columns; escape codes only where ``colour``.

    ``places`` = what each article (by its id) was read from.
    """
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=colour,
        color_system="auto" if colour else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    outline = outline_trace(trace, corpus, places)
    console.print(Rule(style="bold", characters="━"))
    _print_answer(console, outline)
    if outline.pages:
        _print_sources(console, outline)
        _print_tree(console, outline)
        _print_denial(console, outline)
    _print_conflicts(console, outline)
    if outline.pages:
        _print_circles(console, outline)
        _print_first(console, outline)
        _print_count(console, outline)
        _print_pages(console, outline)
    output = console.file
    assert isinstance(output, StringIO)
    return "\n".join(line.rstrip() for line in output.getvalue().splitlines()) + "\n"


def _print_answer(console: Console, outline: TraceOutline) -> None:
    console.print(Text(f"“{show_plainly(outline.trace.claim.text)}”", style="italic"))
    console.print()
    for line in describe_answer(outline):
        console.print(Text(line, style="bold"))
    for issue in list_issues(outline):
        console.print(Text().append(f"{DOUBT} ", style="red").append(issue))
    pages = count(outline.pages_read, "page_was")
    console.print(Text(phrase("answer", "read", pages=pages), style="dim"))


def _print_heading(console: Console, key: str) -> None:
    console.print()
    console.print(Text(phrase("trace", key), style="bold underline"))


def _print_sources(console: Console, outline: TraceOutline) -> None:
    sources = outline.on("asserts")
    if not sources:
        return
    _print_heading(console, "sources")
    console.print(_list_sources(sources[:SOURCES_SHOWN]))
    _print_rest(console, len(sources) - SOURCES_SHOWN)


def _list_sources(sources: Sequence[SourceShown]) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for one in sources:
        sign = UNNAMED if one.source.unnamed else NAMED
        words = draw_name(one)
        words.append(f"  {' · '.join(describe_source(one))}", style="dim")
        for line in describe_names(one):
            words.append(f"\n{line}", style="dim")
        table.add_row(f"{sign} {one.letter}", words)
    return table


def _print_tree(console: Console, outline: TraceOutline) -> None:
    forest = grow_forest(outline)
    if not forest:
        return
    _print_heading(console, "tree")
    for position, tree in enumerate(forest[:SOURCES_SHOWN]):
        if position:
            console.print()
        console.print(draw_tree(tree, outline, console.width))
    _print_rest(console, len(forest) - SOURCES_SHOWN)


def _print_denial(console: Console, outline: TraceOutline) -> None:
    trees = draw_denial(outline, console.width)
    if not trees:
        return
    _print_heading(console, "denial")
    for tree in trees[:SOURCES_SHOWN]:
        console.print(tree)
    _print_rest(console, len(trees) - SOURCES_SHOWN)


def _print_conflicts(console: Console, outline: TraceOutline) -> None:
    conflicts = outline.trace.contradictions
    if not conflicts:
        return
    _print_heading(console, "conflicts")
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for one in conflicts:
        told, support = describe_conflict(one, outline)
        sign = phrase("contradictions", "newer_sign" if one.superseded else "rival_sign")
        table.add_row(Text(sign), Text(told).append(f"\n{support}", style="dim"))
    console.print(table)


def _print_circles(console: Console, outline: TraceOutline) -> None:
    if not outline.trace.circles:
        return
    _print_heading(console, "circles")
    for one in outline.trace.circles:
        told, way = describe_circle(one, outline)
        console.print(Text(told, style="bold red"))
        console.print(Padding(Text(way), (0, 0, 0, INDENT)))
        if reason := show_plainly(one.reason):
            console.print(Padding(Text(reason, style="dim"), (0, 0, 0, INDENT)))


def _print_first(console: Console, outline: TraceOutline) -> None:
    lines = describe_first(outline)
    if lines:
        _print_heading(console, "order")
    for line in lines:
        console.print(Text(line))


def _print_count(console: Console, outline: TraceOutline) -> None:
    independence = outline.trace.claim.independence
    if not independence.why:
        return
    _print_heading(console, "count")
    steps = [(describe_step(one), one) for one in list_steps(independence)]
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    for adds, step in steps[:STEPS_SHOWN]:
        letters = " ".join(filter(None, (outline.letter(one) for one in step.sources)))
        words = Text(f"{letters}  " if letters else "").append(show_plainly(step.reason))
        table.add_row(Text(adds), words.append(f"  {step.rule}", style="dim"))
    if len(steps) > STEPS_SHOWN:
        table.add_row("", Text(phrase("trace", "rest", count=len(steps) - STEPS_SHOWN)))
    noun = "total_word" if independence.max == 1 else "total_words"
    total = Text(phrase("counting", noun), style="bold")
    table.add_row(Text(f"= {describe_total(independence)}", style="bold"), total)
    console.print(table)
    console.print(Text(phrase("counting", "note"), style="dim"))


def _print_pages(console: Console, outline: TraceOutline) -> None:
    _print_heading(console, "pages")
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, justify="right", style="dim")
    table.add_column(overflow="fold", style="dim")
    for page in outline.pages[:PAGES_SHOWN]:
        where = show_plainly(page.article.url or page.where)
        room = max(console.width - 6, 20)
        title = wrap_short(show_plainly(page.article.title), room, 1)
        table.add_row(str(page.number), "\n".join(filter(None, (title, where))))
    console.print(table)
    _print_rest(console, len(outline.pages) - PAGES_SHOWN)


def _print_rest(console: Console, left: int) -> None:
    if left > 0:
        console.print(Text(phrase("trace", "rest", count=left), style="dim"))
