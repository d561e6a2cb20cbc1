"""What was read of an archive, counted.

Invariant: a report holds nothing of the clock or the machine, so that two runs give the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields

from onrecord.archives.failures import ArchiveError
from onrecord.record import RecordError, Stamp
from onrecord.record.codec import unpack_record

Counts = tuple[tuple[str, int], ...]
"""Names with how often, by name."""


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of one archive or of several.

    ``records`` = those that are whole, and ``broken`` ones, all by ``kinds``; ``pages`` = those
    that were answered with 200 as HTML or text, of which ``articles`` were read, by ``languages``;
    ``errors`` = error rows by code; ``skipped`` = bytes of damage that were passed over;
    ``unread`` = records in the file that were not met in reading it.
    """

    records: int = 0
    broken: int = 0
    pages: int = 0
    articles: int = 0
    skipped: int = 0
    unread: int = 0
    kinds: Counts = ()
    languages: Counts = ()
    errors: Counts = ()
    stamp: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing of the file was damaged or missed."""
        return not self.skipped and not self.unread and not self.broken


def read_report(words: str) -> Report:
    """The report in a shard's file; RecordError where it is none."""
    report = unpack_record(Report, words)
    # The codec fills what is missing, so that anything might pass for an empty report.
    if '"articles"' not in words or '"stamp"' not in words:
        raise RecordError("it does not say how many articles were read, and with what")
    return report


def refuse_other_stamp(report: Report, stamp: str) -> None:
    """Raises ArchiveError where the shard of ``report`` was read with another than ``stamp``.

    What differs is named, so that nobody mixes the readings of two models without knowing it.
    """
    if report.stamp == stamp:
        return
    raise ArchiveError(
        f"it was read before, and not with what reads now ({_compare(report.stamp, stamp)}); it is "
        "left as it is and can be loaded: to read it anew remove its report, or name another folder"
    )


def _compare(before: str, now: str) -> str:
    try:
        old, new = (unpack_record(Stamp, one) for one in (before, now))
    except RecordError:
        return f"{before or 'unknown'}, now {now}"
    pairs = ((one.name, getattr(old, one.name), getattr(new, one.name)) for one in fields(Stamp))
    return "; ".join(
        f"{name} {was or 'none'}, now {is_ or 'none'}" for name, was, is_ in pairs if was != is_
    )


def add_reports(reports: Iterable[Report]) -> Report:
    """The sum; its stamp is "" where they were not all read with the same."""
    all_of_them = tuple(reports)
    stamps = {one.stamp for one in all_of_them}
    return Report(
        records=sum(one.records for one in all_of_them),
        broken=sum(one.broken for one in all_of_them),
        pages=sum(one.pages for one in all_of_them),
        articles=sum(one.articles for one in all_of_them),
        skipped=sum(one.skipped for one in all_of_them),
        unread=sum(one.unread for one in all_of_them),
        kinds=add_counts(one.kinds for one in all_of_them),
        languages=add_counts(one.languages for one in all_of_them),
        errors=add_counts(one.errors for one in all_of_them),
        stamp=stamps.pop() if len(stamps) == 1 else "",
    )


def add_counts(counts: Iterable[Counts]) -> Counts:
    """The sum, name by name."""
    total: Counter[str] = Counter()
    for one in counts:
        total.update(dict(one))
    return tuple(sorted(total.items()))
