"""What a name is the name of: person, body, outlet, place, facility, event, product, people.

Invariant: the kind is judged from one mention, its words and its neighbours; mentions that are
merged later vote on the kind of their entity.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.entities.governments import country_named, find_acting
from onrecord.entities.lexicon import Country, Lexicon
from onrecord.entities.names import TOKEN, Name, fold, fold_words
from onrecord.entities.outlets import is_outlet, may_be_medium
from onrecord.record import EntityKind, Span

_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its kind; ``country`` for the names, seats and adjectives of countries.

    ``acting`` = the rule by which a country's name stands for its government, "" else;
    ``adjective`` marks a name that is no noun ("Iranian"), ``is_seat`` a capital or
    seat of government.
    """

    name: Name
    kind: EntityKind
    country: Country | None = None
    acting: str = ""
    adjective: bool = False
    is_seat: bool = False

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return self.name.span


def judge_kinds(
    text: str, names: tuple[Name, ...], lexicon: Lexicon, *, outlet: str = ""
) -> tuple[Named, ...]:
    """The names with their kinds, in order; adjectives that name no country are left out."""
    countries = [
        None if name.label == "PER" else country_named(name.span.cut(text), lexicon)
        for name in names
    ]
    spans = tuple(
        name.span for name, country in zip(names, countries, strict=True) if country is not None
    )
    acting = dict(zip(spans, find_acting(text, spans, lexicon), strict=True))
    own = fold_words(outlet)
    adjectives = _adjectives_of(text, names, lexicon)
    found: list[Named] = []
    for name, country in zip(names, countries, strict=True):
        if country is not None:
            found.append(_country(text, name, country, acting[name.span], lexicon))
            continue
        named = _people(text, name, lexicon)
        if named is None and name.span.cut(text) in adjectives:
            continue
        if named is None:
            named = Named(name, _kind(text, name, own, lexicon))
        if not (named.adjective and named.country is None):
            found.append(named)
    return tuple(found)


def _adjectives_of(text: str, names: tuple[Name, ...], lexicon: Lexicon) -> frozenset[str]:
    """What the adjectives of names that no table has may be: "Kestrian" of "Kestria"."""
    known = {one.span.cut(text) for one in names}
    stems = {stem for one in known for stem in (one, one.removesuffix("a"), one.removesuffix("ia"))}
    return frozenset(
        stem + ending
        for stem in stems
        for ending in lexicon.adjective_endings
        if len(stem) >= _SHORTEST_STEM
    )


def _country(text: str, name: Name, country: Country, acting: str, lexicon: Lexicon) -> Named:
    if country.code in lexicon.acting.unions:
        acting = acting or ("" if name.span.cut(text) in lexicon.seats else "union")
    seat = name.span.cut(text) in lexicon.seats
    return Named(name, "organisation" if acting else "place", country, acting, is_seat=seat)


def _people(text: str, name: Name, lexicon: Lexicon) -> Named | None:
    """A name of people or of what belongs to a country, or None."""
    words = name.span.cut(text)
    if name.label not in ("NORP", "MISC", "LOC", "ORG"):
        known = name.label == "PER" and words in lexicon.inhabitants
        return Named(name, "group", lexicon.inhabitants[words]) if known else None
    plural = words in lexicon.inhabitants or words in lexicon.peoples
    country = lexicon.adjectives.get(words) or lexicon.inhabitants.get(words)
    if words in lexicon.adjectives or words in lexicon.affiliations:
        plural = plural and _has_article_and_no_noun(text, name.span)
    if plural:
        return Named(name, "group", country)
    if country is not None:
        return Named(name, "place", country, adjective=True)
    if words in lexicon.affiliations or name.label == "NORP":
        lone = name.label == "NORP" and words.endswith("s") and words not in lexicon.affiliations
        return Named(name, "group", adjective=not lone)
    return None


def _has_article_and_no_noun(text: str, span: Span) -> bool:
    """ "the Chinese said", not "the Chinese navy": for words that are people and adjective."""
    behind = TOKEN.match(text, span.end + 1, span.end + 30)
    return text[max(0, span.start - 4) : span.start].lower() == "the " and (
        behind is None or behind[0].endswith("ed") or behind[0] in ("say", "said", "are", "were")
    )


def _kind(text: str, name: Name, own: tuple[str, ...], lexicon: Lexicon) -> EntityKind:
    if name.words == own:
        return "outlet"
    if name.label == "PER" and not may_be_medium(text, name, lexicon):
        return "person"
    if name.label != "LOC" and is_outlet(text, name, own, lexicon):
        return "outlet"
    if name.label == "PER":
        return "person"
    words = name.span.cut(text)
    bare = words[4:] if words.startswith("The ") else words
    if bare in lexicon.houses:
        return "facility" if _is_visited(text, name.span, lexicon) else "organisation"
    if name.label in ("LOC", "ORG"):
        return _place_or_body(text, name, lexicon)
    if name.label == "EVENT" or lexicon.event_words & {name.words[-1], name.words[0]}:
        return "event"
    return "product" if name.label == "PROD" else "unknown"


def _place_or_body(text: str, name: Name, lexicon: Lexicon) -> EntityKind:
    noun = _facility_noun(name, lexicon)
    if name.label == "LOC":
        last = name.span.cut(text).split()[-1]
        if len(name.words) > 1 and last in lexicon.body_words - lexicon.place_words:
            return "organisation"
        return "facility" if noun else "place"
    if noun in lexicon.always_bodies:
        return "organisation"
    if noun and (noun not in lexicon.also_bodies or _is_visited(text, name.span, lexicon)):
        return "facility"
    return "organisation"


def _facility_noun(name: Name, lexicon: Lexicon) -> str:
    """The word that makes the name one of a building or work, or ""."""
    for number, word in enumerate(name.words):
        if word not in lexicon.facilities:
            continue
        following = name.words[number + 1 : number + 2]
        built = following in (("in",), ("at",)) or (
            following == ("of",) and word not in lexicon.also_bodies
        )
        if built or (number and not following):
            return word
    return ""


def _is_visited(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether a word of place stands before the name, with an article between or not."""
    before = [fold(one[0]) for one in TOKEN.finditer(text, max(0, span.start - 30), span.start)]
    if before and before[-1] in lexicon.roles.articles:
        before.pop()
    return bool(before) and before[-1] in lexicon.acting.before_place
