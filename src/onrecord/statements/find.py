"""Statements found: labels and quotation rules put together."""

from __future__ import annotations

from onrecord.encoder import CueLabels
from onrecord.passages import Passage, Quotation
from onrecord.record import Span
from onrecord.statements.drafts import (
    Draft,
    draft_from_labels,
    drop_repeats,
    end_with_quotation,
    fill_gaps,
    share,
    snap_to_quotations,
)
from onrecord.statements.lexicon import Lexicon
from onrecord.statements.mending import lean_on_subject, mend
from onrecord.statements.names import Outlet
from onrecord.statements.quotation_rules import (
    find_going_on,
    find_signed,
    find_turns,
    lead_in_quotations,
    run_on_quotations,
)

SURE = 0.45
"""Probability of an anchor from which a draft stands on its own; PolNeAR's development part."""
MIN_SPEECH = 3
"""Words in quotation marks that are speech, not a term; for less, the anchor must be sure."""


def find_drafts(
    text: str,
    paragraphs: tuple[Span, ...],
    quotations: tuple[Quotation, ...],
    passages: tuple[Passage, ...],
    labels: tuple[CueLabels, ...],
) -> tuple[Draft, ...]:
    """All attributions of the text in order: the encoder's, mended by quotation, and the rules'."""
    sure = [one for one in labels if one.score >= SURE]
    drafts = _with_whole_quotations(text, paragraphs, quotations, passages, sure)
    unsure = [one for one in labels if one.score < SURE]
    if missed := _uncovered(text, quotations, drafts):
        spare = _with_whole_quotations(text, paragraphs, quotations, passages, unsure)
        drafts += _speakers_of(missed, spare)
    for found in (*find_signed(text, paragraphs, quotations), *find_turns(text, paragraphs)):
        drafts = [one for one in drafts if share(one.content, found.content) < 0.5]
        drafts.append(found)
    drafts += find_going_on(paragraphs, quotations, drafts)
    return tuple(drop_repeats(drafts))


def _with_whole_quotations(
    text: str,
    paragraphs: tuple[Span, ...],
    quotations: tuple[Quotation, ...],
    passages: tuple[Passage, ...],
    labels: list[CueLabels],
) -> list[Draft]:
    drafts = [draft_from_labels(one, passages[one.passage]) for one in labels]
    drafts = lead_in_quotations(text, paragraphs, quotations, drafts)
    drafts = [fill_gaps(text, draft) for draft in drafts]
    drafts = [snap_to_quotations(draft, quotations) for draft in drafts]
    drafts = [end_with_quotation(text, draft, quotations) for draft in drafts]
    return run_on_quotations(paragraphs, quotations, drafts)


def _uncovered(
    text: str, quotations: tuple[Quotation, ...], drafts: list[Draft]
) -> list[Quotation]:
    """The quotations that are long enough to be speech and that no draft says."""
    return [
        one
        for one in quotations
        if one.depth == 0
        and len(one.span.cut(text).split()) >= MIN_SPEECH
        and not any(part.overlaps(one.span) for draft in drafts for part in draft.content)
    ]


def _speakers_of(missed: list[Quotation], spare: list[Draft]) -> list[Draft]:
    """For each missed quotation the likeliest draft that says it, if there is one."""
    found: list[Draft] = []
    for quotation in missed:
        fitting = [one for one in spare if share(one.content, (quotation.span,)) >= 0.5]
        if fitting and not any(
            part.overlaps(quotation.span) for one in found for part in one.content
        ):
            found.append(max(fitting, key=lambda one: one.score))
    return found


def mend_drafts(
    text: str,
    drafts: tuple[Draft, ...],
    sentences: tuple[Span, ...],
    outlets: tuple[Outlet, ...],
    lexicon: Lexicon,
) -> tuple[Draft, ...]:
    """The drafts with their edges mended, those left out that only say whom a medium cites."""
    mended: list[Draft] = []
    for draft in drafts:
        place = draft.cue or draft.content[0]
        sentence = next(
            (one for one in sentences if one.start <= place.start < one.end), draft.extent
        )
        if (done := mend(text, draft, sentence, outlets, lexicon)) is not None:
            mended.append(lean_on_subject(text, done, sentence, mended, lexicon))
    return tuple(mended)
