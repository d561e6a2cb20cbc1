"""The pages of a web archive (WARC), read as a stream.

Invariant: one broken record costs one issue; the records after it are still read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from onrecord.pages.compression import ends_whole, join_chunks, unpack_encoding, unpack_head
from onrecord.pages.documents import Origin, read_document, refuse_damaged
from onrecord.pages.issues import refuse, refuse_large
from onrecord.pages.limits import MAX_PAGE_BYTES
from onrecord.record import Issue, MediaType, Page

_MEDIA_TYPES: dict[str, MediaType] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
}
_RECORD_HEAD = re.compile(rb"WARC/[01]\.[0-9]\r?\n")
_MEMBER_HEAD = re.compile(rb"\x1f\x8b\x08")
_LONGEST_HEAD = 12
_SCAN_BYTES = 1 << 20


class _BrokenRecord(Exception):
    """A record whose bytes are not all there or make no sense."""


def read_warc(stream: BinaryIO, origin: Origin) -> Iterator[Page | Issue]:
    """A page for each successful response that holds HTML or plain text, and the issues between."""
    packed = stream.read(2) == b"\x1f\x8b"
    start: int | None = 0
    found = False
    while start is not None:
        stream.seek(start)
        last = end = start
        try:
            for record in _iterate(stream):
                last = record.stream_pos
                end = last if packed else last + record.content_length
                for page in _read_record(record, origin):
                    found = True
                    yield page
            if packed and not _opens_record(stream, end):
                end = start  # one gzip member holds many records
            if not _breaks_off(stream, end, packed=packed):
                break
            raise _BrokenRecord("it breaks off")
        except (_BrokenRecord, OSError) as error:
            # A restart may find the head of the record that it stopped at; one issue is enough.
            if isinstance(error, _BrokenRecord) or not start or last > start:
                yield _refuse_record(origin.where, last, error)
            found = True
            start = _find_next(stream, last + 1, packed=packed)
    if not found:
        message = "no page that was answered with 200 as HTML or text is in the archive"
        yield refuse("no-pages", f"{message}; check that it holds responses", origin.where)


def _iterate(stream: BinaryIO) -> Iterator[Any]:
    # Content encodings are undone here and not in the iterator: there one damaged page would
    # end the reading of the whole archive.
    return iter(ArchiveIterator(stream, parse_http=False, record_types=WarcRecordType.any_type))


def _read_record(record: Any, origin: Origin) -> Iterator[Page | Issue]:
    if "Content-Length" not in record.headers:
        raise _BrokenRecord("its head breaks off")
    if record.record_type != WarcRecordType.response or not record.is_http:
        return
    expected = record.content_length
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    where = f"{origin.where} {url}"
    if expected > MAX_PAGE_BYTES:
        yield refuse_large(where)
        return
    block = record.reader.read(expected)
    if len(block) < expected:
        raise _BrokenRecord("it breaks off")
    record.set_bytes_content(block)
    record.parse_http()
    if record.http_headers is None:
        raise _BrokenRecord("its HTTP head is missing")
    hint = _MEDIA_TYPES.get((record.http_content_type or "").lower())
    if record.http_headers.status_code != 200 or hint is None:
        return
    body = record.reader.read()
    plain = _unpack(body, {name.lower(): value for name, value in record.http_headers.items()})
    if isinstance(plain, Issue):
        yield replace(plain, where=where)
        return
    day = record.record_date.date() if record.record_date else None
    charset = record.http_charset or ""
    yield read_document(plain, Origin(where, url, day, charset, hint=hint))


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


def _find_next(stream: BinaryIO, start: int, *, packed: bool) -> int | None:
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


def _breaks_off(stream: BinaryIO, end: int, *, packed: bool) -> bool:
    """Whether a record begins at or after byte ``end`` that the iterator has passed over.

    The iterator takes an archive that is cut off inside a record's head for one that is complete.
    """
    if not packed:
        return _find_next(stream, end, packed=False) is not None
    stream.seek(end)
    return not ends_whole(iter(lambda: stream.read(_SCAN_BYTES), b""))


def _opens_record(stream: BinaryIO, place: int) -> bool:
    stream.seek(place)
    return unpack_head(stream.read(4096), 64).startswith(b"WARC/")
