"""Readings as JSON: nothing lost on the way, the shape that others rely on, bad lines refused."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record import (
    Access,
    Article,
    Block,
    BlockKind,
    Caption,
    DateOfRecord,
    DateRole,
    Entity,
    EntityKind,
    Furniture,
    FurnitureKind,
    How,
    Issue,
    Link,
    Mode,
    Reading,
    RecordError,
    SourceChain,
    SourceKind,
    SourceLink,
    Span,
    Stamp,
    Statement,
    from_json,
    to_json,
)
from tests.readings import make_reading

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


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    entities = tuple(
        Entity(f"e{n}", draw(words), draw(one_of(EntityKind)), draw(several), draw(tuples(words)))
        for n in range(draw(st.integers(0, 2)))
    )
    anybody = st.sampled_from([None, *(one.id for one in entities)])
    maybe = st.none() | spans
    kinds, hows = one_of(SourceKind), one_of(How)
    links = st.builds(SourceLink, names, kinds, st.booleans(), words, maybe, maybe, hows, anybody)
    statements = tuple(
        Statement(
            f"s{n}",
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
        for n in range(draw(st.integers(0, 2)))
    )
    issues = draw(tuples(st.builds(Issue, names, names, names, maybe, words)))
    stamp = draw(st.builds(Stamp, words, words, words, words))
    return Reading(draw(articles()), stamp, entities, (), statements, issues=issues)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(readings())
def test_what_is_written_is_read_back_as_it_was(reading: Reading) -> None:
    line = to_json(reading)
    assert from_json(line) == reading
    assert "\n" not in line


FIELDS = {
    "reading": "article entities times statements events issues stamp",
    "article": "id url outlet title authors language text dates blocks furniture captions",
    "date": "role earliest latest best edtf found_by spans",
    "block": "kind span",
    "furniture": "kind text",
    "caption": "text credit",
    "entity": "id name kind mentions place",
    "statement": "id mode content cue source speaker stance score chain",
    "link": "name kind unnamed title span justification how",
    "issue": "stage code message span",
}
"""The fields that others read, by the thing that has them; more may be added, none dropped."""


def test_every_field_that_others_read_is_there() -> None:
    whole = json.loads(to_json(make_reading()))
    article, statement = whole["article"], whole["statements"][0]
    things = {
        "reading": whole,
        "article": article,
        "date": article["dates"][0],
        "block": article["blocks"][0],
        "furniture": article["furniture"][0],
        "caption": article["captions"][0],
        "entity": whole["entities"][0],
        "statement": statement,
        "link": statement["chain"][0],
        "issue": whole["issues"][0],
    }
    missing = {kind: set(FIELDS[kind].split()) - set(thing) for kind, thing in things.items()}
    assert not any(missing.values()), missing


def test_spans_are_pairs_dates_are_days_and_a_chain_is_a_list_of_links() -> None:
    reading = make_reading()
    whole = json.loads(to_json(reading))
    statement, block = whole["statements"][0], whole["article"]["blocks"][0]
    assert block["span"] == [
        reading.article.blocks[0].span.start,
        reading.article.blocks[0].span.end,
    ]
    assert all(len(pair) == 2 for pair in statement["content"])
    assert statement["cue"] == [reading.statements[0].cue.start, reading.statements[0].cue.end]
    assert [link["name"] for link in statement["chain"]] == [
        link.name for link in reading.statements[0].chain.links
    ]
    assert statement["chain"][0]["unnamed"] is False
    assert date.fromisoformat(whole["article"]["dates"][0]["best"])
    assert whole["entities"][0]["place"] is None
    assert (whole["times"], whole["events"]) == ([], [])
    assert isinstance(whole["stamp"], dict)


def test_half_a_surrogate_does_not_break_the_line() -> None:
    article = Article("a", "", "", "", (), "en", "broken \ud83d here")
    line = to_json(Reading(article, Stamp("1", "", "en")))
    assert len(from_json(line).article.text) == len(article.text)
    assert line.encode("utf-8")


def change(*path: str | int, to: Any) -> str:
    whole: Any = json.loads(to_json(make_reading()))
    place = whole
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = to
    return json.dumps(whole)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "null",
        "[]",
        "{}",
        "{",
        '"reading"',
        "[" * 100_000,
        change("article", to=[]),
        change("article", "text", to=7),
        change("article", "text", to="short"),
        change("article", "authors", to="Ada Bern"),
        change("article", "access", to="ajar"),
        change("article", "dates", 0, "best", to="yesterday"),
        change("article", "blocks", 0, "span", to=[5, 5]),
        change("article", "blocks", 0, "span", to=[0.5, 2.5]),
        change("article", "blocks", 0, "span", to=["0", "2"]),
        change("statements", 0, "content", to=[]),
        change("statements", 0, "chain", to=[]),
        change("statements", 0, "mode", to="shouted"),
        change("statements", 0, "speaker", to="nobody"),
        change("times", to=[{"id": "t1"}]),
        change("issues", 0, "code", to=""),
    ],
    ids=lambda line: line[:12] if len(line) < 90 else None,
)
def test_a_line_that_is_no_reading_is_refused(line: str) -> None:
    with pytest.raises(RecordError):
        from_json(line)


def test_a_field_of_a_later_version_is_passed_over() -> None:
    assert from_json(change("article", "mood", to="grave")) == make_reading()
