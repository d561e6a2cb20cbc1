"""Whom a page credits for its text: agencies and other outlets, named or not.

Invariant: a credit is for the text as a whole; who is cited in a sentence, and who took a picture,
is none. The page's own outlet and its authors are never credited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from onrecord import languages
from onrecord.record import Article, CreditPlace, Span
from onrecord.stories.media.outlet_names import OTHER, host_of, is_medium_word, likeness, name_key

How = Literal["dateline", "byline", "contribution", "ending", "wire"] | CreditPlace

DATELINE_PARAGRAPHS = 3
"""Paragraphs at the start in which a dateline may stand: dates and stamps go before it."""
LAST_PARAGRAPHS = 3
"""Paragraphs at the end in which a name may stand alone: a teaser may follow it."""
SHORT_LINE = 90
"""Characters of a line that credits somebody by a phrase; in longer ones it must close the line."""
BYLINES = 2
"""Bylines that may be the page's own; later ones are those of other articles."""
OWN_LETTERS = 5
"""Letters that a name and the outlet's must have in common to be one: "Beachbody"."""
MAX_WORDS = 6
"""Words of a name at most."""

_DATELINE = re.compile(r"[^()\n]{0,60}\(([^()\n]{2,40})\)\s{0,2}(?:--|[—–-])\s")
_BARE_DATELINE = re.compile(r"[A-Z][^\n()—–,]{1,40},\s([^\n()—–,]{2,30}?)\s{0,2}(?:--|[—–]|\s-)\s")
_LAST_BRACKETS = re.compile(
    r"(?:(?<![^\n])|[.!?”’\"'»]\s{0,2})[(\[]([^()\[\]\n]{2,60})[)\]]\W{0,3}(?:[a-z]{2,3}/[a-z]{2,3})?\s*$"
)
_LAST_DASH = re.compile(r"[.!?]\s{1,2}(?:--|[—–-])\s{0,2}([^\n—–]{2,40}?)[.\s]*$")
_SPLIT = re.compile(r"\s*[/|·•,;&+]\s*")
_NAME = re.compile(
    r"(?:[Tt]he\s)?[^\W\d_a-z][\w&.’'-]*(?:\s(?:of|for|de|du|del|[^\W_a-z][\w&.’'-]*)){0,6}"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet or agency that the page credits.

    ``span`` = the words of the article's text, None for what stands in byline or metadata;
    ``vague`` = credited without a name ("Agencies"), ``name`` being the page's words.
    """

    name: str
    how: How
    span: Span | None = None
    vague: bool = False

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError(f"a credit ({self.how}) has a name or says 'agencies'")


def find_credits(article: Article) -> tuple[Credit, ...]:
    """The outlets and agencies that ``article`` credits for its text, each once."""
    found: dict[str, Credit] = {}
    for credit in (
        *_datelines(article),
        *_bylines(article),
        *_phrases(article),
        *_endings(article),
    ):
        found.setdefault(name_key(credit.name), credit)
    if article.wire and not _is_own(article.wire, article):
        found.setdefault(name_key(article.wire), Credit(article.wire, "wire"))
    for given in article.credits:
        for name in filter(None, map(_strip, re.split(r"\s*[/|]\s*", given.name))):
            if not _is_own(name, article) and not any(one.isdigit() for one in name.split()):
                vague = name.casefold() in _vague()
                found.setdefault(name_key(name), Credit(name, given.place, vague=vague))
    return tuple(_without_short_forms(list(found.values())))


def credits_outlet(credit: Credit, article: Article) -> bool:
    """Whether ``credit`` means the outlet of ``article``."""
    return not credit.vague and _is_own(credit.name, article)


def _without_short_forms(credits: list[Credit]) -> Iterator[Credit]:
    """``credits`` without those that say again by a shorter name whom an earlier one named."""
    kept: list[Credit] = []
    for one in credits:
        if all(one.vague or likeness(one.name, other.name) == OTHER for other in kept):
            kept.append(one)
            yield one


def _datelines(article: Article) -> Iterator[Credit]:
    for paragraph in article.paragraphs[:DATELINE_PARAGRAPHS]:
        for pattern in (_DATELINE, _BARE_DATELINE):
            found = pattern.match(article.text, paragraph.start, paragraph.end)
            if found is None:
                continue
            for name, vague in _parts(found[1], article):
                if pattern is _DATELINE or vague or _is_known_medium(name):
                    yield Credit(name, "dateline", _place(article, name, found.span(1)), vague)


def _bylines(article: Article) -> Iterator[Credit]:
    """Credits of the page's own byline; those of other articles and people's lives are left out."""
    lines = [one.text for one in article.furniture if one.kind == "byline"][:BYLINES]
    for place, line in enumerate(lines):
        bare = line
        for author in article.authors:
            bare = bare.replace(author, ",")
        is_own = place == 0 or not article.authors or bare != line
        if is_own and len(bare) <= SHORT_LINE and not _begins_with(line, "pictures"):
            for name, vague in _parts(bare, article, alone=bare == line):
                yield Credit(name, "byline", vague=vague)


def _phrases(article: Article) -> Iterator[Credit]:
    text = article.text
    for paragraph in article.paragraphs:
        if (
            len(paragraph) > 2 * SHORT_LINE
            and paragraph not in article.paragraphs[-LAST_PARAGRAPHS:]
        ):
            continue
        for phrase in _phrase("before").finditer(text, paragraph.start, paragraph.end):
            end = _end_of_line(text, phrase.end(), paragraph.end)
            if end - phrase.end() <= SHORT_LINE:
                yield from _credit_within(article, phrase.end(), end)
        for phrase in _phrase("after").finditer(text, paragraph.start, paragraph.end):
            start = max(paragraph.start, phrase.start() - SHORT_LINE)
            yield from _credit_within(article, start, phrase.start())
            break


def _credit_within(article: Article, start: int, end: int) -> Iterator[Credit]:
    line = article.text[start:end]
    for name, vague in _parts(line, article):
        yield Credit(name, "contribution", _place(article, name, (start, end)), vague)


def _endings(article: Article) -> Iterator[Credit]:
    """Names that stand alone at the end of one of the last paragraphs."""
    text = article.text
    for paragraph in article.paragraphs[-LAST_PARAGRAPHS:]:
        if _begins_with(paragraph.cut(text), "pictures"):
            continue
        start = max(paragraph.start, paragraph.end - SHORT_LINE)
        found = _LAST_BRACKETS.search(text, start, paragraph.end)
        found = found or _LAST_DASH.search(text, start, paragraph.end)
        span = found.span(1) if found else (paragraph.start, paragraph.end)
        if found is None and len(paragraph) > SHORT_LINE // 2:
            continue
        line = text[span[0] : span[1]]
        if found is None and not _is_credit_line(line):
            continue
        for name, vague in _parts(line, article):
            yield Credit(name, "ending", _place(article, name, span), vague)


def _is_credit_line(line: str) -> bool:
    """Whether a short last line is a name alone: "Meridian Wire", "Source: AP", "© dpa"."""
    bare = _strip(line)
    named = _NAME.fullmatch(bare) is not None and _is_known_medium(bare)
    return named or bare.casefold() in _vague()


def _parts(line: str, article: Article, *, alone: bool = True) -> Iterator[tuple[str, bool]]:
    """The outlets and agencies named in a credit line, each with whether it is a vague one."""
    for part in _SPLIT.split(_strip(line))[: 2 * MAX_WORDS]:
        apart = alone and ("," not in line or part == _strip(line))
        for piece in _between().split(part):
            name = _strip(_places().split(piece)[0])
            if name.casefold() in _vague():
                yield name, True
            elif name := _find_outlet(name, article, alone=apart):
                yield name, False


def _find_outlet(name: str, article: Article, *, alone: bool) -> str:
    """The other outlet that ``name`` is or begins with, or "".

    One word that nobody knows is an outlet's only where it stands ``alone``: between commas it is
    a town.
    """
    words = name.split()
    if not words or len(words) > MAX_WORDS or any(word.isdigit() for word in words):
        return ""
    if _is_own(name, article) or any(name in one for one in article.authors):
        return ""
    if _is_listed(name) or (host_of(name) and len(words) == 1 and name[-1].isalpha()):
        return name
    for count in range(len(words) - 1, 0, -1):
        start = " ".join(words[:count])
        if _is_listed(start):
            return "" if _is_own(start, article) else start
    bare = [word for word in words if word.casefold() not in _words("lines", "desks")]
    if not bare or not _NAME.fullmatch(name) or _is_own(" ".join(bare), article):
        return ""
    if _is_known_medium(name):
        return name
    single = len(words) == len(bare) == 1 and alone and len(name) > 2
    return name if single and name.casefold() not in _first_names() else ""


def _is_known_medium(name: str) -> bool:
    """Whether the name is a known medium's, bears a medium's word, or is made of initials."""
    words = name.split()
    if len(words) == 1:
        return _is_listed(name) or (name.isupper() and 3 <= len(name) <= 6)
    nouns = [words[-1], *(word for word, after in pairwise(words) if after in ("of", "for", "de"))]
    return (
        _is_listed(name)
        or words[0] in languages.load("en", "media")["first_words"]
        or any(is_medium_word(word) for word in nouns)
    )


def _is_listed(name: str) -> bool:
    return name.casefold().removeprefix("the ") in _media()


def _is_own(name: str, article: Article) -> bool:
    """Whether ``name`` means the page's outlet, be it with a desk's or a company's words."""
    key = name_key(name)
    for own in filter(None, (article.outlet, host_of(article.url))):
        within = sorted((key, name_key(own)), key=len)
        if likeness(name, own) != OTHER or (
            len(within[0]) >= OWN_LETTERS and within[0] in within[1]
        ):
            return True
    return False


def _place(article: Article, name: str, within: tuple[int, int]) -> Span | None:
    at = article.text.find(name, *within)
    return Span(at, at + len(name)) if at >= 0 else None


def _strip(line: str) -> str:
    """``line`` without brackets, dashes and the words that lead to a name."""
    bare = line.strip(' \t\n.,:;—–-()[]©“”"')
    for _ in range(3):
        found = _lead().match(bare)
        if found is None:
            break
        bare = bare[found.end() :].strip(" :—–-©")
    return bare


def _end_of_line(text: str, start: int, end: int) -> int:
    stop = re.compile(r"[.;)\]](?=\s|$)|\s(?:--|[—–-])\s").search(text, start, end)
    return stop.start() if stop else end


def _begins_with(line: str, table: str) -> bool:
    first = re.match(r"\W*((?:file\s)?\w+)", line.casefold())
    return first is not None and first[1] in _words("lines", table)


@cache
def _table() -> dict[str, Any]:
    return dict(languages.load("en", "credits"))


@cache
def _words(section: str, name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _table()[section][name])


@cache
def _vague() -> frozenset[str]:
    return _words("vague", "names")


@cache
def _media() -> frozenset[str]:
    names = languages.load("en", "media")["names"]
    return frozenset(name.casefold().removeprefix("the ") for name in names)


@cache
def _first_names() -> frozenset[str]:
    table = languages.load("en", "first_names")
    return frozenset(
        one.casefold() for names in table.values() if isinstance(names, list) for one in names
    )


@cache
def _phrase(side: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(_table()['phrases'][side])})(?!\w)\s*", re.I)


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives(_table()['lines']['before'])})(?:\s*:|\s+|(?<=©))", re.I)


@cache
def _places() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_alternatives(_table()['lines']['places'])})\s+")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_alternatives(_table()['lines']['between'])})\s+")


def _alternatives(phrases: list[str]) -> str:
    ranked = sorted(phrases, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ranked)
