"""Which articles are copies of one another: mostly the same words, whoever printed them first.

Invariant: two articles are a pair only if their own words were compared; copies are grouped and
counted, never dropped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from onrecord.record import Article, CopyGroup, CopyPair, judgement_id
from onrecord.stories.copying.blocks import find_blocks
from onrecord.stories.copying.shingles import Shingles, cut_shingles, propose_pairs
from onrecord.stories.copying.versions import address_of
from onrecord.stories.media.moments import order
from onrecord.stories.media.precedence import put_first

CONTAINED = 0.19
"""Share of the shorter text's shingles from which it is a copy. With ``SCATTERED`` F1 is .984 on
syndication-dev (1,938 texts), and .983 … .985 at all values from .18 to .21."""
CERTAIN = 0.35
"""From here on it does not matter how the shared words lie: none of syndication-dev's pairs that
are no copies has as much as .28."""
SCATTERED = 0.10
"""Below ``CERTAIN``, share of the shorter text's shingles that is shared beside the longest shared
stretch: one stretch alone is a quotation whose marks were lost, or a paragraph of background.
Without it 3 of syndication-dev's 278 pairs that share a quotation are called copies, with it 0."""
MIN_SHARED = 8
"""Shingles that two texts must share at least (twelve words in a row): briefs have so few that a
set phrase would make copies of them; chosen, not measured."""
PROPOSED = 0.1
"""Share of counted shingles from which a pair is looked at."""
WHOLE_GROUP = 64
"""Up to so many articles in one heap of copies each two are compared; in a larger one each is
compared with the first and with its neighbour."""

