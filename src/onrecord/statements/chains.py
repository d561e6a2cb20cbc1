"""Source chains: from the outlet that we read to the origin, for every draft of an article.

The drafts are walked in the order of the text, so that a relay dropped by a later sentence is
inherited by the same unnamed people, and ends where another source takes over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.record import How, SourceChain, SourceLink, Span
from onrecord.statements.cast import Cast, Member
from onrecord.statements.drafts import Draft
from onrecord.statements.hops import Setting, Step, Walk, find_sentence, relay_links, remember
from onrecord.statements.names import Outlet, outlets_near
from onrecord.statements.phrases import Voice, find_justification
from onrecord.statements.quotation_rules import GOES_ON
from onrecord.statements.relays import Road, find_road
from onrecord.statements.voices import read_voice

UNKNOWN = SourceLink("unknown source", "unknown", unnamed=True, how="implied")
UNKNOWN_PAGE = "unknown outlet"
_NOUN_PHRASE = re.compile(
    r"(?<!\w)(?:the|an?|his|her|its|their|our|one|two|three|several|some)\s(?=\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Traced:
    """A draft's chain and the member of the cast who speaks (None where nobody is known)."""

    chain: SourceChain
    speaker: Member | None


def trace_sources(drafts: tuple[Draft, ...], setting: Setting) -> tuple[list[Traced], Cast]:
    """The chain of each draft, in the drafts' order, and the cast of the article."""
    walk = Walk(
        setting,
        Cast(setting.text, setting.quotations, setting.outlets, setting.outlet, setting.lexicon),
    )
    # Outer statements before those inside them, else by the text.
    order = sorted(
        range(len(drafts)), key=lambda n: (drafts[n].extent.start, -drafts[n].extent.end)
    )
    traced: dict[int, Traced] = {}
    before: Traced | None = None
    open_drafts: list[int] = []
    for number in order:
        draft = drafts[number]
        open_drafts = [one for one in open_drafts if drafts[one].extent.end > draft.extent.start]
        outer = _outer(draft, [(drafts[one], traced[one]) for one in open_drafts])
        traced[number] = _trace(draft, outer, before, walk)
        open_drafts.append(number)
        if traced[number].speaker is not None:
            before = traced[number]
    return [traced[number] for number in range(len(drafts))], walk.cast


def _outer(draft: Draft, around: list[tuple[Draft, Traced]]) -> Traced | None:
    """The trace of the smallest statement in whose content this one stands."""
    place = draft.cue or draft.content[0]
    fitting = [
        (sum(map(len, other.content)), number)
        for number, (other, _) in enumerate(around)
        if any(part.covers(place) for part in other.content)
        and not _is_what_is_judged(draft, other)
    ]
    return around[min(fitting)[1]][1] if fitting else None


def _is_what_is_judged(inner: Draft, outer: Draft) -> bool:
    """Whether ``inner`` is the claim itself that ``outer`` denies or questions, not its words.

    "the ministry's claim that … was questioned by doctors"
    """
    return outer.cue is not None and any(
        part.start == inner.extent.start and part.end <= inner.extent.end + 1
        for part in outer.content
    )


def _trace(draft: Draft, outer: Traced | None, before: Traced | None, walk: Walk) -> Traced:
    if draft.found_by == GOES_ON and before is not None:
        page, *rest = before.chain.links
        carried = (replace(link, how="inferred") for link in rest)
        return Traced(SourceChain((page, *carried)), before.speaker)
    setting, cast = walk.setting, walk.cast
    place = draft.cue or draft.content[0]
    sentence = find_sentence(setting.sentences, place) or place
    others = tuple(
        one
        for one in outlets_near(setting.outlets, sentence)
        if sentence.covers(one.span) and not cast.is_own(one.name)
    )
    others = (*others, *_spoken_of(sentence, walk))
    road = find_road(setting.text, draft, sentence, others, setting.lexicon)
    voice, how = _voice(draft, road, sentence, setting)
    leans = voice is None and how == "inferred" and before is not None
    speaker = before.speaker if leans and before is not None else None
    if voice is not None:
        speaker = cast.resolve(voice, voice.span.start)
    if outer is not None and _is_outer_speaker(voice, speaker, outer):
        return Traced(outer.chain, outer.speaker)
    step = Step(draft, sentence, road, voice, speaker)
    relays = relay_links(step, walk)
    head = outer.chain.links if outer is not None else _page_links(setting)
    if outer is not None:
        relays = tuple(one for one in relays if one.name not in {link.name for link in head})
    origin = _origin_link(step, "implied" if speaker is None else how, setting)
    if origin.kind == "outlet" and cast.is_own(origin.name):
        return Traced(SourceChain(head), speaker)
    relays = tuple(one for one in relays if not (one.kind == "outlet" and one.name == origin.name))
    if outer is None:
        remember(step, relays, walk)
    return Traced(SourceChain(_once((*head, *relays, origin))), speaker)


