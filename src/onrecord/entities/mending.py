"""Labels of names set right: parts joined, edges moved to where a name begins and ends.

Invariant: a name never runs over the end of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.encoder import NameLabel
from onrecord.entities.lexicon import Lexicon
from onrecord.entities.names import POSSESSIVE, TOKEN, Name, fold
from onrecord.record import Span

_EDGES = " \t\n\xa0,;:–—-“”\"'‘’`()[]"
_CAPITALISED = re.compile(r"(?:\b[A-Z][\w’'.-]*[ \xa0])+$")
_FIRST_WORDS = 40
"""Characters before a name where its first words are looked for."""
_AND = " and "
_JOINS = (" of ", " of the ")
_JOINED = ("LOC", "ORG", "EVENT", "MISC", "PROD")


def join_parts(labels: Iterable[NameLabel], text: str, lexicon: Lexicon) -> list[NameLabel]:
    """The labels in order, two made one where "of" joins them: "Gulf of Mexico"."""
    joined: list[NameLabel] = []
    for label in sorted(labels, key=lambda one: one.span):
        if joined and _goes_on(joined[-1], label, text, lexicon):
            first = joined.pop()
            score = min(first.score, label.score)
            label = replace(first, span=Span(first.span.start, label.span.end), score=score)
        joined.append(label)
    return joined


def split_joined(labels: Iterable[NameLabel], text: str, lexicon: Lexicon) -> Iterator[NameLabel]:
    """The labels, cut at "and" where two people or two media stand in one."""
    for label in labels:
        words = label.span.cut(text)
        cut = words.find(_AND)
        if cut < 0:
            yield label
            continue
        first = Span(label.span.start, label.span.start + cut)
        second = Span(first.end + len(_AND), label.span.end)
        media = all(_ends_like_medium(one.cut(text), lexicon) for one in (first, second))
        if label.label == "PER" or media:
            yield replace(label, span=first)
            yield replace(label, span=second)
        else:
            yield label


def _ends_like_medium(words: str, lexicon: Lexicon) -> bool:
    tokens = TOKEN.findall(words)
    media = lexicon.media
    return bool(tokens) and (
        words in media.names or tokens[-1] in media.last_words or tokens[0] in media.first_words
    )


def _goes_on(first: NameLabel, second: NameLabel, text: str, lexicon: Lexicon) -> bool:
    if first.span.end > second.span.start:
        return False
    if first.label == second.label == "PER":  # "[former secretary Jim] Orlan"
        return text[first.span.end : second.span.start] == "] "
    if "PER" in (first.label, second.label):
        return False
    words = TOKEN.findall(first.span.cut(text))
    between = text[first.span.end : second.span.start]
    head = bool(words) and fold(words[-1]) in lexicon.of_heads
    return between in _JOINS and head and first.label in _JOINED


def mend_name(text: str, label: NameLabel, lexicon: Lexicon) -> Name | None:
    """The name of a label without title, article and possessive; None where nothing is left."""
    start, end = label.span.start, label.span.end
    broken = text.find("\n", start, end)
    if broken >= 0:  # a name never runs over the end of a paragraph
        start, end = (broken + 1, end) if end - broken > broken - start else (start, broken)
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    start, end = _widen(text, start, end, lexicon)
    tokens = [Span(*one.span()) for one in TOKEN.finditer(text, start, end)]
    if len(tokens) > 1 and tokens[0].cut(text).casefold() in lexicon.roles.articles:
        tokens = tokens[1:]
    address, kind = "", label.label
    if len(tokens) > 1 and fold(tokens[0].cut(text)) in lexicon.roles.address:
        kind = "PER"
    if kind == "PER":
        tokens = tokens[_title_length(text, tokens, lexicon) :]
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
    small = lexicon.function_words | lexicon.determiners
    capitals = any(token.cut(text).replace(".", "").isupper() for token in tokens)
    if not any(words) or (not capitals and small.issuperset(words)):
        return None
    if kind == "PER" and _only_role(words, lexicon):
        return None  # "Vice" of a president whose name stands apart, "the Spokeswoman"
    return Name(Span(tokens[0].start, end), kind, label.score, words, address=address)


def _only_role(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the words say what somebody is, and no office that one person alone may hold."""
    roles = lexicon.roles
    plain = (roles.nouns | roles.titles) - lexicon.office_nouns - roles.address
    return (roles.modifiers | roles.ranks | plain).issuperset(words)


def whole_body(text: str, name: Name, before: int, lexicon: Lexicon) -> Name:
    """The name of a body that was found without its first words: "[Polar] Institute".

    ``before`` is the end of the name before it.
    """
    if name.label != "ORG" or len(name.words) != 1 or name.words[0] not in lexicon.bodies:
        return name
    run = _CAPITALISED.search(text, max(before, name.span.start - _FIRST_WORDS), name.span.start)
    if run is None or not text[name.span.start].isupper():
        return name
    small = lexicon.function_words | lexicon.determiners | lexicon.roles.titles
    tokens = [Span(*one.span()) for one in TOKEN.finditer(text, run.start(), run.end())]
    kept: list[Span] = []
    for token in reversed(tokens):
        words = token.cut(text)
        if fold(words) in small or POSSESSIVE.search(words) is not None:
            break
        kept.insert(0, token)
    if not kept:
        return name
    words_of = tuple(fold(token.cut(text)) for token in kept)
    return replace(name, span=Span(kept[0].start, name.span.end), words=words_of + name.words)


def _title_length(text: str, tokens: list[Span], lexicon: Lexicon) -> int:
    """How many words before a title are part of it: "Port Minister …", "Iranian President …"."""
    words = [fold(token.cut(text)) for token in tokens]
    last = max((n for n, word in enumerate(words[:-1]) if word in lexicon.roles.titles), default=0)
    known = lexicon.roles.titles | lexicon.roles.modifiers | lexicon.country_words
    return last if last and known.issuperset(words[:last]) else 0


def _is_title(word: str, following: str, lexicon: Lexicon) -> bool:
    bare = fold(word)
    if bare in lexicon.given or not following[0].isupper():
        return bare in lexicon.roles.address
    return bare in lexicon.roles.titles or bare in lexicon.roles.address


def _widen(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """The edges with a particle before ("al-") and a company's form behind (", Inc.")."""
    before = text[max(0, start - 4) : start]
    if before.endswith("-"):
        particle = TOKEN.match(before, max(0, before.rfind(" ") + 1))
        if particle is not None and fold(particle[0].rstrip("-")) in lexicon.particles:
            start -= len(before) - before.rfind(" ") - 1
    form = lexicon.company_forms.match(text, end)
    return start, form.end() if form is not None else end
