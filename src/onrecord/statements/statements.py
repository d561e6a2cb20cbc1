"""Statements made whole: drafts with their mode, stance, addressee, speaker and chain."""

from __future__ import annotations

import re

from onrecord.encoder import CueLabels
from onrecord.passages import Passage, Quotation, find_sentences
from onrecord.record import (
    Article,
    Entity,
    EntityKind,
    SourceChain,
    SourceLink,
    Span,
    Statement,
    finding_id,
)
from onrecord.statements.cast import Member
from onrecord.statements.chains import Traced, trace_sources
from onrecord.statements.drafts import Draft, mode_of
from onrecord.statements.find import find_drafts, mend_drafts
from onrecord.statements.hops import Setting, find_sentence
from onrecord.statements.lexicon import Lexicon, load_lexicon
from onrecord.statements.names import find_outlets
from onrecord.statements.relays import find_addressee
from onrecord.statements.stances import stance_of

_WIRE_HEAD = re.compile(r"[^\n]{0,60}?\(([^()\n]{2,40})\)\s*[—–-]\s")
_WIRE_TAIL = re.compile(r"(?:[—–]\s*|\()([A-Z][^()\n—–.]{1,40})\)?\.?$")


def find_statements(
    article: Article,
    quotations: tuple[Quotation, ...],
    passages: tuple[Passage, ...],
    labels: tuple[CueLabels, ...],
    abbreviations: frozenset[str],
) -> tuple[tuple[Statement, ...], tuple[Entity, ...]]:
    """All statements of ``article`` with their chains, and those who speak in them."""
    lexicon = load_lexicon(article.language)
    text, paragraphs = article.text, article.paragraphs
    quotations = tuple(one for one in quotations if one.depth == 0)
    drafts = find_drafts(text, paragraphs, quotations, passages, labels)
    sentences = tuple(
        sentence
        for paragraph in paragraphs
        for sentence in find_sentences(text, paragraph, abbreviations)
    )
    outlets = find_outlets(text, lexicon)
    drafts = mend_drafts(text, drafts, sentences, outlets, lexicon)
    wire = article.wire or credited_agency(text, paragraphs, lexicon)
    setting = Setting(
        text, article.outlet, wire, paragraphs, sentences, quotations, outlets, lexicon
    )
    traced, cast = trace_sources(drafts, setting)
    entities = {
        member.number: _entity(article, member) for member in cast.members if member.mentions
    }
    statements = [
        _statement(article, draft, trace, entities, quotations, setting)
        for draft, trace in zip(drafts, traced, strict=True)
    ]
    by_id = {statement.id: statement for statement in statements}
    named = {entity.id: entity for entity in entities.values()}
    return tuple(by_id.values()), tuple(named.values())


def credited_agency(text: str, paragraphs: tuple[Span, ...], lexicon: Lexicon) -> str:
    """The agency that a dateline or a closing credit names; "" for none."""
    if not paragraphs:
        return ""
    head = _WIRE_HEAD.match(text, paragraphs[0].start, paragraphs[0].end)
    tail = _WIRE_TAIL.search(
        text, max(paragraphs[-1].end - 44, paragraphs[-1].start), paragraphs[-1].end
    )
    for found in (head, tail):
        if found is None:
            continue
        outlets = find_outlets(found[1], lexicon)
        if outlets and outlets[0].name in (found[1], found[1].removeprefix("The ")):
            return outlets[0].name
    return ""


def _entity(article: Article, member: Member) -> Entity:
    mentions = tuple(dict.fromkeys(sorted(member.mentions)))
    kind: EntityKind = "document" if member.kind == "observation" else member.kind
    roles = (member.title,) if member.title else ()
    identity = finding_id(article.id, f"entity {kind}", mentions)
    return Entity(identity, member.name, kind, mentions, roles)


def _statement(
    article: Article,
    draft: Draft,
    trace: Traced,
    entities: dict[int, Entity],
    quotations: tuple[Quotation, ...],
    setting: Setting,
) -> Statement:
    text = article.text
    place = draft.cue or draft.content[0]
    sentence = find_sentence(setting.sentences, place) or draft.extent
    speaker = entities[trace.speaker.number].id if trace.speaker is not None else None
    spans = (*draft.content, *((draft.cue,) if draft.cue else ()))
    return Statement(
        id=finding_id(article.id, "statement", spans),
        mode=mode_of(text, draft.content, quotations),
        content=draft.content,
        cue=draft.cue,
        source=draft.source,
        chain=_with_entity(trace.chain, speaker),
        stance=stance_of(text, draft.cue, setting.lexicon),
        speaker=speaker,
        addressee=find_addressee(text, draft, sentence, setting.lexicon),
        score=min(1.0, max(0.0, draft.score)),
        found_by=draft.found_by,
    )


def _with_entity(chain: SourceChain, speaker: str | None) -> SourceChain:
    last = chain.origin
    origin = SourceLink(
        last.name,
        last.kind,
        last.unnamed,
        last.title,
        last.span,
        last.justification,
        last.how,
        speaker if len(chain.links) > 1 else None,
    )
    return SourceChain((*chain.links[:-1], origin))
