"""Whether a record of a web archive is as long as it says of itself.

Invariant: what is read here is the bytes where they lie, never what another reader made of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import SEEK_END
from typing import BinaryIO

from onrecord.pages.compression import unpack_member

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LONGEST_HEAD = 1 << 16
"""Bytes; the heads of CC-NEWS have under 2,000."""
_BLOCK = 1 << 18
_GAP = len(b"\r\n\r\n")


def find_end(stream: BinaryIO, place: int, length: int, *, packed: bool) -> int | None:
    """How far behind ``place`` a record ends that begins there and claims ``length`` bytes.

    In plain bytes, without the empty lines behind a record. None where it lies: where the archive,
    or the gzip member that it begins, is over before, or goes on with other than a record.
    """
    stream.seek(place)
    blocks = iter(lambda: stream.read(_BLOCK), b"")
    if packed:
        blocks = unpack_member(blocks)
    head = b""
    while (found := _HEAD_END.search(head)) is None:
        block = next(blocks, b"")
        if not block or len(head) > _LONGEST_HEAD:
            return None
        head += block
    end = found.end() + length
    if packed:
        reached, behind = _look_behind(head, blocks, end)
    else:
        reached = end <= stream.seek(0, SEEK_END) - place
        stream.seek(place + end)
        behind = stream.read(_GAP)
    return end if reached and b"WARC".startswith(behind.lstrip(b"\r\n")) else None


def _look_behind(head: bytes, blocks: Iterator[bytes], end: int) -> tuple[bool, bytes]:
    """Whether ``head`` with the blocks after it is ``end`` bytes long, and the next few bytes."""
    seen = len(head)
    behind = head[end : end + _GAP]
    while len(behind) < _GAP and (block := next(blocks, b"")):
        behind += block[max(0, end - seen) :][: _GAP - len(behind)]
        seen += len(block)
    return seen >= end, behind
