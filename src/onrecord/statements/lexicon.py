"""The words by which a language names its sources, ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord import languages


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Tables of one language; single words and phrases in lower case unless said otherwise."""

    determiners: frozenset[str]
    definite: tuple[str, ...]
    counts: frozenset[str]
    indefinite: frozenset[str]
    single: frozenset[str]
    partitive: re.Pattern[str]
    fresh: frozenset[str]
    people: frozenset[str]
    groups: frozenset[str]
    bodies: frozenset[str]
    body_words: frozenset[str]  # as written
    documents: frozenset[str]
    offices: frozenset[str]
    public_documents: frozenset[str]
    roles: frozenset[str]
    epithets: frozenset[str]
    firms: frozenset[str]
    nobody: frozenset[str]
    nobody_speaks: frozenset[str]
    person_endings: tuple[str, ...]
    titles: frozenset[str]  # as written
    name_abbreviations: frozenset[str]  # as written
    organisations: frozenset[str]  # as written
    pronouns: dict[str, str]  # form → he, she, they, it, who, self, one
    gender: dict[str, str]  # noun → he, she
    phrase_ends: frozenset[str]
    media_nouns: frozenset[str]
    media_unnamed: tuple[str, ...]
    media_words: frozenset[str]  # as written
    media_first_words: frozenset[str]  # as written
    media_telling: frozenset[str]
    media_names: frozenset[str]  # as written
    medium_reference: re.Pattern[str]
    observers: frozenset[str]
    own_voice: tuple[str, ...]
    governments: frozenset[str]  # as written
    justification: re.Pattern[str]
    passed_on: re.Pattern[str]
    spoken_to: re.Pattern[str]
    passes_on: re.Pattern[str]
    quoted_as: re.Pattern[str]
    saying: re.Pattern[str]
    told: re.Pattern[str]
    addressee_ends: frozenset[str]
    speech_nouns: frozenset[str]
    passive: re.Pattern[str]
    tells: frozenset[str]
    leads: frozenset[str]
    function_words: frozenset[str]
    stances: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of ``language`` (ISO 639-1); LookupError where there are no tables for it."""
    tables = ("sources", "media", "stances")
    sources, media, stances = (languages.load(language, table) for table in tables)
    relays, clauses = sources["relays"], sources["clauses"]
    addressees, passives = sources["addressees"], sources["passives"]
    return Lexicon(
        determiners=frozenset(sources["determiners"]),
        counts=frozenset(sources["counts"]),
        indefinite=frozenset(sources["indefinite"]),
        single=frozenset(sources["single"]),
        partitive=_partitive(sources["quantities"]),
        definite=tuple(sources["definite"]),
        fresh=frozenset(sources["fresh"]),
        people=frozenset(sources["people"]),
        groups=frozenset(sources["groups"]),
        bodies=frozenset(sources["bodies"]),
        body_words=frozenset(sources["body_words"]),
        documents=frozenset(sources["documents"]),
        offices=frozenset(sources["offices"]),
        public_documents=frozenset(sources["public_documents"]),
        roles=frozenset(sources["roles"]),
        epithets=frozenset(sources["epithets"]),
        firms=frozenset(sources["firms"]),
        nobody=frozenset(sources["nobody"]),
        nobody_speaks=frozenset(sources["nobody_speaks"]),
        person_endings=tuple(sources["endings"]),
        name_abbreviations=frozenset(sources["name_abbreviations"]),
        titles=frozenset(sources["titles"]),
        organisations=frozenset(sources["organisations"]),
        pronouns={form: kind for kind, forms in sources["pronouns"].items() for form in forms},
        gender={noun: kind for kind, nouns in sources["gender"].items() for noun in nouns},
        phrase_ends=frozenset(clauses["ends"]),
        media_nouns=frozenset(media["nouns"]),
        media_unnamed=tuple(media["unnamed"]),
        media_words=frozenset(media["name_words"]),
        media_first_words=frozenset(media["first_words"]),
        media_telling=frozenset(media["telling"]),
        media_names=frozenset(media["names"]),
        medium_reference=any_of(
            f"{article} {noun}" for article in ("the", "the same") for noun in media["references"]
        ),
        observers=frozenset(media["observers"]),
        own_voice=tuple(media["own_voice"]),
        governments=frozenset(languages.load(language, "places")["governments"]),
        justification=any_of(clauses["justifications"]),
        passed_on=any_of(relays["passed_on"]),
        spoken_to=any_of(relays["spoken_to"]),
        passes_on=any_of(relays["passes_on"]),
        quoted_as=any_of(relays["quoted_as"], between=r"(?:\s+\w+ly|\s+also|\s+later)?\s+"),
        saying=any_of(relays["saying"]),
        told=any_of([*addressees["verbs"], *addressees["openings"]]),
        addressee_ends=frozenset(addressees["ends"]),
        speech_nouns=frozenset(sources["speech"]["nouns"]),
        passive=_passive(passives["auxiliaries"], passives["verbs"]),
        tells=frozenset(passives["tells"]),
        leads=frozenset(passives["leads"]),
        function_words=frozenset(sources["function_words"]["words"]),
        stances=tuple((name, any_of(stances["stances"][name])) for name in stances["order"]),
    )


def any_of(phrases: Iterable[str], *, between: str = r"\s+") -> re.Pattern[str]:
    """A pattern for any of ``phrases`` as whole words in any case, longest first."""
    ranked = sorted(filter(None, phrases), key=len, reverse=True)
    alternatives = "|".join(
        between.join(re.escape(word) for word in phrase.split()) for phrase in ranked
    )
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def _passive(auxiliaries: list[str], verbs: list[str]) -> re.Pattern[str]:
    """A passive form: auxiliaries, perhaps an adverb, one of ``verbs``, and no agent behind it."""
    helping = "|".join(map(re.escape, auxiliaries))
    done = "|".join(map(re.escape, verbs))
    return re.compile(
        rf"(?:^|\s)(?:is|are|was|were|be|been|being)(?:\s+(?:{helping}|\w+ly))*\s+(?:{done})$",
        re.IGNORECASE,
    )


def _partitive(quantities: list[str]) -> re.Pattern[str]:
    """A quantity and "of", at the head of a phrase: "one of", "71 per cent of"."""
    words = "|".join(sorted(map(re.escape, quantities), key=len, reverse=True))
    number = r"\d+(?:\.\d+)? ?(?:%|per cent|percent)"
    return re.compile(
        rf"(?:(?:the |a )?(?:\w+ )?(?:{words})|{number})\s+of\s+(?=\w)", re.IGNORECASE
    )
