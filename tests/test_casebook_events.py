"""The casebook of events: what the rules make of passages that are marked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.casebook_events import EventsCase, GoldContest, GoldEvent, read_events_cases
from onrecord.events import find_contests, find_events
from onrecord.languages import load
from onrecord.passages import find_sentences
from onrecord.reading import read_times
from onrecord.record import Article, Block, Event, Participant, Span

CASES = read_events_cases(Path(__file__).parent / "casebook-events")


def make_article(text: str) -> Article:
    blocks, start = [], 0
    for line in text.split("\n\n"):
        blocks.append(Block("paragraph", Span(start, start + len(line))))
        start += len(line) + 2
    return Article("case", "", "", "", (), "en", text, blocks=tuple(blocks))


def sentences_of(article: Article) -> tuple[Span, ...]:
    short = frozenset(load("en", "abbreviations")["abbreviations"])
    return tuple(
        sentence
        for paragraph in article.paragraphs
        for sentence in find_sentences(article.text, paragraph, short)
    )


def read_events(case: EventsCase) -> tuple[Event, ...]:
    article = make_article(case.passage)
    times = read_times(case.passage, case.published)
    return find_events(
        article, case.labels, case.entities, times, case.statements, sentences_of(article)
    )


def words_of(participants: tuple[Participant, ...]) -> str:
    return " | ".join(one.name for one in participants) or "none"


def field_of(event: Event, name: str, case: EventsCase) -> str:
    if name == "date":
        return "none" if event.date is None else event.date.edtf
    if name == "place":
        return "none" if event.place is None else event.place.name
    if name in ("actors", "recipients"):
        return words_of(event.actors if name == "actors" else event.recipients)
    if name == "mode":
        return ", ".join(event.mode) or "none"
    if name == "within":
        said = next((one for one in case.statements if one.id == event.within), None)
        return "none" if said is None else said.content[0].cut(case.passage)
    return str(getattr(event, name))


def check_event(case: EventsCase, gold: GoldEvent, found: tuple[Event, ...]) -> list[str]:
    def words(spans: tuple[Span, ...]) -> str:
        return " | ".join(one.cut(case.passage) for one in spans)

    where = f"{case.place}, line {gold.line}, {words(gold.triggers)}"
    fitting = [
        one
        for one in found
        if any(trigger.overlaps(span) for trigger in one.triggers for span in gold.triggers)
    ]
    if len(fitting) != 1:
        return [f"{where}: {[words(one.triggers) for one in fitting]}"]
    event = fitting[0]
    missing = [
        span.cut(case.passage)
        for span in gold.triggers
        if not any(trigger.overlaps(span) for trigger in event.triggers)
    ]
    wrong = [f"{where}: lacks {missing}"] if missing else []
    for name, value in gold.fields:
        if (seen := field_of(event, name, case)) != value:
            wrong.append(f"{where}: {name} is {seen}, not {value}")
    return wrong


def check_apart(case: EventsCase, found: tuple[Event, ...]) -> list[str]:
    wrong = []
    for event in found:
        golds = [
            gold.line
            for gold in case.events
            if any(span.overlaps(one) for span in gold.triggers for one in event.triggers)
        ]
        if len(golds) > 1:
            wrong.append(f"{case.place}: the events of lines {golds} are one")
        for span in case.no_events:
            if any(span.overlaps(one) for one in event.triggers):
                wrong.append(f"{case.place}: {span.cut(case.passage)!r} is an event")
    return wrong


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.place} {case.name}")
def test_events_are_found_as_marked(case: EventsCase) -> None:
    found = read_events(case)
    wrong = [line for gold in case.events for line in check_event(case, gold, found)]
    assert wrong + check_apart(case, found) == []


@pytest.mark.parametrize(
    "case",
    [one for one in CASES if one.contests or not one.events],
    ids=lambda case: f"{case.place} {case.name}",
)
def test_contests_are_found_as_marked(case: EventsCase) -> None:
    article = make_article(case.passage)
    found = find_contests(article, case.statements, read_events(case), sentences_of(article))

    def fits(gold: GoldContest) -> bool:
        return any(
            one.kind == gold.kind
            and one.claim.overlaps(gold.claim)
            and one.against.overlaps(gold.against)
            and not one.claim.covers(gold.against)
            and (one.against_statement is not None) == gold.spoken
            for one in found
        )

    seen = [(one.kind, one.claim.cut(case.passage), one.against.cut(case.passage)) for one in found]
    missing = [gold.line for gold in case.contests if not fits(gold)]
    assert not missing, f"{case.place}: lines {missing}; found {seen}"
    assert len(found) == len(case.contests), f"{case.place}: {seen}"


def test_nothing_that_is_not_told_as_fact_happens() -> None:
    told = ("planned", "hypothetical", "negated", "abandoned")
    for case in CASES:
        for event in read_events(case):
            for mention in event.mentions:
                assert mention.factuality != "happened" or mention.status not in told, case.place
                assert mention.factuality != "happened" or mention.within is None, case.place
