"""Whatever a page says, every format stays whole and gives it back."""

import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from onrecord import exports
from onrecord.exports.gdelt import COLUMNS
from onrecord.exports.parquet import write_parquet
from onrecord.record import (
    Article,
    Block,
    Corpus,
    DateOfRecord,
    Entity,
    Event,
    EventMention,
    Participant,
    Reading,
    SourceChain,
    SourceLink,
    Span,
    Stamp,
    Statement,
)
from tests.event_readings import make_event_article

ANY = st.text(st.characters(), min_size=1, max_size=12)
DATES: tuple[DateOfRecord, ...] = make_event_article().dates


@st.composite
def readings(draw):
    """A page of any text with one statement, one entity and one event under any names."""
    text, name = draw(ANY), draw(ANY)
    whole = Span(0, len(text))
    article = Article(
        "a1", draw(ANY), draw(ANY), draw(ANY), (draw(ANY),), "en", text, DATES,
        (Block("paragraph", whole),),
    )  # fmt: skip
    links = (SourceLink(draw(ANY), "outlet"), SourceLink(name, "person", title=draw(ANY)))
    return Reading(
        article,
        Stamp("0", "none", "en"),
        entities=(Entity("n1", name, "person", (whole,)),),
        statements=(
            Statement("s1", "direct", (whole,), whole, whole, SourceChain(links), "states"),
        ),
        events=(
            Event(
                "e1",
                (whole,),
                "PROTEST",
                (),
                4,
                (Participant(name, "n1", whole),),
                (),
                None,
                None,
                "actual",
                "happened",
                None,
                (EventMention(whole, "actual", "happened"),),
            ),
        ),
    )


def printable(text):
    return text.encode("utf-8", "replace").decode()


@settings(deadline=None, max_examples=200)
@given(readings())
def test_json_comes_back_with_every_character(reading):
    text = reading.article.text
    collection = json.loads("".join(exports.to_web_annotations((reading,))).encode())
    for one in collection["first"]["items"]:
        position, quote = one["target"][0]["selector"]
        assert quote["exact"] == printable(text)
        assert (position["start"], position["end"]) == (0, len(text))
    article = json.loads("".join(exports.to_schema_org((reading,))).encode())["@graph"][0]
    assert article["headline"] == printable(reading.article.title)
    record = json.loads("".join(exports.to_plover((reading,))).encode())
    assert record["source"][0]["actor_text"] == printable(reading.events[0].actors[0].name)


@settings(deadline=None, max_examples=200)
@given(readings())
def test_tables_keep_their_rows_and_columns(reading):
    rows = "".join(exports.to_gdelt((reading,)))
    rows.encode()
    assert rows.count("\n") == 1
    assert [len(row.split("\t")) for row in rows.splitlines()] == [len(COLUMNS)]
    for table in exports.TABLES:
        text = "".join(exports.to_csv((reading,), table))
        read = list(csv.reader(StringIO(text, newline=""), strict=True))
        assert [len(row) for row in read] == [len(read[0])] * 2
        sink = BytesIO()
        write_parquet((reading,), table, sink)
        assert parquet.read_table(BytesIO(sink.getvalue())).num_rows == 1


@settings(deadline=None, max_examples=200)
@given(readings())
def test_a_graph_is_always_well_formed(reading):
    root = ElementTree.fromstring("".join(exports.to_graphml(Corpus((reading,)))).encode())
    assert root.tag.endswith("graphml")


@settings(deadline=None, max_examples=100)
@given(readings(), ANY)
def test_ids_of_strangers_cannot_break_a_graph(reading, id_):
    strange = replace(reading, article=replace(reading.article, id=id_))
    ElementTree.fromstring("".join(exports.to_graphml(Corpus((strange,)))).encode())
