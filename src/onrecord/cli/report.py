"""The report for a terminal: the article's head, who is on record with what, and what is not.

Invariant: only plain text of the page is shown, so that no page can drive the terminal.
"""

from __future__ import annotations

from io import StringIO

from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from onrecord.cli.event_report import print_contests
from onrecord.cli.people_report import print_people
from onrecord.cli.timeline_report import print_timeline
from onrecord.painting.outline import Account, Route, outline_reading, shown_content
from onrecord.painting.record_dates import DateTold, describe_dates
from onrecord.painting.visible_text import show_plainly, wrap_short
from onrecord.painting.wording import (
    describe_how,
    describe_kind,
    describe_language,
    describe_left_out,
    describe_manner,
    describe_tally,
    describe_weight,
    join_words,
    word_for,
)
from onrecord.record import Article, Issue, Reading, SourceLink, Statement

LINES_A_QUOTE = 3
"""A quotation that needs more lines is shortened: a report is read at a glance, the page in full
with ``--html``."""

ISSUES_SHOWN = 12
"""More issues than this of one page are counted and not printed."""

INDENT = 4
NAMED, UNNAMED = "●", "○"
EMPHASIS = "*"
REASON, OTHER = "·", "≠"
LINES_A_REASON = 3
REASON_INDENT = 14
"""Columns before a reason: the label, the space between, the sign."""


def render_report(reading: Reading, *, where: str, width: int, colour: bool) -> str:
    """The report as text of at most ``width`` columns; escape codes only where ``colour``."""
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
    outline = outline_reading(reading)
    console.print(Rule(style="bold", characters="━"))
    _print_head(console, reading.article, where)
    for number, account in enumerate(outline.accounts, start=1):
        console.print()
        _print_account(console, account, number, reading.article.text)
    console.print()
    console.print(Rule(style="dim"))
    if reading.entities:
        print_people(console, reading)
        console.print()
        console.print(Rule(style="dim"))
    print_timeline(console, reading, emphasis="" if colour else EMPHASIS)
    print_contests(console, reading)
    console.print()
    console.print(Rule(style="dim"))
    console.print(Text(describe_tally(outline), style="bold"))
    _print_remainder(console, reading)
    output = console.file
    assert isinstance(output, StringIO)
    return "\n".join(line.rstrip() for line in output.getvalue().splitlines()) + "\n"


def _print_head(console: Console, article: Article, where: str) -> None:
    console.print(Text(show_plainly(article.title) or "(no headline found)", style="bold"))
    by = f"by {join_words([show_plainly(one) for one in article.authors])}"
    parts = [show_plainly(article.outlet) or "unknown outlet"]
    parts += [by if article.authors else "no author named"]
    if article.wire:
        parts.append(f"credited to {show_plainly(article.wire)}")
    console.print(Text(" · ".join(parts)))
    console.print()
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for told in describe_dates(article):
        table.add_row(told.label, _draw_date(told, console.width))
    rows = [("Language", describe_language(article))]
    rows.append(("Access", word_for("access", article.access)))
    rows.append(("From", show_plainly(article.url or where)))
    if article.url and where != article.url:
        rows.append(("Read from", show_plainly(where)))
    for label, words in rows:
        table.add_row(label, Text(words, overflow="fold"))
    console.print(table)


def _draw_date(told: DateTold, width: int) -> Group:
    day = Text(told.days, style="bold red" if told.conflict else "bold")
    lines = Table.grid(padding=(0, 1))
    lines.add_column(no_wrap=True, style="dim")
    lines.add_column(style="dim", overflow="fold")
    room = max(width - REASON_INDENT, 20)
    for sign, words in (
        *((REASON, one) for one in told.reasons),
        *((OTHER, one) for one in told.others),
    ):
        lines.add_row(sign, wrap_short(words, room, LINES_A_REASON))
    return Group(day, lines) if lines.rows else Group(day)


def _print_account(console: Console, account: Account, number: int, text: str) -> None:
    origin = account.origin
    name = Text()
    name.append(f"{UNNAMED if origin.unnamed else NAMED} ")
    name.append(show_plainly(origin.name), style="bold yellow" if origin.unnamed else "bold cyan")
    if origin.title:
        name.append(f", {show_plainly(origin.title)}")
    name.append(f"  {describe_kind(origin)} · {describe_weight(account)}", style="dim")
    heading = Table.grid()
    heading.add_column(width=INDENT, style="dim", no_wrap=True)
    heading.add_column()
    heading.add_row(f"{number:>2}", name)
    console.print(heading)
    room = console.width - INDENT
    for position, route in enumerate(account.routes):
        if position:
            console.print()
        console.print(Padding(_draw_route(route, text), (0, 0, 0, INDENT)))
        console.print(Padding(_list_statements(route, text, room), (0, 0, 0, INDENT)))


def _draw_route(route: Route, text: str) -> Tree:
    tree = Tree(Text.assemble(show_plainly(route.links[0].name), ("  the page we read", "dim")))
    tree.guide_style = "dim"
    branch = tree
    for position, link in enumerate(route.links[1:], start=1):
        how = describe_how(route, position)
        if position == len(route.links) - 1:  # its title and kind stand in the heading
            label = _name_link(link).append(f"  {how}", style="dim")
        else:
            label = _describe_link(link, how)
        for words in route.justifications(position, text):
            label.append(f"\nreason given: “{show_plainly(words)}”", style="italic dim")
        branch = branch.add(label)
    return tree


def _name_link(link: SourceLink) -> Text:
    return Text().append(show_plainly(link.name), style="yellow" if link.unnamed else "cyan")


def _describe_link(link: SourceLink, how: str) -> Text:
    words = _name_link(link)
    if link.title:
        words.append(f", {show_plainly(link.title)}")
    return words.append(f"  {describe_kind(link)}; {how}", style="dim")


def _list_statements(route: Route, text: str, width: int) -> Table:
    manners = [describe_manner(one) for one in route.statements]
    first = max(map(len, manners))
    table = Table.grid(padding=(0, 2))
    table.add_column(width=first, no_wrap=True, style="green")
    table.add_column()
    for one, manner in zip(route.statements, manners, strict=True):
        table.add_row(manner, _quote(one, text, width - first - 2))
    return table


def _quote(statement: Statement, text: str, width: int) -> Text:
    words = shown_content(statement, text)
    closing = "”" if words.startswith("“") and words.endswith("”") else ""
    shown = wrap_short(words.removesuffix(closing), width, LINES_A_QUOTE, closing=closing)
    told = Text(shown)
    addressee = statement.addressee
    spans = [link.span for link in statement.chain.links if link.span is not None]
    if addressee is not None and not any(addressee.overlaps(span) for span in spans):
        told.append(f" — to {show_plainly(addressee.cut(text))}", style="dim")
    return told


def _print_remainder(console: Console, reading: Reading) -> None:
    left_out = describe_left_out(reading.article)
    if left_out:
        console.print(Text(f"Left out of the text: {left_out}.", style="dim"))
    for issue in reading.issues[:ISSUES_SHOWN]:
        console.print(_describe_issue(issue, reading.article.text))
    if len(reading.issues) > ISSUES_SHOWN:
        console.print(Text(f"! and {len(reading.issues) - ISSUES_SHOWN} more; see --json", "red"))


def _describe_issue(issue: Issue, text: str) -> Text:
    words = Text().append("! ", style="red").append(show_plainly(issue.message))
    if issue.span is not None:
        quoted = wrap_short(show_plainly(issue.span.cut(text)), 60, 1)
        words.append(f" (at “{quoted}”)", style="dim")
    return words
