"""Source chains: from the outlet that we read to the origin, for every draft of an article.

The drafts are walked in the order of the text, so that a relay dropped by a later sentence is
inherited by the same unnamed people, and ends where another source takes over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.record import How, SourceChain, SourceKind, SourceLink, Span
from onrecord.statements.cast import Cast, Member
from onrecord.statements.drafts import Draft
from onrecord.statements.lexicon import Lexicon
from onrecord.statements.names import Outlet
from onrecord.statements.quotation_rules import GOES_ON
from onrecord.statements.relays import Road, ends_with, find_road
from onrecord.statements.phrases import Voice, find_justification
from onrecord.statements.voices import read_voice

UNKNOWN = SourceLink("unknown source", "unknown", unnamed=True, how="implied")
UNKNOWN_OUTLET = SourceLink("unknown outlet", "outlet", unnamed=True, how="implied")
UNKNOWN_PAGE = "unknown outlet"


_NOUN_PHRASE = re.compile(
    r"(?<!\w)(?:the|an?|his|her|its|their|our|one|two|three|several|some)\s(?=\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the walk knows beside the drafts: the text, its parts, media and words."""

    text: str
    outlet: str
    wire: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    outlets: tuple[Outlet, ...]
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Traced:
    """A draft's chain and the member of the cast who speaks (None where nobody is known)."""

    chain: SourceChain
    speaker: Member | None
    road: Road


@dataclass
class _Memory:
    """What earlier statements leave for later ones."""

    relays: dict[int, tuple[SourceLink, ...]]  # by member: how his words last came
    said_in: dict[int, int]  # by member: the paragraph of that
    breaks: list[int]  # numbers of members who spoke to nobody, in order


def trace_sources(drafts: tuple[Draft, ...], setting: Setting) -> tuple[list[Traced], Cast]:
    """The chain of each draft, in the drafts' order, and the cast of the article."""
    cast = Cast(setting.text, setting.outlets, setting.outlet, setting.lexicon)
    memory = _Memory({}, {}, [])
    order = sorted(range(len(drafts)), key=lambda n: _place(drafts[n]))
    traced: dict[int, Traced] = {}
    for number in order:
        outer = _outer(drafts, number, traced)
        before = _before(drafts, number, order, traced)
        traced[number] = _trace(drafts[number], outer, before, cast, memory, setting)
    return [traced[number] for number in range(len(drafts))], cast


def _place(draft: Draft) -> tuple[int, int]:
    """Outer statements before those inside them, else by the text."""
    return (draft.extent.start, -draft.extent.end)


def _outer(drafts: tuple[Draft, ...], number: int, traced: dict[int, Traced]) -> Traced | None:
    """The trace of the smallest statement in whose content this one stands."""
    place = drafts[number].cue or drafts[number].content[0]
    around = [
        (sum(map(len, drafts[other].content)), other)
        for other in traced
        if any(part.covers(place) for part in drafts[other].content)
        and not _is_what_is_judged(drafts[number], drafts[other])
    ]
    return traced[min(around)[1]] if around else None


def _is_what_is_judged(inner: Draft, outer: Draft) -> bool:
    """Whether ``inner`` is the claim itself that ``outer`` denies or questions, not its words:

    "the ministry's claim that … was questioned by doctors".
    """
    return outer.cue is not None and any(
        part.start == inner.extent.start and part.end <= inner.extent.end + 1
        for part in outer.content
    )


def _before(
    drafts: tuple[Draft, ...], number: int, order: list[int], traced: dict[int, Traced]
) -> tuple[Draft, Traced] | None:
    at = order.index(number)
    for other in reversed(order[:at]):
        if traced[other].speaker is not None:
            return drafts[other], traced[other]
    return None


