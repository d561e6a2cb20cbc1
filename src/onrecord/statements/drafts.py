"""Drafts: attributions as the encoder's labels and the quotation rules give them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.encoder import CONTENT, CUE, SOURCE, CueLabels
from onrecord.passages import Passage, Quotation
from onrecord.record import Mode, Span, hull

STRETCH = 512
"""Characters of text within which drafts are compared; any number gives the same result."""
SAME_CONTENT = 0.8
"""Share of common characters from which two drafts with one source say the same thing."""


MAX_GAP = 24
"""Characters of a hole in a content that are filled; three or four words, chosen not measured."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution before anybody asked who the source is."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    score: float
    found_by: str

    @property
    def roles(self) -> tuple[Span, ...]:
        """Cue and source, as far as there are any."""
        return tuple(span for span in (self.cue, self.source) if span is not None)

    @property
    def extent(self) -> Span:
        """From its first to its last character."""
        return hull(self.content + self.roles)


class Nearby:
    """Drafts by the stretch of text where they stand, to be compared with those near alone."""

    def __init__(self, drafts: Iterable[Draft] = ()) -> None:
        self.drafts: list[Draft] = []
        self._at: defaultdict[int, list[Draft]] = defaultdict(list)
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Put one more in."""
        self.drafts.append(draft)
        for stretch in _stretches_of(draft.extent):
            self._at[stretch].append(draft)

    def near(self, place: Span) -> list[Draft]:
        """All that overlap ``place``, and some around it, each once."""
        stretches = _stretches_of(place)
        if len(stretches) == 1:
            return self._at.get(stretches[0], [])
        found = {id(one): one for stretch in stretches for one in self._at.get(stretch, ())}
        return list(found.values())


def _stretches_of(span: Span) -> range:
    return range(span.start // STRETCH, span.end // STRETCH + 1)


def draft_from_labels(labels: CueLabels, passage: Passage) -> Draft:
    """The draft of one cue; its content may still be empty."""
    cue = _stretches(passage, labels.roles, CUE)
    source = _stretches(passage, labels.roles, SOURCE)
    return Draft(
        content=_stretches(passage, labels.roles, CONTENT),
        cue=cue[0] if cue else passage.words[labels.anchor],
        source=source[0] if source else None,
        score=labels.score * labels.certainty,
        found_by="encoder",
    )


def _stretches(passage: Passage, roles: tuple[int, ...], role: int) -> tuple[Span, ...]:
    found: list[Span] = []
    before = -2
    for number, span in enumerate(passage.words):
        if roles[number] != role:
            continue
        found.append(Span(found.pop().start, span.end) if before == number - 1 else span)
        before = number
    return tuple(found)


def snap_to_quotations(draft: Draft, quotations: tuple[Quotation, ...]) -> Draft:
    """The draft with quotations that it nearly fills, or that touch its cue, taken whole."""
    content = list(draft.content)
    for quotation in overlapping(quotations, draft.content):
        span = quotation.span
        inside = [part for part in content if part.overlaps(span)]
        if any(part.covers(span) for part in inside):
            continue
        within = [role for role in draft.roles if role.overlaps(span)]
        if within and not quotation.closed:  # its closing mark was forgotten
            if min(within) > inside[0]:
                content.append(Span(span.start, inside[0].end))
            continue
        filled = sum(min(part.end, span.end) - max(part.start, span.start) for part in inside)
        if filled >= 0.5 * len(span) or _touches(quotation, draft):
            content.append(span)
    return replace(draft, content=join_spans(content))


def overlapping(
    quotations: tuple[Quotation, ...], content: tuple[Span, ...]
) -> tuple[Quotation, ...]:
    """Those of ``quotations`` (outermost, in order) that share a character with ``content``."""
    found: dict[Span, Quotation] = {}
    for part in content:
        for at in range(bisect_right(quotations, part.start, key=_end), len(quotations)):
            if quotations[at].span.start >= part.end:
                break
            found[quotations[at].span] = quotations[at]
    return tuple(found.values())


def _end(quotation: Quotation) -> int:
    return quotation.span.end


def fill_gaps(text: str, draft: Draft) -> Draft:
    """The draft with small holes of its content filled that no cue or source stands in."""
    roles = draft.roles
    content: list[Span] = []
    for part in draft.content:
        gap = (
            Span(content[-1].end, part.start) if content and part.start > content[-1].end else None
        )
        small = gap is not None and len(gap) <= MAX_GAP and "\n" not in gap.cut(text)
        if small and gap is not None and not any(role.overlaps(gap) for role in roles):
            content[-1] = Span(content[-1].start, part.end)
        else:
            content.append(part)
    return replace(draft, content=tuple(content))


def _touches(quotation: Quotation, draft: Draft) -> bool:
    """Whether cue or source stands right before or behind the quotation's marks."""
    return quotation.closed and any(
        0 <= span.start - quotation.span.end <= 1 or 0 <= quotation.span.start - span.end <= 2
        for span in (draft.cue, draft.source)
        if span is not None
    )


def end_with_quotation(text: str, draft: Draft, quotations: tuple[Quotation, ...]) -> Draft:
    """The draft without what follows a quotation that a comma closes: "Don't," until he left."""
    content = []
    for part in draft.content:
        for one in overlapping(quotations, (part,)):
            opens = one.closed and one.span.start == part.start
            if opens and one.span.end < part.end and text[one.span.end - 2] == ",":
                part = one.span
        content.append(part)
    return replace(draft, content=tuple(content))


def keep_behind_colon(text: str, draft: Draft) -> Draft:
    """The draft with what a colon announces alone, where that is a quotation.

    Of 174 such attributions in PolNeAR's training part 3 have content in front of the cue too.
    """
    cue = draft.cue
    if cue is None or ":" not in text[cue.start : cue.end + 1]:
        return draft
    behind = tuple(part for part in draft.content if part.start >= cue.end)
    quoted = any(text[part.start] in '“"' for part in behind)
    return replace(draft, content=behind) if quoted else draft


def join_spans(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order; those that overlap or touch made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def drop_repeats(drafts: list[Draft]) -> list[Draft]:
    """Of drafts that stand on the same cue, or say the same by the same source, the surest."""
    kept = Nearby()
    for draft in sorted(drafts, key=lambda one: -one.score):
        if not any(_is_repeat(draft, other) for other in kept.near(draft.extent)):
            kept.add(draft)
    return sorted(kept.drafts, key=lambda one: one.extent)


def _is_repeat(draft: Draft, other: Draft) -> bool:
    if draft.cue and other.cue and draft.cue.overlaps(other.cue):
        return True
    return draft.source == other.source and share(draft.content, other.content) >= SAME_CONTENT


def share(first: tuple[Span, ...], second: tuple[Span, ...]) -> float:
    """Characters common to both, of those in either."""
    common = sum(
        max(0, min(one.end, two.end) - max(one.start, two.start)) for one in first for two in second
    )
    total = sum(map(len, first)) + sum(map(len, second)) - common
    return common / total if total else 0.0


def mode_of(text: str, content: tuple[Span, ...], quotations: tuple[Quotation, ...]) -> Mode:
    """Direct where all words stand in quotation marks, mixed where some do."""
    inside = outside = 0
    for part in content:
        quoted = [
            (max(part.start, one.span.start), min(part.end, one.span.end))
            for one in overlapping(quotations, (part,))
        ]
        within = sum(sum(map(str.isalnum, text[start:end])) for start, end in quoted)
        inside += within
        outside += sum(map(str.isalnum, part.cut(text))) - within
    if not inside:
        return "indirect"
    return "mixed" if outside > 0 else "direct"
