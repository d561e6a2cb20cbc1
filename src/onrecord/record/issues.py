"""What was not understood, and where: never silence."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.spans import Span


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that could not be read: the stage, a code, and words that say what to do.

    ``where`` names the input (file, URL, record); ``span`` the place in the article's text.
    """

    stage: str
    code: str
    message: str
    span: Span | None = None
    where: str = ""

    def __post_init__(self) -> None:
        if not (self.stage and self.code and self.message):
            raise ValueError("an issue says its stage, its code and what to do")


class OnrecordError(Exception):
    """Base of all errors that onrecord raises for input it cannot work with.

    OnrecordError
    ├── RecordError   a reading, or its JSON, contradicts itself
    └── ModelError    the model's files are missing, damaged or of another version
    """


class RecordError(OnrecordError):
    """A reading, or the JSON of one, contradicts itself."""


class ModelError(OnrecordError):
    """A model's files are missing, damaged or of another version."""
