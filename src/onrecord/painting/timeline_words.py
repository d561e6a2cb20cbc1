"""What a timeline says beside the days: how far from the publication, and how each is known."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.painting.days import (
    describe_between,
    describe_day,
    describe_month_day,
    describe_value,
)
from onrecord.painting.tellings import Telling
from onrecord.painting.timeline import DatedMention, Row, Timeline, name_kind
from onrecord.painting.visible_text import show_plainly
from onrecord.painting.wording import count, join_words, phrase
from onrecord.record import DateOfRecord, Reading, TimeExpression

FARTHEST = 60
"""Days from the publication that are counted; farther off the month and year say enough."""


def describe_timeline(timeline: Timeline) -> str:
    """How many times the text has, and how many dates they make."""
    placed = sum(len(row.mentions) for row in timeline.rows)
    total = placed + len(timeline.unplaced)
    if not total:
        return phrase("timeline", "none")
    key = "tally_none" if not placed else "tally_all" if placed == total else "tally"
    values = count(sum(bool(row.mentions) for row in timeline.rows), "date_value")
    return phrase("timeline", key, times=count(total, "time"), placed=placed, values=values)


def describe_rest(tellings: Sequence[Telling]) -> str:
    """What is counted where it is not shown: "and 2 events and 1 mention beside these"."""
    events = sum(len(one.events) for one in tellings)
    mentions = sum(len(one.mentions) for one in tellings)
    parts = [count(events, "event")] if events else []
    parts += [count(mentions, "mention")] if mentions else []
    return phrase("timeline", "rest_of_row", found=join_words(parts))


def describe_lack(timeline: Timeline) -> str:
    """That the publication is unknown, where times hang on it; "" else."""
    if timeline.publication is not None:
        return ""
    missing = any(name_kind(one.time) == "uncounted" for one in timeline.unplaced)
    shaky = any(one.shaky for row in timeline.rows for one in row.mentions)
    if missing or shaky or any(one.shaky for one in timeline.events):
        return phrase("timeline", "published_unknown")
    return ""


def describe_distance(row: Row, publication: DateOfRecord | None) -> str:
    """How far before or after the publication a day lies; "" where that says nothing.

    A day that was counted from an unsure publication stands on no calendar to be measured by.
    """
    day = row.day
    if day is None or publication is None or row.shaky:
        return ""
    low, high = (publication.earliest - day).days, (publication.latest - day).days
    if max(abs(low), abs(high)) > FARTHEST:
        return ""
    if low == high == 0:
        return phrase("timeline", "same_day")
    if low < 0 < high:
        return phrase("timeline", "same_day_perhaps")
    key = "after" if high <= 0 else "before"
    near, far = sorted((abs(low), abs(high)))
    if near == far:
        days = count(near, "day")
    else:
        days = phrase("timeline", "to", low=near, high=count(far, "day"))
    return phrase("timeline", key, days=days)


def describe_doubt(one: Row | DatedMention, publication: DateOfRecord | None) -> str:
    """How the days hang on a day of publication that is not sure; "" where they do not."""
    if one.spread:
        return phrase("timeline", "spread")
    if not one.shaky:
        return ""
    if publication is None:
        return phrase("timeline", "if_published_unknown")
    return phrase("timeline", "if_published", day=describe_month_day(publication.best))


def describe_marker(one: DateOfRecord) -> str:
    """What happened to the page on that day, and what days else it may have been."""
    if one.role == "published" and one.earliest != one.latest:
        days = describe_between(one.earliest, one.latest)
        return phrase("timeline", "published_between", days=days)
    return phrase("timeline", one.role)


def describe_alternatives(time: TimeExpression) -> str:
    """The other readings, each behind an "or"; "" where one stands alone."""
    if not time.alternatives:
        return ""
    own = describe_value(time)
    others = dict.fromkeys(describe_value(one) or one.value for one in time.alternatives)
    return " ".join(phrase("timeline", "or", days=words) for words in others if words != own)


def describe_anchor(time: TimeExpression, reading: Reading) -> str:
    """What the time was counted from."""
    if time.anchor == "publication":
        publication = reading.article.date("published")
        if publication is None:
            return phrase("anchors", "publication")
        return phrase("anchors", "publication_day", day=describe_day(publication.best))
    span = time.anchor_span
    if time.anchor == "time":
        span = next(one.span for one in reading.times if one.id == time.anchor_id)
    if span is not None:
        words = show_plainly(span.cut(reading.article.text))
        return phrase("anchors", "time" if time.anchor == "time" else "event_words", words=words)
    return phrase("anchors", "event" if time.anchor == "event" else "none")


def explain_time(mention: DatedMention, reading: Reading) -> tuple[str, ...]:
    """All that is known of one time: value, EDTF, days, anchor, rule, other readings."""
    time = mention.time
    lines = [phrase("timeline", "value", kind=time.kind, value=time.value)]
    if time.modifier:
        lines[0] += f", {phrase('timeline', 'modifier', modifier=time.modifier)}"
    if time.edtf:
        lines.append(phrase("timeline", "edtf", edtf=time.edtf))
    if time.earliest is not None and time.latest is not None and time.best is not None:
        key = "calendar_day" if time.earliest == time.latest else "calendar"
        first, last, best = (one.isoformat() for one in (time.earliest, time.latest, time.best))
        lines.append(phrase("timeline", key, first=first, last=last, best=best))
    lines.append(describe_anchor(time, reading))
    if doubt := describe_doubt(mention, reading.article.date("published")):
        lines.append(doubt)
    if time.rule:
        # A whole score is the record's default: nothing was measured.
        key = "rule_measured" if time.score < 1 else "rule"
        lines.append(phrase("timeline", key, rule=time.rule, score=f"{time.score:.0%}"))
    if others := describe_alternatives(time):
        lines.append(others)
    return tuple(lines)
