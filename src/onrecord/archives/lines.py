"""The lines of a shard: a reading with what is known of its page, or why there is none.

Invariant: a line of readings is the JSON of a reading that has ``page`` in front, so that whoever
wants the reading alone need not know of it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from onrecord.record import Page, Reading, RecordError, from_json
from onrecord.record.codec import pack_record, unpack_record

_HEAD = '{"page": '


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is kept of a page beside its reading; ``digest`` is the SHA-256 of its body.

    All is "" or None where the shard was written before these were kept.
    """

    where: str = ""
    digest: str = ""
    media_type: str = ""
    fetched: date | None = None


def facts_of(page: Page) -> PageFacts:
    """The facts of ``page``."""
    return PageFacts(page.where, page.digest, page.media_type, page.fetched)


def join_line(facts: PageFacts, reading: bytes) -> bytes:
    """The line of ``reading``, which is its JSON, with its line end."""
    return f"{_HEAD}{pack_record(facts)}, ".encode() + reading[1:] + b"\n"


def split_line(line: str) -> tuple[PageFacts, Reading]:
    """What ``join_line`` joined; RecordError where it is no reading."""
    facts = PageFacts()
    if line.startswith(_HEAD):
        try:
            packed, _ = json.JSONDecoder().raw_decode(line, len(_HEAD))
        except ValueError as error:
            raise RecordError(f"this is not the JSON of a reading: {error}") from error
        facts = unpack_record(PageFacts, json.dumps(packed))
    return facts, from_json(line)
