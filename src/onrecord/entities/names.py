"""Names as the encoder marks them, brought to one form: no title, article or possessive inside.

Invariant: a name's span lies inside the label that it was made from, or repeats such a name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.encoder import NameLabel
from onrecord.entities.lexicon import Lexicon
from onrecord.record import Span

TOKEN = re.compile(r"[^\W_](?:[\w’'.&-]*[^\W_])?\.?")
POSSESSIVE = re.compile(r"(?:[’'`]s|(?<=s)[’'])$")
_EDGES = " \t\n\xa0,;:–—-“”\"'‘’`()[]"
LEAST = 0.5
"""Mean probability of a name's words below which it is none: with a half-trained encoder F1 on
uner-ewt-dev rose from 62.0 to 64.8 (966 names)."""
_REPEATABLE = 3
"""Letters that a lone word has at least to be taken for a name wherever it stands; not tuned."""
_SURE = 0.8
"""Probability that it has at least, too: repeats of doubtful words are doubtful; not tuned."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text; ``words`` are folded: lower case, no accents, no full stops.

    ``address`` is "he" or "she" where a form of address tells; ``roles`` are what the page calls
    the bearer here. ``label`` is the encoder's, made equal for all that are written alike.
    """

    span: Span
    label: str
    score: float
    words: tuple[str, ...]
    roles: tuple[Span, ...] = ()
    address: str = ""
    found_by: str = "names"


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """The word in lower case without accents, full stops and a possessive ending."""
    bare = POSSESSIVE.sub("", word).replace(".", "").replace("’", "'").casefold()
    plain = unicodedata.normalize("NFD", bare)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def fold_words(words: str) -> tuple[str, ...]:
    """The folded words of a name, a leading article left out."""
    found = tuple(filter(None, (fold(token[0]) for token in TOKEN.finditer(words))))
    return found[1:] if len(found) > 1 and found[0] == "the" else found


def read_names(text: str, labels: Iterable[NameLabel], lexicon: Lexicon) -> tuple[Name, ...]:
    """The names of ``labels`` in the order of the text, mended, no two on the same words.

    What is written like a name that the encoder found is one too, wherever it stands.
    """
    found: list[Name] = []
    for label in sorted(labels, key=lambda one: one.span):
        if label.score < LEAST:
            continue
        name = _mend(text, label, lexicon)
        if name is not None and (not found or name.span.start >= found[-1].span.end):
            found.append(name)
    found = [*found, *_find_repeats(text, found, lexicon)]
    return _settle_labels(tuple(sorted(found, key=lambda one: one.span)), lexicon)


def _mend(text: str, label: NameLabel, lexicon: Lexicon) -> Name | None:
    start, end = label.span.start, label.span.end
    broken = text.find("\n", start, end)
    if broken >= 0:  # a name never runs over the end of a paragraph
        start, end = (broken + 1, end) if end - broken > broken - start else (start, broken)
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    tokens = [Span(*one.span()) for one in TOKEN.finditer(text, start, end)]
    if len(tokens) > 1 and tokens[0].cut(text).casefold() in lexicon.roles.articles:
        tokens = tokens[1:]
    address, kind = "", label.label
    if len(tokens) > 1 and fold(tokens[0].cut(text)) in lexicon.roles.address:
        kind = "PER"
    if kind == "PER":
        while len(tokens) > 1 and _is_title(tokens[0].cut(text), tokens[1].cut(text), lexicon):
            address = address or lexicon.gender.get(fold(tokens[0].cut(text)), "")
            tokens = tokens[1:]
    if not tokens:
        return None
    last = tokens[-1]
    ending = POSSESSIVE.search(last.cut(text))
    if ending is not None and ending.start() > 0 and last.end == end:
        end -= len(ending[0])
    words = tuple(fold(token.cut(text)) for token in tokens)
    if not any(words):
        return None
    return Name(Span(tokens[0].start, end), kind, label.score, words, address=address)


def _is_title(word: str, following: str, lexicon: Lexicon) -> bool:
    bare = fold(word)
    if bare in lexicon.given or not following[0].isupper():
        return bare in lexicon.roles.address
    return bare in lexicon.roles.titles or bare in lexicon.roles.address


def _find_repeats(text: str, names: list[Name], lexicon: Lexicon) -> Iterator[Name]:
    """The places where the words of a name stand again and the encoder saw none."""
    taken = bytearray(len(text) + 1)
    for name in names:
        taken[name.span.start : name.span.end] = b"\1" * len(name.span)
    known: dict[str, Name] = {}
    for name in names:
        words = name.span.cut(text)
        if _can_repeat(words, name, lexicon):
            known.setdefault(words, name)
    first = defaultdict(list)
    for words in sorted(known, key=len, reverse=True):
        first[TOKEN.match(words)[0].rstrip(".") if TOKEN.match(words) else words].append(words)  # type: ignore[index]
    for token in TOKEN.finditer(text):
        word = POSSESSIVE.sub("", token[0]).rstrip(".")
        for words in first.get(word, ()):
            end = token.start() + len(words)
            whole = text.startswith(words, token.start()) and not text[end : end + 1].isalnum()
            if whole and not any(taken[token.start() : end]):
                taken[token.start() : end] = b"\1" * len(words)
                yield replace(known[words], span=Span(token.start(), end), found_by="repeat")
                break


def _can_repeat(words: str, name: Name, lexicon: Lexicon) -> bool:
    if " " in words:
        return words[0].isupper() or words[0].isdigit()
    capital = words[0].isupper() and len(words) >= _REPEATABLE and name.score >= _SURE
    return capital and words.casefold() not in lexicon.function_words and name.label != "MISC"


def _settle_labels(names: tuple[Name, ...], lexicon: Lexicon) -> tuple[Name, ...]:
    """The names with one label for all that are written alike: the one with the greatest weight.

    A lone word that is the last name of a person of the text is a person's too.
    """
    votes: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for name in names:
        if name.found_by == "names":
            votes[name.words][name.label] += name.score  # type: ignore[assignment]
    settled = {
        words: max(weights, key=lambda label: (weights[label], label))
        for words, weights in votes.items()
    }
    people = {
        words[-1]
        for words, label in settled.items()
        if label == "PER" and len(words) > 1 and words[-1] not in lexicon.country_words
    }
    settled |= {(last,): "PER" for last in people}
    for words, label in settled.items():  # "Washington" is nobody but where a George is named
        place = len(words) == 1 and words[0] in lexicon.country_words
        named = any(other[-1:] == words and len(other) > 1 for other in settled)
        if place and label == "PER" and not named:
            settled[words] = "LOC"
    given = {words[0] for words, label in settled.items() if label == "PER" and len(words) > 1}
    settled |= {(first,): "PER" for first in given if settled.get((first,)) == "MISC"}
    return tuple(replace(name, label=settled.get(name.words, name.label)) for name in names)
