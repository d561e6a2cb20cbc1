"""Who stands behind a claim: its pages traced to their origins, merged by identity and counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.record import (
    Derivation,
    Independence,
    Reading,
    Side,
    SourceMerge,
    Telling,
    UltimateSource,
)
from onrecord.stories.identity import merge_sources
from onrecord.stories.independence import weigh_independence
from onrecord.stories.origin_pages import OriginPages, gather_pages
from onrecord.stories.origin_words import load_origin_words
from onrecord.stories.origins import trace_origins


@dataclass(frozen=True, slots=True)
class Sourcing:
    """The ultimate sources of one side of a claim, why some are one, and how many they count."""

    sources: tuple[UltimateSource, ...]
    merges: tuple[SourceMerge, ...]
    independence: Independence


def find_sources(
    tellings: Iterable[Telling], pages: OriginPages, *, side: Side = "asserts"
) -> Sourcing:
    """The sources of those who assert the claim, or with ``side`` of those who deny it.

    ``pages`` come from ``gather_pages(readings, derivations)``, once for all claims.
    """
    words = load_origin_words("en")
    traced = trace_origins(tellings, pages, words, side=side)
    sources, merges = merge_sources(traced, pages, words)
    return Sourcing(sources, merges, weigh_independence(sources, merges))


__all__ = ["Derivation", "OriginPages", "Reading", "Sourcing", "find_sources", "gather_pages"]
