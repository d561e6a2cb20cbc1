"""The timeline for a browser, and what is told of each time that the text marks.

Invariant: every time of the reading and every event with a day is in it, if only in a part that is
folded away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.painting.days import describe_day
from onrecord.painting.html_text import find_anchored
from onrecord.painting.markup import NOTHING, Html, element, isolate, join, write
from onrecord.painting.snippets import cut_snippet, find_sentences_of
from onrecord.painting.tellings import Telling, list_spans, tell, tell_row
from onrecord.painting.timeline import (
    Marker,
    Row,
    Timeline,
    count_rows,
    cut_to_window,
    describe_unplaced,
)
from onrecord.painting.timeline_words import (
    describe_alternatives,
    describe_distance,
    describe_doubt,
    describe_lack,
    describe_marker,
    describe_rest,
    describe_timeline,
    explain_time,
)
from onrecord.painting.wording import count, phrase
from onrecord.record import DateOfRecord, Reading, Span

ROWS_SHOWN = 40
OPEN_ROWS = 8
"""A timeline of more entries than these is folded, so that the article stays in sight."""

SENTENCES_SHOWN = 3
SNIPPET_ROOM = 170


def explain_times(timeline: Timeline, reading: Reading) -> dict[int, tuple[str, ...]]:
    """What is known of each time, by its number in the text: for tooltips."""
    mentions = [mention for row in timeline.rows for mention in row.mentions]
    return {one.number: explain_time(one, reading) for one in (*mentions, *timeline.unplaced)}


def show_timeline(
    timeline: Timeline, reading: Reading, page: int, happenings: Mapping[int, Html]
) -> Html:
    """The whole section; ``happenings`` = one line for each event, by its number.

    Nothing where the reading has neither times nor events with a day.
    """
    if not timeline.entries and not timeline.unplaced:
        return NOTHING
    sheet = _prepare(timeline, reading, page, happenings)
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
        parts.append(_fold_tellings(words, tell(timeline.unplaced, (), sheet.sentences), sheet))
    if timeline.undated:
        events = count(len(timeline.undated), "event")
        words = phrase("events", "listed_beside", events=events)
        parts.append(element("p", element("a", write(words), href=f"#page-{page}-events")))
    summary = element(
        "summary",
        element("h2", write(phrase("events" if timeline.events else "timeline", "heading"))),
        element("span", write(describe_timeline(timeline)), class_="how-many"),
    )
    # Of a long timeline only the heading is shown until it is asked for.
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
    happenings: Mapping[int, Html]


def _prepare(
    timeline: Timeline, reading: Reading, page: int, happenings: Mapping[int, Html]
) -> _Sheet:
    mentions = [mention for row in timeline.rows for mention in row.mentions]
    mentions += timeline.unplaced
    article = reading.article
    anchored = find_anchored(article, [one.time.span for one in mentions])
    return _Sheet(
        page=page,
        publication=timeline.publication,
        told=explain_times(timeline, reading),
        text=article.text,
        sentences=find_sentences_of(article, list_spans(timeline)),
        painted=frozenset(one.number for one in mentions if one.time.span in anchored),
        happenings=happenings,
    )


def _fold(key: str, entries: Sequence[Row | Marker], sheet: _Sheet) -> Html:
    if not entries:
        return NOTHING
    words = phrase("timeline", f"all_{key}", dates=count(count_rows(entries), "date_value"))
    return element("details", element("summary", write(words)), _list_entries(entries, sheet))


def _fold_tellings(words: str, tellings: Sequence[Telling], sheet: _Sheet) -> Html:
    return element("details", element("summary", write(words)), _list_tellings(tellings, sheet))


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
    tellings = tell_row(row, sheet.sentences)
    shown = [one for one in tellings if one.events]
    others = [one for one in tellings if not one.events]
    room = max(SENTENCES_SHOWN - len(shown), 0)
    rest = others[room:]
    return element(
        "li",
        element("div", element("b", isolate(row.words)), *notes, class_="date"),
        element(
            "div",
            _list_tellings([*shown, *others[:room]], sheet),
            _fold_tellings(describe_rest(rest), rest, sheet) if rest else NOTHING,
        ),
        class_="entry shaky" if doubt else "entry",
    )


def _list_tellings(tellings: Sequence[Telling], sheet: _Sheet) -> Html:
    return element("ul", join([_show_telling(one, sheet) for one in tellings]), class_="mentions")


def _show_telling(one: Telling, sheet: _Sheet) -> Html:
    """The events of a sentence, then its words with a line of notes for each of its times."""
    snippet = cut_snippet(sheet.text, one.sentence, one.spans, SNIPPET_ROOM)
    words = [
        element("em", write(piece)) if marked else write(piece) for piece, marked in snippet.pieces
    ]
    first = next((mention.number for mention in one.mentions), None)
    others = dict.fromkeys(filter(None, (describe_alternatives(it.time) for it in one.mentions)))
    notes = [
        element("span", write(" · ".join(sheet.told[mention.number])), class_="notes")
        for mention in one.mentions
    ]
    return element(
        "li",
        *[sheet.happenings[event.number] for event in one.events],
        element("a", *words, href=f"#page-{sheet.page}-when-{first}", dir="auto")
        if first in sheet.painted
        else element("bdi", *words),
        element("span", write(" ".join(others)), class_="or") if others else NOTHING,
        *notes,
        data_t=" ".join(str(mention.number) for mention in one.mentions) or None,
    )
