"""What supervisor and worker say to one another: bytes that either side may trust to be data.

Invariant: nothing is unpickled; a message is a line of JSON or a word, and then the bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from onrecord.record import Issue, Page, Reading, to_json
from onrecord.record.codec import pack_record, unpack_record

_READY, _READING, _ISSUE, _MEMORY, _MODEL = b"R", b"A", b"I", b"M", b"X"


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded what it reads with; ``stamp`` names all of it."""

    stamp: str


@dataclass(frozen=True, slots=True)
class NoModel:
    """The worker cannot load the model, and no other will."""

    why: str


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """The page asked for more memory than one may."""


@dataclass(frozen=True, slots=True)
class Line:
    """A reading as its line of JSON, and the language of its article."""

    language: str
    json: bytes


Answer = Ready | NoModel | OutOfMemory | Line | Issue


def pack_page(page: Page) -> bytes:
    """The page as one message."""
    head = {
        "where": page.where,
        "media_type": page.media_type,
        "url": page.url,
        "fetched": page.fetched.isoformat() if page.fetched else None,
        "charset": page.charset,
        "title": page.title,
    }
    return json.dumps(head).encode() + b"\n" + page.body


def unpack_page(message: bytes) -> Page:
    """The page that ``pack_page`` packed."""
    head, _, body = message.partition(b"\n")
    fields = json.loads(head)
    fetched = fields.pop("fetched")
    return Page(body=body, fetched=date.fromisoformat(fetched) if fetched else None, **fields)


def pack_answer(answer: Ready | NoModel | OutOfMemory | Reading | Issue) -> bytes:
    """The answer as one message."""
    if isinstance(answer, Reading):
        return _READING + answer.article.language.encode() + b"\n" + to_json(answer).encode()
    if isinstance(answer, Issue):
        return _ISSUE + pack_record(answer).encode()
    if isinstance(answer, Ready):
        return _READY + answer.stamp.encode()
    return _MEMORY if isinstance(answer, OutOfMemory) else _MODEL + answer.why.encode()


def unpack_answer(message: bytes) -> Answer:
    """The answer that ``pack_answer`` packed, a reading as its line."""
    kind, rest = message[:1], message[1:]
    if kind == _READING:
        language, _, line = rest.partition(b"\n")
        return Line(language.decode(), line)
    if kind == _ISSUE:
        return unpack_record(Issue, rest.decode())
    if kind == _READY:
        return Ready(rest.decode())
    return OutOfMemory() if kind == _MEMORY else NoModel(rest.decode())
