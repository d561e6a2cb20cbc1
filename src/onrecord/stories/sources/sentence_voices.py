"""Whose words a sentence's are by its grammar alone, where no statement was found in it.

Invariant: a phrase counts only beside a verb of reporting that makes the sentence its own.
"""

from __future__ import annotations

import re

from onrecord.record import SourceKind, Span
from onrecord.statements.phrases import singular
from onrecord.stories.sources.descriptions import (
    TOKEN,
    core_of,
    head_noun,
    kind_of,
    without_article,
)
from onrecord.stories.sources.observations import Place, own_names
from onrecord.stories.sources.origin import Origin
from onrecord.stories.sources.origin_pages import OriginPages
from onrecord.stories.sources.origin_words import OriginWords

_APPOSITION = r"(?:,[^,.;“”]{2,80},)?"
_MARKS = re.compile(r"[,;:“”\"()–—]")
_BEHIND = re.compile(r"[^,;:.“”\"()–—\n]*")
_STOPS = re.compile(r"\s*(?:[,.;–—]|$)")
_FULL_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+")
_LONGEST = 90
"""Characters of a source phrase at most; what is longer is a clause."""


_RELATIVE = (["who"], ["whose"], ["which"])
"""First words of a clause about whoever stands before it."""


def find_voice(place: Place, pages: OriginPages, words: OriginWords) -> Origin | None:
    """The source that the sentence itself, or one right behind that looks back, names."""
    found = _in_sentence(place.article, place.sentence, pages, words)
    if found is not None:
        return found
    behind = next(
        (one for one in pages.sentences(place.article) if one.start >= place.sentence.end), None
    )
    text = pages.text(place.article)
    if behind is None or words.looking_back.match(text, behind.start) is None:
        return None
    return _in_sentence(place.article, behind, pages, words)


def find_claimant(place: Place, pages: OriginPages, words: OriginWords) -> Origin | None:
    """Whose claim the sentence speaks of: "the coastguard's figure", "the account of …"."""
    span = _owner_of_saying(place.article, place.sentence, pages, words)
    return None if span is None else origin_at(place.article, span, pages, words)


def _in_sentence(
    article: str, sentence: Span, pages: OriginPages, words: OriginWords
) -> Origin | None:
    for finder in (_told_us, _learned_from, _said_by_entity, _owner_of_saying, _subject, _tail):
        span = finder(article, sentence, pages, words)
        if span is not None:
            to_us = finder in (_told_us, _learned_from)
            return origin_at(article, span, pages, words, to_us=to_us)
    return None


def origin_at(
    article: str, span: Span, pages: OriginPages, words: OriginWords, *, to_us: bool = False
) -> Origin | None:
    """The origin that the phrase at ``span`` means: its entity, or by its own words."""
    text, own = pages.text(article), pages.own(article).name
    phrase = without_article(span.cut(text)).strip(" ,")
    for entity in pages.readings[article].entities:
        known = entity.kind == "person" or entity.kind == "organisation"
        if not known or not entity.name[:1].isupper():
            continue
        for mention in entity.mentions:
            if mention.start <= span.start + 4 and mention.end >= span.end - 1:
                kind: SourceKind = "person" if entity.kind == "person" else "organisation"
                roles = entity.roles
                return Origin(article, entity.name, kind, False, own, roles, (span,), to_us)
    kind_read = kind_of(phrase, words)
    if kind_read is not None:
        unnamed = kind_read in ("person", "group", "document")
        return Origin(article, phrase, kind_read, unnamed, own, (), (span,), to_us)
    if phrase[:1].isupper():
        body = singular(head_noun(phrase)) in words.bodies
        return Origin(
            article, phrase, "organisation" if body else "person", False, own, (), (span,), to_us
        )
    if to_us or words.grammar.among.search(phrase):
        return Origin(article, phrase, "group", True, own, (), (span,), to_us)
    return None


def _told_us(article: str, sentence: Span, pages: OriginPages, words: OriginWords) -> Span | None:
    """The phrase in front of "told" and the outlet's own name: "two of the crew have told us"."""
    own = own_names(article, pages, words)
    articles = words.grammar.articles.pattern
    pattern = re.compile(
        rf"{words.telling.pattern}\s+(?:{articles}\s+)?(?:{own})(?!\w)", re.IGNORECASE
    )
    text = pages.text(article)
    for found in pattern.finditer(text, sentence.start, sentence.end):
        if _is_quoted(text, sentence, Span(*found.span())):
            continue
        cuts = [
            one.end()
            for cut in (_MARKS, words.grammar.clauses)
            for one in cut.finditer(text, sentence.start, found.start())
            if text[one.end() : found.start()].strip()
        ]
        starts = sorted({sentence.start, *cuts}, reverse=True)
        ends = [found.start(), *starts]
        for start, end in zip(starts, ends, strict=False):
            phrase = _trimmed(text, start, end, words)
            if phrase is None or TOKEN.findall(phrase.cut(text))[:1] in _RELATIVE:
                continue
            if len(phrase) <= _LONGEST:
                return phrase
            break
    return None


def _learned_from(
    article: str, sentence: Span, pages: OriginPages, words: OriginWords
) -> Span | None:
    """The phrase behind the outlet's own name and "has learned from"."""
    own = own_names(article, pages, words)
    pattern = re.compile(rf"(?<!\w)(?:{own})\s+{words.learning.pattern}\s+", re.IGNORECASE)
    text = pages.text(article)
    for found in pattern.finditer(text, sentence.start, sentence.end):
        if _is_quoted(text, sentence, Span(*found.span())):
            continue
        end = found.end() + len(_BEHIND.match(text, found.end(), sentence.end)[0])  # type: ignore[index]
        phrase = _trimmed(text, found.end(), end, words)
        if phrase is not None and len(phrase) <= _LONGEST:
            return phrase
    return None


