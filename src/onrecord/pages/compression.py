"""Compressed bytes made plain, within the limit of size.

Invariant: a small file that would unpack to a huge one is refused before it does.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Literal

from fastwarc.stream_io import BrotliReader

from onrecord.pages.limits import MAX_PAGE_BYTES

Damage = Literal["truncated", "damaged", "too-large"]

_GZIP = zlib.MAX_WBITS | 16
_ZLIB = zlib.MAX_WBITS
_RAW_DEFLATE = -zlib.MAX_WBITS
_PLAIN_BLOCK = 1 << 20


def unpack_gzip(body: bytes) -> bytes | Damage:
    """The plain bytes of ``body``, one gzip member or several, or what is wrong with it."""
    return _inflate(body, _GZIP)


def unpack_head(head: bytes, length: int) -> bytes:
    """At most ``length`` plain bytes of the beginning of a gzip file; empty where it is damaged."""
    try:
        return zlib.decompressobj(_GZIP).decompress(head, length)
    except zlib.error:
        return b""


def unpack_encoding(body: bytes, encoding: str) -> bytes | Damage:
    """``body`` without the HTTP content encoding; "damaged" also where that is not known.

    Servers and archives name an encoding and send plain bytes often enough: what is named gzip
    and is not is taken as it stands.
    """
    for name in reversed([part.strip().lower() for part in encoding.split(",") if part.strip()]):
        plain = _unpack_one(body, name)
        if isinstance(plain, str):
            return plain
        body = plain
    return body


def join_chunks(body: bytes) -> bytes | None:
    """``body`` without HTTP's chunked transfer encoding, or None where it is broken off."""
    parts: list[bytes] = []
    position = 0
    while True:
        line_end = body.find(b"\r\n", position)
        if line_end < 0:
            return None
        try:
            size = int(body[position:line_end].split(b";")[0], 16)
        except ValueError:
            return None
        if size == 0:
            return b"".join(parts)
        start = line_end + 2
        if start + size > len(body):
            return None
        parts.append(body[start : start + size])
        position = start + size + 2


def ends_whole(blocks: Iterator[bytes]) -> bool:
    """Whether gzip data, in ``blocks`` from the head of a member on, ends with a whole member."""
    inflater = zlib.decompressobj(_GZIP)
    for block in blocks:
        while block:
            if inflater.eof:
                inflater = zlib.decompressobj(_GZIP)
            try:
                inflater.decompress(block)
            except zlib.error:
                return False
            block = inflater.unused_data
    return inflater.eof


def unpack_member(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Plain blocks of the gzip member that ``blocks`` begin with, as far as it can be unpacked."""
    inflater = zlib.decompressobj(_GZIP)
    for block in blocks:
        while block and not inflater.eof:
            try:
                plain = inflater.decompress(block, _PLAIN_BLOCK)
            except zlib.error:
                return
            block = inflater.unconsumed_tail
            if plain:
                yield plain
        if inflater.eof:
            return


def measure_member(blocks: Iterator[bytes]) -> int:
    """Bytes of the gzip member that ``blocks`` begin with, as far as it can be unpacked."""
    inflater = zlib.decompressobj(_GZIP)
    taken = 0
    for block in blocks:
        try:
            inflater.decompress(block)
        except zlib.error:
            break
        taken += len(block) - len(inflater.unused_data)
        if inflater.eof:
            break
    return taken


def _unpack_one(body: bytes, name: str) -> bytes | Damage:
    if name in ("identity", "none"):
        return body
    if name in ("gzip", "x-gzip"):
        return _inflate(body, _GZIP) if body.startswith(b"\x1f\x8b") else body
    if name == "deflate":
        plain = _inflate(body, _ZLIB)
        return _inflate(body, _RAW_DEFLATE) if plain == "damaged" else plain
    if name == "br":
        return _unpack_brotli(body)
    return "damaged"


def _unpack_brotli(body: bytes) -> bytes | Damage:
    try:
        plain: bytes = BrotliReader(io.BytesIO(body)).read(MAX_PAGE_BYTES + 1)
    except OSError:
        return "damaged"
    return "too-large" if len(plain) > MAX_PAGE_BYTES else plain


def _inflate(body: bytes, window: int) -> bytes | Damage:
    parts: list[bytes] = []
    size = 0
    while body:
        inflater = zlib.decompressobj(window)
        try:
            plain = inflater.decompress(body, MAX_PAGE_BYTES + 1 - size)
        except zlib.error:
            # Bytes after a whole member are padding, not damage.
            return b"".join(parts) if parts else "damaged"
        parts.append(plain)
        size += len(plain)
        if size > MAX_PAGE_BYTES:
            return "too-large"
        if not inflater.eof:
            return "truncated"
        body = inflater.unused_data if window == _GZIP else b""
    return b"".join(parts)
