"""Who stands behind a claim: its pages traced to their origins, merged by identity and counted.

Invariant: who denies a claim on a page is never one of that page's sources for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.record import Independence, Side, SourceMerge, Telling, UltimateSource
from onrecord.stories.sources.corroboration import find_corroborations
from onrecord.stories.sources.identity import merge_sources
from onrecord.stories.sources.independence import weigh_independence
from onrecord.stories.sources.origin_pages import OriginPages
from onrecord.stories.sources.origin_words import load_origin_words
from onrecord.stories.sources.origins import trace_origins


@dataclass(frozen=True, slots=True)
class Sourcing:
    """The ultimate sources of one side of a claim, why some are one, and how many they count.

    ``supports`` are further passages that were taken for the same claim, each with its reason.
    """

    sources: tuple[UltimateSource, ...]
    merges: tuple[SourceMerge, ...]
    independence: Independence
    supports: tuple[Telling, ...] = ()


def find_sources(
    claim: str, tellings: Iterable[Telling], pages: OriginPages, *, side: Side = "asserts"
) -> Sourcing:
    """The sources of those who assert the claim, or with ``side`` of those who deny it.

    ``pages`` come from ``gather_pages(readings, derivations)``, once for all claims.
    """
    words = load_origin_words("en")
    tellings = tuple(tellings)
    supports = find_corroborations(claim, tellings, pages, words) if side == "asserts" else ()
    traced = trace_origins((*tellings, *supports), pages, words, side=side)
    sources, merges = merge_sources(traced, pages, words)
    return Sourcing(sources, merges, weigh_independence(sources, merges), supports)
