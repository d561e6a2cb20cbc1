"""Readings of every shape, drawn at random."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from onrecord.record import (
    Access,
    Article,
    Block,
    BlockKind,
    CalendarValue,
    Caption,
    Contest,
    ContestKind,
    DateOfRecord,
    DateRole,
    Entity,
    EntityKind,
    Event,
    EventDate,
    EventMention,
    EventPlace,
    EventStatus,
    Factuality,
    Furniture,
    FurnitureKind,
    How,
    Issue,
    Link,
    MentionForm,
    Merge,
    Mode,
    Participant,
    Place,
    PlaceKind,
    Reading,
    SourceChain,
    SourceKind,
    SourceLink,
    Span,
    Stamp,
    Statement,
    TimeExpression,
    TimeKind,
    TimeModifier,
)

LENGTH = 40

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
names = words.filter(bool)
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=LENGTH, max_size=LENGTH)
scores = st.integers(0, 10_000).map(lambda number: number / 10_000)
spans = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(
    lambda pair: Span(pair[0], min(LENGTH, pair[0] + pair[1]))
)
several = st.lists(spans, min_size=1, max_size=3).map(tuple)


def one_of(kind: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(kind))


def tuples(kind: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(kind, max_size=2).map(tuple)


@st.composite
def dates(draw: st.DrawFn) -> DateOfRecord:
    earliest, best, latest = sorted(draw(st.lists(st.dates(), min_size=3, max_size=3)))
    rest = [draw(words) for _ in range(4)]
    return DateOfRecord(
        draw(one_of(DateRole)),
        earliest,
        latest,
        best,
        *rest,
        chosen=draw(st.booleans()),
        spans=draw(tuples(spans)),
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    cuts = sorted(draw(st.sets(st.integers(0, LENGTH), max_size=6)))
    blocks = tuple(
        Block(
            draw(one_of(BlockKind)),
            Span(start, end),
            draw(st.sampled_from([None, Span(0, end - start)])),
        )
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    )
    return Article(
        *[draw(words) for _ in range(4)],
        authors=draw(tuples(words)),
        language=draw(words),
        text=draw(texts),
        dates=draw(tuples(dates())),
        blocks=blocks,
        furniture=draw(tuples(st.builds(Furniture, one_of(FurnitureKind), words))),
        captions=draw(tuples(st.builds(Caption, words, words))),
        links=draw(tuples(st.builds(Link, words, words, st.none() | spans))),
        access=draw(one_of(Access)),
        wire=draw(words),
    )  # fmt: skip


coordinates = st.integers(-9_000_000, 9_000_000).map(lambda number: number / 100_000)
places = st.builds(
    Place, coordinates, coordinates, st.integers(0), words, one_of(PlaceKind), words, words, scores
)
merges = st.builds(Merge, spans, spans, words, scores, words)
maybe = st.none() | spans


@st.composite
def days(draw: st.DrawFn) -> tuple[date, date, date]:
    """The first day, the last and one of those between."""
    earliest, best, latest = sorted(draw(st.lists(st.dates(), min_size=3, max_size=3)))
    return earliest, latest, best


@st.composite
def entities(draw: st.DrawFn, id_: str) -> Entity:
    mentions = draw(several)
    form = st.lists(one_of(MentionForm), min_size=len(mentions), max_size=len(mentions))
    return Entity(
        id_,
        draw(words),
        draw(one_of(EntityKind)),
        mentions,
        draw(tuples(words)),
        draw(st.none() | places),
        draw(st.just(()) | form.map(tuple)),
        draw(tuples(merges)),
        draw(st.booleans()),
    )


@st.composite
def times(draw: st.DrawFn, id_: str) -> TimeExpression:
    value = st.builds(CalendarValue, words, words)
    return TimeExpression(
        id_,
        draw(spans),
        draw(one_of(TimeKind)),
        draw(words),
        draw(words),
        *draw(days() | st.just((None, None, None))),
        modifier=draw(one_of(TimeModifier)),
        anchor_span=draw(maybe),
        generic=draw(st.booleans()),
        rule=draw(words),
        score=draw(scores),
        alternatives=draw(tuples(value)),
    )


@st.composite
def event_dates(draw: st.DrawFn, time: st.SearchStrategy[str | None]) -> EventDate:
    return EventDate(*draw(days()), draw(words), draw(time), draw(words))


Ids = st.SearchStrategy[str | None]


@st.composite
def events(draw: st.DrawFn, id_: str, anybody: Ids, said: Ids, time: Ids) -> Event:
    mention = st.builds(
        EventMention,
        spans,
        one_of(EventStatus),
        one_of(Factuality),
        said,
        st.floats(-3, 3).map(lambda value: round(value, 3)),
        scores,
    )
    mentions = tuple(draw(st.lists(mention, min_size=1, max_size=3)))
    people = tuples(st.builds(Participant, words, anybody, spans))
    return Event(
        id_,
        tuple(one.trigger for one in mentions),
        draw(words),
        draw(tuples(words)),
        draw(st.integers(1, 4)),
        draw(people),
        draw(people),
        draw(st.none() | event_dates(time)),
        draw(st.none() | st.builds(EventPlace, words, spans, anybody, st.none() | places)),
        draw(one_of(EventStatus)),
        draw(one_of(Factuality)),
        draw(said),
        mentions,
        draw(scores),
        draw(words),
    )


def number(letter: str, draw: st.DrawFn) -> list[str]:
    return [f"{letter}{at}" for at in range(draw(st.integers(0, 2)))]


def nobody_or(ids: list[str]) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *ids])


@st.composite
def statements(draw: st.DrawFn, id_: str, anybody: Ids) -> Statement:
    kinds, hows = one_of(SourceKind), one_of(How)
    links = st.builds(SourceLink, names, kinds, st.booleans(), words, maybe, maybe, hows, anybody)
    return Statement(
        id_,
        draw(one_of(Mode)),
        draw(several),
        draw(maybe),
        draw(maybe),
        SourceChain((draw(links), *draw(tuples(links)))),
        draw(words),
        draw(anybody),
        draw(maybe),
        draw(scores),
        draw(words),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    who, when, said = number("e", draw), number("t", draw), number("s", draw)
    anybody, word, time = nobody_or(who), nobody_or(said), nobody_or(when)
    contests = (
        Contest(
            id_,
            draw(one_of(ContestKind)),
            draw(spans),
            draw(spans),
            draw(word),
            draw(word),
            draw(words),
            draw(scores),
        )
        for id_ in number("c", draw)
    )
    return Reading(
        draw(articles()),
        draw(st.builds(Stamp, words, words, words, words)),
        tuple(draw(entities(id_)) for id_ in who),
        tuple(draw(times(id_)) for id_ in when),
        tuple(draw(statements(id_, anybody)) for id_ in said),
        tuple(draw(events(id_, anybody, word, time)) for id_ in number("v", draw)),
        tuple(contests),
        draw(tuples(st.builds(Issue, names, names, names, maybe, words))),
    )
