"""Everyone and everything that a text names, each under all the words that it uses for them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from onrecord.encoder import MentionLabel, NameLabel
from onrecord.entities.chains import Chains
from onrecord.entities.kinds import Named, judge_kinds
from onrecord.entities.labels import read_names
from onrecord.entities.lexicon import Lexicon, load_lexicon
from onrecord.entities.linking import link_points
from onrecord.entities.merging import merge_names
from onrecord.entities.names import Name, fold_words
from onrecord.entities.naming import choose_name, trim_description
from onrecord.entities.outlets import bare_outlet
from onrecord.entities.points import Point, PointLink, find_points, kind_of_noun
from onrecord.entities.titles import read_roles
from onrecord.passages import find_sentences
from onrecord.record import Entity, EntityKind, Merge, Span, finding_id

_RANK: dict[EntityKind, int] = {"outlet": 2, "unknown": -2, "facility": 0}
"""Votes that a kind has before the mentions vote: one sign of a medium beats two of a body."""

_LONG_NAME = 40
"""Characters up to which a noun phrase is a name for somebody whom nobody names."""


@dataclass(frozen=True, slots=True)
class Found:
    """All names and points of a text with the links between them, before they become entities."""

    text: str
    names: tuple[Named, ...]
    points: tuple[Point, ...]
    links: tuple[PointLink, ...]
    of_mention: tuple[int, ...]

    def chains(self) -> tuple[tuple[int, ...], ...]:
        """The numbers of the points that mean the same, in order; lone points included."""
        parent = list(range(len(self.points)))

        def root(number: int) -> int:
            while parent[number] != number:
                parent[number] = parent[parent[number]]
                number = parent[number]
            return number

        for link in self.links:
            one, other = sorted((root(link.first), root(link.second)))
            parent[other] = one
        chains: dict[int, list[int]] = {}
        for number in range(len(self.points)):
            chains.setdefault(root(number), []).append(number)
        return tuple(tuple(chain) for chain in chains.values())


def find_entities(
    text: str,
    paragraphs: tuple[Span, ...],
    names: tuple[NameLabel, ...],
    mentions: tuple[MentionLabel, ...],
    *,
    article_id: str,
    language: str,
    outlet: str = "",
) -> tuple[Entity, ...]:
    """All that ``text`` names, and the chains of nouns and pronouns that nobody names.

    ``outlet`` is the medium that published the text. Names outside of ``paragraphs`` are left out.
    LookupError where there are no tables for ``language`` (ISO 639-1).
    """
    lexicon = load_lexicon(language)
    found = find_chains(text, paragraphs, names, mentions, language=language, outlet=outlet)
    links: dict[int, list[PointLink]] = {}
    for link in found.links:
        links.setdefault(link.second, []).append(link)
    entities = []
    for chain in found.chains():
        kept = _without_covered(found, chain)
        if _is_entity(found, kept, lexicon):
            inside = [link for number in chain for link in links.get(number, ())]
            entities.append(_entity(found, kept, inside, article_id, lexicon))
    return tuple(sorted(entities, key=lambda one: one.mentions[0]))


def find_chains(
    text: str,
    paragraphs: tuple[Span, ...],
    names: tuple[NameLabel, ...],
    mentions: tuple[MentionLabel, ...],
    *,
    language: str,
    outlet: str = "",
) -> Found:
    """The names, points and links of ``text``: what entities and clusters are made from."""
    lexicon = load_lexicon(language)
    inside = tuple(label for label in names if any(part.covers(label.span) for part in paragraphs))
    read = tuple(
        read_roles(text, name, lexicon) if name.label == "PER" else name
        for name in read_names(text, inside, lexicon, outlet=outlet)
    )
    named = judge_kinds(text, _without_roles(read, lexicon), lexicon, outlet=outlet)
    merged = merge_names(text, named, lexicon)
    points, where = find_points(text, named, mentions, lexicon)
    antecedents = {
        where[number]: (where[one.antecedent], one.link)
        for number, one in enumerate(mentions)
        if one.antecedent is not None
    }
    sentences = _sentences_of(text, paragraphs, points, lexicon)
    links = link_points(
        Chains(text, points, named, lexicon, fold_words(outlet)), merged, antecedents, sentences
    )
    return Found(text, named, points, links, where)


def _without_roles(names: tuple[Name, ...], lexicon: Lexicon) -> tuple[Name, ...]:
    """The names but those that are words of a title: "Defense" in "Defense Secretary …"."""
    roles = [role for name in names for role in name.roles]
    titles = lexicon.roles.modifiers | lexicon.roles.titles
    return tuple(
        name
        for name in names
        if not titles.issuperset(name.words) or not any(role.covers(name.span) for role in roles)
    )


def _sentences_of(
    text: str, paragraphs: tuple[Span, ...], points: tuple[Point, ...], lexicon: Lexicon
) -> tuple[int, ...]:
    """The number of the sentence that each point stands in."""
    starts = [
        sentence.start
        for paragraph in paragraphs
        for sentence in find_sentences(text, paragraph, lexicon.abbreviations)
    ]
    return tuple(bisect_right(starts, point.head.start) for point in points)


def _without_covered(found: Found, chain: tuple[int, ...]) -> tuple[int, ...]:
    """The chain without noun phrases that hold a name of the same chain."""
    spans = [found.points[n].span for n in chain if found.points[n].form == "name"]
    return tuple(
        n
        for n in chain
        if found.points[n].form == "name"
        or not any(found.points[n].span.overlaps(span) for span in spans)
    )


def _is_entity(found: Found, chain: tuple[int, ...], lexicon: Lexicon) -> bool:
    """Whether anybody names it, or several words speak of it that are no time and no lone mark."""
    forms = [found.points[number].form for number in chain]
    if "name" in forms:
        return True
    nouns = {
        found.points[number].word for number in chain if found.points[number].form == "nominal"
    }
    times = {word for word in nouns if {word, word.removesuffix("s")} & lexicon.time_nouns}
    return len(chain) > 1 and any(len(word) > 1 for word in nouns - times)


def _entity(
    found: Found,
    chain: tuple[int, ...],
    links: list[PointLink],
    article_id: str,
    lexicon: Lexicon,
) -> Entity:
    points = sorted((found.points[number] for number in chain), key=lambda one: one.span)
    by_span = {point.span: point for point in points}
    mentions = tuple(by_span)
    names = [found.names[point.name] for point in points if point.name is not None]
    kind = _kind(names) if names else _kind_of_nouns(points, lexicon)
    name = _name(found.text, names, kind) if names else _first_noun(found.text, points, lexicon)
    if kind == "outlet" and not names:
        name = bare_outlet(name)
    merges = tuple(
        Merge(
            found.points[link.first].span,
            found.points[link.second].span,
            link.rule,
            link.score,
            link.reason,
        )
        for link in links
    )
    return Entity(
        id=finding_id(article_id, f"entity {kind}", mentions),
        name=name,
        kind=kind,
        mentions=mentions,
        roles=_roles(found.text, names, lexicon),
        forms=tuple(by_span[span].form for span in mentions),
        merges=merges,
    )


def _kind(names: list[Named]) -> EntityKind:
    votes: Counter[EntityKind] = Counter()
    for named in names:
        votes[named.kind] += 1
    return max(votes, key=lambda kind: (votes[kind] + _RANK.get(kind, 0), kind))


def _kind_of_nouns(points: list[Point], lexicon: Lexicon) -> EntityKind:
    kinds = [kind_of_noun(one.word, lexicon)[0] for one in points if one.form == "nominal"]
    known = [kind for kind in kinds if kind != "unknown"]
    if known:
        return known[0]
    persons = any(one.form == "pronoun" and one.word in ("he", "she") for one in points)
    return "person" if persons else "unknown"


def _name(text: str, names: list[Named], kind: EntityKind) -> str:
    nouns = [named for named in names if not named.adjective]
    if not nouns:
        return names[0].country.name if names[0].country else names[0].span.cut(text)
    words = [named.span.cut(text) for named in nouns]
    return choose_name(words, kind, country=nouns[0].country is not None)


def _first_noun(text: str, points: list[Point], lexicon: Lexicon) -> str:
    """The first noun phrase, without what stands behind its noun where it is long."""
    first = next(point for point in points if point.form == "nominal")
    words = first.span.cut(text)
    if len(words) > _LONG_NAME:
        words = text[first.span.start : first.head.end]
    return trim_description(words, lexicon)


def _roles(text: str, names: list[Named], lexicon: Lexicon) -> tuple[str, ...]:
    """The roles in the order of the text; none that a longer one holds."""
    governed = next((named.country for named in names if named.acting), None)
    if governed is not None:
        article = "the " if governed.name in lexicon.with_article else ""
        return (lexicon.government_role.format(country=article + governed.name),)
    found = list(
        dict.fromkeys(
            " ".join(role.cut(text).split()) for named in names for role in named.name.roles
        )
    )
    folded = [role.casefold() for role in found]
    return tuple(
        role
        for number, role in enumerate(found)
        if not any(
            folded[number] in other and (len(other) > len(folded[number]) or before < number)
            for before, other in enumerate(folded)
            if before != number
        )
    )
