"""The pages of one question, ready to be asked for a sentence, an outlet or a parent.

Invariant: the pages are those given; nothing is asked of a page that is not among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord import languages
from onrecord.passages import find_sentences
from onrecord.record import Derivation, Reading, Span
from onrecord.stories.media.outlets import Outlet, find_outlets, resolve_outlet

_WORD = re.compile(r"\w+")
_SHORTEST_NAME = 3
"""Letters of the shortest name of an outlet that is looked for in a text."""
_NO_OUTLET = Outlet("", (), (), ())


@dataclass(frozen=True, slots=True)
class OriginPages:
    """Readings by id of article, the outlets of all, and from whom each page has taken."""

    readings: Mapping[str, Reading]
    outlets: tuple[Outlet, ...]
    parents: Mapping[str, tuple[Derivation, ...]]
    owners: Mapping[str, Outlet]
    """Id of an article to its outlet."""
    names: Mapping[str, tuple[tuple[str, Outlet], ...]]
    """First word to the outlets' names that begin with it, in the order of the outlets."""
    meant: dict[str, Outlet | None] = field(default_factory=dict, compare=False, repr=False)
    """Names that were asked for, with what they mean."""

    def text(self, article: str) -> str:
        """The article's text."""
        return self.readings[article].article.text

    def own(self, article: str) -> Outlet:
        """The outlet whose page the article is."""
        return self.owners.get(article, _NO_OUTLET)

    def is_own(self, name: str, article: str) -> bool:
        """Whether ``name`` means the outlet whose page ``article`` is."""
        own = self.own(article)
        return name in own.names or (bool(name) and self.resolve(name) is own)

    def resolve(self, name: str) -> Outlet | None:
        """The outlet of these pages that ``name`` means, if any."""
        if not name:
            return None
        if name not in self.meant:
            self.meant[name] = resolve_outlet(name, self.outlets)
        return self.meant[name]

    def ancestors(self, article: str) -> frozenset[str]:
        """All articles from which this one has taken, directly or through others."""
        found: set[str] = set()
        ahead = [article]
        while ahead:
            for one in self.parents.get(ahead.pop(), ()):
                if one.parent not in found:
                    found.add(one.parent)
                    ahead.append(one.parent)
        return frozenset(found)

    def sentences(self, article: str) -> tuple[Span, ...]:
        """All sentences of the article in order."""
        found = self.readings[article].article
        return _divide(found.text, found.paragraphs)

    def sentence(self, article: str, place: Span) -> Span:
        """The sentences over which ``place`` runs, as one span; ``place`` where there are none."""
        found = [one for one in self.sentences(article) if one.overlaps(place)]
        return Span(found[0].start, found[-1].end) if found else place

    def paragraph(self, article: str, place: Span) -> Span:
        """The paragraph in which ``place`` begins; ``place`` where it is in none."""
        blocks = self.readings[article].article.blocks
        return next((one.span for one in blocks if one.span.overlaps(place)), place)

    def named_outlets(self, article: str, place: Span) -> tuple[tuple[Outlet, Span], ...]:
        """The outlets of these pages that the words at ``place`` name, in their order."""
        text, found = self.text(article), dict[Span, Outlet]()
        for word in _WORD.finditer(text, place.start, place.end):
            for name, outlet in self.names.get(word[0], ()):
                end = word.start() + len(name)
                whole = text.startswith(name, word.start()) and not _goes_on(text, end)
                if whole and end <= place.end:
                    found.setdefault(Span(word.start(), end), outlet)
        for entity in self.readings[article].entities:
            for mention in entity.mentions:
                if entity.kind not in ("outlet", "organisation") or not place.covers(mention):
                    continue
                meant = self.resolve(mention.cut(text))
                if meant is not None and not any(mention.overlaps(one) for one in found):
                    found[mention] = meant
        longest = [one for one in found if not any(o != one and o.covers(one) for o in found)]
        return tuple((found[one], one) for one in sorted(longest))


def gather_pages(readings: Iterable[Reading], derivations: Iterable[Derivation]) -> OriginPages:
    """The pages with their outlets and parents; a parent that is no page among them is left out."""
    known = {one.article.id: one for one in readings}
    parents: dict[str, list[Derivation]] = {}
    for one in derivations:
        if one.article in known and one.parent in known:
            parents.setdefault(one.article, []).append(one)
    outlets = find_outlets(tuple(known.values()))
    return OriginPages(
        known,
        outlets,
        {article: tuple(found) for article, found in parents.items()},
        {article: outlet for outlet in outlets for article in outlet.articles},
        _names_of(outlets),
    )


def _names_of(outlets: tuple[Outlet, ...]) -> dict[str, tuple[tuple[str, Outlet], ...]]:
    """The names of all outlets, without their article, by their first word."""
    found: dict[str, list[tuple[str, Outlet]]] = {}
    for outlet in outlets:
        for name in outlet.names:
            bare = re.sub(r"^[Tt]he\s+", "", name)
            first = _WORD.search(bare)
            if first is not None and len(bare) >= _SHORTEST_NAME:
                found.setdefault(first[0], []).append((bare[first.start() :], outlet))
    return {word: tuple(names) for word, names in found.items()}


def _goes_on(text: str, end: int) -> bool:
    """Whether a word goes on at ``end``."""
    return _WORD.match(text, end) is not None and text[end - 1].isalnum()


@lru_cache(maxsize=1024)
def _divide(text: str, paragraphs: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences of a page; only those of a claim's pages are ever asked for."""
    short = languages.load("en", "abbreviations")["abbreviations"]
    return tuple(one for each in paragraphs for one in find_sentences(text, each, short))
