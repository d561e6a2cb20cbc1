"""Statements found: labels and quotation rules put together."""

from __future__ import annotations

from onrecord.encoder import CueLabels
from onrecord.passages import Passage, Quotation
from onrecord.record import Span
from onrecord.statements.drafts import (
    Draft,
    draft_from_labels,
    drop_repeats,
    share,
    snap_to_quotations,
)
from onrecord.statements.lexicon import Lexicon
from onrecord.statements.mending import mend
from onrecord.statements.names import Outlet
from onrecord.statements.quotation_rules import (
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
    """All attributions of the text in order: the encoder's, mended by quotation, and the rules'."""
    drafts = [draft_from_labels(one, passages[one.passage]) for one in labels]
    drafts = lead_in_quotations(text, paragraphs, quotations, drafts)
    drafts = [snap_to_quotations(draft, quotations) for draft in drafts]
    drafts = run_on_quotations(paragraphs, quotations, drafts)
    for found in (*find_signed(text, paragraphs, quotations), *find_turns(text, paragraphs)):
        drafts = [one for one in drafts if share(one.content, found.content) < 0.5]
        drafts.append(found)
    return tuple(drop_repeats(drafts))


def mend_drafts(
    text: str,
    drafts: tuple[Draft, ...],
    sentences: tuple[Span, ...],
    outlets: tuple[Outlet, ...],
    lexicon: Lexicon,
) -> tuple[Draft, ...]:
    """The drafts with their edges mended, those left out that only say whom a medium cites."""
    mended = []
    for draft in drafts:
        place = draft.cue or draft.content[0]
        sentence = next(
            (one for one in sentences if one.start <= place.start < one.end), draft.extent
        )
        mended.append(mend(text, draft, sentence, outlets, lexicon))
    return tuple(draft for draft in mended if draft is not None)
