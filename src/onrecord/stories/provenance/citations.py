"""Where a page says that it has something from another outlet: by name, by link, or vaguely.

Invariant: a citing has words of the page; an outlet that is only spoken of is not cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.passages import find_sentences
from onrecord.record import Reading, SourceLink, Span
from onrecord.statements.names import NAME_JOINS
from onrecord.stories.media.outlet_index import Names
from onrecord.stories.media.outlet_names import (
    INITIALS,
    SAME,
    has_article,
    host_of,
    is_medium_word,
)
from onrecord.stories.media.outlets import Outlet
from onrecord.stories.provenance.citing_words import (
    abbreviations,
    after_names,
    alternatives,
    before_names,
    hints,
    kinds_before,
    openers,
    passed_by,
    passing_on,
    table,
    unnamed_media,
)

CitingRule = Literal["chain", "told", "phrase", "hinted", "named", "link", "vague"]
_BEFORE, _AFTER = 60, 120
"""Characters around a name in which a citing phrase stands."""
_WORD = re.compile(r"[^\W_](?:[\w.&-]*[^\W_])?|&")
_NEAR = 300
"""Characters around a name in which a word may hint that it is cited."""
_OPENER = 8
"""Characters before a name in which its article stands."""
_PAIRED = 8
"""Words between two outlets that share a verb at most."""
_LONGEST = 8
"""Words of an outlet's name at most."""
_HOST = re.compile(r"(?<![\w.@-])(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+){1,3}(?![\w-])", re.I)


@dataclass(frozen=True, slots=True)
class Citing:
    """One place where a page cites an outlet.

    ``outlets`` are those that the words may mean, none where they name nobody ("a rival paper",
    then ``noun`` = "paper"). ``span`` = the naming words, ``content`` = what is told there.
    ``nested`` = another outlet passed it on, so that this one was not taken from itself.
    ``rule`` hinted = the outlet is named in a sentence about a report, named = it is spoken of.
    """

    outlets: tuple[Outlet, ...]
    span: Span
    content: tuple[Span, ...]
    rule: CitingRule
    nested: bool = False
    noun: str = ""
    url: str = ""

    @property
    def vague(self) -> bool:
        """Whether the page holds back whom it cites."""
        return not self.outlets


def find_citings(reading: Reading, names: Names) -> tuple[Citing, ...]:
    """Every place of the text where ``names`` or an unnamed medium are cited, in order."""
    sentences = _sentences(reading)
    found = [*find_named(reading, names, sentences), *_linked(reading, names, sentences)]
    found += _vague(reading, sentences, tuple(found))
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end)))


def _sentences(reading: Reading) -> tuple[Span, ...]:
    article = reading.article
    stops = abbreviations()
    return tuple(
        one
        for paragraph in article.paragraphs or (Span(0, len(article.text)),)
        for one in find_sentences(article.text, paragraph, stops)
    )


def find_named(
    reading: Reading, names: Names, sentences: tuple[Span, ...] = ()
) -> Iterator[Citing]:
    """Every place where one of ``names`` stands, the last of a sentence first.

    ``sentences`` of the text, where they are known already.
    """
    sentences = sentences or _sentences(reading)
    text = reading.article.text
    inside = [part for one in reading.statements if one.mode == "direct" for part in one.content]
    for sentence in sentences:
        later: Citing | None = None
        there = list(_names_in(text, sentence, names))
        for place, (span, outlets) in reversed(list(enumerate(there))):
            rule, nested = _rule(reading, span, sentence)
            if rule == "named" and any(part.covers(span) for part in inside):
                continue
            before = text[max(sentence.start, span.start - _BEFORE) : span.start]
            after = text[span.end : min(sentence.end, span.end + _BEFORE)]
            nested = (
                nested
                or (
                    passing_on().search(before) is not None
                    and any(names.is_clear(text, other) for other, _ in there[:place])
                )
                or (passed_by().match(after) is not None and later is not None)
            )
            if rule in ("named", "hinted") and later is not None and _is_paired(text, span, later):
                rule, nested = later.rule, later.nested
            if rule in ("named", "hinted") and not names.is_clear(text, span):
                continue
            later = Citing(outlets, span, _content(reading, span, sentence), rule, nested)
            yield later


def _is_paired(text: str, span: Span, later: Citing) -> bool:
    """Whether two outlets have one verb: "The Post, a daily, and Radio Tarn had reported"."""
    between = text[span.end : later.span.start].casefold()
    joined = any(f" {word} " in between for word in table("citing")["joins"])
    return later.rule in ("chain", "phrase") and joined and len(between.split()) <= _PAIRED


def _names_in(text: str, sentence: Span, names: Names) -> Iterator[tuple[Span, tuple[Outlet, ...]]]:
    for run in _runs(text, sentence):
        taken = 0
        for first in range(len(run)):
            if first < taken or run[first][0].casefold() not in names.words:
                continue
            for last in range(min(len(run), first + _LONGEST), first, -1):
                span = Span(run[first].start(), run[last - 1].end())
                if outlets := _outlets_at(text, span, names, alone=last - first == len(run)):
                    yield span, outlets
                    taken = last
                    break
    for match in _HOST.finditer(text, sentence.start, sentence.end):
        if outlets := names.at(host_of(match[0])):
            yield Span(*match.span()), outlets


