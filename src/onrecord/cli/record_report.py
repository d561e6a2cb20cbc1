"""What a record answers, for a terminal: hits, sources, timelines, differences.

Invariant: only plain text of the pages is shown, and what is left out is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from onrecord.painting.days import describe_between, describe_day
from onrecord.painting.visible_text import show_plainly, wrap_short
from onrecord.painting.wording import count, describe_kind, join_words, phrase, word_for
from onrecord.record import Span, TimelineEntry
from onrecord.store import ArticleRow, Found, Hit, Saying

INDENT = 3
LINES_OF_HIT = 4
LINES_OF_SAYING = 3
MARKS = ("*", "*")
"""Around the words that were searched for, where there is no colour."""


def draw(width: int, colour: bool, paint: Callable[[Console], None]) -> str:
    """What ``paint`` prints, as text of at most ``width`` columns under a line."""
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
    paint(console)
    output = console.file
    assert isinstance(output, StringIO)
    return "\n".join(line.rstrip() for line in output.getvalue().splitlines()) + "\n"


def print_hits(
    console: Console, hits: Sequence[Hit], *, limit: int, meaning: bool, colour: bool
) -> None:
    """The hits with the words that were found, where they stand and who says so."""
    if not hits:
        console.print(Text(phrase("search", "none_meaning" if meaning else "none")))
        return
    key = "hits_more" if len(hits) == limit else "hits"
    console.print(Text(phrase("search", key, hits=count(len(hits), "hit")), style="bold"))
    if not hits[0].whole:
        console.print(Text(phrase("search", "some"), style="yellow"))
    for number, hit in enumerate(hits, start=1):
        console.print()
        head = Text(f"{number:>{INDENT - 1}} ", style="dim")
        head.append_text(_name_article(hit.article))
        console.print(head)
        room = console.width - INDENT
        if hit.place != "title" and hit.article.title:
            title = wrap_short(show_plainly(hit.article.title), room, 1)
            _print_inside(console, Text(title, style="dim"))
        _print_inside(console, _mark(hit, room * LINES_OF_HIT, colour=colour))
        if hit.sayings:
            _print_inside(console, Text(describe_chain(hit.sayings[-1]), style="cyan"))


def print_found(console: Console, found: Sequence[Found], *, limit: int) -> None:
    """Each source with what it said and what it passed on."""
    if not found:
        console.print(Text(phrase("who", "none")))
        return
    for number, one in enumerate(found):
        if number:
            console.print()
        console.print(Text(show_plainly(one.source.name), style="bold"))
        console.print(Text(_weigh(one)))
        if one.source.unnamed:
            console.print(Text(phrase("who", "unnamed"), style="yellow"))
        _print_sayings(console, one.sayings[:limit], one.source.statements)
        if one.passed_on:
            console.print(Text(phrase("who", "passed_on"), style="bold dim"))
            _print_sayings(console, one.passed_on[:limit], one.source.relayed)


def print_entries(console: Console, entries: Sequence[TimelineEntry], *, story: bool) -> None:
    """Events by day, with who takes part and how many independent sources tell of each."""
    if not entries:
        console.print(Text(phrase("record_timeline", "none_story" if story else "none")))
        return
    events = count(len(entries), "event")
    console.print(Text(phrase("record_timeline", "heading", events=events), style="bold"))
    day = ""
    for one in entries:
        when = describe_entry_day(one)
        if when != day:
            console.print()
            console.print(Text(when, style="bold cyan"))
            day = when
        words = Text(describe_entry(one))
        words.append(f" · {_describe_telling(one)}", style="dim")
        _print_inside(console, words)


def describe_entry_day(one: TimelineEntry) -> str:
    """The day or days of an event, or that none is told."""
    if one.date is None:
        return phrase("record_timeline", "undated")
    return describe_between(one.date.earliest, one.date.latest)


def describe_entry(one: TimelineEntry) -> str:
    """What it was, who did it to whom, where."""
    actors, recipients = (
        join_words([show_plainly(name) for name in names]) for names in (one.actors, one.recipients)
    )
    words = f"{word_for('event_types', one.type)} “{show_plainly(one.words)}”"
    if actors and recipients:
        words += f": {phrase('events', 'toward', actors=actors, recipients=recipients)}"
    elif recipients:
        words += f": {phrase('events', 'suffered', recipients=recipients)}"
    elif actors:
        words += f": {actors}"
    return f"{words}, {show_plainly(one.place)}" if one.place else words


def _describe_telling(one: TimelineEntry) -> str:
    standings = dict.fromkeys(telling.factuality for telling in one.tellings)
    pages = count(len(one.articles), "page")
    words = join_words([word_for("factuality", standing) for standing in standings])
    if one.sources is None:
        return f"{words}; {pages}"
    least, most = one.sources.min, one.sources.max
    number = (
        count(most, "independent") if least == most else f"{least}–{count(most, 'independent')}"
    )
    return f"{words}; {phrase('record_timeline', 'sources', sources=number, pages=pages)}"


def _weigh(one: Found) -> str:
    source = one.source
    kind = word_for("kinds_unnamed" if source.unnamed else "kinds", source.kind)
    if not source.statements:
        statements = count(source.relayed, "statement")
        return phrase("who", "only_relayed", kind=kind, statements=statements)
    return phrase(
        "who",
        "weight",
        kind=kind,
        statements=count(source.statements, "statement"),
        articles=count(source.articles, "article"),
        outlets=count(source.outlets, "outlet"),
    )


def _print_sayings(console: Console, sayings: Sequence[Saying], total: int) -> None:
    article = ""
    room = console.width - INDENT
    for one in sayings:
        if one.article.id != article:
            console.print()
            head = Text(" " * INDENT)
            head.append_text(_name_article(one.article))
            console.print(head)
            article = one.article.id
        words = wrap_short(f"“{_unquoted(one.words)}”", room - 2, LINES_OF_SAYING)
        text = Text(words)
        stance, mode = word_for("stances", one.stance), word_for("modes", one.mode)
        manner = phrase("who", "manner", stance=stance, mode=mode)
        hands = [show_plainly(link.name) for link in one.chain.links[1:-1]]
        if hands:
            manner += f", {phrase('who', 'through', hands=join_words(hands))}"
        text.append(f"\n{manner}", style="dim")
        console.print(Padding(text, (0, 0, 0, INDENT + 2)))
    if total > len(sayings):
        more = phrase("who", "more", statements=count(total - len(sayings), "statement"))
        _print_inside(console, Text(more, style="dim"))


def _unquoted(words: str) -> str:
    return show_plainly(words).strip('“”" ,')


def _name_article(article: ArticleRow) -> Text:
    name = show_plainly(article.outlet) or show_plainly(article.url) or show_plainly(article.where)
    day = describe_day(article.published) if article.published else phrase("search", "unknown_day")
    words = Text(name or word_for("kinds_unnamed", "outlet"), style="bold")
    return words.append(f" · {day}", style="dim")


def describe_chain(saying: Saying) -> str:
    """By whom a statement is, and through whom it came beside the outlet that we read."""
    origin = saying.chain.origin
    hands = join_words([show_plainly(link.name) for link in saying.chain.links[1:-1]])
    if origin.kind == "unknown" and origin.unnamed:
        return phrase("search", "nobody_through" if hands else "nobody", hands=hands)
    who = f"{show_plainly(origin.name)} ({describe_kind(origin)})"
    said = phrase("search", "said", who=who)
    return f"{said}, {phrase('who', 'through', hands=hands)}" if hands else said


def _mark(hit: Hit, room: int, *, colour: bool) -> Text:
    """The hit in about ``room`` characters around the first word that was found."""
    text = hit.text
    first = hit.marked[0] if hit.marked else Span(0, 1)
    start = 0
    if len(text) > room and first.end > room // 2:
        start = text.rfind(" ", 0, max(first.start - room // 3, 1)) + 1
    end = len(text)
    if end - start > room:
        end = max(text.rfind(" ", start, start + room), first.end)
    words = Text("… " if start else "")
    at = start
    for span in hit.marked:
        if span.start < at or span.end > end:
            continue
        words.append(_plainly(text[at : span.start]))
        inside = _plainly(span.cut(text))
        words.append(inside if colour else inside.join(MARKS), style="bold yellow")
        at = span.end
    words.append(_plainly(text[at:end]))
    return words.append(" …") if end < len(text) else words


def _plainly(piece: str) -> str:
    """A piece of text made harmless with the spaces at its ends."""
    if not piece.strip():
        return " " if piece else ""
    left = " " if piece[0].isspace() else ""
    right = " " if piece[-1].isspace() else ""
    return f"{left}{show_plainly(piece)}{right}"


def _print_inside(console: Console, words: Text) -> None:
    console.print(Padding(words, (0, 0, 0, INDENT)))
