"""The stories for a terminal: what each is about, its pages in order of time, what it claims.

Invariant: only plain text of the pages is shown, and what is left out is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from onrecord.painting.stories_outline import StoryPage, StoryShown
from onrecord.painting.trace_words import describe_range, join_some, name_outlet
from onrecord.painting.visible_text import show_plainly, wrap_short
from onrecord.painting.wording import count, join_words, phrase, word_for
from onrecord.record import Claim

PAGES_SHOWN = 24
CLAIMS_SHOWN = 12
INDENT = 4
SIGN = "·"


def render_stories(
    stories: Sequence[StoryShown], *, pages: int, claims: bool, width: int, colour: bool
) -> str:
    """The report as text of at most ``width`` columns; escape codes only where ``colour``.

    ``pages`` = how many were read; ``claims`` = the stories' claims are told, or that none are.
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
    console.print(Rule(style="bold", characters="━"))
    if not stories:
        console.print(Text(phrase("stories", "none")))
    else:
        tally = phrase(
            "stories", "tally", stories=count(len(stories), "story"), pages=count(pages, "page")
        )
        console.print(Text(tally, style="bold"))
    shared = [one for one in stories if len(one.pages) > 1]
    alone = [one for one in stories if len(one.pages) == 1]
    for number, story in enumerate(shared, start=1):
        _print_story(console, story, number, claims=claims)
    if alone:
        console.print()
        console.print(Text(phrase("stories", "alone"), style="bold underline"))
        for story in alone:
            console.print(_list_pages(story.pages, console.width - INDENT))
            if claims:
                _print_claims(console, story)
    output = console.file
    assert isinstance(output, StringIO)
    return "\n".join(line.rstrip() for line in output.getvalue().splitlines()) + "\n"


def _print_story(console: Console, story: StoryShown, number: int, *, claims: bool) -> None:
    console.print()
    title = show_plainly(story.title) or phrase("stories", "untitled")
    head = Table.grid(padding=(0, 1))
    head.add_column(no_wrap=True, justify="right", min_width=INDENT - 1)
    head.add_column(overflow="fold")
    head.add_row(Text(str(number), style="dim"), Text(title, style="bold"))
    head.add_row("", Text(describe_story(story)))
    console.print(head)
    shown = story.pages[:PAGES_SHOWN]
    room = console.width - INDENT
    console.print(Padding(_list_pages(shown, room), (0, 0, 0, INDENT)))
    if left := len(story.pages) - len(shown):
        words = Text(phrase("stories", "more_pages", pages=count(left, "page")), style="dim")
        console.print(Padding(words, (0, 0, 0, INDENT)))
    if claims:
        _print_claims(console, story)


def describe_story(story: StoryShown) -> str:
    """From when to when, how many pages of how many outlets, and of what kinds."""
    dated = [one.clock.best_day for one in story.pages if one.clock.moment is not None]
    kinds = join_words([count(many, kind) for kind, many in story.kinds])
    head = phrase(
        "stories",
        "head",
        pages=count(len(story.pages), "page"),
        outlets=count(story.outlets, "outlet"),
        kinds=kinds,
    )
    if not dated:
        return head
    first, last = dated[0], dated[-1]
    days = first if first == last else phrase("stories", "days", first=first, last=last)
    return f"{days} · {head}"


def _list_pages(pages: Sequence[StoryPage], room: int) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for one in pages:
        words = Text().append(name_outlet(one.article), style="bold")
        words.append(f" · {one.clock.brief}")
        words.append(f" · {word_for('page_kinds', one.kind or 'unknown')}", style="dim")
        if title := show_plainly(one.article.title):
            words.append(f"\n{wrap_short(title, max(room - 2, 20), 1)}", style="dim")
        table.add_row(SIGN, words)
    return table


def _print_claims(console: Console, story: StoryShown) -> None:
    if not story.traces:
        words = Text(phrase("stories", "no_claims"), style="dim")
        console.print(Padding(words, (0, 0, 0, INDENT)))
        return
    heading = Text(phrase("stories", "claims"), style="bold")
    console.print(Padding(heading, (0, 0, 0, INDENT)))
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for trace in story.traces[:CLAIMS_SHOWN]:
        words = Text(f"“{show_plainly(trace.claim.text)}”")
        words.append(f"\n{describe_claim_of_story(trace.claim)}", style="dim")
        if denial := describe_denial(trace.claim):
            words.append(f"; {denial}", style="red")
        table.add_row("–", words)
    console.print(Padding(table, (0, 0, 0, INDENT)))
    left = len(story.traces) - CLAIMS_SHOWN
    if left > 0:
        words = Text(phrase("stories", "more_claims", count=left), style="dim")
        console.print(Padding(words, (0, 0, 0, INDENT)))


def describe_claim_of_story(claim: Claim) -> str:
    """How many pages say it, on how many independent sources."""
    pages = count(len(claim.articles("asserts")), "page_say")
    return phrase("stories", "says", pages=pages, sources=describe_range(claim.independence))


def describe_denial(claim: Claim) -> str:
    """Who denies it; "" where nobody does."""
    if not claim.articles("denies"):
        return ""
    who = [show_plainly(one.name) for one in claim.denial_sources if one.kind != "unknown"]
    return phrase("stories", "denied" if who else "denied_nobody", who=join_some(who))