def _runs(text: str, sentence: Span) -> list[list[re.Match[str]]]:
    """Words in a row that begin with a capital or a digit, joining words between them; no "The"."""
    runs: list[list[re.Match[str]]] = [[]]
    end = -1
    for word in _WORD.finditer(text, sentence.start, sentence.end):
        capital = word[0][0].isupper() or word[0][0].isdigit()
        joined = word.start() == end + 1 and text[end] in " \xa0"
        if not (joined and (capital or word[0] in NAME_JOINS or word[0] == "&")) and runs[-1]:
            runs.append([])
        if (capital or runs[-1]) and word[0].casefold() not in table("outlets")["articles"]:
            runs[-1].append(word)
        end = word.end()
    return [run for run in runs if run]


def _outlets_at(text: str, span: Span, names: Names, *, alone: bool) -> tuple[Outlet, ...]:
    """Whom the words may mean; a word of the language ("post") needs an article before it.

    ``alone`` = no other name stands beside the words.
    """
    words = span.cut(text)
    outlets, rank = names.called(words)
    before = f" {text[max(0, span.start - _OPENER) : span.start]}".casefold()
    before = before.replace("\n", " ")
    article = before[-1:] == " " and before.endswith(openers())
    if not outlets or " " in words or article:
        return outlets
    if rank == INITIALS:
        return outlets if words.isupper() or not words.isalpha() else ()
    own_article = all(has_article(name) for one in outlets for name in one.names)
    if rank == SAME:
        return () if own_article else outlets
    return outlets if alone and not is_medium_word(words) else ()


def _rule(reading: Reading, span: Span, sentence: Span) -> tuple[CitingRule, bool]:
    """How the outlet named at ``span`` is cited there, and whether only through another."""
    for one in reading.statements:
        for place, link in enumerate(one.chain.links[1:], 1):
            if link.span is not None and link.span.overlaps(span) and link.kind == "outlet":
                return "chain", place > 1 and one.chain.links[place - 1].kind == "outlet"
        if one.addressee is not None and one.addressee.overlaps(span):
            return "told", False
    text = reading.article.text
    before = text[max(sentence.start, span.start - _BEFORE) : span.start]
    after = text[span.end : min(sentence.end, span.end + _AFTER)]
    if before_names().search(before) or after_names().match(after):
        return "phrase", False
    start, end = max(sentence.start, span.start - _NEAR), min(sentence.end, span.end + _NEAR)
    around = text[start : span.start] + text[span.end : end]
    hinted = hints().search(around) or kinds_before().search(before)
    return ("hinted" if hinted else "named"), False


def _content(reading: Reading, span: Span, sentence: Span) -> tuple[Span, ...]:
    """The sentence, and what else the page gives as that outlet's by a chain."""
    spans = [sentence]
    names = {link.name for link in _links_at(reading, span)}
    for one in reading.statements:
        links = one.chain.links[1:]
        if any(link.name in names and link.kind == "outlet" for link in links[:1]):
            spans.extend(one.content)
    return tuple(dict.fromkeys(spans))


def _links_at(reading: Reading, span: Span) -> Iterator[SourceLink]:
    for one in reading.statements:
        for link in one.chain.links[1:]:
            if link.span is not None and link.span.overlaps(span):
                yield link


def _linked(reading: Reading, names: Names, sentences: tuple[Span, ...]) -> Iterator[Citing]:
    for link in reading.article.links:
        outlets = names.at(host_of(link.url)) or names.bearing(host_of(link.url))
        if not outlets or link.span is None:
            continue
        there = tuple(one for one in sentences if one.overlaps(link.span))
        yield Citing(outlets, link.span, there or (link.span,), "link", url=link.url)


def _vague(
    reading: Reading, sentences: tuple[Span, ...], named: tuple[Citing, ...]
) -> Iterator[Citing]:
    text = reading.article.text
    for place, sentence in enumerate(sentences):
        for match in unnamed_media().finditer(text, sentence.start, sentence.end):
            span = Span(*match.span())
            if any(sentence.covers(one.span) for one in named):
                continue
            noun = (match["noun"] or match["cited"] or match["by"] or "").casefold()
            content = (sentence, *_going_on(text, noun, sentences[place + 1 :]))
            yield Citing((), span, content, "vague", noun=noun)


def _going_on(text: str, noun: str, sentences: tuple[Span, ...]) -> Iterator[Span]:
    """Later sentences that lead back to the unnamed medium: "says the same newspaper"."""
    if not noun:
        return
    back = re.compile(
        rf"(?<!\w)(?:{alternatives(table('vague')['back'])})\s+{re.escape(noun)}\b", re.I
    )
    for sentence in sentences:
        if back.search(text, sentence.start, sentence.end):
            yield sentence