def _is_outer_speaker(voice: Voice | None, speaker: Member | None, outer: Traced) -> bool:
    """Whether the speaker of an inner statement is the outer one, as "he" or "I"."""
    if outer.speaker is None:
        return False
    is_self = voice is not None and voice.reference == "pronoun" and voice.head == "self"
    return is_self or speaker is outer.speaker


def _once(links: tuple[SourceLink, ...]) -> tuple[SourceLink, ...]:
    """The links without a medium that stands twice in a row."""
    kept: list[SourceLink] = []
    for link in links:
        if kept and kept[-1].name == link.name and link.kind == "outlet":
            kept[-1] = link if kept[-1].how != "explicit" else kept[-1]
            continue
        kept.append(link)
    return tuple(kept)


def _page_links(setting: Setting) -> tuple[SourceLink, ...]:
    page = SourceLink(setting.outlet or UNKNOWN_PAGE, "outlet", not setting.outlet, how="implied")
    if not setting.wire or setting.wire == setting.outlet:
        return (page,)
    return (page, SourceLink(setting.wire, "outlet", how="implied"))


def _voice(draft: Draft, road: Road, sentence: Span, setting: Setting) -> tuple[Voice | None, How]:
    """Who the origin is as a phrase, and how that is known; (None, "inferred") = as before."""
    place = road.origin or draft.source
    if place is None:
        leans = draft.cue is None or _is_participle(setting.text, draft.cue)
        return None, "inferred" if leans else "implied"
    voice = read_voice(setting.text, place, setting.outlets, setting.lexicon)
    if voice.reference == "pronoun" and voice.head == "who":
        antecedent = _antecedent(setting.text, sentence, place)
        if antecedent is not None:
            voice = read_voice(setting.text, antecedent, setting.outlets, setting.lexicon)
    return voice, "explicit"


def _spoken_of(sentence: Span, walk: Walk) -> tuple[Outlet, ...]:
    """The media that common nouns of the sentence stand for ("told the station")."""
    setting = walk.setting
    found = []
    for phrase in setting.lexicon.medium_reference.finditer(
        setting.text, sentence.start, sentence.end
    ):
        medium = walk.cast.last_outlet(phrase.start())
        if medium is not None:
            found.append(Outlet(medium.name, Span(*phrase.span()), medium.unnamed))
    return tuple(found)


def _is_participle(text: str, cue: Span) -> bool:
    """Whether the cue leans on a subject before it ("…, adding that")."""
    words = cue.cut(text).lower().split()
    return bool(words) and words[0].endswith("ing") and words[0] not in ("according", "during")


def _antecedent(text: str, sentence: Span, source: Span) -> Span | None:
    """The noun phrase in front of "who"."""
    end = source.start
    while end > sentence.start and text[end - 1] in " ,–—-\xa0":
        end -= 1
    start = end
    while start > sentence.start and text[start - 1] not in ',;:“”"()–—':
        start -= 1
    while start < end and text[start].isspace():
        start += 1
    for noun_phrase in _NOUN_PHRASE.finditer(text, start, end):
        start = noun_phrase.start()
    return Span(start, end) if end - start > 1 else None


def _origin_link(step: Step, how: How, setting: Setting) -> SourceLink:
    speaker = step.speaker
    if speaker is None:
        return UNKNOWN
    if speaker.unnamed and speaker.justification is None:
        speaker.justification = _reason_nearby(step.draft, step.sentence, setting)
    return SourceLink(
        speaker.name,
        speaker.kind,
        unnamed=speaker.unnamed,
        title=speaker.title,
        span=step.voice.span if step.voice is not None else None,
        justification=speaker.justification,
        how=how,
    )


def _reason_nearby(draft: Draft, sentence: Span, setting: Setting) -> Span | None:
    """The reason in the statement's own sentence, outside of what is said."""
    pieces: list[Span] = []
    start = sentence.start
    for part in sorted(draft.content):
        if start < part.start <= sentence.end:
            pieces.append(Span(start, part.start))
        start = max(start, part.end)
    if start < sentence.end:
        pieces.append(Span(start, sentence.end))
    for piece in pieces:
        if found := find_justification(setting.text, piece, setting.lexicon):
            return found
    return None
