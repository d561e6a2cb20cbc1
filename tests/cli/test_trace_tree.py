"""Who hangs on whom: every page once, references for the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.cli.trace_tree import Branch, SourceTree, grow_forest
from onrecord.painting.trace_outline import outline_trace
from onrecord.record import Derivation
from tests.painting.traces import IDS, PLACES, make_corpus, make_trace


def walk(branches: Iterable[Branch]) -> Iterator[Branch]:
    for one in branches:
        yield one
        yield from walk(one.branches)


def forest_of(*, derivations: tuple[Derivation, ...] | None = None) -> tuple[SourceTree, ...]:
    trace = make_trace()
    if derivations is not None:
        trace = replace(trace, derivations=derivations)
    return grow_forest(outline_trace(trace, make_corpus(), PLACES))


def test_every_page_is_told_once_and_hangs_again_as_a_reference() -> None:
    branches = [one for tree in forest_of() for one in walk(tree.branches)]
    told = Counter(one.page for one in branches if one.told)
    assert told == Counter(range(1, 8))
    assert [one.page for one in branches if not one.told] == [6, 1]


def test_a_page_with_two_parents_is_told_under_the_one_nearest_to_the_source() -> None:
    first = forest_of()[0].branches[0]
    assert [one.page for one in first.branches] == [3, 4, 6, 7]
    assert all(one.told for one in first.branches)


def test_the_source_that_a_page_has_besides_leads_to_a_reference() -> None:
    letter = forest_of()[1]
    assert letter.source is not None
    assert letter.source.letter == "B"
    assert letter.branches == (Branch(1, None, told=False),)


def test_pages_of_which_no_source_is_known_have_a_tree_of_their_own() -> None:
    trace = make_trace()
    trace = replace(trace, claim=replace(trace.claim, sources=()))
    (tree,) = grow_forest(outline_trace(trace, make_corpus(), PLACES))
    assert tree.source is None
    assert [one.page for one in tree.branches] == [1, 2]
    assert {one.page for one in walk(tree.branches)} == set(range(1, 8))


def test_a_ring_of_takings_ends() -> None:
    one = make_trace().derivations[0]
    ring = (one, replace(one, article=one.parent, parent=one.article))
    told = [each.page for tree in forest_of(derivations=ring) for each in walk(tree.branches)
            if each.told]  # fmt: skip
    assert sorted(told) == list(range(1, 8))


def test_a_chain_of_very_many_hands_is_grown_without_recursion() -> None:
    corpus, trace = make_corpus(), make_trace()
    reading = corpus.readings[0]
    many = [
        replace(reading, article=replace(reading.article, id=f"n{number}"))
        for number in range(3000)
    ]
    template = trace.derivations[0]
    chain = tuple(
        replace(template, article=many[at].article.id, parent=many[at - 1].article.id)
        for at in range(1, len(many))
    )
    first = replace(template, article="n0", parent=IDS["post"])
    corpus = replace(corpus, readings=(*corpus.readings, *many))
    trace = replace(trace, derivations=(*trace.derivations, first, *chain))
    forest = grow_forest(outline_trace(trace, corpus, PLACES))
    deepest = 0
    level = list(forest[0].branches)
    while level:
        deepest += 1
        level = [below for one in level for below in one.branches]
    assert deepest == 3001
