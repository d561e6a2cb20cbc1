"""Reads news pages and puts them on the record: who said what, on whose authority.

``read``, ``trace`` and the types that they return are the whole public interface; ``import
onrecord`` loads neither the model nor the page parsers, the first page that is read does.
"""

from collections.abc import Iterable as _Iterable
from collections.abc import Iterator as _Iterator
from os import PathLike as _PathLike

from onrecord.record import (
    Access,
    Anchor,
    Article,
    ArticleKind,
    Block,
    BlockKind,
    CalendarValue,
    Caption,
    Circle,
    Claim,
    Contest,
    ContestKind,
    Contradiction,
    ContradictionKind,
    CopyGroup,
    CopyPair,
    Corpus,
    CountingRule,
    CountingStep,
    Credited,
    CreditPlace,
    DateOfRecord,
    DateRole,
    Derivation,
    DerivationKind,
    EdtfDate,
    EdtfKind,
    Entity,
    EntityKind,
    Event,
    EventDate,
    EventMention,
    EventMerge,
    EventPlace,
    EventStatus,
    EventTelling,
    Evidence,
    Factuality,
    Furniture,
    FurnitureKind,
    How,
    Independence,
    Issue,
    Judgements,
    Link,
    MediaType,
    Mention,
    MentionForm,
    Merge,
    Mode,
    ModelError,
    OnrecordError,
    Page,
    PageCredit,
    Participant,
    Place,
    PlaceKind,
    Reading,
    RecordError,
    Side,
    SourceChain,
    SourceCount,
    SourceKind,
    SourceLink,
    SourceMerge,
    Span,
    Stamp,
    Statement,
    Story,
    StoryMerge,
    Telling,
    TimeExpression,
    TimeKind,
    TimelineEntry,
    TimeModifier,
    Trace,
    UltimateSource,
)

__version__ = "0.1.0"

__all__ = [
    "Access",
    "Anchor",
    "Article",
    "ArticleKind",
    "Block",
    "BlockKind",
    "CalendarValue",
    "Caption",
    "Circle",
    "Claim",
    "Contest",
    "ContestKind",
    "Contradiction",
    "ContradictionKind",
    "CopyGroup",
    "CopyPair",
    "Corpus",
    "CountingRule",
    "CountingStep",
    "CreditPlace",
    "Credited",
    "DateOfRecord",
    "DateRole",
    "Derivation",
    "DerivationKind",
    "EdtfDate",
    "EdtfKind",
    "Entity",
    "EntityKind",
    "Event",
    "EventDate",
    "EventMention",
    "EventMerge",
    "EventPlace",
    "EventStatus",
    "EventTelling",
    "Evidence",
    "Factuality",
    "Furniture",
    "FurnitureKind",
    "How",
    "Independence",
    "Issue",
    "Judgements",
    "Link",
    "MediaType",
    "Mention",
    "MentionForm",
    "Merge",
    "Mode",
    "ModelError",
    "OnrecordError",
    "Page",
    "PageCredit",
    "Participant",
    "Place",
    "PlaceKind",
    "Reading",
    "RecordError",
    "Side",
    "SourceChain",
    "SourceCount",
    "SourceKind",
    "SourceLink",
    "SourceMerge",
    "Span",
    "Stamp",
    "Statement",
    "Story",
    "StoryMerge",
    "Telling",
    "TimeExpression",
    "TimeKind",
    "TimeModifier",
    "TimelineEntry",
    "Trace",
    "UltimateSource",
    "__version__",
    "read",
    "trace",
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


def trace(claim: str, readings: _Iterable[Reading]) -> Trace:
    """Who stands behind ``claim``, one sentence, in the pages of ``readings``.

    Says which pages assert and deny it, who took it from whom, and how many independent sources
    there are. What cannot be asked for, or what no page says, becomes an issue of the trace. For
    many claims over the same pages use ``onrecord.stories.trace``. Raises ModelError where the
    model cannot be loaded.
    """
    from onrecord.stories.trace import read_corpus, trace_claim

    return trace_claim(claim, read_corpus(tuple(readings)))
