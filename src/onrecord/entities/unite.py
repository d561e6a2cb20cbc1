"""Those who speak, as the statements know them, joined to those whom the text names.

Invariant: no statement is lost, and every id in the statements is one of the entities.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.entities.lexicon import Lexicon, load_lexicon
from onrecord.entities.names import fold
from onrecord.entities.naming import match_names
from onrecord.entities.outlets import bare_outlet
from onrecord.entities.union import Part, Union
from onrecord.record import (
    Entity,
    EntityKind,
    SourceChain,
    SourceKind,
    SourceLink,
    Span,
    Statement,
    finding_id,
)

_SPEAKS: dict[EntityKind, SourceKind] = {
    "person": "person",
    "group": "group",
    "organisation": "organisation",
    "outlet": "outlet",
}
"""Kinds of entities that may take a link over; the others never speak."""


def unite(
    text: str,
    entities: tuple[Entity, ...],
    speakers: tuple[Entity, ...],
    statements: tuple[Statement, ...],
    *,
    article_id: str,
    language: str,
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """All entities, speakers among them, and the statements whose ids point to them.

    ``speakers`` are those that the statements point to. A pronoun goes to whom the encoder led it;
    one that leads to nobody is an entity with ``resolved=False``.
    """
    lexicon = load_lexicon(language)
    union = Union(text, entities, lexicon)
    authors = {
        one.id for one in speakers if lexicon.pronouns.get(one.name.casefold()) == "self"
    }  # outside of any speech "I" is nobody whom the encoder finds
    parts: dict[str, Part] = {}
    for speaker in map(_bare, speakers):
        part = None
        if speaker.id not in authors:
            part = union.find(speaker.name, speaker.kind, speaker.mentions)
        if part is None:
            part = union.add(_speaker_part(speaker, union))
        else:
            union.take(part, speaker.mentions)
            if not part.named:
                part.name = speaker.name  # what the page calls them first
            part.roles += [one for one in _offices(speaker, lexicon) if one not in part.roles]
        parts[speaker.id] = part
    parts = {speaker: union.living(part) for speaker, part in parts.items()}
    claimed = {speaker.id: speaker.mentions for speaker in speakers}
    heard = [
        _rewrite(one, parts, claimed, union, led=one.speaker not in authors) for one in statements
    ]
    used = {id(part) for _, speaker, links in heard for part in (speaker, *links)}
    lent = {id(part) for part in parts.values() if part.lent} - used
    ids = _identify([part for part in union.parts if id(part) not in lent], article_id)
    found = {ids[id(part)]: _entity(part, ids[id(part)]) for part in union.parts if id(part) in ids}
    rewritten = tuple(
        replace(
            statement,
            speaker=None if speaker is None else ids.get(id(speaker)),
            chain=SourceChain(
                tuple(
                    _point(link, part, ids, lexicon)
                    for link, part in zip(statement.chain.links, links, strict=True)
                )
            ),
        )
        for statement, speaker, links in heard
    )
    return tuple(sorted(found.values(), key=lambda one: one.mentions[0])), rewritten


def _point(
    link: SourceLink, part: Part | None, ids: dict[int, str], lexicon: Lexicon
) -> SourceLink:
    """The link with its entity; one that the encoder led elsewhere takes the name found there."""
    faceless = link.name.casefold() in lexicon.pronouns  # nobody was found whom it means
    if part is None:
        return replace(link, unnamed=True) if faceless else link
    entity = ids.get(id(part))
    same = match_names(part.name, link.name, part.kind, lexicon, near=True)
    if not part.named or link.unnamed or same or part.kind not in _SPEAKS:
        return replace(link, entity=entity, unnamed=link.unnamed or faceless)
    title = part.roles[0] if part.roles else ""
    kind = _SPEAKS[part.kind]
    return replace(link, name=part.name, kind=kind, unnamed=False, title=title, entity=entity)


def _rewrite(
    statement: Statement,
    parts: dict[str, Part],
    claimed: dict[str, tuple[Span, ...]],
    union: Union,
    *,
    led: bool,
) -> tuple[Statement, Part | None, tuple[Part | None, ...]]:
    """The statement with the part that speaks and the part of each link of its chain.

    ``claimed`` = the places that each speaker was given by the statements' own rules; ``led`` =
    whether the encoder may say whom a pronoun means.
    """
    speaker = parts.get(statement.speaker) if statement.speaker is not None else None
    if statement.source is not None and union.form_of(statement.source) == "pronoun":
        meant = union.model_part(statement.source) if led else None
        if meant is not None and (meant.named or speaker is None or not speaker.named):
            kept = speaker is not None and union.is_nearer(speaker, meant, statement.source)
            speaker = speaker if kept else meant
    elif statement.source is not None and speaker is not None:
        holder = union.holder(statement.source)
        if holder is not None and statement.source in claimed.get(statement.speaker or "", ()):
            speaker = holder
    links: list[Part | None] = []
    last = len(statement.chain.links) - 1
    for number, link in enumerate(statement.chain.links):
        if number == last and number > 0 and speaker is not None:
            links.append(speaker)
            continue
        links.append(union.from_link(link))
    if speaker is None and last > 0 and statement.speaker is not None:
        speaker = links[-1]
    return statement, speaker, tuple(links)


def _bare(speaker: Entity) -> Entity:
    """A speaker; a medium without what it is ("news site Daybreak 7")."""
    if speaker.kind != "outlet":
        return speaker
    return replace(speaker, name=bare_outlet(speaker.name))


def _offices(speaker: Entity, lexicon: Lexicon) -> list[str]:
    """The roles of a speaker that hold a noun of office, no form of address alone."""
    nouns = (lexicon.roles.nouns | lexicon.roles.titles) - lexicon.roles.address
    return [role for role in speaker.roles if nouns & {fold(word) for word in role.split()}]


def _speaker_part(speaker: Entity, union: Union) -> Part:
    """A speaker whom the text names nowhere: a group, somebody unnamed, or a lone pronoun."""
    mentions = {span: union.form_of(span) for span in speaker.mentions}
    pronouns = set(mentions.values()) == {"pronoun"}
    named = union.is_name(speaker.name) and speaker.kind != "group" and not pronouns
    part = Part(
        speaker.name,
        speaker.kind,
        {},
        _offices(speaker, union.lexicon),
        resolved=not pronouns or union.is_name(speaker.name),
        named=named,
    )
    union.take(part, mentions)
    if not part.mentions:  # every pronoun of it means somebody else
        part.mentions = dict(list(mentions.items())[:1])
        part.lent = True
    return part


def _identify(parts: list[Part], article_id: str) -> dict[int, str]:
    """The id of each part; a part of one unnamed noun that nobody needs is kept all the same."""
    return {
        id(part): finding_id(article_id, f"entity {part.kind}", tuple(sorted(part.mentions)))
        for part in parts
        if part.mentions
    }


def _entity(part: Part, identity: str) -> Entity:
    mentions = tuple(sorted(part.mentions))
    return Entity(
        id=identity,
        name=part.name,
        kind=part.kind,
        mentions=mentions,
        roles=tuple(dict.fromkeys(part.roles)),
        forms=tuple(part.mentions[span] for span in mentions),
        merges=tuple(part.merges),
        resolved=part.resolved,
    )
