"""``onrecord diff``: how two versions read the same pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.record_answers import answer
from onrecord.cli.record_arguments import DiffArguments
from onrecord.painting.visible_text import show_plainly, wrap_short
from onrecord.painting.wording import count, phrase, word_for
from onrecord.record import pack_record
from onrecord.store import Change, Difference, Record, StampRow

INDENT = 3
CHANGES_SHOWN = 12
"""Changes of each kind on a screen; what is compared with --json is compared by a program."""
LINES_OF_CHANGE = 2


def run_diff(arguments: DiffArguments) -> int:
    """Prints the stamps, or how two differ; 0, or 1 where the record or a stamp is missing."""

    def ask(record: Record) -> tuple[Iterable[str], Callable[[Console], None]]:
        if not arguments.stamps:
            stamps = record.stamps()
            return map(pack_record, stamps), lambda console: print_stamps(console, stamps)
        first, second = arguments.stamps
        found = record.diff(first, second)
        return (pack_record(found),), lambda console: print_difference(console, found)

    return answer(arguments.record, ask, json=arguments.json, width=arguments.width)


def print_stamps(console: Console, stamps: Sequence[StampRow]) -> None:
    """The stamps with what made them and how many readings they have."""
    if not stamps:
        console.print(Text(phrase("diff", "none")))
        return
    console.print(Text(phrase("diff", "stamps"), style="bold"))
    for one in stamps:
        console.print()
        head = Text(one.id, style="bold")
        readings = count(one.readings, "reading")
        head.append(f"  {phrase('diff', 'readings', readings=readings, current=one.current)}")
        console.print(head)
        made = phrase(
            "diff",
            "stamp",
            version=show_plainly(one.stamp.onrecord),
            encoder=show_plainly(one.stamp.encoder) or phrase("diff", "no_model"),
            language=show_plainly(one.stamp.language) or phrase("diff", "no_model"),
        )
        if one.stamp.settings:
            made += phrase("diff", "settings", settings=show_plainly(one.stamp.settings))
        console.print(Padding(Text(made, style="dim"), (0, 0, 0, INDENT)))


def print_difference(console: Console, found: Difference) -> None:
    """How many articles were read alike, then what changed, by kind."""
    heading = phrase(
        "diff",
        "heading",
        first=found.first.id,
        second=found.second.id,
        both=count(found.both, "article"),
        same=found.same,
    )
    console.print(Text(heading, style="bold"))
    for stamp, many in ((found.first, found.only_first), (found.second, found.only_second)):
        if many:
            words = phrase("diff", "only", stamp=stamp.id, articles=count(many, "article"))
            console.print(Text(words, style="dim"))
    if not found.changes and found.both:
        console.print(Text(phrase("diff", "alike")))
    for kind in dict.fromkeys(one.kind for one in found.changes):
        _print_kind(console, [one for one in found.changes if one.kind == kind])


def _print_kind(console: Console, changes: Sequence[Change]) -> None:
    console.print()
    sums = phrase(
        "diff",
        "sums",
        kind=word_for("change_kinds", changes[0].kind),
        added=sum(len(one.added) for one in changes),
        removed=sum(len(one.removed) for one in changes),
        told=sum(len(one.told) for one in changes),
    )
    console.print(Text(sums, style="bold"))
    lines = [
        (sign, words)
        for one in changes
        for sign, findings in (("+", one.added), ("-", one.removed), ("~", one.told))
        for _, words in findings
    ]
    styles = {"+": "green", "-": "red", "~": "yellow"}
    room = console.width - INDENT
    for sign, words in islice(lines, CHANGES_SHOWN):
        line = Text(f"{sign} ", style=styles[sign])
        line.append(wrap_short(show_plainly(words), room - 2, LINES_OF_CHANGE), style="")
        console.print(Padding(line, (0, 0, 0, INDENT - 2)))
    if (left := len(lines) - CHANGES_SHOWN) > 0:
        more = phrase("diff", "more", changes=count(left, "change"))
        console.print(Text(more, style="dim"))