Edge = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How much of the shorter of two texts stands in the other."""

    containment: float
    is_copy: bool


def find_copies(articles: Iterable[Article]) -> tuple[CopyGroup, ...]:
    """Groups of articles with largely the same words, and of versions of one address.

    A group has no member that alone holds two parts of it together: a digest of two stories is in
    two groups, and the stories are not made copies of each other through it. Groups come in the
    order of their first articles; a pair is in one group only. Time and memory grow with the
    number of words (10,000 articles of 500 words: see ``bench``).
    """
    known = order({one.id: one for one in articles}.values())
    shingles = tuple(cut_shingles(one) for one in known)
    twins = _find_twins(shingles)
    alike = _compare(shingles, tuple(one[0] for one in twins))
    edges = _expand(alike, twins) | _find_versions(known, shingles)
    pairs = {edge: _pair(known, shingles, edge, share) for edge, share in edges.items()}
    return group_pairs(pairs, tuple(one.id for one in known))


def group_pairs(pairs: Mapping[Edge, CopyPair], articles: Sequence[str]) -> tuple[CopyGroup, ...]:
    """The groups of ``pairs``, which are by the places of their articles among ``articles`` (ids).

    ``articles`` are in the order in which they came out.
    """
    groups = []
    for block in find_blocks(tuple(pairs)):
        members = sorted({place for edge in block for place in edge})
        ids = tuple(articles[place] for place in members)
        # Two groups share one article at most: the first two name the group, whoever joins later.
        found = CopyGroup(judgement_id("copies", ids[:2]), ids, tuple(pairs[one] for one in block))
        groups.append((members, found))
    return tuple(group for _, group in sorted(groups, key=lambda one: one[0]))


def _find_twins(shingles: Sequence[Shingles]) -> tuple[tuple[int, ...], ...]:
    """Places of texts with the very same shingles together, in order."""
    same: dict[object, list[int]] = defaultdict(list)
    for place, one in enumerate(shingles):
        same[one.unique.tobytes() if len(one.unique) >= MIN_SHARED else place].append(place)
    return tuple(map(tuple, same.values()))


def _compare(shingles: Sequence[Shingles], places: Sequence[int]) -> dict[Edge, float]:
    """The containment of each two of ``places`` that are copies."""
    judged: dict[Edge, _Likeness] = {}

    def judge(edge: Edge) -> None:
        if edge not in judged:
            judged[edge] = _liken(shingles[edge[0]], shingles[edge[1]])

    for one, other in propose_pairs([shingles[place] for place in places], PROPOSED):
        judge((places[one], places[other]))
    for members in _heaps([edge for edge, found in judged.items() if found.is_copy]):
        if 2 < len(members) <= WHOLE_GROUP:
            for edge in combinations(sorted(members), 2):
                judge(edge)
    return {edge: found.containment for edge, found in judged.items() if found.is_copy}


def _liken(one: Shingles, other: Shingles) -> _Likeness:
    shorter, longer = sorted((one, other), key=lambda each: len(each.unique))
    shared = shorter.shared_with(longer)
    if shared < MIN_SHARED:
        return _Likeness(0.0, False)
    share = shared / len(shorter.unique)
    is_copy = share >= CERTAIN
    if CONTAINED <= share < CERTAIN:
        beside = 1 - shorter.longest_shared_with(longer) / shared
        is_copy = share * beside >= SCATTERED
    return _Likeness(share, is_copy)


def _expand(alike: Mapping[Edge, float], twins: Sequence[tuple[int, ...]]) -> dict[Edge, float]:
    """The pairs of all texts from those of one text of each sort."""
    class_of = {one[0]: one for one in twins}
    edges: dict[Edge, float] = {}
    for members in twins:
        edges |= dict.fromkeys(_join(members), 1.0)
    for (one, other), share in alike.items():
        left, right = class_of[one], class_of[other]
        if len(left) * len(right) <= WHOLE_GROUP:
            crossing = {(a, b) for a in left for b in right}
        else:
            crossing = {(left[0], right[0]), (left[-1], right[-1])}
            crossing |= {(left[0], place) for place in right} if len(left) == 1 else set()
            crossing |= {(place, right[0]) for place in left} if len(right) == 1 else set()
        edges |= {(min(edge), max(edge)): share for edge in crossing}
    return edges


def _join(members: Sequence[int]) -> Iterator[Edge]:
    """Each two of ``members``; of very many, each with the first and with the one before."""
    if len(members) <= WHOLE_GROUP:
        yield from combinations(members, 2)
        return
    for before, place in pairwise(members):
        yield members[0], place
        yield before, place


def _find_versions(known: Sequence[Article], shingles: Sequence[Shingles]) -> dict[Edge, float]:
    """The pairs of articles at one address, with their containment."""
    there: dict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(known):
        if address := address_of(article.url):
            there[address].append(place)
    edges = (edge for members in there.values() for edge in _join(members))
    return {edge: _containment(shingles[edge[0]], shingles[edge[1]]) for edge in edges}


def _containment(one: Shingles, other: Shingles) -> float:
    size = min(len(one.unique), len(other.unique))
    return one.shared_with(other) / size if size else 0.0


def _pair(
    known: Sequence[Article], shingles: Sequence[Shingles], edge: Edge, share: float
) -> CopyPair:
    one, other = (known[place] for place in edge)
    versions = bool(address_of(one.url)) and address_of(one.url) == address_of(other.url)
    placed = put_first(one, other, versions=versions)
    first, second = edge if placed.first == one.id else edge[::-1]
    percent = f"{share:.0%} of the shorter text's words stand in the other"
    return CopyPair(
        first=known[first].id,
        second=known[second].id,
        kind="update" if versions else "copy",
        containment=share,
        reason=f"{percent}; {placed.reason}",
        spans=shingles[second].spans_shared_with(shingles[first]),
        score=share,
    )


def _heaps(edges: Sequence[Edge]) -> list[set[int]]:
    """Places that hang together by ``edges``, to be compared each with each."""
    heap_of: dict[int, set[int]] = {}
    for one, other in edges:
        left, right = heap_of.get(one, {one}), heap_of.get(other, {other})
        if left is right:
            continue
        small, large = sorted((left, right), key=len)
        large |= small
        heap_of |= dict.fromkeys(small, large) | {one: large, other: large}
    return list({id(heap): heap for heap in heap_of.values()}.values())
