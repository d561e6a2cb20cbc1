"""One timeline of a story: its events across pages, each once, dated by what the texts say.

Invariant: what is told as another day, place or kind is never one entry; every merge says why; an
entry without a date in any text stays undated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from onrecord.record import EventDate, Participant, Reading, Story, judgement_id
from onrecord.record.timelines import EventMerge, EventTelling, TimelineEntry
from onrecord.stories.chronology.event_likeness import exclude, explain, likeness_of
from onrecord.stories.chronology.event_mentions import Corpus
from onrecord.stories.chronology.event_pairs import PairModel, load_pair_model
from onrecord.stories.chronology.told_events import ToldEvent, tell_events

COMPARED = 6
"""Tellings of an entry that a new one is compared with; bounds the time."""
CANDIDATES = 60
"""Entries told of last with a word or a kind of event in common that are looked at."""


@dataclass(slots=True)
class _Draft:
    told: list[ToldEvent]
    merges: list[EventMerge] = field(default_factory=list)


def build_timeline(story: Story, readings: Sequence[Reading]) -> tuple[TimelineEntry, ...]:
    """The events of the pages of ``story`` by day, those without a day behind.

    ``readings`` may hold pages of other stories, which are left out. Two events are one where the
    pair model says so on the mean (average link, as for coreference of events across documents).
    """
    order = {article: at for at, article in enumerate(story.articles)}
    pages = {one.article.id: one for one in readings if one.article.id in order}
    ordered = sorted(pages.values(), key=lambda one: order[one.article.id])
    corpus, told = tell_events(ordered)
    entries = [_make_entry(one) for one in _merge(corpus, told, load_pair_model())]
    return tuple(sorted(entries, key=_place_in_time))


def _merge(corpus: Corpus, told: Sequence[ToldEvent], model: PairModel) -> list[_Draft]:
    drafts: list[_Draft] = []
    known: dict[str, list[int]] = {}
    for one in told:
        keys = {*one.mention.lemmas, *one.mention.families, one.event.type}
        near = sorted({number for key in keys for number in known.get(key, ())[-CANDIDATES:]})
        best: tuple[float, int] | None = None
        for number in near:
            score = _likeness(corpus, one, drafts[number], model)
            if score >= model.events and (best is None or score > best[0]):
                best = score, number
        if best is None:
            number = len(drafts)
            drafts.append(_Draft([one]))
        else:
            score, number = best
            reason = explain(corpus, one, drafts[number].told)
            first = drafts[number].told[0].event.id
            drafts[number].merges.append(EventMerge(first, one.event.id, round(score, 4), reason))
            drafts[number].told.append(one)
        for key in keys:
            entered = known.setdefault(key, [])
            if not entered or entered[-1] != number:
                entered.append(number)
    return drafts


def _likeness(corpus: Corpus, one: ToldEvent, draft: _Draft, model: PairModel) -> float:
    """The mean probability that ``one`` means the same as the entry; 0 where it is excluded."""
    compared = draft.told[:COMPARED]
    if any(exclude(one.event, other.event) for other in draft.told[-COMPARED:] + compared):
        return 0.0
    return sum(likeness_of(corpus, one, other, model) for other in compared) / len(compared)


def _make_entry(draft: _Draft) -> TimelineEntry:
    tellings = tuple(
        EventTelling(
            one.reading.article.id,
            one.event.id,
            one.span,
            one.span.cut(one.reading.article.text),
            one.event.factuality,
            one.event.within,
        )
        for one in draft.told
    )
    events = [one.event for one in draft.told]
    return TimelineEntry(
        judgement_id("entry", (events[0].id,)),
        _commonest(one.type for one in events),
        _commonest(one.words for one in tellings),
        _narrowest([one.date for one in events if one.date is not None]),
        _commonest(one.place.name for one in events if one.place is not None),
        _names([one for event in events for one in event.actors]),
        _names([one for event in events for one in event.recipients]),
        tellings,
        tuple(draft.merges),
    )


def _commonest(words: Iterable[str]) -> str:
    """The word that most have, the first of those; "" where there is none."""
    return next((word for word, _ in Counter(words).most_common(1)), "")


def _narrowest(dates: Sequence[EventDate]) -> EventDate | None:
    """The date of fewest days, the first of those."""
    return min(dates, key=lambda one: one.latest - one.earliest, default=None)


def _names(participants: Sequence[Participant]) -> tuple[str, ...]:
    """The names of participants, each once, the commonest first."""
    return tuple(name for name, _ in Counter(one.name for one in participants).most_common())


def _place_in_time(entry: TimelineEntry) -> tuple[bool, date, timedelta]:
    if entry.date is None:
        return True, date.max, timedelta()
    return False, entry.date.earliest, entry.date.latest - entry.date.earliest
