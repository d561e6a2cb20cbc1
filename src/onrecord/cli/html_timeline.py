"""The timeline for a browser, and what is told of each time that the text marks.

Invariant: every time of the reading is in it, if only in a part that is folded away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.cli.days import describe_day
from onrecord.cli.markup import NOTHING, Html, element, isolate, join, write
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
)
from onrecord.cli.timeline_words import (
    describe_alternatives,
    describe_distance,
    describe_doubt,
    describe_lack,
    describe_marker,
    describe_timeline,
    explain_time,
)
from onrecord.cli.wording import count, phrase
from onrecord.record import DateOfRecord, Reading, Span

ROWS_SHOWN = 40
OPEN_ROWS = 14
"""A timeline of more entries than these is folded, so that the article stays in sight."""

SENTENCES_SHOWN = 3
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
    if doubt := describe_lack(timeline):
        parts.insert(0, element("p", write(doubt), class_="doubt"))
    if timeline.unplaced:
        kinds = describe_unplaced(timeline.unplaced)
        words = phrase("timeline", "unplaced", kinds=kinds)
        groups = group_mentions(timeline.unplaced, sheet.sentences)
        parts.append(_fold_groups(words, groups, sheet))
    summary = element(
        "summary",
        element("h2", write(phrase("timeline", "heading"))),
        element("span", write(describe_timeline(timeline)), class_="how-many"),
    )
    is_open = "" if len(timeline.entries) <= OPEN_ROWS else None
    return element("details", summary, join(parts), class_="timeline", open=is_open)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every row is written from; ``painted`` = the numbers that the text marks."""

    page: int
    publication: DateOfRecord | None
    told: Mapping[int, tuple[str, ...]]
    text: str
    sentences: Mapping[Span, Span]
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
        text=article.text,
        sentences=find_sentences_of(article, [one.time.span for one in mentions]),
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


def _fold_groups(words: str, groups: Sequence[Sequence[DatedMention]], sheet: _Sheet) -> Html:
    return element("details", element("summary", write(words)), _list_groups(groups, sheet))


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
    if doubt := describe_doubt(row, sheet.publication):
        notes.append(element("span", write(doubt), class_="doubt"))
    if distance := describe_distance(row, sheet.publication):
        notes.append(element("span", write(distance), class_="distance"))
    groups = group_mentions(row.mentions, sheet.sentences)
    rest = groups[SENTENCES_SHOWN:]
    more = phrase("timeline", "rest_of_row", mentions=count(sum(map(len, rest)), "mention"))
    return element(
        "li",
        element("div", element("b", isolate(row.words)), *notes, class_="date"),
        element(
            "div",
            _list_groups(groups[:SENTENCES_SHOWN], sheet),
            _fold_groups(more, rest, sheet) if rest else NOTHING,
        ),
        class_="entry shaky" if doubt else "entry",
    )


def _list_groups(groups: Sequence[Sequence[DatedMention]], sheet: _Sheet) -> Html:
    return element("ul", join([_show_group(one, sheet) for one in groups]), class_="mentions")


def _show_group(group: Sequence[DatedMention], sheet: _Sheet) -> Html:
    """One sentence, with a line of notes for each of its times."""
    spans = [one.time.span for one in group]
    snippet = cut_snippet(sheet.text, sheet.sentences[spans[0]], spans, SNIPPET_ROOM)
    words = [
        element("em", write(piece)) if marked else write(piece) for piece, marked in snippet.pieces
    ]
    first = group[0].number
    others = dict.fromkeys(filter(None, (describe_alternatives(one.time) for one in group)))
    notes = [
        element("span", write(" · ".join(sheet.told[one.number])), class_="notes") for one in group
    ]
    return element(
        "li",
        element("a", *words, href=f"#page-{sheet.page}-when-{first}", dir="auto")
        if first in sheet.painted
        else element("bdi", *words),
        element("span", write(" ".join(others)), class_="or") if others else NOTHING,
        *notes,
        data_t=" ".join(str(one.number) for one in group),
    )
