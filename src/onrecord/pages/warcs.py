"""The pages of a web archive (WARC), read as a stream.

Invariant: one broken record costs one issue; the records after it are still read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import SEEK_END
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from onrecord.pages.compression import (
    ends_whole,
    join_chunks,
    measure_member,
    unpack_encoding,
    unpack_head,
)
from onrecord.pages.documents import Origin, read_document, refuse_damaged
from onrecord.pages.issues import refuse, refuse_large
from onrecord.pages.limits import MAX_PAGE_BYTES
from onrecord.pages.warc_lengths import find_end
from onrecord.record import Issue, MediaType, Page

_MEDIA_TYPES: dict[str, MediaType] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
}
_KINDS = frozenset(
    {
        "warcinfo",
        "response",
        "resource",
        "request",
        "metadata",
        "revisit",
        "conversion",
        "continuation",
    }
)
"""The types of WARC 1.1, section 5.5."""
_ONCE = ("warc-type", "warc-record-id", "warc-date", "warc-target-uri", "content-length")
"""Fields that a head holds once; others, such as WARC-Protocol, may come again."""
_RECORD_HEAD = re.compile(rb"WARC/[01]\.[0-9]\r?\n")
_MEMBER_HEAD = re.compile(rb"\x1f\x8b\x08")
_LONGEST_HEAD = 12
_SCAN_BYTES = 1 << 20


class _BrokenRecord(Exception):
    """A record whose bytes are not all there or make no sense."""


@dataclass(frozen=True, slots=True)
class ArchiveRecord:
    """One record of an archive, which begins at byte ``position``.

    ``kind`` is its WARC type, or "broken" where bytes make no record and "damage" where more of the
    same follow; ``found`` is None for what holds no page that was answered with 200 as HTML or
    text; ``skipped`` = bytes that were passed over to reach the next record.
    """

    position: int
    kind: str
    found: Page | Issue | None
    skipped: int = 0


def read_warc(stream: BinaryIO, origin: Origin) -> Iterator[Page | Issue]:
    """A page for each successful response that holds HTML or plain text, and the issues between."""
    found = False
    for record in walk_records(stream, origin):
        if record.found is not None:
            found = True
            yield record.found
    if not found:
        message = "no page that was answered with 200 as HTML or text is in the archive"
        yield refuse("no-pages", f"{message}; check that it holds responses", origin.where)


def walk_records(stream: BinaryIO, origin: Origin) -> Iterator[ArchiveRecord]:
    """Every record of the archive in its order, and between them what is damaged.

    A record is given once what follows it is known: one that lies of its length is a broken one,
    and not a page that ends in the bytes of others.
    """
    packed = stream.read(2) == b"\x1f\x8b"
    start: int | None = 0
    while start is not None:
        stream.seek(start)
        last, before = start, -1
        held: ArchiveRecord | None = None
        length = met = 0
        fault: Exception | None = None
        try:
            for record in _iterate(stream):
                if held is not None:
                    yield held
                held = None
                before = last if met else -1
                last, length, met = record.stream_pos, record.content_length, met + 1
                held = ArchiveRecord(last, _name_kind(record), _read_record(record, origin))
        except (_BrokenRecord, OSError) as error:
            fault = error
        # Where one gzip member holds many records, none of them can be looked at by itself: the
        # iterator gives as place of all but the first where the next member begins.
        apart = not packed or (last != before and _opens_record(stream, last))
        end = find_end(stream, last, length, packed=packed) if apart else None
        if end is not None and fault is not None and not packed:
            # What has another head in it, and rubbish behind it, has swallowed the next record.
            inner = find_next(stream, last + 1, packed=False)
            end = None if inner is not None and inner < last + end else end
        if held is not None and apart and end is None:
            held, fault = None, _BrokenRecord("its length is not what it says")
        whole, member = last, last if apart else start
        if held is not None:
            yield held
            whole = _end_record(stream, member, end, packed=packed)
        behind = max(last + 1, whole) if apart else last + 1
        if fault is None:
            if not _goes_on(stream, behind if packed else whole, member, packed=packed):
                return
            fault = _BrokenRecord("it breaks off")
        # A restart may find the head of the record that it stopped at; one issue is enough.
        first = isinstance(fault, _BrokenRecord) or not start or met > 0
        start = find_next(stream, behind, packed=packed)
        skipped = max(0, (stream.seek(0, SEEK_END) if start is None else start) - whole)
        found = _refuse_record(origin.where, last, fault) if first else None
        yield ArchiveRecord(whole, "broken" if first else "damage", found, skipped)


def _iterate(stream: BinaryIO) -> Iterator[Any]:
    # Content encodings are undone here and not in the iterator: there one damaged page would
    # end the reading of the whole archive.
    return iter(ArchiveIterator(stream, parse_http=False, record_types=WarcRecordType.any_type))


def _name_kind(record: Any) -> str:
    kind = (record.headers.get("WARC-Type") or "").lower()
    return kind if kind in _KINDS else "unknown"


def _read_record(record: Any, origin: Origin) -> Page | Issue | None:
    names = [name.lower() for name, _ in record.headers.items()]
    if "content-length" not in names or any(names.count(one) > 1 for one in _ONCE):
        raise _BrokenRecord("its head breaks off")
    if record.record_type != WarcRecordType.response or not record.is_http:
        return None
    expected = record.content_length
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    where = f"{origin.where} {url}"
    if expected > MAX_PAGE_BYTES:
        return refuse_large(where)
    block = record.reader.read(expected)
    if len(block) < expected:
        raise _BrokenRecord("it breaks off")
    record.set_bytes_content(block)
    record.parse_http()
    if record.http_headers is None or record.http_headers.status_code is None:
        raise _BrokenRecord("its HTTP head is missing")
    hint = _MEDIA_TYPES.get((record.http_content_type or "").lower())
    if record.http_headers.status_code != 200 or hint is None:
        return None
    body = record.reader.read()
    plain = _unpack(body, {name.lower(): value for name, value in record.http_headers.items()})
    if isinstance(plain, Issue):
        return replace(plain, where=where)
    day = record.record_date.date() if record.record_date else None
    charset = record.http_charset or ""
    return read_document(plain, Origin(where, url, day, charset, hint=hint))


def _unpack(body: bytes, headers: dict[str, str]) -> bytes | Issue:
    if "chunked" in headers.get("transfer-encoding", "").lower() and _looks_chunked(body):
        joined = join_chunks(body)
        if joined is None:
            return refuse_damaged("truncated", "")
        body = joined
    plain = unpack_encoding(body, headers.get("content-encoding", ""))
    return refuse_damaged(plain, "") if isinstance(plain, str) else plain


def _looks_chunked(body: bytes) -> bool:
    """Whether the chunks are still there: many crawlers join them and keep the header."""
    return re.match(rb"[0-9A-Fa-f]{1,8}[ \t]*(;[^\r\n]*)?\r\n", body) is not None


def _refuse_record(where: str, position: int, error: Exception) -> Issue:
    message = f"a record at or after byte {position} is broken ({error}); fetch the archive again"
    return refuse("broken-record", message, where)


def find_next(stream: BinaryIO, start: int, *, packed: bool) -> int | None:
    """Where the first record at or after byte ``start`` begins; None where there is no more."""
    pattern = _MEMBER_HEAD if packed else _RECORD_HEAD
    while True:
        stream.seek(start)
        block = stream.read(_SCAN_BYTES)
        for match in pattern.finditer(block):
            place = start + match.start()
            if not packed or _opens_record(stream, place):
                return place
        if len(block) < _SCAN_BYTES:
            return None
        start += len(block) - _LONGEST_HEAD


def _goes_on(stream: BinaryIO, end: int, member: int, *, packed: bool) -> bool:
    """Whether there is more behind ``end``, where the iterator takes the archive for complete.

    It does so of one that is cut off inside a record's head, and at a gzip member with nothing in
    it. ``member`` = where the gzip member of the last record begins.
    """
    if packed and find_next(stream, end, packed=True) is not None:
        return True
    stream.seek(member if packed else end)
    blocks = iter(lambda: stream.read(_SCAN_BYTES), b"")
    return not ends_whole(blocks) if packed else any(block.strip(b"\r\n") for block in blocks)


def _end_record(stream: BinaryIO, place: int, end: int | None, *, packed: bool) -> int:
    """Where the whole record ends that begins at ``place``, or the gzip member that does."""
    if not packed:
        return place + (end or 0)
    stream.seek(place)
    return place + measure_member(iter(lambda: stream.read(_SCAN_BYTES), b""))


def _opens_record(stream: BinaryIO, place: int) -> bool:
    stream.seek(place)
    return unpack_head(stream.read(4096), 64).startswith(b"WARC/")
