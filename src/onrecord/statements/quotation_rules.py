"""Quotations that one paragraph's look cannot attribute: led in, run on, signed, in transcripts.

Each rule is linear in the text and names itself in ``Draft.found_by``; quotations are the
outermost ones, in order.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from onrecord.passages import Quotation
from onrecord.record import Span
from onrecord.statements.drafts import Draft, join_spans, overlapping

_NAME = r"[^\W\d_a-z][\w.’'-]*(?:[ \xa0](?:[^\W\d_a-z][\w.’'-]*|of|the|de|al|von|van|bin)){0,4}"
_SIGNED = re.compile(rf"[ \xa0]*[―—–][ \xa0]*(?P<name>{_NAME})(?P<rest>,[^.!?“”\"]{{1,80}})?\.?$")
_TURN = re.compile(rf"[“\"]?(?P<name>{_NAME}|Q|A)(?P<colon>:)[ \xa0]+(?=\S)")
_MARKS = '“"'
TURN_SCORE = SIGNED_SCORE = 0.8
GOES_ON = "rule:goes-on"
GOES_ON_SCORE = 0.77
MAX_RUN_ON = 100
"""Paragraphs that one quotation may run on through; chosen: longer than speeches in the news."""
MIN_TURNS = 2
"""A single paragraph with a name and a colon may be a heading; two are a transcript."""


def lead_in_quotations(
    text: str,
    paragraphs: tuple[Span, ...],
    quotations: tuple[Quotation, ...],
    drafts: list[Draft],
) -> list[Draft]:
    """Drafts whose cue ends a paragraph with a colon take the quoted paragraphs that follow.

    Drafts without content that nothing follows are left out.
    """
    whole = _whole_quotations(paragraphs, quotations)
    done: list[Draft] = []
    for draft in drafts:
        if draft.content and not _ends_with_colon(text, paragraphs, draft):
            done.append(draft)
            continue
        at = _paragraph_of(paragraphs, draft.cue or draft.content[0])
        taken = _following(whole, at) if text[paragraphs[at].end - 1] == ":" else []
        if taken:
            done.append(replace(draft, content=join_spans(taken), found_by="encoder+lead-in"))
        elif draft.content:
            done.append(draft)
    return done


def run_on_quotations(
    paragraphs: tuple[Span, ...], quotations: tuple[Quotation, ...], drafts: list[Draft]
) -> list[Draft]:
    """Drafts whose quotation runs on into the next paragraphs take those too."""
    by_start = {one.span.start: one for one in quotations}
    by_end = {one.span.end: one for one in quotations if one.continues}
    done = []
    for draft in drafts:
        content = list(draft.content)
        end = content[-1].end
        open_end = by_end.get(end) or by_end.get(end + 1)
        at = _paragraph_of(paragraphs, draft.content[-1])
        last = min(at + MAX_RUN_ON, len(paragraphs) - 1)
        while open_end is not None and open_end.continues and at < last:
            at += 1
            open_end = by_start.get(paragraphs[at].start)
            if open_end is not None:
                content.append(open_end.span)
        done.append(replace(draft, content=join_spans(content)))
    return done


def find_signed(
    text: str, paragraphs: tuple[Span, ...], quotations: tuple[Quotation, ...]
) -> list[Draft]:
    """Quotations that a name signs behind a dash, as in “We were here first.” — Ada Bern."""
    found = []
    by_start = {one.span.start: one for one in quotations if one.closed}
    for paragraph in paragraphs:
        quotation = by_start.get(paragraph.start)
        if quotation is None:
            continue
        signed = _SIGNED.match(text, quotation.span.end, paragraph.end)
        if signed is None:
            continue
        dash = text.index(signed[0].strip()[0], quotation.span.end)
        name = Span(*signed.span("name"))
        found.append(
            Draft((quotation.span,), Span(dash, dash + 1), name, SIGNED_SCORE, "rule:signed")
        )
    return found


def find_going_on(
    paragraphs: tuple[Span, ...], quotations: tuple[Quotation, ...], drafts: list[Draft]
) -> list[Draft]:
    """Paragraphs that are one quotation without a speaker, right behind one that has quoted words.

    They are taken for the same speaker's: in PolNeAR's training part 61 of 79 are.
    """
    whole = _whole_quotations(paragraphs, quotations)
    spoken = {
        _paragraph_of(paragraphs, part)
        for draft in drafts
        for part in draft.content
        if overlapping(quotations, (part,))
    }
    taken = {one.span for draft in drafts for one in overlapping(quotations, draft.content)}
    found: list[Draft] = []
    for number, quotation in sorted(whole.items()):
        alone = quotation.closed and quotation.span.end >= paragraphs[number].end - 1
        if not alone or number - 1 not in spoken:
            continue
        if quotation.span in taken:
            continue
        found.append(Draft((quotation.span,), None, None, GOES_ON_SCORE, GOES_ON))
        spoken.add(number)
    return found


def find_turns(text: str, paragraphs: tuple[Span, ...]) -> list[Draft]:
    """The turns of a transcript: a name and a colon at the head of paragraph after paragraph."""
    turns: list[Draft] = []
    run: list[Span] = []
    opening: re.Match[str] | None = None
    for paragraph in (*paragraphs, None):
        found = _TURN.match(text, paragraph.start, paragraph.end) if paragraph else None
        if opening is not None and (found is not None or paragraph is None):
            turns.append(_turn(opening, run))
            opening, run = None, []
        if found is not None and paragraph is not None and found.end() < paragraph.end:
            opening, run = found, [Span(found.end(), paragraph.end)]
        elif opening is not None and paragraph is not None and _is_quoted(text, opening, paragraph):
            run.append(Span(paragraph.start + 1, paragraph.end))
    names = Counter(turn.source.cut(text) for turn in turns if turn.source)
    return [
        turn
        for turn in turns
        if turn.source and names[turn.source.cut(text)] >= MIN_TURNS and len(names) >= 2
    ]


def _is_quoted(text: str, opening: re.Match[str], paragraph: Span) -> bool:
    """Whether the paragraph goes on with a turn that stands in a block of quotation."""
    return opening[0][0] in _MARKS and text[paragraph.start] in _MARKS and len(paragraph) > 1


def _turn(opening: re.Match[str], run: list[Span]) -> Draft:
    name, colon = Span(*opening.span("name")), Span(*opening.span("colon"))
    return Draft(tuple(run), colon, name, TURN_SCORE, "rule:transcript")


def _ends_with_colon(text: str, paragraphs: tuple[Span, ...], draft: Draft) -> bool:
    """Whether the cue is the last thing of a paragraph that ends with a colon."""
    if draft.cue is None:
        return False
    paragraph = paragraphs[_paragraph_of(paragraphs, draft.cue)]
    return text[paragraph.end - 1] == ":" and draft.cue.end >= paragraph.end - 1


def _whole_quotations(
    paragraphs: tuple[Span, ...], quotations: tuple[Quotation, ...]
) -> dict[int, Quotation]:
    """The quotation of each paragraph (by number) that is one from its first character on."""
    starts = {paragraph.start: number for number, paragraph in enumerate(paragraphs)}
    return {starts[one.span.start]: one for one in quotations if one.span.start in starts}


def _following(whole: dict[int, Quotation], at: int) -> list[Span]:
    taken = []
    while (quotation := whole.get(at + 1)) is not None:
        taken.append(quotation.span)
        if not quotation.continues:
            break
        at += 1
    return taken


def _paragraph_of(paragraphs: tuple[Span, ...], span: Span) -> int:
    low, high = 0, len(paragraphs) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if paragraphs[middle].start <= span.start else (low, middle - 1)
    return low
