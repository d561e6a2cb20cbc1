"""A record on disk with all that the screens show, of pages of our own writing.

It holds the seven pages of the harbour wall with their claim, one article that tries to run code
and to turn its own direction, and one with a reading of everything.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from onrecord.record import (
    Block,
    EventDate,
    EventTelling,
    Reading,
    SourceCount,
    Span,
    Stamp,
    TimelineEntry,
)
from onrecord.store import Entry, open_record
from tests.event_readings import make_event_reading
from tests.painting.traces import CLAIM, IDS, make_corpus, make_trace
from tests.readings import make_reading
from tests.stories.pages import page

HARM = '</title><script>alert("x")</script>'
TURN = "‮"
HARMFUL_TEXT = f"A barge sank. {HARM} & <img src=x onerror=alert(1)> {TURN}gnp.exe said the quay."
STORY = make_corpus().stories[0].id
DAY = date(2031, 3, 14)


def make_harmful() -> Reading:
    """An article whose every text is an attempt."""
    article = page(HARMFUL_TEXT, url="javascript:alert(1)", outlet=f"Quay {HARM}", published="")
    return Reading(
        replace(
            article,
            title=f"Barge {HARM}{TURN}",
            authors=(HARM,),
            blocks=(Block("paragraph", Span(0, len(HARMFUL_TEXT))),),
        ),
        Stamp("0", "none", "en"),
    )


def make_timeline() -> tuple[TimelineEntry, ...]:
    """One event between the harbour office and the Tidewater Post, and one without a day."""
    telling = EventTelling(IDS["post"], "e1", Span(0, 11), "rejected", "reported")
    fight = TimelineEntry("t1", "REJECT", "rejected", EventDate(DAY, DAY, DAY), "Port",
                          ("harbour office",), ("Tidewater Post",), (telling,),
                          sources=SourceCount(1, 2))  # fmt: skip
    talk = TimelineEntry("t2", "CONSULT", "spoke", None, "", ("Tidewater Post",),
                         ("harbour office",), (telling,))  # fmt: skip
    return fight, talk


def write_record(path: Path) -> None:
    """Writes the record to ``path``."""
    corpus = make_corpus()
    claim = replace(make_trace().claim, story=STORY)
    with open_record(path, write=True) as record:
        readings = (*corpus.readings, make_reading(), make_event_reading(), make_harmful())
        record.put(Entry(one, where=f"{one.article.id}.html") for one in readings)
        record.put_corpus(corpus)
        record.put_story(STORY, (replace(make_trace(), claim=claim),), make_timeline())


__all__ = ["CLAIM", "IDS"]
