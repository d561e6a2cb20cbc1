"""How many records an archive holds, counted from its bytes alone.

Invariant: this way of counting shares no code with the one that reads, so that each checks the
other.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from onrecord.pages.warcs import find_next

_HEAD = re.compile(rb"WARC/[01]\.[0-9]\r?\n")
_LENGTH = re.compile(rb"\ncontent-length:[ \t]*([0-9]{1,15})[ \t]*\r?\n", re.IGNORECASE)
_BLOCK = 1 << 20
_LONGEST_HEAD = 1 << 16
"""Bytes; the heads of CC-NEWS have under 2,000."""


def count_records(stream: BinaryIO) -> int:
    """Heads of records in ``stream``, each followed to the end that it claims for itself."""
    stream.seek(0)
    if stream.read(2) != b"\x1f\x8b":
        stream.seek(0)
        return _count_heads(iter(lambda: stream.read(_BLOCK), b""))
    total = 0
    start: int | None = 0
    while start is not None:
        stream.seek(start)
        member = _Member(stream, start)
        try:
            total += _count_heads(member.blocks())
        except zlib.error:
            start = find_next(stream, start + 1, packed=True)
            continue
        start = member.end if member.end > start else None
    return total


class _Member:
    """One gzip member: its plain blocks, and after them where it ends."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream = stream
        self.end = start

    def blocks(self) -> Iterator[bytes]:
        inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
        # Most members are small: a first block as large as the others would be read for nothing.
        size = _LONGEST_HEAD
        while not inflater.eof:
            packed = self._stream.read(size)
            if not packed:
                return
            size = _BLOCK
            rest = packed
            while rest and not inflater.eof:
                yield inflater.decompress(rest, _BLOCK)
                rest = inflater.unconsumed_tail
            self.end += len(packed) - len(inflater.unused_data)


def _count_heads(blocks: Iterable[bytes]) -> int:
    total = to_skip = 0
    held = b""
    for block in blocks:
        if to_skip >= len(block):
            to_skip -= len(block)
            continue
        held += block[to_skip:]
        to_skip = 0
        while (head := _HEAD.search(held)) is not None:
            end = _end_head(held, head.end())
            if end is None:
                held = held[head.start() :]
                break
            total += 1
            length = _LENGTH.search(held, head.end() - 1, end)
            end += int(length[1]) if length else 0
            to_skip = max(0, end - len(held))
            held = held[end:]
        else:
            held = held[-len(b"WARC/1.0\r") :]
        held = held[-_LONGEST_HEAD:] if len(held) > 2 * _LONGEST_HEAD else held
    return total


def _end_head(held: bytes, start: int) -> int | None:
    for mark in (b"\r\n\r\n", b"\n\n"):
        found = held.find(mark, start - 2)
        if found >= 0:
            return found + len(mark)
    return None
