"""Groups in a graph of pairs that no single member holds together.

Invariant: every pair is in exactly one group; two groups share one member at most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

Edge = tuple[int, int]


def find_blocks(edges: Sequence[Edge]) -> tuple[tuple[Edge, ...], ...]:
    """The biconnected components of the graph, each as its edges in order.

    Linear in the number of edges; without recursion, so that a chain may be of any length.
    Source: J. Hopcroft and R. Tarjan, Algorithm 447, CACM 16 (1973).
    """
    beside: dict[int, list[int]] = defaultdict(list)
    for one, other in edges:
        beside[one].append(other)
        beside[other].append(one)
    reached: dict[int, int] = {}
    lowest: dict[int, int] = {}
    blocks: list[tuple[Edge, ...]] = []
    for root in sorted(beside):
        if root in reached:
            continue
        reached[root] = lowest[root] = len(reached)
        path: list[Edge] = []
        walk: list[tuple[int, int, Iterator[int]]] = [(root, root, iter(beside[root]))]
        while walk:
            place, parent, rest = walk[-1]
            follower = next((one for one in rest if one != parent), None)
            if follower is None:
                walk.pop()
                if walk:
                    lowest[parent] = min(lowest[parent], lowest[place])
                    if lowest[place] >= reached[parent]:
                        blocks.append(_cut_block(path, (parent, place)))
            elif follower not in reached:
                reached[follower] = lowest[follower] = len(reached)
                path.append((place, follower))
                walk.append((follower, place, iter(beside[follower])))
            elif reached[follower] < reached[place]:
                path.append((place, follower))
                lowest[place] = min(lowest[place], reached[follower])
    return tuple(blocks)


def _cut_block(path: list[Edge], first: Edge) -> tuple[Edge, ...]:
    """Takes the block that began with ``first`` off the end of ``path``."""
    at = len(path) - 1 - path[::-1].index(first)
    block, path[at:] = path[at:], []
    return tuple(sorted((min(edge), max(edge)) for edge in block))