def _trace(
    draft: Draft,
    outer: Traced | None,
    before: tuple[Draft, Traced] | None,
    cast: Cast,
    memory: _Memory,
    setting: Setting,
) -> Traced:
    if draft.found_by == GOES_ON and before is not None:
        links = before[1].chain.links
        carried = tuple(replace(link, how="inferred") for link in links[1:])
        return Traced(SourceChain((links[0], *carried)), before[1].speaker, Road())
    place = draft.cue or draft.content[0]
    sentence = _around(setting.sentences, place)
    others = tuple(one for one in setting.outlets if not cast.is_own(one.name))
    others = (*others, *_spoken_of(sentence, cast, setting))
    road = find_road(setting.text, draft, sentence, others, setting.lexicon)
    voice, how = _voice(draft, road, before, sentence, cast, setting)
    if voice is None and how == "inferred" and before is not None:
        speaker: Member | None = before[1].speaker
    else:
        speaker = cast.resolve(voice, voice.span.start) if voice is not None else None
    head = _page_links(setting)
    if outer is not None and voice is not None and voice.reference == "pronoun":
        if outer.speaker is not None and voice.head in ("self", "he", "she", "they"):
            if voice.head == "self" or speaker is outer.speaker:
                return Traced(outer.chain, outer.speaker, road)
    if outer is not None and speaker is not None and speaker is outer.speaker:
        return Traced(outer.chain, speaker, road)
    relays = _relay_links(draft, road, voice, speaker, sentence, cast, memory, setting)
    if outer is not None:
        head = outer.chain.links
        relays = tuple(one for one in relays if one.name not in {link.name for link in head})
    origin = _origin_link(speaker, voice, how, draft, sentence, setting)
    if origin.kind == "outlet" and cast.is_own(origin.name):
        return Traced(SourceChain(head), speaker, road)
    relays = tuple(one for one in relays if not (one.kind == "outlet" and one.name == origin.name))
    _remember(draft, speaker, relays, road, sentence, memory, setting, nested=outer is not None)
    return Traced(SourceChain(_once((*head, *relays, origin))), speaker, road)


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


def _voice(
    draft: Draft,
    road: Road,
    before: tuple[Draft, Traced] | None,
    sentence: Span,
    cast: Cast,
    setting: Setting,
) -> tuple[Voice | None, How]:
    """Who the origin is as a phrase, and how that is known; (None, "inferred") = as before."""
    read = _reader(setting)
    if road.origin is not None:
        return read(road.origin), "explicit"
    if draft.source is not None:
        voice = read(draft.source)
        if voice.reference == "pronoun" and voice.head == "who":
            antecedent = _antecedent(setting.text, sentence, draft.source)
            return (read(antecedent) if antecedent else voice), "explicit"
        return voice, "explicit"
    if draft.cue is None or _is_participle(setting.text, draft.cue):
        if before is not None and before[1].speaker is not None:
            return None, "inferred"
    return None, "implied"


def _spoken_of(sentence: Span, cast: Cast, setting: Setting) -> tuple[Outlet, ...]:
    """The media that common nouns of the sentence stand for ("told the station")."""
    found = []
    for phrase in setting.lexicon.medium_reference.finditer(
        setting.text, sentence.start, sentence.end
    ):
        medium = cast.last_outlet(phrase.start())
        if medium is not None:
            found.append(Outlet(medium.name, Span(*phrase.span()), medium.unnamed))
    return tuple(found)


def _reader(setting: Setting):  # type: ignore[no-untyped-def]
    def read(span: Span) -> Voice:
        return read_voice(setting.text, span, setting.outlets, setting.lexicon)

    return read


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


def _relay_links(
    draft: Draft,
    road: Road,
    voice: Voice | None,
    speaker: Member | None,
    sentence: Span,
    cast: Cast,
    memory: _Memory,
    setting: Setting,
) -> tuple[SourceLink, ...]:
    found = [_outlet_link(relay.outlet, "explicit") for relay in road.relays]
    if voice is not None and not found:
        found = _inside_phrase(voice, draft, cast, setting)
    if found or speaker is None:
        return tuple(found)
    if speaker.kind == "outlet":
        return ()
    if _speaks_to_us(sentence, cast, setting):
        return ()
    if road.implied:
        medium = cast.last_outlet(draft.extent.start)
        return (_outlet_link(medium, "implied") if medium else UNKNOWN_OUTLET,)
    return _inherited(speaker, voice, sentence, memory, setting)


