"""Drafts mended: what the encoder puts on the wrong side of a source's or a content's edge."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.record import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.lexicon import Lexicon
from onrecord.statements.names import Outlet
from onrecord.statements.relays import addressee_after

_EDGE = " \t\n\xa0,;:–—-"
_WORD = re.compile(r"[\w’'-]+")
_CLAUSE_WORDS = frozenset(["that", "he", "she", "they", "it", "there", "how", "why", "what", "whether", "if", "of", "about"])


def mend(
    text: str, draft: Draft, outlets: tuple[Outlet, ...], lexicon: Lexicon
) -> Draft | None:
    """The draft with its edges mended; None where its cue only says whom a medium cites."""
    if draft.cue is not None and lexicon.passes_on.fullmatch(draft.cue.cut(text)):
        if draft.cue.cut(text).lower().endswith("ing"):
            return None
    draft = _trim_source(text, draft, lexicon)
    draft = _free_passive(text, draft, lexicon)
    return _trim_content(text, draft, outlets, lexicon)


def _trim_source(text: str, draft: Draft, lexicon: Lexicon) -> Draft:
    """The source without prepositions in front and punctuation at its ends."""
    if draft.source is None:
        return draft
    start, end = draft.source.start, draft.source.end
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    first = _WORD.match(text, start, end)
    while first and first[0].lower() in lexicon.leads and first.end() + 1 < end:
        start = first.end() + 1
        first = _WORD.match(text, start, end)
    return replace(draft, source=Span(start, end) if start < end else None)


def _free_passive(text: str, draft: Draft, lexicon: Lexicon) -> Draft:
    """A passive without an agent names nobody: its subject is what is spoken of.

    With an agent ("were blamed by Kerem") the agent is the source.
    """
    source, cue = draft.source, draft.cue
    if source is None or cue is None or not 0 <= cue.start - source.end <= 1:
        return draft
    words = text[source.start : cue.end]
    by = re.compile(r"(?:\s+by\s+|(?<= by)\s+)").match(text, cue.end)
    verb = cue.cut(text).lower().removesuffix(" by")
    whole = words.removesuffix(" by")
    passive = lexicon.passive.search(whole)
    if passive is None or lexicon.quoted_as.search(f"{verb} as") and "as" in text[cue.end :][:8].split():
        return draft
    if by or words.endswith(" by"):
        agent = re.compile(r"[^,.;:“”\"()]+?(?=\s(?:for|of|to|that|as|on|in|after|over)\b|[,.;:“”\"()]|$)")
        found = agent.match(text, by.end() if by else cue.end + 1)
        taken = Span(*found.span()) if found and found.end() > found.start() else None
        subject = Span(source.start, source.start + passive.start())
        content = tuple(sorted((subject, *draft.content))) if len(subject) else draft.content
        content = tuple(part for part in content if taken is None or not part.overlaps(taken))
        return replace(draft, source=taken, content=content or draft.content)
    start = source.start + passive.start()
    if start <= source.start:
        return replace(draft, source=None)
    subject_end = start
    while subject_end > source.start and text[subject_end - 1] in _EDGE:
        subject_end -= 1
    who = re.search(r",?\s+(?:who|which|that)$", text[source.start : subject_end])
    subject = Span(source.start, source.start + who.start() if who else subject_end)
    return replace(
        draft, source=None, cue=Span(start + 1, cue.end), content=tuple(sorted((subject, *draft.content)))
    )


def _trim_content(
    text: str, draft: Draft, outlets: tuple[Outlet, ...], lexicon: Lexicon
) -> Draft:
    """The content without the addressee in front of it and without "citing …" behind it."""
    kept: list[Span] = []
    for part in draft.content:
        cited = lexicon.passes_on.match(text, part.start, part.end)
        if cited and len(draft.content) > 1:
            continue
        kept.append(_without_addressee(text, draft, part, outlets, lexicon))
    return replace(draft, content=tuple(kept) or draft.content)


def _without_addressee(
    text: str, draft: Draft, part: Span, outlets: tuple[Outlet, ...], lexicon: Lexicon
) -> Span:
    cue = draft.cue
    if cue is None or not 0 <= part.start - cue.end <= 1:
        return part
    if cue.cut(text).lower().split()[-1] not in lexicon.tells:
        return part
    outlet = next((one for one in outlets if 0 <= one.span.start - part.start <= 24), None)
    found = addressee_after(text, part.start, part.end, lexicon)
    if found is None or found.end >= part.end - 3:
        return part
    after = _WORD.search(text, found.end, part.end)
    told = outlet is not None and found.overlaps(outlet.span)
    if after is None or not (told or after[0].lower() in _CLAUSE_WORDS):
        return part
    return Span(after.start() if text[after.start() - 1] not in "“\"" else after.start() - 1, part.end)
