"""Those who speak, as the statements know them, joined to those whom the text names.

Invariant: no statement is lost, and every id in the statements is one of the entities.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from onrecord.entities.lexicon import Lexicon, load_lexicon
from onrecord.entities.naming import forms_of, match_names, may_be_one
from onrecord.record import (
    Entity,
    EntityKind,
    MentionForm,
    Merge,
    SourceChain,
    SourceKind,
    SourceLink,
    Span,
    Statement,
    finding_id,
)

_BY_CAST = 0.7
"""Score of a noun or pronoun that only the statements' own rules led back; not measured yet."""
_SAME_NAME, _SAME_PLACE = 3, 1
"""Weights of a name that fits and of words that are the same place, not a name that fits."""


@dataclass(slots=True)
class _Part:
    """An entity while it is put together."""

    name: str
    kind: EntityKind
    mentions: dict[Span, MentionForm]
    roles: list[str]
    merges: list[Merge] = field(default_factory=list)
    resolved: bool = True
    named: bool = True


class _Union:
    """All parts, found by place and by name."""

    def __init__(self, text: str, entities: tuple[Entity, ...], lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self.parts = [_part(one) for one in entities]
        self._at: dict[int, list[tuple[Span, _Part]]] = {}
        for part in self.parts:
            for span in part.mentions:
                self._note(span, part)

    def _note(self, span: Span, part: _Part) -> None:
        for block in range(span.start // 64, (span.end - 1) // 64 + 1):
            self._at.setdefault(block, []).append((span, part))

    def overlapping(self, span: Span) -> Iterator[tuple[Span, _Part]]:
        """The mentions that share a character with ``span``, with their parts."""
        seen: set[tuple[Span, int]] = set()
        for block in range(span.start // 64, (span.end - 1) // 64 + 1):
            for other, part in self._at.get(block, ()):
                key = (other, id(part))
                if other.overlaps(span) and other in part.mentions and key not in seen:
                    seen.add(key)
                    yield other, part

    def form_of(self, span: Span) -> MentionForm:
        """Whether the words are a pronoun or a noun phrase."""
        return "pronoun" if self._words(span) in self._lexicon.pronouns else "nominal"

    def _words(self, span: Span) -> str:
        return span.cut(self._text).casefold()

    def find(self, name: str, kind: SourceKind | EntityKind, spans: Iterable[Span]) -> _Part | None:
        """The part that fits best: by a name in these places, by the places, by the name alone."""
        wanted = _entity_kind(kind)
        weights: dict[int, tuple[int, _Part]] = {}
        for span in spans:
            for other, part in self.overlapping(span):
                weight = self._weigh(name, wanted, (span, other), part)
                if weight:
                    weights[id(part)] = (weights.get(id(part), (0, part))[0] + weight, part)
        if weights:
            return max(weights.values(), key=lambda pair: pair[0])[1]
        named = (part for part in self.parts if part.named and may_be_one(part.kind, wanted))
        return next((part for part in named if self._is_called(part, name, wanted)), None)

    def _weigh(self, name: str, kind: EntityKind, places: tuple[Span, Span], part: _Part) -> int:
        mine, theirs = places
        if not may_be_one(part.kind, kind):
            return 0
        if self._is_called(part, name, kind, near=True):
            return _SAME_NAME
        return _SAME_PLACE if mine == theirs else 0

    def _is_called(self, part: _Part, name: str, kind: EntityKind, *, near: bool = False) -> bool:
        if not part.named:
            return part.name.casefold() == name.casefold()
        names = {part.name}
        if near:
            names |= {
                span.cut(self._text) for span, form in part.mentions.items() if form == "name"
            }
        return any(match_names(one, name, kind, self._lexicon, near=near) for one in names)

    def model_part(self, span: Span) -> _Part | None:
        """The part that the encoder led the pronoun at ``span`` back to."""
        for other, part in self.overlapping(span):
            if other == span and part.mentions[other] == "pronoun":
                return part
        return None

    def take(self, part: _Part, spans: Iterable[Span]) -> None:
        """Gives ``part`` the places in ``spans``; pronouns that the encoder led elsewhere stay."""
        for span in spans:
            if any(own.overlaps(span) for own in part.mentions):
                continue
            form = self.form_of(span)
            others = [other for place, other in self.overlapping(span) if place == span]
            if form == "pronoun" and others:
                continue
            for other in others:
                _give_up(other, span)
            if part.mentions:
                first = min(part.mentions)
                reason = f"{span.cut(self._text)[:60]!r} speaks for {part.name!r}"
                part.merges.append(Merge(first, span, "speaker", _BY_CAST, reason))
            part.mentions[span] = form
            self._note(span, part)

    def add(self, part: _Part) -> _Part:
        """``part`` as one more."""
        self.parts.append(part)
        for span in part.mentions:
            self._note(span, part)
        return part

    def from_link(self, link: SourceLink) -> _Part | None:
        """The part that a link of a chain means; made from the link where it stands alone."""
        spans = () if link.span is None else (link.span,)
        pronoun = link.span is not None and self.form_of(link.span) == "pronoun"
        if pronoun and link.span is not None and (part := self.model_part(link.span)) is not None:
            return part
        part = self.find(link.name, link.kind, spans)
        if part is not None or link.span is None:
            return part
        form: MentionForm = "nominal" if link.unnamed else "name"
        return self.add(
            _Part(
                link.name,
                _entity_kind(link.kind),
                {link.span: "pronoun" if pronoun else form},
                [link.title] if link.title else [],
                resolved=not pronoun,
                named=not (link.unnamed or pronoun),
            )
        )


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
    union = _Union(text, entities, lexicon)
    parts: dict[str, _Part] = {}
    for speaker in speakers:
        part = union.find(speaker.name, speaker.kind, speaker.mentions)
        if part is None:
            part = union.add(_speaker_part(speaker, union))
        else:
            union.take(part, speaker.mentions)
            part.roles += [role for role in speaker.roles if role not in part.roles]
        parts[speaker.id] = part
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
    statement: Statement, parts: dict[str, _Part], union: _Union
) -> tuple[Statement, _Part | None, tuple[_Part | None, ...]]:
    """The statement with the part that speaks and the part of each link of its chain."""
    speaker = parts.get(statement.speaker) if statement.speaker is not None else None
    if statement.source is not None and union.form_of(statement.source) == "pronoun":
        speaker = union.model_part(statement.source) or speaker
    links: list[_Part | None] = []
    last = len(statement.chain.links) - 1
    for number, link in enumerate(statement.chain.links):
        if number == last and number > 0 and speaker is not None:
            links.append(speaker)
            continue
        links.append(union.from_link(link))
    if speaker is None and last > 0 and statement.speaker is not None:
        speaker = links[-1]
    return statement, speaker, tuple(links)


def _part(entity: Entity) -> _Part:
    forms = forms_of(entity)
    mentions = dict(zip(entity.mentions, forms, strict=True))
    return _Part(
        entity.name,
        entity.kind,
        mentions,
        list(entity.roles),
        list(entity.merges),
        entity.resolved,
        "name" in forms,
    )


def _speaker_part(speaker: Entity, union: _Union) -> _Part:
    """A speaker whom the text names nowhere: a group, somebody unnamed, or a lone pronoun."""
    mentions = {span: union.form_of(span) for span in speaker.mentions}
    pronouns = set(mentions.values()) == {"pronoun"}
    part = _Part(
        speaker.name, speaker.kind, {}, list(speaker.roles), resolved=not pronouns, named=False
    )
    union.take(part, mentions)
    if not part.mentions:  # every pronoun of it means somebody else
        part.mentions = dict(list(mentions.items())[:1])
    return part


def _give_up(part: _Part, span: Span) -> None:
    """Takes a place from a part, unless other judgements hang on it or nothing would be left."""
    holding = [merge for merge in part.merges if span in (merge.first, merge.second)]
    if len(part.mentions) > 1 and len(holding) < 2:
        del part.mentions[span]
        part.merges = [merge for merge in part.merges if merge not in holding]


def _identify(parts: list[_Part], article_id: str) -> dict[int, str]:
    """The id of each part; a part of one unnamed noun that nobody needs is kept all the same."""
    return {
        id(part): finding_id(article_id, f"entity {part.kind}", tuple(sorted(part.mentions)))
        for part in parts
        if part.mentions
    }


def _entity(part: _Part, identity: str) -> Entity:
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


def _entity_kind(kind: SourceKind | EntityKind) -> EntityKind:
    return "document" if kind == "observation" else kind
