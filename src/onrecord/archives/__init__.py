"""Whole web archives, read by workers that a page may hang or kill without harm to the others.

Invariant: a record that holds a page ends in exactly one line: its reading, or an error row that
says why there is none; the files of a shard are the same for any number of workers and after any
kill and rerun.
"""

from onrecord.archives.choosing import find_archives, take_share
from onrecord.archives.failures import ArchiveError
from onrecord.archives.limits import Limits
from onrecord.archives.progress import Progress
from onrecord.archives.reports import Report, add_reports
from onrecord.archives.shards import process_shard, process_shards

__all__ = [
    "ArchiveError",
    "Limits",
    "Progress",
    "Report",
    "add_reports",
    "find_archives",
    "process_shard",
    "process_shards",
    "take_share",
]
