"""The words that all rooms speak in: frozen types, standard library only.

Invariant: nothing here changes after it is made, and bad data is refused where it is born.
"""

from onrecord.record.articles import (
    Access,
    Article,
    Block,
    BlockKind,
    Caption,
    DateOfRecord,
    DateRole,
    Furniture,
    FurnitureKind,
    Link,
    MediaType,
    Page,
    article_id,
)
from onrecord.record.codec import from_json, to_json
from onrecord.record.issues import Issue, ModelError, OnrecordError, RecordError
from onrecord.record.readings import Reading, Stamp
from onrecord.record.spans import Evidence, Span, hull
from onrecord.record.statements import (
    Entity,
    EntityKind,
    How,
    Mode,
    SourceChain,
    SourceKind,
    SourceLink,
    Statement,
    finding_id,
)
from onrecord.record.times import Anchor, CalendarValue, TimeExpression, TimeKind, TimeModifier

__all__ = [
    "Access",
    "Anchor",
    "Article",
    "Block",
    "BlockKind",
    "CalendarValue",
    "Caption",
    "DateOfRecord",
    "DateRole",
    "Entity",
    "EntityKind",
    "Evidence",
    "Furniture",
    "FurnitureKind",
    "How",
    "Issue",
    "Link",
    "MediaType",
    "Mode",
    "ModelError",
    "OnrecordError",
    "Page",
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
    "article_id",
    "finding_id",
    "from_json",
    "hull",
    "to_json",
]
