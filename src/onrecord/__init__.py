"""Reads news pages and puts them on the record: who said what, on whose authority.

``read`` and the types that it returns are the whole public interface; ``import onrecord`` loads
neither the model nor the page parsers, the first page that is read does.
"""

from collections.abc import Iterator as _Iterator
from os import PathLike as _PathLike

from onrecord.record import (
    Access,
    Anchor,
    Article,
    Block,
    BlockKind,
    CalendarValue,
    Caption,
    Contest,
    ContestKind,
    DateOfRecord,
    DateRole,
    EdtfDate,
    EdtfKind,
    Entity,
    EntityKind,
    Event,
    EventDate,
    EventMention,
    EventPlace,
    EventStatus,
    Evidence,
    Factuality,
    Furniture,
    FurnitureKind,
    How,
    Issue,
    Link,
    MediaType,
    Mention,
    MentionForm,
    Merge,
    Mode,
    ModelError,
    OnrecordError,
    Page,
    Participant,
    Place,
    PlaceKind,
    Reading,
    RecordError,
    SourceChain,
    SourceKind,
    SourceLink,
    Span,
    Stamp,
    Statement,
    TimeExpression,
    TimeKind,
    TimeModifier,
)

__version__ = "0.1.0"

__all__ = [
    "Access",
    "Anchor",
    "Article",
    "Block",
    "BlockKind",
    "CalendarValue",
    "Caption",
    "Contest",
    "ContestKind",
    "DateOfRecord",
    "DateRole",
    "EdtfDate",
    "EdtfKind",
    "Entity",
    "EntityKind",
    "Event",
    "EventDate",
    "EventMention",
    "EventPlace",
    "EventStatus",
    "Evidence",
    "Factuality",
    "Furniture",
    "FurnitureKind",
    "How",
    "Issue",
    "Link",
    "MediaType",
    "Mention",
    "MentionForm",
    "Merge",
    "Mode",
    "ModelError",
    "OnrecordError",
    "Page",
    "Participant",
    "Place",
    "PlaceKind",
    "Reading",
    "RecordError",
    "SourceChain",
    "SourceKind",
    "SourceLink",
    "Span",
    "Stamp",
    "Statement",
    "TimeExpression",
    "TimeKind",
    "TimeModifier",
    "__version__",
    "read",
]


def read(where: str | _PathLike[str], *, inferred: bool = True) -> _Iterator[Reading | Issue]:
    """Yields one reading for each page at ``where``, or an issue for each that cannot be read.

    ``where`` is a file, folder, URL, feed or archive of pages, or ``-`` for standard input.
    ``inferred=False`` keeps out of the chains what no words of the page say. One bad page never
    stops the rest: even an unforeseen error becomes an issue with the code ``internal-error``.
    Raises ModelError where the model itself cannot be loaded.
    """
    from onrecord.reading.walk import read_all

    for _, found in read_all(str(where), inferred=inferred):
        yield found
