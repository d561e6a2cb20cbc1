"""The dates of record in words: the day, the reasons for it, and what speaks against it.

Invariant: the day of publication is always told, if only as unknown; a conflict is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.painting.days import describe_range
from onrecord.painting.visible_text import show_plainly
from onrecord.painting.wording import phrase, word_for
from onrecord.record import Article, DateOfRecord, DateRole

ROLES: tuple[DateRole, ...] = ("published", "modified", "dateline", "crawled")
OTHERS_SHOWN = 4
"""Of more candidates than these the rest is counted."""

_REASONS = re.compile(r"\s*(?:;|\n)\s*")


@dataclass(frozen=True, slots=True)
class DateTold:
    """One role's date: its label, its days, and a line for each reason and each other candidate."""

    label: str
    days: str
    reasons: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    conflict: bool = False


def describe_dates(article: Article) -> tuple[DateTold, ...]:
    """The dates of record: always the publication, then what else is known."""
    told: list[DateTold] = []
    for role in ROLES:
        dates = [one for one in article.dates if one.role == role]
        chosen = article.date(role) or (dates[0] if dates else None)
        if chosen is not None:
            told.append(_describe_choice(chosen, dates))
        elif role == "published":
            told.append(DateTold(word_for("roles", role), phrase("dates", "unknown")))
    return tuple(told)


def _describe_choice(chosen: DateOfRecord, dates: list[DateOfRecord]) -> DateTold:
    days = describe_range(chosen)
    reasons = dict.fromkeys(_list_reasons(chosen))
    agreeing: dict[str, None] = {}
    others: dict[str, None] = {}
    for one in dates:
        if one is chosen:
            continue
        if (one.earliest, one.latest) == (chosen.earliest, chosen.latest):
            agreeing[show_plainly(one.found_by)] = None
            continue
        key = "other_conflict" if one.conflict else "other"
        reason = ", ".join(_list_reasons(one))
        others[phrase("dates", key, days=describe_range(one), reason=reason)] = None
    if agreeing:
        reasons[phrase("dates", "same", places=", ".join(agreeing))] = None
    lines = list(others)[:OTHERS_SHOWN]
    if len(others) > OTHERS_SHOWN:
        lines.append(phrase("dates", "more", count=len(others) - OTHERS_SHOWN))
    return DateTold(
        label=word_for("roles", chosen.role),
        days=phrase("dates", "conflict", days=days) if chosen.conflict else days,
        reasons=tuple(reasons),
        others=tuple(lines),
        conflict=chosen.conflict,
    )


def _list_reasons(one: DateOfRecord) -> list[str]:
    parts = _REASONS.split(one.reason or one.found_by)
    return [plain for part in parts if (plain := show_plainly(part))]
