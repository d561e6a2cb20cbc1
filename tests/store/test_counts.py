"""Whatever is done to a record, the counts that it keeps are those that counting anew gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record import CopyGroup, Corpus, Reading, RecordError, SourceLink, Story, pack_record
from onrecord.store import Correction, Entry, Record, open_record
from onrecord.store.names import key_of
from tests.painting.traces import make_corpus, make_trace
from tests.store.samples import LEAK, STRIKE, read_anew

CORPUS = make_corpus()
TRACE = make_trace()
PAGES = (LEAK, STRIKE, *CORPUS.readings)

Step = Callable[[Record], object]


def put(number: int, version: int, outlet: str, kept: int) -> Step:
    """A page by one of three versions, which find fewer or more in it, perhaps cut otherwise."""
    page = PAGES[number]
    statements = page.statements[:kept]
    article = replace(page.article, outlet=outlet or page.article.outlet)
    found = read_anew(
        replace(page, article=article, statements=statements, events=(), contests=()),
        f"encoder {version}",
    )
    return lambda record: record.put([Entry(found, digest=f"page {number}")])


def cut_otherwise(number: int, version: int) -> Step:
    page = PAGES[number]
    article = replace(page.article, id=f"{page.article.id}-cut")
    found = read_anew(replace(page, article=article), f"encoder {version}")
    return lambda record: record.put([Entry(found, digest=f"page {number}")])


def correct(number: int, place: int, kind: str) -> Step:
    page = PAGES[number]

    def step(record: Record) -> None:
        if not page.statements:
            return
        said = page.statements[place % len(page.statements)]
        chain = replace(
            said.chain, links=(*said.chain.links[:1], SourceLink("Orla Venn", "person"))
        )
        edited = pack_record(replace(said, chain=chain, speaker=None)) if kind == "edit" else ""
        with suppress(RecordError):
            record.correct(
                Correction(kind, "statement", said.id, "Ilse", page.article.id, corrected=edited)  # type: ignore[arg-type]
            )

    return step


def merge(place: int) -> Step:
    def step(record: Record) -> None:
        known = record.sources()
        if len(known) > 1:
            one, other = known[place % len(known)], known[(place + 1) % len(known)]
            record.correct(
                Correction("merge", "source", str(one.id), "Ilse", corrected=str(other.id))
            )

    return step


def withdraw(place: int) -> Step:
    def step(record: Record) -> None:
        if made := record.corrections():
            record.withdraw(made[place % len(made)].id)

    return step


def judge(size: int) -> Step:
    """What is there put into stories of ``size`` pages."""

    def step(record: Record) -> None:
        readings = tuple(record.readings())
        ids = [one.article.id for one in readings]
        groups = [tuple(ids[at : at + size]) for at in range(0, len(ids), size)]
        stories = tuple(Story(f"story of {one[0]}", one) for one in groups)
        record.put_corpus(Corpus(readings, stories=stories))

    return step


def trace(record: Record) -> None:
    for story in record.untraced()[:1]:
        record.put_story(story.id, [TRACE], ())


numbers = st.integers(0, len(PAGES) - 1)
steps = st.one_of(
    st.builds(put, numbers, st.integers(0, 2), st.sampled_from(["", "B"]), st.integers(0, 6)),
    st.builds(cut_otherwise, numbers, st.integers(0, 2)),
    st.builds(correct, numbers, st.integers(0, 9), st.sampled_from(["reject", "edit", "accept"])),
    st.builds(merge, st.integers(0, 9)),
    st.builds(withdraw, st.integers(0, 9)),
    st.builds(judge, st.integers(1, 3)),
    st.just(trace),
    st.just(lambda record: record.put_traces([TRACE])),
    st.just(Record.prune),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(steps, min_size=4, max_size=14))
def test_counts_are_right_after_whatever_was_done(taken: list[Step]) -> None:
    with open_record(":memory:", write=True) as record:
        record.put([LEAK, STRIKE])
        for step in taken:
            step(record)
        assert record.check() == ()
        readings = tuple(record.readings())
        assert audited(record) == count_outlets(readings)
        assert weighed(record) == count_sources(readings)


def audited(record: Record) -> dict[str, tuple[int, int, int, int, dict[str, int]]]:
    return {
        one.key: (one.statements, one.named, one.unknown, one.relayed, dict(one.kinds))
        for one in record.audit("outlet")
    }


def count_outlets(
    readings: tuple[Reading, ...],
) -> dict[str, tuple[int, int, int, int, dict[str, int]]]:
    """The same, counted in the readings themselves."""
    found: dict[str, tuple[int, int, int, int, dict[str, int]]] = {}
    for outlet in {one.article.outlet for one in readings}:
        said = [
            one.chain
            for page in readings
            if page.article.outlet == outlet
            for one in page.statements
        ]
        if said:
            found[outlet] = (
                len(said),
                sum(not one.origin.unnamed for one in said),
                sum(one.origin.unnamed and one.origin.kind == "unknown" for one in said),
                sum(len(one.links) > 2 for one in said),
                dict(Counter(one.origin.kind for one in said)),
            )
    return found


def weighed(record: Record) -> dict[tuple[str, str, bool], tuple[int, int, int]]:
    return {
        (key_of(one.name), one.kind, one.unnamed): (one.statements, one.articles, one.outlets)
        for one in record.sources(limit=-1)
    }


def count_sources(
    readings: tuple[Reading, ...],
) -> dict[tuple[str, str, bool], tuple[int, int, int]]:
    """The same, counted in the readings themselves."""
    said: dict[tuple[str, str, bool], list[Reading]] = {}
    for page in readings:
        for one in page.statements:
            origin = one.chain.origin
            if not (origin.kind == "unknown" and origin.unnamed):
                key = (key_of(origin.name), origin.kind, origin.unnamed)
                said.setdefault(key, []).append(page)
    return {
        key: (
            len(pages),
            len({one.article.id for one in pages}),
            len({one.article.outlet for one in pages}),
        )
        for key, pages in said.items()
    }


def test_stories_are_counted_anew_when_their_claims_come_and_go() -> None:
    with open_record(":memory:", write=True) as record:
        record.put(CORPUS.readings)
        record.put_corpus(CORPUS)
        story = CORPUS.stories[0]
        record.put_story(story.id, [TRACE], ())
        assert [one.claims for one in record.stories() if one.id == story.id] == [1]
        record.put([read_anew(CORPUS.reading(story.articles[0]))])
        record.put_corpus(replace(CORPUS, readings=tuple(record.readings())))
        assert [one.claims for one in record.stories() if one.id == story.id] == [0]
        assert record.check() == ()


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE sourcing SET statements = statements + 1", "counts of sourcing"),
        ("DELETE FROM source_articles", "counts of source_articles"),
        ("UPDATE stories SET pages = 9", "counts of stories"),
        ("DELETE FROM copy_articles", "counts of copy_articles"),
    ],
)
def test_a_wrong_count_is_found(damage: str, fault: str) -> None:
    with open_record(":memory:", write=True) as record:
        record.put(CORPUS.readings)
        pair = CopyGroup("copies", tuple(one.article.id for one in CORPUS.readings[:2]), ())
        record.put_corpus(replace(CORPUS, copies=(pair,)))
        record._connection.execute(damage)
        assert [fault in one for one in record.check()] == [True]
