"""What stops the reading of an archive, and the row for a record that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record import OnrecordError


class ArchiveError(OnrecordError):
    """An archive, or the folder for what is read from it, cannot be worked with."""


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """One record without a reading: ``number`` counts records from 0, ``position`` is in bytes."""

    archive: str
    number: int
    position: int
    where: str
    stage: str
    code: str
    message: str
