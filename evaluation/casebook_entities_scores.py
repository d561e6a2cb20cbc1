"""The casebook of entities read by the encoder and held against its items.

Invariant: the marks of the passages are not seen here; the encoder finds its own names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from evaluation.casebook_entities import EntityCase, GoldEntity
from onrecord.reading import read_text
from onrecord.record import Entity, Reading

Figures = dict[str, tuple[float, int]]


def read_cases(cases: Iterable[EntityCase]) -> Iterator[tuple[EntityCase, Reading]]:
    """Each case with what is read of its passage."""
    for case in cases:
        yield case, read_text(case.text, outlet=case.outlet)


def score_entities(read: Iterable[tuple[EntityCase, Reading]]) -> Figures:
    """Entities found with kind and name, mentions of those, roles, whole passages, speakers."""
    found = wanted = predicted = whole = cases = 0
    mentions = [0, 0, 0]
    roles: list[bool] = []
    speakers: list[bool] = []
    for case, reading in read:
        pairs = _pair(case, reading)
        found += len(pairs)
        wanted += len(case.entities)
        predicted += len(reading.entities)
        cases += 1
        exact = [_mentions_of(case, one) == Counter(gold.mentions) for gold, one in pairs]
        whole += len(pairs) == len(case.entities) == len(reading.entities) and all(exact)
        for gold, one in pairs:
            mine, theirs = _mentions_of(case, one), Counter(gold.mentions)
            mentions[0] += (mine & theirs).total()
            mentions[1] += mine.total()
            mentions[2] += theirs.total()
            roles += [role in one.roles for role in gold.roles]
        speakers += list(_judge_speakers(case, reading, dict(pairs)))
    precision, recall = _share(found, predicted), _share(found, wanted)
    return {
        "entities F1": (_f1(precision, recall), wanted),
        "entities precision": (precision, predicted),
        "entities recall": (recall, wanted),
        "mentions F1": (
            _f1(_share(mentions[0], mentions[1]), _share(mentions[0], mentions[2])),
            mentions[2],
        ),
        "roles found": (_share(sum(roles), len(roles)), len(roles)),
        "speakers right": (_share(sum(speakers), len(speakers)), len(speakers)),
        "whole passages": (_share(whole, cases), cases),
    }


def _pair(case: EntityCase, reading: Reading) -> list[tuple[GoldEntity, Entity]]:
    """Each expected entity with the one found of its kind and name."""
    left = list(reading.entities)
    pairs = []
    for gold in case.entities:
        for one in left:
            if (one.kind, one.name.casefold()) == (gold.kind, gold.name.casefold()):
                pairs.append((gold, one))
                left.remove(one)
                break
    return pairs


def _judge_speakers(
    case: EntityCase, reading: Reading, pairs: dict[GoldEntity, Entity]
) -> Iterator[bool]:
    """For each statement that an item claims: whether its speaker is the item's entity."""
    for gold in case.entities:
        for words in gold.says:
            heard = [
                one
                for one in reading.statements
                if any(words in span.cut(case.text) for span in one.content)
            ]
            speaker = pairs.get(gold)
            yield bool(heard) and speaker is not None and heard[-1].speaker == speaker.id


def _mentions_of(case: EntityCase, entity: Entity) -> Counter[str]:
    return Counter(span.cut(case.text) for span in entity.mentions)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0
