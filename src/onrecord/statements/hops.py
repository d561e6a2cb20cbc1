"""The hands between the page and the origin, as one sentence and those before it tell them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from onrecord.passages import Quotation
from onrecord.record import How, SourceLink, Span
from onrecord.statements.cast import Cast, Member
from onrecord.statements.drafts import Draft
from onrecord.statements.lexicon import Lexicon
from onrecord.statements.names import Outlet, outlets_near
from onrecord.statements.phrases import Voice
from onrecord.statements.relays import Road, ends_with

UNKNOWN_OUTLET = SourceLink("unknown outlet", "outlet", unnamed=True, how="implied")

LONGEST_SENTENCE = 2_000
"""Characters that are searched for the hands of one statement. The longest of the 1,607 sentences
in ``examples/`` has 282; a page without a full stop has one of 100,000."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the walk knows beside the drafts: the text, its parts, media and words."""

    text: str
    outlet: str
    wire: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    outlets: tuple[Outlet, ...]
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Step:
    """One draft on the walk: its sentence, the road the sentence tells, and who speaks."""

    draft: Draft
    sentence: Span
    road: Road
    voice: Voice | None = None
    speaker: Member | None = None


@dataclass
class Walk:
    """What the walk through an article knows, and what earlier statements leave for later ones.

    ``relays``: by member, how their words last came; ``said_in``: the paragraph of that;
    ``last_break``: the member who last spoke to the public without any relay.
    """

    setting: Setting
    cast: Cast
    relays: dict[int, tuple[SourceLink, ...]] = field(default_factory=dict)
    said_in: dict[int, int] = field(default_factory=dict)
    last_break: int | None = None


def relay_links(step: Step, walk: Walk) -> tuple[SourceLink, ...]:
    """The links between page and origin: told by the sentence, implied by it, or inherited."""
    found = [_outlet_link(relay.outlet, "explicit") for relay in step.road.relays]
    if step.voice is not None and not found:
        found = _inside_phrase(step.voice, step.draft, walk)
    if found or step.speaker is None:
        return tuple(found)
    if step.speaker.kind == "outlet" or _speaks_to_us(step.sentence, walk):
        return ()
    if step.road.implied:
        medium = walk.cast.last_outlet(step.draft.extent.start)
        return (_outlet_link(medium, "implied") if medium else UNKNOWN_OUTLET,)
    return _inherited(step.speaker, step, walk)


def _speaks_to_us(sentence: Span, walk: Walk) -> bool:
    """Whether the sentence says that the source spoke to the outlet that we read."""
    setting = walk.setting
    words = sentence.cut(setting.text).lower()
    if any(f" {voice}" in words for voice in setting.lexicon.own_voice):
        return True
    for one in outlets_near(setting.outlets, sentence):
        if sentence.covers(one.span) and walk.cast.is_own(one.name):
            before = setting.text[max(sentence.start, one.span.start - 60) : one.span.start]
            if ends_with(setting.lexicon.spoken_to, before):
                return True
            if ends_with(setting.lexicon.passed_on, before):
                return True
    return False


def _inside_phrase(voice: Voice, draft: Draft, walk: Walk) -> list[SourceLink]:
    """Media that the phrase itself puts before the source: "the agency's source"."""
    setting, cast = walk.setting, walk.cast
    phrase = draft.source or voice.span
    inside = [
        outlet
        for outlet in outlets_near(setting.outlets, phrase)
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
    end = phrase.start + len(owner) + 1
    return [_outlet_link(one, "explicit") for one in inside if one.span.end <= end]


def _outlet_link(outlet: Outlet, how: How) -> SourceLink:
    return SourceLink(outlet.name, "outlet", outlet.unnamed, span=outlet.span, how=how)


def _inherited(speaker: Member, step: Step, walk: Walk) -> tuple[SourceLink, ...]:
    earlier = walk.relays.get(speaker.number)
    if earlier is None and speaker.group is not None:
        earlier = walk.relays.get(speaker.group)
    if not earlier:
        return ()
    carried = tuple(replace(link, how="inferred") for link in earlier)
    if speaker.unnamed or speaker.kind == "document":
        voice = step.voice
        clear = voice is None or voice.reference in ("definite", "pronoun")
        unbroken = walk.last_break in (None, speaker.number)
        return carried if clear or unbroken or speaker.group is not None else ()
    here = number_of(walk.setting.paragraphs, step.sentence)
    return carried if walk.said_in.get(speaker.number) == here else ()


def remember(step: Step, relays: tuple[SourceLink, ...], walk: Walk) -> None:
    """Keep how the speaker's words came, or that a new source has taken over."""
    speaker = step.speaker
    if speaker is None:
        return
    if relays:
        walk.relays[speaker.number] = relays
        walk.said_in[speaker.number] = number_of(walk.setting.paragraphs, step.sentence)
    elif speaker.kind != "outlet" and _takes_over(step.draft, walk.setting):
        walk.last_break = speaker.number
        if not speaker.unnamed:
            walk.relays.pop(speaker.number, None)


def _takes_over(draft: Draft, setting: Setting) -> bool:
    cue = draft.cue
    return cue is not None and setting.lexicon.saying.search(cue.cut(setting.text)) is not None


def number_of(spans: tuple[Span, ...], place: Span) -> int:
    """The number of the span, among ordered ones, in which ``place`` begins; -1 for none."""
    number = bisect_right(spans, place.start, key=lambda span: span.start) - 1
    return number if number >= 0 and place.start < spans[number].end else -1


def find_sentence(sentences: tuple[Span, ...], place: Span) -> Span | None:
    """The sentence in which ``place`` begins; of one without end what stands near it."""
    number = number_of(sentences, place)
    if number < 0:
        return None
    whole = sentences[number]
    if whole.end - whole.start <= LONGEST_SENTENCE:
        return whole
    start = max(whole.start, place.start - LONGEST_SENTENCE // 2)
    return Span(start, max(place.end, min(whole.end, start + LONGEST_SENTENCE)))
