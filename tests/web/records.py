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
    Caption,
    Entity,
    Event,
    EventDate,
    EventMention,
    EventPlace,
    EventTelling,
    Furniture,
    Issue,
    Participant,
    Reading,
    SourceChain,
    SourceCount,
    SourceLink,
    Span,
    Stamp,
    Statement,
    TimelineEntry,
    finding_id,
)
from onrecord.store import Entry, open_record
from tests.event_readings import make_event_reading
from tests.painting.traces import CLAIM, IDS, make_corpus, make_trace
from tests.readings import make_reading
from tests.stories.pages import page

HARM = '</title><script>alert("x")</script><script>document.ran = 1</script>'
QUOTES = '" autofocus onfocus="document.ran = 1" x=\''
TURN = "\u202e"
UNSEEN = "\x1b[31m\x07\u2066\u200f\ufeff"
LONG = "Hochwasser" * 60
HARMFUL_TEXT = (
    f"A barge sank. {HARM} & <img src=x onerror=alert(1)> {TURN}gnp.exe said the quay.\n\n"
    f"The {LONG} {UNSEEN} said {{{{ 7 * 7 }}}} {QUOTES} and <svg onload=alert(2)>."
)
STORY = make_corpus().stories[0].id
DAY = date(2031, 3, 14)


def make_harmful() -> Reading:
    """An article whose every text is an attempt, those of its findings too."""
    article = page(HARMFUL_TEXT, url="javascript:alert(1)", outlet=f"Quay {HARM}", published="")
    article = replace(
        article,
        title=f"Barge {HARM}{TURN} {LONG}",
        authors=(HARM, TURN),
        blocks=(Block("paragraph", Span(0, len(HARMFUL_TEXT))),),
        captions=(Caption(f"A quay {HARM}", QUOTES),),
        furniture=(Furniture("related", f"More {HARM}{UNSEEN}"),),
    )
    barge, said = Span(0, 7), Span(2, 12)
    who = Entity(finding_id(article.id, "entity", (barge,)), f"{TURN}{QUOTES}{HARM}", "person",
                 (barge,), (HARM, TURN))  # fmt: skip
    source = SourceLink(f"{HARM}{TURN}{QUOTES}", "person", title=HARM, span=barge, entity=who.id)
    statement = Statement(
        finding_id(article.id, "statement", (said,)), "indirect", (said,), None, barge,
        SourceChain((SourceLink(f"Quay {HARM}", "outlet"), source)), "states", who.id,
    )  # fmt: skip
    party = Participant(f"{QUOTES}{HARM}", who.id, barge)
    mention = EventMention(Span(8, 12), "actual", "happened", statement.id)
    event = Event(
        finding_id(article.id, "happening", (mention.trigger,)), (mention.trigger,), "ASSAULT", (),
        4, (party,), (party,), None, EventPlace(f"{HARM}{TURN}", barge), "actual", "happened",
        statement.id, (mention,),
    )  # fmt: skip
    return Reading(
        article,
        Stamp("0", f"none {HARM}", "en", QUOTES),
        entities=(who,),
        statements=(statement,),
        events=(event,),
        issues=(Issue("text", "odd", f"odd {HARM}{UNSEEN}", said),),
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
