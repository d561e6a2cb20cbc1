"""The record on disk: one SQLite file, the only room that knows sqlite3.

Invariant: what was put in comes out; a batch that was acknowledged is never lost, and none is torn.
"""

from onrecord.store.audits import Audited
from onrecord.store.judgements import derivation_id
from onrecord.store.records import Record, open_record
from onrecord.store.rows import (
    ArticleRow,
    AuditRow,
    Change,
    ChangeKind,
    Correction,
    CorrectionKind,
    Difference,
    Entry,
    EventRow,
    Filters,
    Found,
    Hit,
    HitPlace,
    Kept,
    Saying,
    SourceRow,
    StampRow,
    StoryRow,
    TargetKind,
    Unembedded,
)

__all__ = [
    "ArticleRow",
    "AuditRow",
    "Audited",
    "Change",
    "ChangeKind",
    "Correction",
    "CorrectionKind",
    "Difference",
    "Entry",
    "EventRow",
    "Filters",
    "Found",
    "Hit",
    "HitPlace",
    "Kept",
    "Record",
    "Saying",
    "SourceRow",
    "StampRow",
    "StoryRow",
    "TargetKind",
    "Unembedded",
    "derivation_id",
    "open_record",
]
