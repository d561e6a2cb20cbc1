"""A worker: takes one page after the other and answers each, within the limits of a record.

Invariant: what a page does to a worker is seen by the supervisor as an answer or as its death.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

from onrecord.archives.limits import Limits, hold_to, is_full, leave_no_core, measure_data
from onrecord.archives.messages import NoModel, OutOfMemory, Ready, pack_answer, unpack_page
from onrecord.record import Issue, ModelError, Page, Reading
from onrecord.record.codec import pack_record

WARM_UP = "0"
"""Any text: what is loaded at the first reading must not count against the first record."""


@dataclass(frozen=True, slots=True)
class Desk:
    """How pages are read, and the stamp of what reads them."""

    read: Callable[[Page], Reading | Issue]
    stamp: str


def open_desk() -> Desk:
    """The whole way of a page, with all of it loaded. Raises ModelError."""
    # Only a worker needs the room that reads, which takes a second to load.
    from onrecord.reading import read_text
    from onrecord.reading.walk import read_guarded

    return Desk(read_guarded, pack_record(read_text(WARM_UP).stamp))


def serve(connection: Connection, open_desk: Callable[[], Desk], limits: Limits) -> None:
    """Answers pages until the supervisor is no more, or this process holds too much memory."""
    os.environ["OMP_NUM_THREADS"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    leave_no_core()
    try:
        desk = open_desk()
    except ModelError as error:
        connection.send_bytes(pack_answer(NoModel(str(error))))
        return
    try:
        connection.send_bytes(pack_answer(Ready(desk.stamp)))
        start = measure_data()
        while not is_full(limits, start):
            message = connection.recv_bytes()
            connection.send_bytes(_answer(message, desk, limits, start))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _answer(message: bytes, desk: Desk, limits: Limits, start: int | None) -> bytes:
    try:
        with hold_to(limits, start):
            return pack_answer(desk.read(unpack_page(message)))
    except MemoryError:
        return pack_answer(OutOfMemory())
