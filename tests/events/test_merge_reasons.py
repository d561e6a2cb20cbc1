"""Why a telling is of an event."""

from __future__ import annotations

import pytest

from onrecord.events.clusters import Cluster
from onrecord.events.merge_reasons import firm_reason, loose_reason
from onrecord.record import Entity, Span, finding_id
from tests.events.samples import scene_of, tellings_of


def everywhere(text: str, name: str) -> Entity:
    spans, start = [], text.find(name)
    while start >= 0:
        spans.append(Span(start, start + len(name)))
        start = text.find(name, start + 1)
    return Entity(finding_id("a", "entity", tuple(spans)), name, "person", tuple(spans))


def reasons(text: str, *names: str) -> tuple[str, str]:
    """The firm and the loose reason that make the second telling one with the first."""
    scene = scene_of(text, *(everywhere(text, name) for name in names))
    first, second = list(tellings_of(scene).values())[:2]
    cluster = Cluster((first,), (), frozenset(one.entity or "" for one in first.recipients))
    return firm_reason(scene, second, cluster), loose_reason(scene, second, cluster)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Rebels murdered Vell. The assassination of Vell was vile.", "same victim"),
        ("The airstrike on a school killed a judge.", "cause and deed"),
        ("A judge was killed in an airstrike.", "deed and means"),
        ("Rebels murdered Vell. The assassination of Tarn was vile.", ""),
        ("Rebels murdered Vell. Others again killed Vell.", ""),
    ],
)
def test_a_firm_reason_is_a_victim_or_a_clause(text: str, reason: str) -> None:
    assert reasons(text, "Vell", "Tarn")[0] == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Rebels kidnapped a judge. The kidnapping was vile.", "definite noun"),
        ("Rebels kidnapped a judge. The incident was vile.", "vague noun"),
        ("A riot broke out on 3 May 2021. An uprising broke out on 3 May 2021.",
         "same words and day"),
        ("Rebels kidnapped a judge. A kidnapping is vile.", ""),
        ("Rebels kidnapped a judge. They plan the deportation of a clerk.", ""),
    ],
)  # fmt: skip
def test_a_loose_reason_is_a_noun_or_a_day(text: str, reason: str) -> None:
    assert reasons(text)[1] == reason
