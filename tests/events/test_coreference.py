"""One event or two?"""

from __future__ import annotations

from onrecord.encoder.findings import EventLabel
from onrecord.events.coreference import merge_tellings
from onrecord.record import Entity, Span, finding_id
from tests.events.samples import scene_of, tellings_of


def merged(text: str, *entities: Entity, labels: tuple[EventLabel, ...] = ()) -> list[list[str]]:
    scene = scene_of(text, *entities)
    clusters = merge_tellings(scene, list(tellings_of(scene, *labels).values()))
    return [[one.trigger.span.cut(text) for one in cluster.tellings] for cluster in clusters]


def person(text: str, name: str) -> Entity:
    spans, start = [], text.find(name)
    while start >= 0:
        spans.append(Span(start, start + len(name)))
        start = text.find(name, start + 1)
    return Entity(finding_id("a", "entity", tuple(spans)), name, "person", tuple(spans))


def test_one_victim_is_killed_once() -> None:
    text = "Rebels murdered Vell. The assassination of Vell shook the town."
    assert merged(text, person(text, "Vell")) == [["murdered", "assassination"]]


def test_two_victims_are_killed_apart() -> None:
    text = "Rebels murdered Vell. The assassination of Tarn shook the town."
    people = person(text, "Vell"), person(text, "Tarn")
    assert merged(text, *people) == [["murdered"], ["assassination"]]


def test_a_definite_noun_leads_back() -> None:
    text = "Rebels kidnapped a judge. The kidnapping was in May."
    assert merged(text) == [["kidnapped", "kidnapping"]]


def test_another_one_is_another() -> None:
    text = "Rebels kidnapped a judge. Another kidnapping followed."
    assert merged(text) == [["kidnapped"], ["kidnapping"]]


def test_two_days_are_two_events() -> None:
    text = "A riot broke out on 3 May 2021. The uprising broke out on 5 May 2021."
    assert merged(text) == [["riot"], ["uprising"]]


def test_a_planned_deed_is_not_the_one_that_was() -> None:
    text = "Rebels raided Selm. They plan to raid Selm."
    assert merged(text, person(text, "Selm")) == [["raided"], ["raid"]]


def test_a_vague_noun_that_leads_nowhere_is_left_out() -> None:
    assert merged("Nobody saw the incident.") == []


def test_a_merge_says_why() -> None:
    text = "Rebels murdered Vell. The assassination of Vell shook the town."
    scene = scene_of(text, person(text, "Vell"))
    [cluster] = merge_tellings(scene, list(tellings_of(scene).values()))
    assert [one.rule for one in cluster.merges] == ["same victim"]


def test_what_killed_is_what_was_done() -> None:
    assert merged("The air strikes that killed a judge were long planned.") == [
        ["air strikes", "killed"]
    ]


def test_how_it_was_done_is_what_was_done() -> None:
    assert merged("A judge was killed in a drone strike.") == [["killed", "drone strike"]]
