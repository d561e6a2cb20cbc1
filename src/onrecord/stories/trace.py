"""The whole way across pages: from readings to who stands behind a claim.

Invariant: every page is in the corpus once; a claim that nothing supports is answered by an issue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from onrecord.encoder import load_encoder
from onrecord.record import (
    Circle,
    Claim,
    Contradiction,
    Corpus,
    Derivation,
    Reading,
    SourceCount,
    Story,
    Telling,
    TimelineEntry,
    Trace,
    judgement_id,
)
from onrecord.stories.assertions.contradictions import find_contradictions
from onrecord.stories.assertions.discovery import discover_claims
from onrecord.stories.assertions.telling_index import TellingIndex, Whole
from onrecord.stories.assertions.tellings import Embed, explain_silence, find_in
from onrecord.stories.chronology.timelines import build_timeline
from onrecord.stories.clustering.grouping import group_stories
from onrecord.stories.clustering.stream import page_of_reading
from onrecord.stories.copying.copies import find_copies
from onrecord.stories.media.firsts import date_pages, find_first
from onrecord.stories.media.outlets import find_outlets
from onrecord.stories.provenance.article_kinds import name_kinds
from onrecord.stories.provenance.circles import find_circles
from onrecord.stories.provenance.derivations import find_derivations
from onrecord.stories.sources.origin_pages import OriginPages, gather_pages
from onrecord.stories.sources.sourcing import find_sources

ASSERTED = ("happened", "reported", "claimed", "planned")
"""Standings of an event in which a page says that it is or will be so."""


def read_corpus(readings: tuple[Reading, ...]) -> Corpus:
    """``readings`` with all that holds across them; an article that is given twice is taken once.

    Copies, stories, who took from whom, the kind of each page, and circles.
    """
    once = tuple({one.article.id: one for one in readings}.values())
    copies = find_copies(one.article for one in once)
    stories = group_stories(page_of_reading(one) for one in once)
    outlets = find_outlets(once)
    derivations = find_derivations(once, copies, stories, outlets)
    kinds = name_kinds(once, derivations, outlets)
    circles = find_circles(once, derivations, outlets, kinds)
    return Corpus(once, copies, stories, derivations, kinds, circles)


def trace_claim(text: str, corpus: Corpus, *, embed: Embed | None = None) -> Trace:
    """Who stands behind the claim ``text``; see ``trace_claims``."""
    return trace_claims((text,), corpus, embed=embed)[0]


def trace_claims(
    texts: tuple[str, ...],
    corpus: Corpus,
    *,
    embed: Embed | None = None,
    whole: Whole | None = None,
) -> tuple[Trace, ...]:
    """A trace for each of ``texts``, in their order; those that exclude one another say so.

    ``whole`` = what the corpus holds the nearest pages of; None = it holds all.
    ``embed`` gives sentences their vectors (texts to unit vectors, a row each); the encoder's own
    where none is given. Raises ModelError where the encoder cannot be loaded.
    """
    return make_tracer(corpus, embed=embed, whole=whole).trace(texts)


def make_tracer(
    corpus: Corpus, *, embed: Embed | None = None, whole: Whole | None = None
) -> Tracer:
    """``corpus`` prepared for claims that are asked for one after the other; see ``trace_claims``.

    What is worked out for one claim, such as vectors of sentences, is kept for the next.
    """
    return Tracer(
        corpus,
        TellingIndex(corpus.readings, corpus.stories, whole=whole),
        gather_pages(corpus.readings, corpus.derivations),
        date_pages(corpus.readings, corpus.derivations),
        embed or load_encoder().embed,
    )


def claims_of(story: Story, corpus: Corpus, *, embed: Embed | None = None) -> tuple[str, ...]:
    """What several pages of ``story`` say, or one says and another denies, in their own words."""
    return discover_claims(story, corpus.readings, embed=embed or load_encoder().embed)


def timeline_of(story: Story, corpus: Corpus) -> tuple[TimelineEntry, ...]:
    """The events of ``story`` by the days that its pages tell, each with its number of sources.

    Counted as for a claim, over the pages that say that it happened or will; no number where none
    says so.
    """
    inside = corpus.narrow(story)
    pages = gather_pages(inside.readings, inside.derivations)
    return tuple(_count(one, pages) for one in build_timeline(story, inside.readings))


def _count(entry: TimelineEntry, pages: OriginPages) -> TimelineEntry:
    tellings = tuple(
        Telling(
            one.article,
            "asserts",
            (pages.sentence(one.article, one.span),),
            one.within,
            1.0,
            one.factuality,
        )
        for one in entry.tellings
        if one.factuality in ASSERTED
    )
    if not tellings:
        return entry
    found = find_sources(entry.words, tellings, pages).independence
    return replace(entry, sources=SourceCount(found.min, found.max))


@dataclass(frozen=True, slots=True)
class Tracer:
    """A corpus prepared once for all claims that are asked for; from one thread at a time."""

    corpus: Corpus
    index: TellingIndex
    pages: OriginPages
    dates: Mapping[str, datetime]
    embed: Embed

    def trace(self, texts: tuple[str, ...]) -> tuple[Trace, ...]:
        """A trace for each of ``texts``, in their order; those that exclude one another say so."""
        claims = {text: self.find_claim(text) for text in texts}
        contradictions = find_contradictions(
            tuple(claims.values()), self.corpus.readings, self.corpus.derivations
        )
        return tuple(self.lead_back(claims[text], claims, contradictions) for text in texts)

    def find_claim(self, text: str) -> Claim:
        """The claim with its tellings, its sources and their count."""
        tellings = find_in(text, self.index, embed=self.embed)
        asserted = find_sources(text, tellings, self.pages)
        denied = find_sources(text, tellings, self.pages, side="denies")
        stories = [self.corpus.story(one.article) for one in tellings]
        return Claim(
            judgement_id("claim", (text,)),
            text,
            tellings,
            asserted.sources,
            denied.sources,
            asserted.independence,
            find_first(tellings, self.dates),
            next((one.id for one in stories if one is not None), None),
        )

    def lead_back(
        self, claim: Claim, claims: dict[str, Claim], contradictions: tuple[Contradiction, ...]
    ) -> Trace:
        """The claim with the takings that lead from its pages to its sources."""
        own = tuple(one for one in contradictions if claim.id in (one.first, one.second))
        named = {one.first for one in own} | {one.second for one in own}
        pages = {one.article for one in claim.tellings}
        return Trace(
            claim,
            self._way_back(claim),
            tuple(one for one in self.corpus.circles if _runs_through(one, pages)),
            own,
            tuple(
                one
                for one in dict.fromkeys(claims.values())
                if one.id in named and one.id != claim.id
            ),
            () if claim.tellings else (explain_silence(claim.text, self.index),),
        )

    def _way_back(self, claim: Claim) -> tuple[Derivation, ...]:
        """The takings by pages that tell the claim, or that lie on the way to its sources."""
        ahead = [one.article for one in claim.tellings]
        ends = {article for one in claim.sources for article in one.articles} | set(ahead)
        reached: set[str] = set()
        while ahead:
            article = ahead.pop()
            if article not in reached:
                reached.add(article)
                ahead += [one.parent for one in self.pages.parents.get(article, ())]
        return tuple(
            one
            for one in self.corpus.derivations
            if one.article in reached and (one.parent in ends or self._leads_on(one.parent, ends))
        )

    def _leads_on(self, article: str, ends: set[str]) -> bool:
        return bool(self.pages.ancestors(article) & ends)


def _runs_through(circle: Circle, pages: set[str]) -> bool:
    return len(pages & set(circle.articles)) > 1
