"""Who and what an article names, where it is, and who of them speaks."""

from __future__ import annotations

from dataclasses import replace

from onrecord.encoder import Labels, NameLabel
from onrecord.entities import find_entities, unite
from onrecord.entities.place_names import find_place_names
from onrecord.entities.places import country_of, resolve_places
from onrecord.record import Article, Entity, Span, Statement

GAZETTEER_SCORE = 0.5
"""Score of a place that the gazetteer alone is sure of; set by hand, not measured."""


def find_everyone(
    article: Article,
    labels: Labels,
    speakers: tuple[Entity, ...],
    statements: tuple[Statement, ...],
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """All entities of ``article``, the speakers among them, and the statements that point there."""
    text, language = article.text, article.language
    entities = find_entities(
        text,
        article.paragraphs,
        add_places(text, labels.names, language),
        labels.mentions,
        article_id=article.id,
        language=language,
        outlet=article.outlet,
    )
    entities, statements = unite(
        text, entities, speakers, statements, article_id=article.id, language=language
    )
    return locate(text, entities, language), statements


def add_places(text: str, names: tuple[NameLabel, ...], language: str) -> tuple[NameLabel, ...]:
    """The names with those places that only the gazetteer is sure of, in the order of the text."""
    known = {one.span for one in names}
    found = [
        NameLabel(span, "LOC", GAZETTEER_SCORE)
        for span in find_place_names(text, names, language)
        if span not in known
    ]
    return tuple(sorted((*names, *found), key=lambda one: one.span))


def locate(text: str, entities: tuple[Entity, ...], language: str) -> tuple[Entity, ...]:
    """The entities with their places on the map; a government has its country's."""
    spots = [one for one in entities if one.kind in ("place", "facility")]
    mentions = tuple(_names_of(one) for one in spots)
    found = dict(
        zip(
            (one.id for one in spots),
            resolve_places(text, mentions, language=language),
            strict=True,
        )
    )
    return tuple(
        replace(one, place=found[one.id])
        if one.id in found
        else replace(one, place=country_of(one.name, language))
        if one.kind == "organisation" and one.place is None
        else one
        for one in entities
    )


def _names_of(entity: Entity) -> tuple[Span, ...]:
    """The spans at which the entity is named; all of its mentions where no form is known."""
    named = tuple(
        span
        for span, form in zip(entity.mentions, entity.forms or (), strict=False)
        if form == "name"
    )
    return named or entity.mentions
