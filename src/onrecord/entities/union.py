"""All who are named or speak while they are joined, found by place and by name.

Invariant: a place in the text has one part, unless judgements that hang on it hold it in another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.entities.lexicon import Lexicon
from onrecord.entities.names import fold_words
from onrecord.entities.naming import forms_of, match_names, may_be_one
from onrecord.entities.outlets import bare_outlet
from onrecord.record import (
    Entity,
    EntityKind,
    MentionForm,
    Merge,
    SourceKind,
    SourceLink,
    Span,
)

_BY_CAST = 0.7
"""Score of a noun or pronoun that only the statements' own rules led back; not measured yet."""


@dataclass(slots=True)
class Part:
    """An entity while it is put together."""

    name: str
    kind: EntityKind
    mentions: dict[Span, MentionForm]
    roles: list[str]
    merges: list[Merge] = field(default_factory=list)
    resolved: bool = True
    named: bool = True
    lent: bool = False  # its one mention is another part's: kept only where a statement needs it


class Union:
    """All parts, found by place and by name."""

    def __init__(self, text: str, entities: tuple[Entity, ...], lexicon: Lexicon) -> None:
        self._text = text
        self.lexicon = lexicon
        self.parts = [part_of(one) for one in entities]
        self._gone: dict[int, Part] = {}
        self._matched: dict[tuple[str, str, EntityKind, bool], bool] = {}
        self._at: dict[int, list[tuple[Span, Part]]] = {}
        for part in self.parts:
            for span in part.mentions:
                self._note(span, part)

    def _note(self, span: Span, part: Part) -> None:
        for block in range(span.start // 64, (span.end - 1) // 64 + 1):
            self._at.setdefault(block, []).append((span, part))

    def overlapping(self, span: Span) -> Iterator[tuple[Span, Part]]:
        """The mentions that share a character with ``span``, with their parts."""
        seen: set[tuple[Span, int]] = set()
        for block in range(span.start // 64, (span.end - 1) // 64 + 1):
            for other, part in self._at.get(block, ()):
                key = (other, id(part))
                if id(part) in self._gone or key in seen:
                    continue
                if other.overlaps(span) and other in part.mentions:
                    seen.add(key)
                    yield other, part

    def form_of(self, span: Span) -> MentionForm:
        """Whether the words are a pronoun or a noun phrase."""
        return "pronoun" if self._words(span) in self.lexicon.pronouns else "nominal"

    def is_name(self, words: str) -> bool:
        """Whether all large words of a speaker's name have capitals."""
        if words.casefold() in self.lexicon.pronouns:
            return False
        small = self.lexicon.function_words | self.lexicon.roles.prepositions
        large = [word for word in words.split() if word not in small]
        return bool(large) and all(word[0].isupper() for word in large)

    def _words(self, span: Span) -> str:
        return span.cut(self._text).casefold()

    def find(self, name: str, kind: SourceKind | EntityKind, spans: Iterable[Span]) -> Part | None:
        """The part that fits best: by a name in these places, by the name alone, by the places."""
        wanted = entity_kind(kind)
        by_name: Counter[int] = Counter()
        by_place: Counter[int] = Counter()
        proper = self.is_name(name)  # whom a name names, a place among pronouns does not name
        for span in spans:
            for other, part in self.overlapping(span):
                held = self._is_held(fold_words(name), fold_words(other.cut(self._text)))
                if span.covers(other) and held and part.mentions[other] == "name":
                    by_name[id(part)] += 1  # whatever kind the two readers take it for
                    continue
                if not may_be_one(part.kind, wanted):
                    continue
                if self._is_called(part, name, wanted, near=True):
                    by_name[id(part)] += 1
                elif span == other and not proper and self._may_mean(part, name, span):
                    by_place[id(part)] += 1
        if by_name:
            return self._part(by_name.most_common(1)[0][0])
        alone = (part for part in self.parts if part.named and may_be_one(part.kind, wanted))
        named = next((one for one in alone if self._is_called(one, name, wanted)), None)
        if named is not None or not by_place:
            return named
        return self._part(by_place.most_common(1)[0][0])

    def _part(self, number: int) -> Part:
        return next(part for part in self.parts if id(part) == number)

    def _is_held(self, name: tuple[str, ...], words: tuple[str, ...]) -> bool:
        """Whether a name is part of ``words``, or they are its end: "Chief Chuck Jordan"."""
        before = name[-len(words) - 1 : -len(words)]
        tail = name[-len(words) :] == words and not set(before) & self.lexicon.roles.prepositions
        return set(name) <= set(words) or (tail and bool(before))

    def _may_mean(self, part: Part, name: str, span: Span) -> bool:
        """Whether a chain without a name holds another phrase with the same noun, or no other."""
        others = [one for one, form in part.mentions.items() if form != "pronoun" and one != span]
        noun = name.split()[-1].casefold()
        return part.named or not others or any(noun in self._words(one) for one in others)

    def _is_called(self, part: Part, name: str, kind: EntityKind, *, near: bool = False) -> bool:
        if not part.named:
            return part.name.casefold() == name.casefold()
        names = {part.name}
        if near:
            names |= {
                span.cut(self._text) for span, form in part.mentions.items() if form == "name"
            }
        near = near or part.kind == kind == "outlet"
        return any(self._match(one, name, kind, near) for one in names)

    def _match(self, first: str, second: str, kind: EntityKind, near: bool) -> bool:
        """``match_names``, worked out once: each statement asks for its outlet anew."""
        key = (first, second, kind, near)
        if key not in self._matched:
            self._matched[key] = match_names(first, second, kind, self.lexicon, near=near)
        return self._matched[key]

    def model_part(self, span: Span) -> Part | None:
        """The part that the encoder led the pronoun at ``span`` back to."""
        for other, part in self.overlapping(span):
            if other == span and part.mentions[other] == "pronoun":
                return part
        return None

    def is_nearer(self, part: Part, other: Part, pronoun: Span) -> bool:
        """Whether the paragraph names ``part`` before the pronoun, and ``other`` not at all."""
        start = self._text.rfind("\n", 0, pronoun.start) + 1
        named = [
            any(
                start <= span.start < pronoun.start
                for span, form in one.mentions.items()
                if form == "name"
            )
            for one in (part, other)
        ]
        return part.named and named[0] and not named[1]

    def holder(self, span: Span) -> Part | None:
        """The part that has the very words of ``span``."""
        return next((part for place, part in self.overlapping(span) if place == span), None)

    def take(self, part: Part, spans: Iterable[Span]) -> None:
        """Gives ``part`` the places in ``spans``; pronouns that the encoder led elsewhere stay."""
        for span in spans:
            if any(own.overlaps(span) for own in part.mentions):
                continue
            form = self.form_of(span)
            others = [other for place, other in self.overlapping(span) if place == span]
            if form == "pronoun" and others:
                continue
            if any(not may_be_one(part.kind, other.kind) for other in others):
                continue  # "the news site" is no president
            if part.mentions:
                first = min(part.mentions)
                reason = f"{span.cut(self._text)[:60]!r} means {part.name[:60]!r}"
                part.merges.append(Merge(first, span, "speaker", _BY_CAST, reason))
            holds = part.named and form == "nominal" and part.name in span.cut(self._text)
            part.mentions[span] = "name" if holds else form
            self._note(span, part)
            for other in others:
                if part.named and not other.named and may_be_one(part.kind, other.kind):
                    self._absorb(part, other)
                else:
                    _give_up(other, span)

    def _absorb(self, part: Part, other: Part) -> None:
        """Gives ``part`` all of a chain that nobody names: what it means, the part is."""
        for span, form in other.mentions.items():
            if not any(own.overlaps(span) for own in part.mentions):
                part.mentions[span] = form
                self._note(span, part)
        part.merges += other.merges
        self._gone[id(other)] = part
        self.parts = [one for one in self.parts if one is not other]

    def living(self, part: Part) -> Part:
        """The part itself, or the one that it has become part of."""
        while id(part) in self._gone:
            part = self._gone[id(part)]
        return part

    def add(self, part: Part) -> Part:
        """``part`` as one more."""
        self.parts.append(part)
        for span in part.mentions:
            self._note(span, part)
        return part

    def from_link(self, link: SourceLink) -> Part | None:
        """The part that a link of a chain means; made from the link where it stands alone."""
        spans = () if link.span is None else (link.span,)
        pronoun = link.span is not None and self.form_of(link.span) == "pronoun"
        if pronoun and link.span is not None and (part := self.model_part(link.span)) is not None:
            return part
        name = bare_outlet(link.name) if link.kind == "outlet" else link.name
        part = self.find(name, link.kind, spans)
        if part is not None or link.span is None:
            return part
        form: MentionForm = "nominal" if link.unnamed else "name"
        return self.add(
            Part(
                name,
                entity_kind(link.kind),
                {link.span: "pronoun" if pronoun else form},
                [link.title] if link.title else [],
                resolved=not pronoun,
                named=not (link.unnamed or pronoun),
            )
        )


def part_of(entity: Entity) -> Part:
    """An entity as a part that may grow."""
    forms = forms_of(entity)
    mentions = dict(zip(entity.mentions, forms, strict=True))
    return Part(
        entity.name,
        entity.kind,
        mentions,
        list(entity.roles),
        list(entity.merges),
        entity.resolved,
        "name" in forms,
    )


def _give_up(part: Part, span: Span) -> None:
    """Takes a place from a part, unless other judgements hang on it or nothing would be left."""
    holding = [merge for merge in part.merges if span in (merge.first, merge.second)]
    if len(part.mentions) > 1 and len(holding) < 2:
        del part.mentions[span]
        part.merges = [merge for merge in part.merges if merge not in holding]


def entity_kind(kind: SourceKind | EntityKind) -> EntityKind:
    """The kind of entity that a source is: what somebody saw is put down like a document."""
    return "document" if kind == "observation" else kind
