"""An event set right in a form."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.record import Event
from onrecord.web.event_edits import edit_event
from onrecord.web.site import UnfitRequestError
from tests.event_readings import make_event_reading

READING = make_event_reading()
EVENT = next(one for one in READING.events if one.actors)
TEXT = READING.article.text


def form_of(event: Event, **changed: str) -> dict[str, str]:
    return {
        "type": event.type,
        "factuality": event.factuality,
        "from": event.date.earliest.isoformat() if event.date else "",
        "to": event.date.latest.isoformat() if event.date else "",
        "place": event.place.name if event.place else "",
        "actors": "\n".join(one.name for one in event.actors),
        "recipients": "\n".join(one.name for one in event.recipients),
        **changed,
    }


def test_a_form_that_was_left_alone_changes_nothing() -> None:
    for one in READING.events:
        assert edit_event(READING, one, form_of(one)) == one


def test_another_type_brings_its_class_and_leaves_no_foreign_mode() -> None:
    edited = edit_event(READING, EVENT, form_of(EVENT, type="AID"))
    assert (edited.type, edited.quad, edited.mode) == ("AID", 2, ())


def test_an_event_that_was_called_off_is_abandoned_in_all_its_like_mentions() -> None:
    edited = edit_event(READING, EVENT, form_of(EVENT, factuality="backtracked"))
    assert (edited.factuality, edited.status) == ("backtracked", "abandoned")
    for old, new in zip(EVENT.mentions, edited.mentions, strict=True):
        same = old.factuality == EVENT.factuality
        assert new.factuality == ("backtracked" if same else old.factuality)


def test_one_day_is_enough_and_none_takes_it_away() -> None:
    edited = edit_event(READING, EVENT, {**form_of(EVENT), "from": "2031-03-14", "to": ""})
    assert edited.date is not None
    assert (edited.date.best, edited.date.edtf) == (date(2031, 3, 14), "2031-03-14")
    assert edit_event(READING, EVENT, {**form_of(EVENT), "from": "", "to": ""}).date is None
    with pytest.raises(UnfitRequestError, match="after the last"):
        edit_event(READING, EVENT, {**form_of(EVENT), "from": "2031-03-14", "to": "2031-03-01"})
    with pytest.raises(UnfitRequestError, match="is no day"):
        edit_event(READING, EVENT, {**form_of(EVENT), "from": "Friday"})


def test_a_party_is_one_of_the_article_or_stands_in_it() -> None:
    other = next(one for one in READING.entities if one.name not in {p.name for p in EVENT.actors})
    word = TEXT.split()[0]
    edited = edit_event(READING, EVENT, form_of(EVENT, actors=f"{other.name}\n{word}"))
    first, second = edited.actors
    assert (first.entity, first.span in other.mentions) == (other.id, True)
    assert second.span.cut(TEXT) == word
    with pytest.raises(UnfitRequestError, match="does not stand"):
        edit_event(READING, EVENT, form_of(EVENT, recipients="Somebody Else Entirely"))