def _speaks_to_us(sentence: Span, cast: Cast, setting: Setting) -> bool:
    """Whether the sentence says that the source spoke to the outlet that we read."""
    own = [
        one.span for one in setting.outlets if cast.is_own(one.name) and sentence.covers(one.span)
    ]
    words = sentence.cut(setting.text).lower()
    if any(f" {voice}" in words for voice in setting.lexicon.own_voice):
        return True
    return any(
        ends_with(
            setting.lexicon.spoken_to,
            setting.text[max(sentence.start, span.start - 60) : span.start],
        )
        or ends_with(
            setting.lexicon.passed_on,
            setting.text[max(sentence.start, span.start - 60) : span.start],
        )
        for span in own
    )


def _inside_phrase(voice: Voice, draft: Draft, cast: Cast, setting: Setting) -> list[SourceLink]:
    """Media that the phrase itself puts before the source: "the agency's source"."""
    phrase = draft.source or voice.span
    inside = [
        outlet
        for outlet in setting.outlets
        if phrase.covers(outlet.span) and not cast.is_own(outlet.name)
    ]
    if voice.kind == "observation":
        return [_outlet_link(inside[0], "explicit")] if inside else []
    words = phrase.cut(setting.text)
    owner, mark, _ = words.partition("’s ") if "’s " in words else words.partition("'s ")
    if not mark or voice.kind not in ("person", "group", "unknown"):
        return []
    noun = owner.lower().removeprefix("the ").strip()
    if noun in setting.lexicon.media_nouns:
        medium = cast.last_outlet(phrase.start)
        return [_outlet_link(medium, "explicit")] if medium else []
    return [
        _outlet_link(one, "explicit")
        for one in inside
        if one.span.end - phrase.start <= len(owner) + 1
    ]


def _outlet_link(outlet: Outlet, how: How) -> SourceLink:
    return SourceLink(outlet.name, "outlet", outlet.unnamed, span=outlet.span, how=how)


def _inherited(
    speaker: Member,
    voice: Voice | None,
    sentence: Span,
    memory: _Memory,
    setting: Setting,
) -> tuple[SourceLink, ...]:
    earlier = memory.relays.get(speaker.number)
    if earlier is None and speaker.group is not None:
        earlier = memory.relays.get(speaker.group)
    if not earlier:
        return ()
    carried = tuple(replace(link, how="inferred") for link in earlier)
    if speaker.unnamed or speaker.kind == "document":
        clear = voice is None or voice.reference in ("definite", "pronoun")
        clear = clear or speaker.group is not None
        broken = bool(memory.breaks) and memory.breaks[-1] != speaker.number
        return carried if clear or not broken else ()
    same_paragraph = memory.said_in.get(speaker.number) == _number(setting.paragraphs, sentence)
    return carried if same_paragraph else ()


def _takes_over(draft: Draft, setting: Setting) -> bool:
    cue = draft.cue
    return cue is not None and setting.lexicon.saying.search(cue.cut(setting.text)) is not None


def _remember(
    draft: Draft,
    speaker: Member | None,
    relays: tuple[SourceLink, ...],
    road: Road,
    sentence: Span,
    memory: _Memory,
    setting: Setting,
    *,
    nested: bool,
) -> None:
    if speaker is None or nested:
        return
    if relays:
        memory.relays[speaker.number] = relays
        memory.said_in[speaker.number] = _number(setting.paragraphs, sentence)
    elif speaker.kind != "outlet" and _takes_over(draft, setting):
        memory.breaks.append(speaker.number)
        if not speaker.unnamed:
            memory.relays.pop(speaker.number, None)


def _origin_link(
    speaker: Member | None,
    voice: Voice | None,
    how: How,
    draft: Draft,
    sentence: Span,
    setting: Setting,
) -> SourceLink:
    if speaker is None:
        return UNKNOWN
    if speaker.unnamed and speaker.justification is None:
        speaker.justification = _reason_nearby(draft, sentence, setting)
    kind: SourceKind = speaker.kind
    return SourceLink(
        speaker.name,
        kind,
        unnamed=speaker.unnamed,
        title=speaker.title,
        span=voice.span if voice is not None else None,
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


def _around(spans: tuple[Span, ...], place: Span) -> Span:
    return next((one for one in spans if one.start <= place.start < one.end), place)


def _number(spans: tuple[Span, ...], place: Span) -> int:
    return next((n for n, one in enumerate(spans) if one.start <= place.start < one.end), -1)
