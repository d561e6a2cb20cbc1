"""The words by which a language names people, bodies and places, ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord import languages

_SURE_NAME = 5
"""Letters of a country's name up to which it may be another word: Chad, Mali, Cuba."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 code, the name that the record uses, and the other ways to say it."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Roles:
    """Words of titles and offices, in lower case without full stops."""

    address: frozenset[str]
    nouns: frozenset[str]
    endings: tuple[str, ...]
    titles: frozenset[str]
    modifiers: frozenset[str]
    past: frozenset[str]
    ranks: frozenset[str]
    others: frozenset[str]
    adverbs: frozenset[str]
    clause_openers: frozenset[str]
    relations: frozenset[str]
    offices: frozenset[str]
    ends: frozenset[str]
    prepositions: frozenset[str]
    joins: frozenset[str]
    articles: frozenset[str]
    possessives: frozenset[str]


@dataclass(frozen=True, slots=True)
class Acting:
    """Words by which a government that acts is told from its country."""

    verbs: frozenset[str]
    auxiliaries: frozenset[str]
    agents: frozenset[str]
    dealings: frozenset[str]
    dealing_words: frozenset[str]
    pressed: frozenset[str]
    attributive: frozenset[str]  # as written
    unions: frozenset[str]  # codes
    possessions: frozenset[str]
    before_place: frozenset[str]


@dataclass(frozen=True, slots=True)
class Media:
    """Words by which news media are known."""

    names: frozenset[str]  # as written
    last_words: frozenset[str]  # as written
    first_words: frozenset[str]  # as written
    telling: frozenset[str]
    nouns: frozenset[str]
    references: frozenset[str]  # nouns that with "the" lead back to a medium
    reports: frozenset[str]
    staff: frozenset[str]
    received: re.Pattern[str]  # ends where the name begins


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of one language; in lower case unless said otherwise."""

    roles: Roles
    acting: Acting
    media: Media
    particles: frozenset[str]
    suffixes: frozenset[str]
    company_forms: re.Pattern[str]  # with a comma before and a full stop behind
    of_heads: frozenset[str]
    short_names: Mapping[str, frozenset[str]]  # first name → all that it may stand for
    given: Mapping[str, str]  # first name → he, she
    pronouns: Mapping[str, str]  # form → he, she, they, it, self …
    gender: Mapping[str, str]  # noun → he, she
    office_nouns: frozenset[str]
    people: frozenset[str]
    groups: frozenset[str]
    bodies: frozenset[str]
    general_bodies: frozenset[str]  # those and the words of names, folded
    documents: frozenset[str]
    body_words: frozenset[str]  # as written
    organisations: frozenset[str]  # as written
    aliases: Mapping[str, int]  # folded name of a body → which body
    listed: re.Pattern[str]  # names that are names wherever they stand
    capitals: re.Pattern[str]  # short names of countries and seats of government
    states: Mapping[str, Country]  # as written
    seats: Mapping[str, Country]  # as written
    adjectives: Mapping[str, Country]  # as written
    inhabitants: Mapping[str, Country]  # as written
    affiliations: frozenset[str]  # as written, adjectives
    adjective_endings: tuple[str, ...]
    peoples: frozenset[str]  # as written, plural
    country_words: frozenset[str]  # all of these four, folded
    houses: frozenset[str]  # as written
    folded_houses: frozenset[str]
    facilities: frozenset[str]
    also_bodies: frozenset[str]
    always_bodies: frozenset[str]
    place_words: frozenset[str]  # as written
    event_words: frozenset[str]
    time_nouns: frozenset[str]
    government_nouns: frozenset[str]
    government_role: str
    with_article: frozenset[str]  # as written
    abbreviations: frozenset[str]
    determiners: frozenset[str]
    definite: frozenset[str]
    function_words: frozenset[str]


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of ``language`` (ISO 639-1); LookupError where there are no tables for it."""
    sources, entities = (languages.load(language, table) for table in ("sources", "entities"))
    affiliations = entities["affiliations"]
    names, places = entities["names"], entities["places"]
    countries = languages.load(language, "countries")["countries"]
    bodies = languages.load(language, "bodies")["bodies"]
    given = languages.load(language, "first_names")
    return Lexicon(
        roles=_roles(sources, entities["titles"]),
        acting=_acting(entities["acting"], places),
        media=_media(languages.load(language, "media"), entities["outlets"]),
        particles=frozenset(names["particles"]),
        suffixes=frozenset(names["suffixes"]),
        company_forms=_company_forms(names["company_forms"]),
        of_heads=frozenset(names["of_heads"]),
        short_names=_short_names(names["short"]),
        given={name: kind for kind in ("he", "she") for name in given[kind]},
        pronouns={form: kind for kind, forms in entities["pronouns"].items() for form in forms},
        gender={noun: kind for kind, nouns in sources["gender"].items() for noun in nouns},
        office_nouns=frozenset(office.split()[-1] for office in sources["offices"])
        | frozenset(sources["roles"]),
        people=frozenset(sources["people"])
        | frozenset(entities["titles"]["persons"])
        | frozenset(sources["roles"]),
        groups=frozenset(sources["groups"]),
        bodies=frozenset(sources["bodies"]),
        general_bodies=frozenset(sources["bodies"]) | _lower(sources["body_words"]),
        documents=frozenset(sources["documents"]),
        body_words=frozenset(sources["body_words"]),
        organisations=frozenset(sources["organisations"]),
        aliases={name.casefold(): row for row, names in enumerate(bodies) for name in names},
        listed=_listed(countries, bodies, languages.load(language, "media")["names"]),
        capitals=_capitals(countries),
        states=_countries(countries, "names"),
        seats=_countries(countries, "seats"),
        adjectives=_countries(countries, "adjectives"),
        inhabitants=_inhabitants(countries),
        affiliations=frozenset(affiliations["adjectives"]),
        adjective_endings=tuple(affiliations["endings"]),
        peoples=frozenset(affiliations["people"])
        | {f"{one}s" for one in affiliations["adjectives"]},
        country_words=_country_words(countries),
        houses=frozenset(places["houses"]),
        folded_houses=_lower(places["houses"]),
        facilities=frozenset(places["facilities"]),
        also_bodies=frozenset(places["also_bodies"]),
        always_bodies=frozenset(places["always_bodies"]),
        place_words=frozenset(places["place_words"]),
        time_nouns=frozenset(entities["times"]["nouns"]),
        event_words=frozenset(entities["events"]["words"]),
        government_nouns=frozenset(places["government_nouns"]),
        government_role=places["government_role"],
        with_article=frozenset(places["with_article"]),
        abbreviations=frozenset(languages.load(language, "abbreviations")["abbreviations"]),
        determiners=frozenset(sources["determiners"]),
        definite=frozenset(sources["definite"]),
        function_words=frozenset(sources["function_words"]["words"]),
    )


