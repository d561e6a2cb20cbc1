"""Which tellings are of one event: seventeen mentions of one strike are one event.

Invariant: what is told as another event, of another day, at another place or of another victim is
never merged; each merge says why.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.events.clusters import Cluster, conflicts, entities_of, same_head, same_words
from onrecord.events.merge_reasons import firm_reason, is_faceless, last_told, loose_reason
from onrecord.events.scene import Scene
from onrecord.events.tellings import Telling
from onrecord.record import Merge

MEMORY = 60
"""Events told last among which a telling looks for its own; far more than one article has."""


def merge_tellings(scene: Scene, tellings: Sequence[Telling]) -> tuple[Cluster, ...]:
    """The events behind ``tellings``; a vague noun that leads back to none is left out."""
    clusters: list[Cluster] = []
    for telling in tellings:
        asked = _candidates(telling, clusters)
        fitting = [(one, why) for one in asked if (why := firm_reason(scene, telling, one))]
        if not fitting:
            fitting = _best_loose(scene, telling, asked)
        if fitting:
            merged, used = _join(telling, fitting)
            clusters = [one for one in clusters if all(one is not other for other in used)]
            clusters.append(merged)
        elif telling.trigger.coding is not None:
            clusters.append(Cluster((telling,), (), entities_of(telling.recipients)))
    return tuple(sorted(clusters, key=lambda one: one.tellings[0].trigger.span))


def _candidates(telling: Telling, clusters: list[Cluster]) -> list[Cluster]:
    """The events told of last, and older ones with a victim of this telling."""
    victims = entities_of(telling.recipients)
    older = [one for one in clusters[:-MEMORY] if victims & one.victims] if victims else []
    return older + clusters[-MEMORY:]


def _join(telling: Telling, fitting: list[tuple[Cluster, str]]) -> tuple[Cluster, list[Cluster]]:
    """What ``telling`` and the clusters that it belongs to make, and which of them were used.

    Two clusters that exclude each other stay apart: then the first alone is used.
    """
    chosen, reason = fitting[0]
    used = [chosen]
    tellings, merges = chosen.tellings, [*chosen.merges, _merge(telling, chosen, reason)]
    for other, why in fitting[1:]:
        if any(conflicts(one, two) for one in tellings for two in other.tellings):
            continue
        used.append(other)
        tellings = (*tellings, *other.tellings)
        merges += [*other.merges, _merge(telling, other, why)]
    ordered = sorted((*tellings, telling), key=lambda one: one.trigger.span)
    victims = frozenset().union(*(one.victims for one in used), entities_of(telling.recipients))
    return Cluster(tuple(ordered), tuple(merges), victims), used


def _merge(telling: Telling, cluster: Cluster, reason: str) -> Merge:
    return Merge(cluster.tellings[-1].trigger.span, telling.trigger.span, reason, reason=reason)


def _best_loose(
    scene: Scene, telling: Telling, clusters: list[Cluster]
) -> list[tuple[Cluster, str]]:
    """The one event that a telling most likely leads back to, where any does."""
    found = []
    for order, one in enumerate(clusters):
        reason = loose_reason(scene, telling, one)
        if reason:
            near = last_told(telling, one) if is_faceless(scene, telling) else 0
            same = same_words(telling, one) or same_head(scene, telling, one)
            rank = (near, one.actual, same, len(one.tellings), order)
            found.append((rank, one, reason))
    if not found:
        return []
    _, best, reason = max(found, key=lambda entry: entry[0])
    return [(best, reason)]
