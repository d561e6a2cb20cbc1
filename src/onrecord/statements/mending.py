"""Drafts mended: what the encoder puts on the wrong side of a source's or a content's edge."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.record import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.lexicon import Lexicon
from onrecord.statements.names import Outlet
from onrecord.statements.relays import addressee_after, last_match
from onrecord.statements.voices import read_voice

_EDGE = " \t\n\xa0,;:–—-"
_WORD = re.compile(r"[\w’'-]+")
_QUOTED_AS = re.compile(
    r"\b(?:is|are|was|were|been)\s+(?:\w+\s+)?(?:quoted|cited|reported)\s+as\s+\w+ing(?:\s+that)?\b"
)
_AGENT = re.compile(
    r"\s+(?P<who>[^,.;:“”\"()]{2,60}?)(?=\s(?:for|of|to|that|as|on|in|after|over)\b|[,.;:“”\"()]|$)"
)
_LOOSE_END = re.compile(
    r",?\s+(?:in|on|at|of|to|with|by|from|as|and|or|that|the|a|an|after|during|,)$"
)
_NAME_BEFORE = re.compile(r"(?:[^\W\d_a-z][\w’'.-]+ ){2,5}$|(?<=[a-z] )[^\W\d_a-z][\w’'.-]+ $")
_SUBJECT = re.compile(r"(?:The |A )?[^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*){0,4}(?=[ ,])")
_CLAUSE_WORDS = frozenset(
    [
        "that",
        "he",
        "she",
        "they",
        "it",
        "there",
        "how",
        "why",
        "what",
        "whether",
        "if",
        "of",
        "about",
    ]
)


def mend(
    text: str,
    draft: Draft,
    sentence: Span,
    outlets: tuple[Outlet, ...],
    lexicon: Lexicon,
) -> Draft | None:
    """The draft with its edges mended; None where its cue only says whom a medium cites."""
    cue = draft.cue.cut(text).lower() if draft.cue is not None else ""
    if cue.endswith("ing") and lexicon.passes_on.fullmatch(cue):
        return None
    draft = _trim_source(text, draft, lexicon)
    draft = _quoted_as(text, draft, sentence, lexicon)
    draft = _free_passive(text, draft, lexicon)
    draft = _whole_source(text, draft, sentence, outlets, lexicon)
    draft = _without_told_medium(text, draft, outlets, lexicon)
    draft = _written_by_medium(text, draft, lexicon)
    draft = _recover_agent(text, draft, sentence)
    draft = _recover_source(text, draft, sentence, outlets, lexicon)
    return _trim_content(text, draft, outlets, lexicon)


def lean_on_subject(
    text: str, draft: Draft, sentence: Span, earlier: list[Draft], lexicon: Lexicon
) -> Draft:
    """A participle's source ("…, saying that"): the sentence's last source, or its subject."""
    cue = draft.cue
    if draft.source is not None or cue is None or not _leans(cue.cut(text), lexicon):
        return draft
    beside = _NAME_BEFORE.search(text[max(sentence.start, cue.start - 60) : cue.start])
    if beside is not None:
        start = cue.start - len(beside[0])
        return replace(draft, source=Span(start, cue.start - 1))
    for other in reversed(earlier):
        if (
            other.source is not None
            and sentence.covers(other.source)
            and other.source.end <= cue.start
        ):
            return replace(draft, source=other.source)
    subject = _SUBJECT.match(text, sentence.start, cue.start)
    if subject is None or draft.content[0].overlaps(Span(*subject.span())):
        return draft
    word = subject[0].split()[-1].lower()
    if word in lexicon.pronouns or word not in lexicon.function_words | lexicon.determiners:
        return replace(draft, source=Span(*subject.span()))
    return draft


def _leans(cue: str, lexicon: Lexicon) -> bool:
    words = cue.lower().split()
    return words[0].endswith("ing") and words[0] not in lexicon.nobody_speaks


def _trim_source(text: str, draft: Draft, lexicon: Lexicon) -> Draft:
    """The source without prepositions and punctuation in front; a comma behind it stays."""
    if draft.source is None:
        return draft
    start, end = draft.source.start, draft.source.end
    while start < end and text[start] in _EDGE:
        start += 1
    first = _WORD.match(text, start, end)
    while first and first[0].lower() in lexicon.leads and first.end() + 1 < end:
        start = first.end() + 1
        first = _WORD.match(text, start, end)
    words = text[start:end].lower().strip(_EDGE)
    if words in lexicon.nobody or not any(map(str.isalnum, words)):
        return replace(draft, source=None)
    return replace(draft, source=Span(start, end))


def _whole_source(
    text: str, draft: Draft, sentence: Span, outlets: tuple[Outlet, ...], lexicon: Lexicon
) -> Draft:
    """A medium that only passes words on gives way to the whole of "officials cited by …"."""
    source = draft.source
    if source is None or not any(source.covers(one.span) for one in outlets):
        return draft
    start = _free_start(draft, sentence, source.start)
    found = last_match(lexicon.passed_on, text, start, source.start)
    if found is None or text[found.end() : source.start].strip().lower() not in ("", "the"):
        return draft
    who = _WORD.search(text, start, found.start())
    if who is None or found[0].lower().startswith("according"):
        return draft
    return replace(draft, source=Span(who.start(), source.end))


def _without_told_medium(
    text: str, draft: Draft, outlets: tuple[Outlet, ...], lexicon: Lexicon
) -> Draft:
    """No source where the encoder took the medium that was told for the one who told it."""
    cue, source = draft.cue, draft.source
    if cue is None or source is None or cue.cut(text).lower().split()[-1] not in lexicon.tells:
        return draft
    is_medium = any(source.covers(one.span) for one in outlets)
    return replace(draft, source=None) if is_medium and 0 < source.start - cue.end <= 5 else draft


def _written_by_medium(text: str, draft: Draft, lexicon: Lexicon) -> Draft:
    """The medium of "…, writes the outlet" as the source."""
    cue = draft.cue
    if cue is None or (draft.source is not None and draft.source.start >= cue.end):
        return draft
    medium = lexicon.medium_reference.match(text, cue.end + 1)
    if (
        medium is None
        or draft.content[0].start > cue.start
        or text[medium.end() : medium.end() + 1].isalnum()
    ):
        return draft
    if cue.cut(text).lower().split()[-1] in lexicon.tells or text[
        medium.end() : medium.end() + 2
    ] in ("’s", "'s"):
        return draft
    return replace(draft, source=Span(*medium.span()))


def _recover_agent(text: str, draft: Draft, sentence: Span) -> Draft:
    """The agent behind a cue that ends with "by", also where it was taken for content."""
    cue = draft.cue
    if cue is None or draft.source is not None or not cue.cut(text).lower().endswith(" by"):
        return draft
    agent = _AGENT.match(text, cue.end, sentence.end)
    if agent is None:
        return draft
    taken = Span(*agent.span("who"))
    content = []
    for part in draft.content:
        if not part.overlaps(taken):
            content.append(part)
        elif part.end > taken.end + 2:
            content.append(Span(taken.end + 1, part.end))
    return replace(draft, source=taken, content=tuple(content)) if content else draft


def _recover_source(
    text: str, draft: Draft, sentence: Span, outlets: tuple[Outlet, ...], lexicon: Lexicon
) -> Draft:
    """The noun phrase beside an active cue that the encoder left without a source."""
    cue = draft.cue
    if draft.source is not None or cue is None or not cue.cut(text)[-1].isalnum():
        return draft
    words = cue.cut(text).lower()
    quoted = lexicon.quoted_as.search(f"{words} as") is not None
    if (
        not quoted
        and lexicon.passive.search(" " + words.removesuffix(" by"))
        and not words.endswith(" by")
    ):
        return draft
    if words.endswith(("ly", "ing")) and not quoted:
        return draft
    end = min((part.start for part in draft.content if part.start >= cue.end), default=sentence.end)
    behind = Span(cue.end, end) if end > cue.end else None
    start = _free_start(draft, sentence, cue.start)
    before = Span(start, cue.start) if start < cue.start else None
    inverted = draft.content[0].start < cue.start or words.endswith(" by")
    if words.split()[-1] in lexicon.tells:
        inverted = False  # behind "told" stands who was told
    for place in (behind if inverted else None, before):
        phrase = _noun_phrase_in(text, place) if place is not None else None
        if phrase is None or phrase.cut(text).lower() in lexicon.nobody:
            continue
        if phrase.cut(text).split()[0].lower() in lexicon.leads:
            continue  # "on her discharge papers" is where, not who
        voice = read_voice(text, phrase, outlets, lexicon)
        if voice.kind != "unknown" or voice.reference == "pronoun":
            return replace(draft, source=phrase)
    return draft


def _free_start(draft: Draft, sentence: Span, before: int) -> int:
    """Where the words in front of ``before`` begin that are not content."""
    ends = [part.end for part in draft.content if part.end <= before]
    return max([sentence.start, *ends])


def _noun_phrase_in(text: str, place: Span) -> Span | None:
    """The one short phrase that ``place`` holds, if it holds no more."""
    start, end = place.start, place.end
    while start < end and not text[start].isalnum():
        start += 1
    cut = re.compile(r"[,.;:“”\"()]|\s[–—]\s|\s(?:on|in|at|after|during|as|to|when)\s").search(
        text, start, end
    )
    if cut and cut.start() > start:
        end = cut.start()
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if end - start < 2 or len(text[start:end].split()) > 9:
        return None
    return Span(start, end)


def _quoted_as(text: str, draft: Draft, sentence: Span, lexicon: Lexicon) -> Draft:
    """The subject of "are cited as saying" as the source, what stands apart as what is said."""
    cue = draft.cue
    if cue is None:
        return draft
    found = _QUOTED_AS.search(
        text, max(sentence.start, cue.start - 24), min(sentence.end, cue.end + 24)
    )
    if (
        found is None
        or not lexicon.quoted_as.match(found[0])
        or not cue.overlaps(Span(*found.span()))
    ):
        return draft
    whole = Span(found.start(), found.end())
    subject = _noun_phrase_in(
        text, Span(_clause_start(text, sentence.start, whole.start), whole.start)
    )
    if subject is None:
        return draft
    content = [
        part
        for part in draft.content
        if not part.overlaps(subject) and not part.overlaps(whole) and part.start != cue.end + 1
    ]
    if not content:
        before = _without_edges(text, sentence.start, subject.start)
        behind = _without_edges(text, whole.end, sentence.end)
        content = [one for one in (before or behind,) if one is not None]
    return replace(draft, cue=whole, source=subject, content=tuple(content) or draft.content)


def _clause_start(text: str, start: int, end: int) -> int:
    """Where the clause that ends at ``end`` begins: behind a comma or a quotation mark."""
    return max([start, *(text.rfind(mark, start, end) + 1 for mark in ',;“”"')])


def _without_edges(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE + ".":
        end -= 1
    return Span(start, end) if end - start > 1 else None


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
    if passive is None or (
        lexicon.quoted_as.search(f"{verb} as") and "as" in text[cue.end :][:8].split()
    ):
        return draft
    if by or words.endswith(" by"):
        agent = re.compile(
            r"[^,.;:“”\"()]+?(?=\s(?:for|of|to|that|as|on|in|after|over)\b|[,.;:“”\"()]|$)"
        )
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
        draft,
        source=None,
        cue=Span(start + 1, cue.end),
        content=tuple(sorted((subject, *draft.content))),
    )


def _trim_content(text: str, draft: Draft, outlets: tuple[Outlet, ...], lexicon: Lexicon) -> Draft:
    """The content without the addressee in front of it and without "citing …" behind it."""
    kept: list[Span] = []
    for part in draft.content:
        cited = lexicon.passes_on.match(text, part.start, part.end)
        if cited and len(draft.content) > 1:
            continue
        part = _without_addressee(text, draft, part, outlets, lexicon)
        kept.append(_without_loose_end(text, part))
    return replace(draft, content=tuple(kept) or draft.content)


def _without_loose_end(text: str, part: Span) -> Span:
    """The part without a preposition at its end whose noun was left out."""
    loose = _LOOSE_END.search(part.cut(text))
    return Span(part.start, part.start + loose.start()) if loose and loose.start() > 3 else part


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
    return Span(
        after.start() if text[after.start() - 1] not in '“"' else after.start() - 1, part.end
    )
