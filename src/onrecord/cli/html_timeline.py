"""The timeline for a browser, and what is told of each time that the text marks.

Invariant: every time of the reading is in it, if only in a part that is folded away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.cli.days import describe_day
from onrecord.cli.markup import NOTHING, Html, element, isolate, join, write
from onrecord.cli.snippets import Snippet, cut_snippets
from onrecord.cli.timeline import (
    DatedMention,
    Marker,
    Row,
    Timeline,
    count_rows,
    cut_to_window,
    describe_unplaced,
)
from onrecord.cli.timeline_words import (
    describe_alternatives,
    describe_distance,
    describe_doubt,
    describe_marker,
    describe_timeline,
    explain_time,
)
from onrecord.cli.wording import count, phrase
from onrecord.record import DateOfRecord, Reading, Span

ROWS_SHOWN = 40
OPEN_ROWS = 14
"""A timeline of more entries than these is folded, so that the article stays in sight."""

MENTIONS_SHOWN = 3
SNIPPET_ROOM = 170


def explain_times(timeline: Timeline, reading: Reading) -> dict[int, tuple[str, ...]]:
    """What is known of each time, by its number in the text: for tooltips."""
    mentions = [mention for row in timeline.rows for mention in row.mentions]
    return {one.number: explain_time(one, reading) for one in (*mentions, *timeline.unplaced)}


def show_timeline(timeline: Timeline, reading: Reading, page: int) -> Html:
    """The whole section; nothing where the reading has no times."""
    if not timeline.entries and not timeline.unplaced:
        return NOTHING
    sheet = _prepare(timeline, reading, page)
    shown, whole = cut_to_window(timeline, ROWS_SHOWN)
    parts = [
        _fold("earlier", timeline.entries[: shown.start], sheet),
        _list_entries(timeline.entries[shown.start : shown.stop], sheet),
        _fold("later", timeline.entries[shown.stop : whole.stop], sheet),
    ]
    if timeline.publication is None and timeline.rows:
        doubt = phrase("timeline", "published_unknown")
        parts.insert(0, element("p", write(doubt), class_="doubt"))
    if timeline.unplaced:
        kinds = describe_unplaced(timeline.unplaced)
        words = phrase("timeline", "unplaced", kinds=kinds)
        parts.append(_fold_mentions(words, timeline.unplaced, sheet))
    summary = element(
        "summary",
        element("h2", write(phrase("timeline", "heading"))),
        element("span", write(describe_timeline(timeline)), class_="how-many"),
    )
    is_open = "" if len(timeline.entries) <= OPEN_ROWS else None
    return element("details", summary, join(parts), class_="timeline", open=is_open)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every row is written from: tooltips by number, snippets by span, numbers in the text."""

    page: int
    publication: DateOfRecord | None
    told: Mapping[int, tuple[str, ...]]
    snippets: Mapping[Span, Snippet]
    painted: frozenset[int]


def _prepare(timeline: Timeline, reading: Reading, page: int) -> _Sheet:
    mentions = [mention for row in timeline.rows for mention in row.mentions]
    mentions += timeline.unplaced
    article = reading.article
    blocks = article.paragraphs or (Span(0, max(len(article.text), 1)),)
    return _Sheet(
        page=page,
        publication=timeline.publication,
        told=explain_times(timeline, reading),
        snippets=cut_snippets(article, tuple(one.time.span for one in mentions), SNIPPET_ROOM),
        painted=frozenset(
            one.number
            for one in mentions
            if any(block.start <= one.time.span.start < block.end for block in blocks)
        ),
    )


def _fold(key: str, entries: Sequence[Row | Marker], sheet: _Sheet) -> Html:
    if not entries:
        return NOTHING
    words = phrase("timeline", f"all_{key}", dates=count(count_rows(entries), "date_value"))
    return element("details", element("summary", write(words)), _list_entries(entries, sheet))


def _fold_mentions(words: str, mentions: Sequence[DatedMention], sheet: _Sheet) -> Html:
    return element("details", element("summary", write(words)), _list_mentions(mentions, sheet))


def _list_entries(entries: Sequence[Row | Marker], sheet: _Sheet) -> Html:
    shown = [
        _show_marker(one) if isinstance(one, Marker) else _show_row(one, sheet) for one in entries
    ]
    return element("ol", join(shown), class_="entries") if shown else NOTHING


def _show_marker(marker: Marker) -> Html:
    day = describe_day(marker.date.best, weekday=True)
    return element(
        "li",
        element("div", element("b", write(day)), class_="date"),
        element("div", write(describe_marker(marker.date))),
        class_=f"entry marker {marker.date.role}",
    )


def _show_row(row: Row, sheet: _Sheet) -> Html:
    notes = []
    if row.shaky:
        notes.append(element("span", write(describe_doubt(sheet.publication)), class_="doubt"))
    if distance := describe_distance(row, sheet.publication):
        notes.append(element("span", write(distance), class_="distance"))
    rest = row.mentions[MENTIONS_SHOWN:]
    more = phrase("timeline", "rest_of_row", mentions=count(len(rest), "mention"))
    return element(
        "li",
        element("div", element("b", isolate(row.words)), *notes, class_="date"),
        element(
            "div",
            _list_mentions(row.mentions[:MENTIONS_SHOWN], sheet),
            _fold_mentions(more, rest, sheet) if rest else NOTHING,
        ),
        class_="entry shaky" if row.shaky else "entry",
    )


def _list_mentions(mentions: Sequence[DatedMention], sheet: _Sheet) -> Html:
    return element("ul", join([_show_mention(one, sheet) for one in mentions]), class_="mentions")


def _show_mention(mention: DatedMention, sheet: _Sheet) -> Html:
    snippet = sheet.snippets[mention.time.span]
    words = [write(snippet.before), element("em", write(snippet.words)), write(snippet.after)]
    target = f"#page-{sheet.page}-when-{mention.number}"
    others = describe_alternatives(mention.time)
    return element(
        "li",
        element("a", *words, href=target, dir="auto")
        if mention.number in sheet.painted
        else element("bdi", *words),
        element("span", write(others), class_="or") if others else NOTHING,
        element("span", write(" · ".join(sheet.told[mention.number])), class_="notes"),
        data_t=str(mention.number),
    )
