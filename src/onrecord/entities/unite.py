"""Those who speak, as the statements know them, joined to those whom the text names.

Invariant: no statement is lost, and every id in the statements is one of the entities.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.entities.lexicon import load_lexicon
from onrecord.entities.outlets import bare_outlet
from onrecord.entities.union import Part, Union
from onrecord.record import Entity, SourceChain, Statement, finding_id


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
    parts: dict[str, Part] = {}
    for speaker in speakers:
        part = union.find(speaker.name, speaker.kind, speaker.mentions)
        if part is None:
            part = union.add(_speaker_part(speaker, union))
        else:
            union.take(part, speaker.mentions)
            if not part.named:
                part.name = speaker.name  # what the page calls them first
            part.roles += [role for role in speaker.roles if role not in part.roles]
        parts[speaker.id] = part
    parts = {speaker: union.living(part) for speaker, part in parts.items()}
    heard = [_rewrite(one, parts, union) for one in statements]
    ids = _identify(union.parts, article_id)
    found = {ids[id(part)]: _entity(part, ids[id(part)]) for part in union.parts if id(part) in ids}
    rewritten = tuple(
        replace(
            statement,
            speaker=None if speaker is None else ids.get(id(speaker)),
            chain=SourceChain(
                tuple(
                    replace(link, entity=None if part is None else ids.get(id(part)))
                    for link, part in zip(statement.chain.links, links, strict=True)
                )
            ),
        )
        for statement, speaker, links in heard
    )
    return tuple(sorted(found.values(), key=lambda one: one.mentions[0])), rewritten


def _rewrite(
    statement: Statement, parts: dict[str, Part], union: Union
) -> tuple[Statement, Part | None, tuple[Part | None, ...]]:
    """The statement with the part that speaks and the part of each link of its chain."""
    speaker = parts.get(statement.speaker) if statement.speaker is not None else None
    if statement.source is not None and union.form_of(statement.source) == "pronoun":
        meant = union.model_part(statement.source)
        if meant is not None and (meant.named or speaker is None or not speaker.named):
            speaker = meant
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


def _speaker_part(speaker: Entity, union: Union) -> Part:
    """A speaker whom the text names nowhere: a group, somebody unnamed, or a lone pronoun."""
    mentions = {span: union.form_of(span) for span in speaker.mentions}
    pronouns = set(mentions.values()) == {"pronoun"}
    named = union.is_name(speaker.name) and speaker.kind != "group" and not pronouns
    part = Part(
        bare_outlet(speaker.name) if speaker.kind == "outlet" else speaker.name,
        speaker.kind,
        {},
        list(speaker.roles),
        resolved=not pronouns,
        named=named,
    )
    union.take(part, mentions)
    if not part.mentions:  # every pronoun of it means somebody else
        part.mentions = dict(list(mentions.items())[:1])
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
