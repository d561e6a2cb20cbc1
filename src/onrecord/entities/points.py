"""Places where somebody or something is spoken of: by name, by a noun phrase, by a pronoun.

Invariant: points are in the order of the text, and a name is one point however it is mentioned.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.encoder import MentionLabel
from onrecord.entities.kinds import Named
from onrecord.entities.lexicon import Lexicon
from onrecord.entities.names import POSSESSIVE, fold
from onrecord.record import EntityKind, MentionForm, Span

Number = Literal["", "one", "many"]


@dataclass(frozen=True, slots=True)
class Point:
    """A place where somebody or something is spoken of; ``name`` = number of the name there."""

    span: Span
    head: Span
    form: MentionForm
    word: str  # the head in lower case; for pronouns he, she, it, they, self …
    name: int | None = None
    found_by: str = "mentions"
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class PointLink:
    """Points number ``first`` and ``second`` mean the same."""

    first: int
    second: int
    rule: str
    score: float
    reason: str = ""


def find_points(
    text: str, names: tuple[Named, ...], mentions: tuple[MentionLabel, ...], lexicon: Lexicon
) -> tuple[tuple[Point, ...], tuple[int, ...]]:
    """All points in the order of the text; and for each of ``mentions`` the number of its point.

    A mention whose head lies in a name is the name's point; a name without a mention is one too.
    """
    owners = {
        at: number
        for number, named in enumerate(names)
        if not named.adjective
        for at in range(named.span.start, named.span.end)
    }
    points = [
        Point(one.span, one.span, "name", "", number, one.name.found_by, one.name.score)
        for number, one in enumerate(names)
    ]
    of_name = {point.name: number for number, point in enumerate(points)}
    where: list[int] = []
    for mention in mentions:
        owner = owners.get(mention.head.start)
        if owner is not None and mention.span.covers(names[owner].span):
            where.append(of_name[owner])
            continue
        where.append(len(points))
        points.append(_point(text, mention, lexicon))
    order = sorted(range(len(points)), key=lambda n: (points[n].head.start, points[n].span))
    moved = {old: new for new, old in enumerate(order)}
    return tuple(points[old] for old in order), tuple(moved[old] for old in where)


def _point(text: str, mention: MentionLabel, lexicon: Lexicon) -> Point:
    words = mention.span.cut(text).casefold()
    ending = POSSESSIVE.search(words)
    pronoun = lexicon.pronouns.get(words)
    form: MentionForm = "nominal" if pronoun is None else "pronoun"
    word = pronoun or fold(mention.head.cut(text))
    end = mention.span.start + ending.start() if ending else mention.span.end
    span = Span(mention.span.start, max(end, mention.head.end))
    return Point(span, mention.head, form, word, score=mention.score)


def kind_of_noun(word: str, lexicon: Lexicon) -> tuple[EntityKind, Number]:
    """The kind and number of whoever a noun in lower case speaks of."""
    if word in lexicon.groups:
        return "group", "many"
    if word in lexicon.people or word in lexicon.roles.nouns:
        return "person", "one"
    if word in lexicon.documents and word in lexicon.media.nouns:
        return "unknown", "one"  # "the paper"
    if word in lexicon.bodies:
        return "organisation", "one"
    if word in lexicon.media.nouns:
        return "outlet", "one"
    if word in lexicon.documents:
        return "document", ""
    single = word.removesuffix("s")
    if single != word:
        for form in (single, single.removesuffix("e"), single.removesuffix("ie") + "y"):
            kind = kind_of_noun(form, lexicon)[0] if not form.endswith("s") else "unknown"
            if kind == "person":
                return "group", "many"
            if kind != "unknown":
                return kind, "many"
        return "unknown", "many"
    if word in lexicon.always_bodies:
        return "organisation", "one"
    if word in lexicon.facilities:
        return "facility", "one"
    return "unknown", "one"
