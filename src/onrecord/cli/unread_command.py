"""``onrecord unread``: the pages of archives that have no reading, and why.

Invariant: with --json every one of them is told, whatever the screen has room for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.record_answers import answer
from onrecord.cli.unread_arguments import UnreadArguments
from onrecord.painting.visible_text import show_plainly
from onrecord.painting.wording import count, phrase
from onrecord.record import pack_record
from onrecord.store import Record
from onrecord.store.shards import Unread, count_unread, list_unread

INDENT = 3


def run_unread(arguments: UnreadArguments) -> int:
    """Prints what has no reading; 0, or 1 where the record cannot be read."""

    def ask(record: Record) -> tuple[Iterable[str], Callable[[Console], None]]:
        if arguments.json:
            return map(pack_record, list_unread(record)), lambda _: None
        shown = list_unread(record, limit=arguments.limit)
        counts = count_unread(record)
        return (), lambda console: print_unread(console, shown, counts)

    return answer(arguments.record, ask, json=arguments.json, width=arguments.width)


def print_unread(
    console: Console, shown: Sequence[Unread], counts: Sequence[tuple[str, int]]
) -> None:
    """How many there are by code, then some of them."""
    if not shown:
        console.print(Text(phrase("unread", "none")))
        return
    whole = sum(many for _, many in counts)
    console.print(Text(count(whole, "unread_page"), style="bold"))
    console.print(Text(", ".join(f"{show_plainly(code)} {many:,}" for code, many in counts)))
    for one in shown:
        console.print()
        head = Text(show_plainly(one.where))
        head.append(f"  {phrase('unread', 'place', shard=one.shard, number=one.number)}", "dim")
        console.print(head)
        why = Text(f"{show_plainly(one.code)}: {show_plainly(one.message)}")
        console.print(Padding(why, (0, 0, 0, INDENT)))
    if whole > len(shown):
        console.print()
        console.print(Text(phrase("unread", "more", pages=count(whole - len(shown), "page"))))
