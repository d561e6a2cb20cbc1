"""The dated events of a story or of people, across pages, with the sentences that tell of them.

Invariant: every event has a page that tells of it, and says on whose word it stands there.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.assistant.answers import Entry, TimelineAnswer, Told
from onrecord.assistant.questions import CannotAnswerError, story_of, words_of
from onrecord.assistant.quoting import Pages
from onrecord.record import TimelineEntry
from onrecord.store import Record

TOLD = 3
"""Pages quoted for one event; the others are counted."""


def list_events(
    record: Record, names: Iterable[str], story: str, window: tuple[int, int]
) -> TimelineAnswer:
    """The events in which all of ``names`` take part, or of ``story``: how many, how many on."""
    people = tuple(words_of(one, "names") for one in names)
    wanted = story_of(record, story)
    if not people and not wanted:
        raise CannotAnswerError("say whose events: give names, or the id of a story")
    limit, skip = window
    entries = record.timeline(*people, story=wanted)
    pages = Pages(record)
    notes = []
    if not record.is_judged():
        notes.append("pages came in that no timeline has yet: run onrecord add to put them in")
    if not entries:
        notes.append(
            "no story has an event of theirs: try one name, or the words that pages use for them "
            "(“the president”), or the id of a story"
        )
    return TimelineAnswer(
        tuple(_answer(one, pages) for one in entries[skip : skip + limit]),
        max(len(entries) - skip - limit, 0),
        tuple(notes),
    )


def _answer(one: TimelineEntry, pages: Pages) -> Entry:
    told = []
    for telling in one.tellings[:TOLD]:
        quoted = pages.quote_sentence(telling.article, telling.span)
        if quoted is not None:
            place = (telling.span.start, telling.span.end)
            told.append(Told(telling.factuality, telling.within, place, quoted))
    date = one.date
    return Entry(
        one.id,
        one.type,
        one.words,
        date.earliest.isoformat() if date else None,
        date.latest.isoformat() if date else None,
        date.best.isoformat() if date else None,
        one.place,
        one.actors,
        one.recipients,
        one.sources.min if one.sources else None,
        one.sources.max if one.sources else None,
        tuple(told),
        len(one.tellings) - len(told),
    )
