"""How likely the events of two pages are one, what excludes it, and why it is said.

Invariant: other days or other places exclude; the probability is that of the one pair model.
"""

from __future__ import annotations

from onrecord.record import Event, EventDate, EventPlace
from onrecord.stories.chronology.event_mentions import Corpus
from onrecord.stories.chronology.event_pairs import PairModel, measure_pair, probability
from onrecord.stories.chronology.told_events import ToldEvent

SHOWN = 3
"""Names and numbers that a reason shows."""


def likeness_of(corpus: Corpus, one: ToldEvent, other: ToldEvent, model: PairModel) -> float:
    """The probability that both mean one event, by their words and the words around them."""
    features = measure_pair(corpus, one.mention, other.mention, model.counts)
    return probability(features, model.weights)


def exclude(one: Event, other: Event) -> bool:
    """Whether two events are told of other days or other places."""
    return _days_apart(one.date, other.date) or _places_apart(one.place, other.place)


def _days_apart(one: EventDate | None, other: EventDate | None) -> bool:
    if one is None or other is None:
        return False
    return one.latest < other.earliest or other.latest < one.earliest


def _places_apart(one: EventPlace | None, other: EventPlace | None) -> bool:
    """Whether both lie on the map and in other countries, or in other cities."""
    if one is None or other is None or one.place is None or other.place is None:
        return False
    first, second = one.place, other.place
    if first.geonameid == second.geonameid:
        return False
    if first.country and second.country and first.country != second.country:
        return True
    cities = first.kind == second.kind == "city"
    return cities and first.name not in other.name and second.name not in one.name


def explain(corpus: Corpus, one: ToldEvent, others: list[ToldEvent]) -> str:
    """What ``one`` has in common with those that it is merged with, in words."""
    reasons = []
    lemmas = frozenset().union(*(other.mention.lemmas for other in others))
    families = frozenset().union(*(other.mention.families for other in others))
    if one.mention.lemmas & lemmas:
        reasons.append("told by one word")
    elif one.mention.families & families:
        reasons.append("told by words of one meaning")
    if one.event.date and any(other.event.date for other in others):
        reasons.append("of one day")
    for what in ("names", "numbers"):
        known = frozenset().union(*(getattr(other.mention, what) for other in others))
        beside = [word for word in known & getattr(one.mention, what) if word in corpus.weights]
        beside.sort(key=lambda word: (-corpus.weights[word], word))
        if beside:
            reasons.append(f"beside the {what} {', '.join(beside[:SHOWN])}")
    return "; ".join(reasons) or "told in sentences that are alike"
