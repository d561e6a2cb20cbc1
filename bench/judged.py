"""What holds across the sample pages, under other names: stories, claims and events by the hundred.

Tracing claims takes seconds a story, so the sample is judged once and its judgements are renamed as
``bench.traces`` renames its pages; no two turns share a name, as no two stories of a record do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from bench.traces import find_names, rename_id, rename_words
from onrecord.record import (
    CopyGroup,
    Corpus,
    Derivation,
    Reading,
    Story,
    TimelineEntry,
    Trace,
    pack_record,
    unpack_record,
)
from onrecord.stories.trace import claims_of, read_corpus, timeline_of, trace_claims

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """A story with its claims, each traced, and its events."""

    story: Story
    traces: tuple[Trace, ...]
    timeline: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """All that is judged of some pages; ``names`` and ``ids`` are what a turn calls otherwise."""

    told: tuple[Told, ...]
    derivations: tuple[Derivation, ...]
    copies: tuple[CopyGroup, ...]
    names: frozenset[str] = frozenset()
    ids: tuple[str, ...] = ()


def judge_sample(sample: tuple[Reading, ...]) -> Judged:
    """The stories of ``sample``, their claims and events; seconds of work a story."""
    corpus = read_corpus(sample)
    told = []
    for story in corpus.stories:
        inside = corpus.narrow(story)
        claims = claims_of(story, inside)
        told.append(Told(story, trace_claims(claims, inside), timeline_of(story, inside)))
    claims = [
        claim for one in told for trace in one.traces for claim in (trace.claim, *trace.rivals)
    ]
    ids = [one.article.id for one in sample] + [one.id for one in corpus.stories]
    ids += [one.id for one in (*corpus.copies, *claims)]
    names = frozenset(chain.from_iterable(find_names(one.article.text) for one in sample))
    return Judged(tuple(told), corpus.derivations, corpus.copies, names, tuple(dict.fromkeys(ids)))


def rename_judged(judged: Judged, turn: int) -> Judged:
    """The same of the pages of another ``turn``; the first, 0, is the sample itself."""
    if turn == 0:
        return judged

    def other(found: T) -> T:
        line = rename_words(pack_record(found), judged.names, turn)
        for one in judged.ids:
            line = line.replace(one, rename_id(one, turn))
        return unpack_record(type(found), line)

    return Judged(
        tuple(
            Told(other(one.story), tuple(map(other, one.traces)), tuple(map(other, one.timeline)))
            for one in judged.told
        ),
        tuple(map(other, judged.derivations)),
        tuple(map(other, judged.copies)),
    )


def join_judged(pages: Iterable[Reading], turns: Iterable[Judged]) -> tuple[Corpus, Iterator[Told]]:
    """The corpus of all turns, and their stories one by one."""
    known = tuple(turns)
    told = tuple(chain.from_iterable(one.told for one in known))
    corpus = Corpus(
        tuple(pages),
        tuple(chain.from_iterable(one.copies for one in known)),
        tuple(one.story for one in told),
        tuple(chain.from_iterable(one.derivations for one in known)),
        (),
    )
    return corpus, iter(told)
