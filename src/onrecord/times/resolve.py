"""Time expressions put on the calendar, in the order of the text.

Invariant: every expression found becomes one of the record, or is dropped where the calendar cannot
have it; the result depends on the text and its day of publication alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from onrecord.record import Span, TimeExpression, edtf_one_of, finding_id
from onrecord.times import days, lengths, periods
from onrecord.times.find import FoundTime, FoundTimes
from onrecord.times.scene import Outcome, Scene
from onrecord.times.scores import score_of
from onrecord.times.tokens import BREAK
from onrecord.times.told import Told

# A text is a narrative of another time where so many of its years, and at least so many in number,
# are not that of its publication. Set by hand.
NARRATIVE_SHARE = 0.75
NARRATIVE_YEARS = 6

# A page of another year has a date that its template made up: nothing is counted from it.
FIRST_YEAR, LAST_YEAR = 100, 9900
# No more of a narrative's times are counted from the day of its printing; chosen on the tuned half
# of TimeBank and AQUAINT and on WikiWars.
NARRATIVE_DEICTICS = 0.15
_COMPARED = ("quarter-shifted", "year-ago")

Resolver = Callable[[FoundTime, Scene], Outcome | None]
_RESOLVERS: Mapping[str, Resolver] = {
    "day": days.resolve_day,
    "month": days.resolve_month,
    "week-of": days.resolve_week_of,
    "weekday-week": days.resolve_weekday_week,
    "week-of-month": periods.resolve_week_of_month,
    "year": periods.resolve_year,
    "decade": periods.resolve_decade,
    "century": periods.resolve_century,
    "season": periods.resolve_season,
    "quarter": periods.resolve_quarter,
    "quarter-ended": periods.resolve_quarter_ended,
    "year-ago": periods.resolve_year_ago,
    "this-quarter": periods.resolve_this_quarter,
    "half": periods.resolve_half,
    "period": periods.resolve_period,
    "the-period": periods.resolve_the_period,
    "year-end": periods.resolve_year_end,
    "shift": lengths.resolve_shift,
    "shift-day": lengths.resolve_shift_day,
    "duration": lengths.resolve_duration,
    "directed-duration": lengths.resolve_directed,
    "set": lengths.resolve_set,
    "set-word": lengths.resolve_set_word,
    "reference": lengths.resolve_reference,
    "reference-phrase": lengths.resolve_reference,
    "some-day": lengths.resolve_some_day,
}


def resolve_times(
    article: str,
    found: FoundTimes,
    publication: date | None,
    *,
    earliest: date | None = None,
    latest: date | None = None,
    quoted: tuple[Span, ...] = (),
) -> tuple[TimeExpression, ...]:
    """The times of the article with the id ``article``, counted from its day of publication.

    Where that is only known to lie between ``earliest`` and ``latest``, so are the days of all that
    is counted from it; the values are those of ``publication``, and one outside of the years 100
    to 9900 counts as unknown. ``quoted`` = the quotations in
    order: what they say is counted from the day on which it was said, where that is told.
    """
    if publication is not None and not FIRST_YEAR <= publication.year <= LAST_YEAR:
        publication = None
    times = _resolve(article, found, publication, quoted)
    ends = {day for day in (earliest, latest) if day is not None and publication is not None}
    ends -= {publication}
    for day in sorted(ends):
        others = {one.id: one for one in _resolve(article, found, day, quoted)}
        times = tuple(_widen(time, others.get(time.id)) for time in times)
    return times


def _widen(time: TimeExpression, other: TimeExpression | None) -> TimeExpression:
    """The time with room for the days that it has if the publication was another day."""
    if other is None or time.earliest is None or time.latest is None:
        return time
    if other.earliest is None or other.latest is None:
        return time
    first, last = min(time.earliest, other.earliest), max(time.latest, other.latest)
    if (first, last) == (time.earliest, time.latest):
        return time
    return replace(time, earliest=first, latest=last, edtf=edtf_one_of(first, last))


def _resolve(
    article: str, found: FoundTimes, publication: date | None, quoted: tuple[Span, ...]
) -> tuple[TimeExpression, ...]:
    narrative = _is_narrative(found, publication)
    scene = Scene(found, publication, narrative=narrative, quoted=quoted)
    outcomes: list[tuple[FoundTime, Outcome]] = []
    for time in found.times:
        outcome = _resolve_one(time, scene)
        if outcome is None:
            continue
        if _is_told(outcome):
            scene.told.add(
                Told(
                    outcome.stretch,
                    len(outcomes),
                    time.first,
                    explicit=time.parts.year is not None,
                    compared=outcome.rule in _COMPARED,
                    opens=_opens_sentence(time, found),
                    quoted=scene.is_quoted(time.span),
                    shifted=_gives_its_year(time, outcome),
                )
            )
        outcomes.append((time, outcome))
    ids = [finding_id(article, "time", (time.span,)) for time, _ in outcomes]
    return tuple(_record(time, outcome, ids, at) for at, (time, outcome) in enumerate(outcomes))


def _resolve_one(time: FoundTime, scene: Scene) -> Outcome | None:
    """What the time means; in a quotation counted from the day on which it was said."""
    speaker = scene.speaker_day(time)
    if speaker is None or not _is_deictic(time):
        return _RESOLVERS[time.meaning](time, scene)
    publication, scene.publication = scene.publication, speaker.stretch.earliest
    outcome = _RESOLVERS[time.meaning](time, scene)
    scene.publication = publication
    if outcome is not None and outcome.anchor == "publication":
        return replace(outcome, anchor="time", anchor_at=speaker.at)
    return outcome


def _gives_its_year(time: FoundTime, outcome: Outcome) -> bool:
    """Whether it is last or next year, or has its year from them."""
    shifted = time.parts.unit == "Y" and bool(time.parts.direction)
    return shifted or outcome.rule == "year-of-last-told"


def _is_narrative(found: FoundTimes, publication: date | None) -> bool:
    years = [time.parts.year for time in found.times if time.parts.year and not time.parts.short]
    if publication is None or len(years) < NARRATIVE_YEARS:
        return False
    here = sum(map(_is_deictic, found.times))
    if here > NARRATIVE_DEICTICS * len(found.times):
        return False
    far = sum(year != publication.year for year in years)
    return far >= NARRATIVE_SHARE * len(years)


def _is_deictic(time: FoundTime) -> bool:
    """Whether the words point from the day on which they are printed."""
    parts = time.parts
    bare_weekday = parts.weekday is not None and parts.day is None and parts.month is None
    shown = time.meaning == "period" and not parts.that and parts.unit != "D"
    return parts.today is not None or bare_weekday or shown or time.meaning == "quarter"


def _is_told(outcome: Outcome) -> bool:
    """Whether later expressions may be counted from this one."""
    if outcome.stretch.earliest is None or outcome.stretch.grain == "none":
        return False
    return outcome.kind in (None, "DATE", "TIME")


def _opens_sentence(time: FoundTime, found: FoundTimes) -> bool:
    """Whether the time, or "In" with it, is the first word of its sentence."""
    words = found.tokens.words
    at = time.first - 1
    if at >= 0 and words[at] in found.grammar.senses["sentence_openers"]:
        at -= 1
    return at < 0 or words[at] in (BREAK, ".", "!", "?")


def _record(time: FoundTime, outcome: Outcome, ids: list[str], at: int) -> TimeExpression:
    calendar = outcome.stretch.calendar(outcome.rule)
    rule = f"{time.rule}/{outcome.rule}"
    anchored = outcome.anchor == "time" and outcome.anchor_at is not None
    return TimeExpression(
        id=ids[at],
        span=time.span,
        kind=outcome.kind or time.kind,
        value=calendar.value,
        edtf=calendar.edtf,
        earliest=calendar.earliest,
        latest=calendar.latest,
        best=calendar.best,
        modifier=outcome.modifier,
        anchor=outcome.anchor,
        anchor_id=ids[outcome.anchor_at] if anchored and outcome.anchor_at is not None else None,
        anchor_span=outcome.anchor_span,
        generic=outcome.generic,
        rule=rule,
        score=score_of(rule),
        alternatives=outcome.alternatives,
    )
