"""All that a source is on record with, named or not, and through whom it came.

Invariant: a description ("two officials") is said to be one, never given as if it were a name.
"""

from __future__ import annotations

from onrecord.assistant.answers import Source, WhoAnswer
from onrecord.assistant.questions import words_of
from onrecord.assistant.quoting import quote_saying
from onrecord.store import Found, Record

LISTED = 5
"""Sources of like name in one answer; a name that leads to more wants another word."""

COUNTED = 50


def find_people(record: Record, name: str, limit: int) -> WhoAnswer:
    """The sources that ``name`` leads to, with at most ``limit`` statements each."""
    words = words_of(name, "name")
    found = record.who(words, limit=COUNTED, sayings=limit)
    notes = () if found else (f"nobody of the name {words} is on record with anything",)
    return WhoAnswer(
        tuple(_answer(one) for one in found[:LISTED]),
        max(len(found) - LISTED, 0),
        len(found) == COUNTED,
        notes,
    )


def _answer(one: Found) -> Source:
    source = one.source
    return Source(
        source.id,
        source.name,
        source.kind,
        source.unnamed,
        source.statements,
        source.articles,
        source.outlets,
        source.relayed,
        tuple(quote_saying(saying) for saying in one.sayings),
        max(source.statements - len(one.sayings), 0),
        tuple(quote_saying(saying) for saying in one.passed_on),
        max(source.relayed - len(one.passed_on), 0),
    )
