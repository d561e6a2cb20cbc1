"""Bytes of any kind, told apart and handed to whoever reads them.

Invariant: an archive is read as a stream and may be of any size; all else has a limit.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.pages.compression import unpack_gzip, unpack_head
from onrecord.pages.documents import Origin, read_document, refuse_damaged
from onrecord.pages.issues import refuse_large
from onrecord.pages.kinds import Kind, detect_kind
from onrecord.pages.limits import HEAD_BYTES, MAX_PAGE_BYTES
from onrecord.record import Issue, Page


def read_contents(stream: BinaryIO, origin: Origin) -> Iterator[Page | Issue]:
    """All pages in ``stream``, which can be wound back; raises OSError where reading fails."""
    head = stream.read(HEAD_BYTES)
    packed = head.startswith(b"\x1f\x8b")
    kind = look_inside(head, origin)
    stream.seek(0)
    if kind == "warc":
        # Loaded only where an archive is read: starting up must stay quick for one small page.
        from onrecord.pages.warcs import read_warc

        yield from read_warc(stream, origin)
        return
    body = stream.read(MAX_PAGE_BYTES + 1)
    if len(body) > MAX_PAGE_BYTES:
        yield refuse_large(origin.where)
        return
    if kind == "feed":
        plain = unpack_gzip(body) if packed else body
        if isinstance(plain, str):
            yield refuse_damaged(plain, origin.where)
            return
        # As above: a feed's parser is loaded only for a feed.
        from onrecord.pages.feeds import read_feed

        yield from read_feed(plain, origin)
        return
    yield read_document(body, origin)


def look_inside(head: bytes, origin: Origin) -> Kind:
    """The kind of what ``head`` begins, looking through gzip."""
    plain = unpack_head(head, HEAD_BYTES) if head.startswith(b"\x1f\x8b") else head
    return detect_kind(plain or head, hint=origin.hint)


def printable(name: str | os.PathLike[str]) -> str:
    """``name`` without bytes that cannot be written out again as text."""
    return os.fspath(name).encode("utf-8", "replace").decode()