def _roles(sources: Mapping[str, Any], titles: Mapping[str, Any]) -> Roles:
    lower = _lower(sources["titles"])
    modifiers = frozenset(titles["modifiers"])
    offices = frozenset(sources["offices"])
    nouns = [*titles["nouns"], *sources["people"], *sources["roles"], *sources["epithets"]]
    ends = {office.split()[-1] for office in offices if " of " not in office}
    return Roles(
        address=_lower(titles["address"]),
        nouns=frozenset(nouns) | ends | (lower - modifiers),
        endings=tuple(one for one in sources["endings"] if len(one) > 1),
        titles=lower,
        modifiers=modifiers | frozenset(sources["bodies"]),
        past=frozenset(titles["past"]),
        ranks=frozenset(titles["ranks"]),
        others=frozenset(titles["others"]),
        adverbs=frozenset(titles["adverbs"]),
        clause_openers=frozenset(titles["clause_openers"]),
        relations=frozenset(titles["relations"]),
        offices=offices,
        ends=frozenset(titles["ends"]),
        prepositions=frozenset(titles["prepositions"]),
        joins=frozenset(titles["joins"]),
        articles=frozenset(titles["articles"]),
        possessives=frozenset(titles["possessives"]),
    )


def _acting(acting: Mapping[str, Any], places: Mapping[str, Any]) -> Acting:
    return Acting(
        verbs=frozenset(acting["verbs"]),
        auxiliaries=frozenset(acting["auxiliaries"]),
        agents=frozenset(acting["agents"]),
        dealings=frozenset(acting["dealings"]),
        dealing_words=frozenset(acting["dealing_words"]),
        pressed=frozenset(acting["pressed"]),
        attributive=frozenset(acting["attributive"]),
        unions=frozenset(acting["unions"]),
        possessions=frozenset(acting["possessions"]),
        before_place=frozenset(places["before_place"]),
    )


def _media(media: Mapping[str, Any], outlets: Mapping[str, Any]) -> Media:
    phrases = "|".join(re.escape(one) for one in sorted(outlets["received"], key=len, reverse=True))
    return Media(
        names=frozenset(media["names"]),
        last_words=frozenset(media["name_words"]),
        first_words=frozenset(media["first_words"]),
        telling=frozenset(media["telling"]),
        nouns=frozenset(media["nouns"]),
        references=frozenset(outlets["leads_back"]),
        reports=frozenset(outlets["reports"]),
        staff=frozenset(outlets["staff"]),
        received=re.compile(rf"(?<!\w)(?:{phrases}) (?:the )?$", re.IGNORECASE),
    )


def _company_forms(forms: Iterable[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(one) for one in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?:,? (?:{words})\b)?(?:(?<=Inc|Ltd)\.|(?<=Corp|Bros)\.|(?<=Co)\.)?")


def _short_names(rows: Iterable[list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        for name in row:
            found.setdefault(name, set()).add(row[0])
    return {name: frozenset(longer) for name, longer in found.items()}


def _countries(rows: Iterable[Mapping[str, Any]], key: str) -> dict[str, Country]:
    return {
        name: Country(row["code"], row["names"][0]) for row in rows for name in row.get(key, ())
    }


def _listed(
    countries: Iterable[Mapping[str, Any]], bodies: Iterable[list[str]], media: Iterable[str]
) -> re.Pattern[str]:
    """Names of more than one word, or of capitals alone, and countries of six letters or more."""
    known = [name for names in bodies for name in names] + list(media)
    sure = {
        name
        for name in known
        if " " in name or (name.isupper() and name.isalpha() and len(name) > 2)
    }
    states = {name for row in countries for name in row["names"] if len(name) > _SURE_NAME}
    return _alone(sure | states)


def _capitals(countries: Iterable[Mapping[str, Any]]) -> re.Pattern[str]:
    short = {name for row in countries for name in row["names"] if len(name) <= _SURE_NAME}
    return _alone(short | {name for row in countries for name in row.get("seats", ())})


def _alone(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of ``words``, as written, where they are no part of an address."""
    ranked = "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w@./:-])(?:{ranked})(?![\w@/-]|\.\w)")


def _inhabitants(rows: Iterable[Mapping[str, Any]]) -> dict[str, Country]:
    return {
        name: Country(row["code"], row["names"][0])
        for row in rows
        for name in row.get("people", [f"{one}s" for one in row.get("adjectives", ())])
    }


def _country_words(rows: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    keys = ("names", "seats", "adjectives", "people")
    return frozenset(
        name.casefold().replace(".", "")
        for row in rows
        for key in keys
        for name in row.get(key, ())
    )


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold().rstrip(".") for word in words)