def _is_quoted(text: str, sentence: Span, place: Span) -> bool:
    """Whether ``place`` stands inside quotation marks that the sentence opens."""
    lead = text[sentence.start : place.start]
    return lead.count("“") > lead.count("”") or lead.count('"') % 2 == 1


def _trimmed(text: str, start: int, end: int, words: OriginWords) -> Span | None:
    edge = ' \n\xa0,“”"'
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    last = text[start:end].rpartition(" ")[2]
    if last in words.grammar.auxiliaries:
        end -= len(last) + 1
    return Span(start, end) if end > start else None


def _said_by_entity(
    article: str, sentence: Span, pages: OriginPages, words: OriginWords
) -> Span | None:
    """A mention right behind "according to" or ", said", or right before a verb of reporting."""
    text = pages.text(article)
    says = re.compile(_before_verb(words), re.IGNORECASE)
    behind: Span | None = None
    for entity in pages.readings[article].entities:
        own = pages.is_own(entity.name, article)
        if own or entity.kind in ("outlet", "place", "product"):
            continue
        for mention in entity.mentions:
            if not sentence.covers(mention) or len(mention) > _LONGEST:
                continue
            if _is_quoted(text, sentence, mention):
                continue
            lead = without_last_article(
                text[max(sentence.start, mention.start - 40) : mention.start]
            )
            told = any(one.end() == len(lead) for one in words.according.finditer(lead))
            if told and _ends_phrase(text, mention.end, words):
                return mention
            found = says.match(text, mention.end, sentence.end)
            if found and behind is None and not _is_inverted(text, found.end(), sentence, words):
                behind = mention
    return behind


def without_last_article(lead: str) -> str:
    """The words before a phrase without the article that belongs to the phrase."""
    bare, _, last = lead.rstrip().rpartition(" ")
    return bare.rstrip() if without_article(f"{last} x") == "x" else lead.rstrip()


def _before_verb(words: OriginWords) -> str:
    """What may stand between a subject and its verb of reporting, and that verb."""
    adverbs = rf"(?:\s+(?:{words.grammar.adverbs}|\w+ly)){{0,2}}\s+"
    return rf"{_APPOSITION}{adverbs}{words.reporting.pattern}"


def _ends_phrase(text: str, end: int, words: OriginWords) -> bool:
    if _STOPS.match(text, end):
        return True
    return words.grammar.behind.match(text, end + 1) is not None


def _is_inverted(text: str, end: int, sentence: Span, words: OriginWords) -> bool:
    """Whether the verb's subject stands behind it: "…, said the officials"."""
    counted = words.grammar.counted.match(text, end + 1, sentence.end)
    if counted is None:
        return False
    return re.match(r"\s+\w+(?:\s\w+)?\s*[,.]", text[counted.end() : sentence.end]) is not None


def _owner_of_saying(
    article: str, sentence: Span, pages: OriginPages, words: OriginWords
) -> Span | None:
    """Whose figure or account it is: "the coastguard's figure", "the account of …"."""
    text, sayings = pages.text(article), words.sayings.pattern
    owned = re.compile(rf"(?P<who>[^\W\d_][\w -]{{1,60}}?)[’']s?\s+(?:\w+\s+)?{sayings}")
    for found in owned.finditer(text, sentence.start, sentence.end):
        tokens = [Span(*one.span()) for one in TOKEN.finditer(text, *found.span("who"))]
        for first in reversed(range(len(tokens))):
            span = Span(tokens[first].start, found.end("who"))
            before = tokens[first - 1].cut(text).lower() if first else ""
            if first and before not in words.determiners | words.of:
                continue
            kind = kind_of(span.cut(text), words)
            if kind in ("organisation", "person", "document") or span.cut(text).istitle():
                return span
    of = re.compile(
        rf"{sayings}\s+{words.grammar.by_whom}\s+"
        r"(?P<who>[^,.;“”()]{2,80}(?:,\s+[A-Z]\w+\s+[A-Z]\w+)?)"
    )
    for found in of.finditer(text, sentence.start, sentence.end):
        who = Span(*found.span("who"))
        name = _FULL_NAME.search(who.cut(text))
        if name is not None:
            return Span(who.start + name.start(), who.start + name.end())
        if kind_of(who.cut(text), words) in ("organisation", "person", "group"):
            return Span(who.start, who.start + len(core_of(who.cut(text))))
    return None


def _tail(article: str, sentence: Span, pages: OriginPages, words: OriginWords) -> Span | None:
    """The subject of the last clause: "…, the water board admitted on Sunday"."""
    text = pages.text(article)
    comma = text.rfind(", ", sentence.start, sentence.end)
    if comma < 0 or _is_quoted(text, sentence, Span(comma, comma + 1)):
        return None
    return _subject(article, Span(comma + 2, sentence.end), pages, words)


def _subject(article: str, sentence: Span, pages: OriginPages, words: OriginWords) -> Span | None:
    """The subject at the head of the sentence, before a verb of reporting."""
    text = pages.text(article)
    head = (
        rf"(?P<who>(?:{words.grammar.counted.pattern}|[^\W\d_a-z][\w’'-]+)(?:\s+[\w’'-]+){{0,5}}?)"
    )
    found = re.compile(head + _before_verb(words)).match(text, sentence.start, sentence.end)
    if found is None:
        return None
    who = Span(*found.span("who"))
    if pages.resolve(who.cut(text)) is not None:
        return None
    return who if kind_of(who.cut(text), words) is not None else None
