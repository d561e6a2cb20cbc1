"""Who stands behind a claim: pages, origins, who took it from whom, and how many are independent.

Invariant: both numbers come with the steps that add up to them; a page without words is not named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from threading import Lock

from onrecord.assistant.answers import (
    Independent,
    Naming,
    Origin,
    Rival,
    Step,
    Taking,
    Telling,
    TraceAnswer,
)
from onrecord.assistant.questions import CannotAnswerError, plain
from onrecord.assistant.quoting import Pages
from onrecord.record import Claim, Derivation, Independence, Trace, UltimateSource
from onrecord.record import Telling as TellingFound
from onrecord.store import Record
from onrecord.store.neighbours import WHOLE, gather_near
from onrecord.store.parts import count_articles, write_count
from onrecord.stories.assertions.claims import check_claim, search_words
from onrecord.stories.assertions.telling_index import Whole
from onrecord.stories.trace import Tracer, make_tracer, read_corpus, trace_claims

LISTED = 20
"""Pages, origins and takings in one answer: what a reader can still hold against one another."""

STEPS = 40
"""Steps of the count in one answer: those of some twenty sources."""

NAMINGS = 2
"""Places that name one origin; the others are counted."""

TAKEN = 300
"""Characters of what one page took from another: the beginning of a copy shows that it is one."""

_CLAIM_ID = re.compile(r"c[0-9a-f]{16}")


class Tracing:
    """Traces claims through a record; what it read of it is kept until somebody writes to it."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._turn = Lock()
        self._kept: tuple[int, Tracer] | None = None

    def trace(self, claim: str) -> TraceAnswer:
        """The answer for a sentence, or for the id of a claim that was traced already.

        Raises ModelError where the model cannot be loaded.
        """
        asked = plain(claim)
        kept = self.record.trace(asked)
        if kept is not None:
            return answer_trace(kept, self.record)
        if _CLAIM_ID.fullmatch(asked):
            raise CannotAnswerError(
                f"there is no traced claim with the id {asked}: give the claim as a sentence"
            )
        issue = check_claim(asked)
        if issue is not None:
            raise CannotAnswerError(f"claim: {issue.message}")
        with self._turn:  # one at a time, so that memory holds the pages of one question only
            if count_articles(self.record) > WHOLE:
                return self._trace_near(asked)
            (trace,) = self._prepare().trace((asked,))
        return answer_trace(trace, self.record)

    def _trace_near(self, claim: str) -> TraceAnswer:
        """The answer from the pages of a large record that are nearest to ``claim``."""
        self._kept = None  # it may have been small when it was asked last
        near = gather_near(self.record, (search_words(claim),), read_corpus)
        (trace,) = trace_claims((claim,), near.corpus, whole=Whole(near.held, near.having))
        read = len(near.corpus.readings)
        note = (
            f"only {read} of {near.held:,} pages were looked through: those that have most of the "
            "words of the claim, and the pages that they took from"
        )
        answer = answer_trace(trace, self.record)
        return replace(answer, pages_read=read, notes=(*answer.notes, note))

    def _prepare(self) -> Tracer:
        """All pages with what holds across them, as ``onrecord trace`` has them."""
        record, version = self.record, write_count(self.record)
        if self._kept is not None and self._kept[0] == version:
            return self._kept[1]
        corpus = record.corpus() if record.is_judged() else read_corpus(tuple(record.readings()))
        if not corpus.readings:
            raise CannotAnswerError("this record holds no pages yet: onrecord add puts some in")
        self._kept = version, make_tracer(corpus)
        return self._kept[1]


def answer_trace(trace: Trace, record: Record) -> TraceAnswer:
    """``trace`` with the words of its pages."""
    claim, pages = trace.claim, Pages(record)
    sources = tuple(_origin(one, pages) for one in claim.sources[:LISTED])
    denied_by = tuple(_origin(one, pages) for one in claim.denial_sources[:LISTED])
    tellings = _tellings(_spread(claim.tellings), pages)
    takings = _takings(trace.derivations[:LISTED], pages)
    rivals = {one.id: one.text for one in (claim, *trace.rivals)}
    return TraceAnswer(
        claim.id,
        claim.text,
        _independent(claim.independence, claim),
        count_articles(record),
        len(claim.articles("asserts")),
        len(claim.articles("denies")),
        claim.first,
        sources,
        len(claim.sources) - len(sources),
        denied_by,
        len(claim.denial_sources) - len(denied_by),
        tellings,
        len(claim.tellings) - len(tellings),
        takings,
        len(trace.derivations) - len(takings),
        tuple(
            Rival(
                rivals[one.second if one.first == claim.id else one.first],
                one.reason,
                one.superseded,
            )
            for one in trace.contradictions[:LISTED]
        ),
        tuple(one.reason for one in trace.circles[:LISTED]),
        tuple(one.message for one in trace.issues),
    )


def _independent(found: Independence, claim: Claim) -> Independent:
    names = {one.id: one.name for one in claim.sources}
    steps = tuple(
        Step(
            one.rule,
            one.adds_min,
            one.adds_max,
            tuple(names.get(source, source) for source in one.sources),
            one.reason,
        )
        for one in found.why[:STEPS]
    )
    return Independent(found.min, found.max, steps, len(found.why) - len(steps))


def _origin(one: UltimateSource, pages: Pages) -> Origin:
    named = tuple(
        Naming((span.start, span.end), quoted)
        for article, span in one.spans[:NAMINGS]
        if (quoted := pages.quote_sentence(article, span)) is not None
    )
    return Origin(
        one.id,
        one.name,
        one.kind,
        one.unnamed,
        one.outlet,
        one.inferred,
        one.rests,
        one.articles[:LISTED],
        max(len(one.articles) - LISTED, 0),
        named,
        len(one.spans) - len(named),
    )


def _spread(tellings: tuple[TellingFound, ...]) -> tuple[TellingFound, ...]:
    """As many as are listed: of each side and page one, then the others."""
    first = {(one.side, one.article): one for one in reversed(tellings)}
    denials = [one for one in first.values() if one.side == "denies"]
    asserts = [one for one in first.values() if one.side == "asserts"]
    # A denial is the rarer and must not fall behind the end of the list.
    ahead = denials[: LISTED // 2] + asserts
    chosen = [*ahead, *(one for one in tellings if one not in ahead)][:LISTED]
    return tuple(one for one in tellings if one in chosen)


def _tellings(tellings: Iterable[TellingFound], pages: Pages) -> tuple[Telling, ...]:
    return tuple(
        Telling(one.side, one.statement, one.reason, one.score, quoted)
        for one in tellings
        if (quoted := pages.quote(one.article, one.spans)) is not None
    )


def _takings(derivations: Iterable[Derivation], pages: Pages) -> tuple[Taking, ...]:
    found = []
    for one in derivations:
        quoted = pages.quote(one.article, one.spans, room=TAKEN)
        parent = pages.row(one.parent)
        if quoted is not None and parent is not None:
            found.append(
                Taking(
                    one.article,
                    one.parent,
                    parent.outlet,
                    one.kind,
                    one.credited,
                    one.reason,
                    quoted,
                )
            )
    return tuple(found)
