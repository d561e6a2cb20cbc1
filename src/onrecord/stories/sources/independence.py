"""How many independent sources stand behind a claim, as a range, with the reason of each step.

Invariant: the steps add up to the range; it says how many know of it, never whether it is true.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.record import CountingStep, Independence, SourceMerge, UltimateSource
from onrecord.stories.sources.anonymous import may_be_same
from onrecord.stories.sources.origin import UNKNOWN
from onrecord.stories.sources.origin_words import OriginWords, load_origin_words


def weigh_independence(
    sources: Iterable[UltimateSource], merges: Iterable[SourceMerge] = ()
) -> Independence:
    """The range, by the rules R1 to R7, with a step for each source and each merge."""
    words = load_origin_words("en")
    sources = tuple(sources)
    counted: list[UltimateSource] = []
    steps: list[CountingStep] = []
    for one in sorted(sources, key=_last):
        step = _count(one, counted, words)
        steps.append(step)
        if step.adds_max:
            counted.append(one)
    steps += [CountingStep(one.rule, (one.source,), 0, 0, one.reason) for one in merges]
    return Independence(
        sum(one.adds_min for one in steps), sum(one.adds_max for one in steps), tuple(steps)
    )


def _last(one: UltimateSource) -> tuple[bool, bool, bool]:
    """Those who tell it themselves first, then those who are not named, then what nobody tells."""
    return one.name == UNKNOWN, one.inferred and one.kind == "observation", one.unnamed


def _count(one: UltimateSource, counted: list[UltimateSource], words: OriginWords) -> CountingStep:
    name = describe_source(one)
    rests_on = f"{len(one.articles)} page{'s rest' if len(one.articles) > 1 else ' rests'} on it"
    if one.rests:
        return CountingStep(
            "R3", (one.id,), 0, 0, f"{name} knows it only at second hand (“{one.rests}”)"
        )
    if one.name == UNKNOWN:
        add = 0 if counted else 1
        what = (
            "nothing shows that this is a source of its own"
            if counted
            else "somebody must have said it"
        )
        return CountingStep(
            "R6",
            (one.id,),
            add,
            add,
            f"{name}: the trail ends at {one.outlet or 'the page'}; {what}",
        )
    if one.kind == "observation":
        if one.inferred and counted:
            unsaid = (
                f"{one.outlet or 'a page'} does not say how it knows; it may have seen it itself"
            )
            return CountingStep("R6", (one.id,), 0, 1, unsaid)
        return CountingStep(
            "R6", (one.id,), 1, 1, f"{name}: the outlet's own observation; {rests_on}"
        )
    if one.kind == "document":
        return CountingStep(
            "R5", (one.id,), 1, 1, f"{name}: a document is a source of its own; {rests_on}"
        )
    if one.unnamed:
        twin = next((two for two in counted if _are_twins(one, two, words)), None)
        if twin is not None:
            return CountingStep(
                "R4",
                (one.id, twin.id),
                0,
                1,
                f"{name} and {describe_source(twin)} are not named and may be the same people",
            )
        return CountingStep(
            "R4",
            (one.id,),
            1,
            1,
            f"{name}: not named, first reported by {one.outlet or 'this page'}; {rests_on}",
        )
    return CountingStep("R2", (one.id,), 1, 1, f"{name}; {rests_on}")


def _are_twins(one: UltimateSource, two: UltimateSource, words: OriginWords) -> bool:
    """Whether two sets of people who are not named may be the same people."""
    if not two.unnamed or two.kind == "document" or one.outlet == two.outlet:
        return False
    return may_be_same(one.name, two.name, words)


def is_shown(source: UltimateSource, sources: Iterable[UltimateSource]) -> bool:
    """Whether ``source`` is an ultimate source of a claim that has these ``sources``.

    Whoever rests on others is none; nor is, beside others, whom nobody tells, or an outlet that
    does not say how it knows.
    """
    if source.rests:
        return False
    told = source.name != UNKNOWN and not (source.inferred and source.kind == "observation")
    return told or all(one is source or one.rests for one in sources)


def describe_source(source: UltimateSource) -> str:
    """The source in a few words: "roads agency (Pia Lund)", "two officials (The Calder Post)"."""
    if source.kind == "observation":
        return source.name
    if source.unnamed and source.kind == "document":
        return f"{source.name} seen by {source.outlet}" if source.outlet else source.name
    if source.unnamed:
        return f"{source.name} ({source.outlet})" if source.outlet else source.name
    bodies = load_origin_words("en").bodies
    people = [
        one
        for one in source.names[1:]
        if " " in one and one[:1].isupper() and not {part.lower() for part in one.split()} & bodies
    ]
    if source.kind == "organisation" and people:
        return f"{source.name} ({people[0]})"
    return source.name
