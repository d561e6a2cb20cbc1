"""Groups that no single member holds together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.copying.blocks import find_blocks


def test_a_triangle_is_one_group() -> None:
    assert find_blocks(((0, 1), (1, 2), (0, 2))) == (((0, 1), (0, 2), (1, 2)),)


def test_two_pairs_at_one_member_are_two_groups() -> None:
    assert sorted(find_blocks(((0, 1), (1, 2)))) == [((0, 1),), ((1, 2),)]


def test_a_long_chain_does_not_overflow() -> None:
    assert len(find_blocks(tuple((n, n + 1) for n in range(5000)))) == 5000


@given(st.sets(st.tuples(st.integers(0, 9), st.integers(10, 19)), max_size=40))
def test_every_pair_is_in_exactly_one_group(edges: set[tuple[int, int]]) -> None:
    blocks = find_blocks(tuple(sorted(edges)))
    assert sorted(edge for block in blocks for edge in block) == sorted(edges)


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(7, 14)), max_size=30))
def test_two_groups_share_one_member_at_most(edges: set[tuple[int, int]]) -> None:
    members = [{n for edge in block for n in edge} for block in find_blocks(tuple(sorted(edges)))]
    for place, one in enumerate(members):
        assert all(len(one & other) <= 1 for other in members[:place])
