"""Statements found: labels and quotation rules put together."""

from __future__ import annotations

from onrecord.encoder import SPEECH, SURE, CueLabels
from onrecord.passages import Passage, Quotation
from onrecord.record import Span, hull
from onrecord.statements.drafts import (
    Draft,
    Nearby,
    draft_from_labels,
    drop_repeats,
    end_with_quotation,
    fill_gaps,
    keep_behind_colon,
    overlapping,
    share,
    snap_to_quotations,
)
from onrecord.statements.hops import number_of
from onrecord.statements.lexicon import Lexicon
from onrecord.statements.mending import lean_on_subject, mend
from onrecord.statements.names import Outlet, outlets_near
from onrecord.statements.quotation_rules import (
    find_going_on,
    find_signed,
    find_turns,
    lead_in_quotations,
    run_on_quotations,
)


def find_drafts(
    text: str,
    paragraphs: tuple[Span, ...],
    quotations: tuple[Quotation, ...],
    passages: tuple[Passage, ...],
    labels: tuple[CueLabels, ...],
) -> tuple[Draft, ...]:
    """All attributions of the text in order: the encoder's, mended by quotation, and the rules'.

    ``quotations`` are the outermost ones.
    """
    sure = [one for one in labels if one.score >= SURE]
    drafts = _with_whole_quotations(text, paragraphs, quotations, passages, sure)
    unsure = [one for one in labels if one.score < SURE]
    if missed := _uncovered(text, quotations, drafts):
        spare = _with_whole_quotations(text, paragraphs, quotations, passages, unsure)
        drafts += _speakers_of(missed, spare)
    for found in (find_signed(text, paragraphs, quotations), find_turns(text, paragraphs)):
        drafts = _give_way(drafts, found) + found
    drafts += find_going_on(paragraphs, quotations, drafts)
    return tuple(drop_repeats(drafts))


def _give_way(drafts: list[Draft], found: list[Draft]) -> list[Draft]:
    """The drafts without those that say what one of ``found`` says."""
    nearby = Nearby(found)
    return [
        one
        for one in drafts
        if all(share(one.content, other.content) < 0.5 for other in nearby.near(one.extent))
    ]


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
    drafts = [keep_behind_colon(text, draft) for draft in drafts]
    return run_on_quotations(paragraphs, quotations, drafts)


def _uncovered(
    text: str, quotations: tuple[Quotation, ...], drafts: list[Draft]
) -> list[Quotation]:
    """The quotations that are long enough to be speech and that no draft says."""
    said = {one.span for draft in drafts for one in overlapping(quotations, draft.content)}
    return [
        one
        for one in quotations
        if one.span not in said and len(one.span.cut(text).split()) >= SPEECH
    ]


def _speakers_of(missed: list[Quotation], spare: list[Draft]) -> list[Draft]:
    """For each missed quotation the likeliest draft that says it, if there is one."""
    nearby, found = Nearby(spare), Nearby()
    for quotation in missed:
        span = quotation.span
        fitting = [one for one in nearby.near(span) if share(one.content, (span,)) >= 0.5]
        taken = any(part.overlaps(span) for one in found.near(span) for part in one.content)
        if fitting and not taken:
            found.add(max(fitting, key=lambda one: one.score))
    return found.drafts


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
        number = number_of(sentences, place)
        sentence = sentences[number] if number >= 0 else draft.extent
        near = outlets_near(outlets, hull((sentence, draft.extent)))
        if (done := mend(text, draft, sentence, near, lexicon)) is not None:
            mended.append(lean_on_subject(text, done, sentence, mended, lexicon))
    return tuple(mended)
