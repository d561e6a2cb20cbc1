"""Where each page that tells a claim has it from: the chain followed to where it starts.

Invariant: an outlet that passed a claim on is never its source; what leads nowhere is an unknown
source, of the outlet where the trail ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.record import Side, SourceKind, Span, Telling
from onrecord.stories.media.outlets import Outlet
from onrecord.stories.sources.anonymous import is_specific, may_be_same
from onrecord.stories.sources.attributions import Attribution, read_attribution
from onrecord.stories.sources.bodies import same_body
from onrecord.stories.sources.descriptions import head_noun, is_common
from onrecord.stories.sources.introductions import name_described
from onrecord.stories.sources.observations import Place, find_observation
from onrecord.stories.sources.origin import UNKNOWN, Origin, observer, unknown
from onrecord.stories.sources.origin_pages import OriginPages
from onrecord.stories.sources.origin_words import OriginWords

_FULL_NAME = 3
"""Words from which a name is full, a form of address counted."""
_SURELY = 0.3
"""By how much the scores of telling have to differ for the better to be believed; set by hand."""
_LINE = 60
"""Characters of the shortest paragraph that may be a lead; shorter ones are a page's furniture."""


@dataclass(frozen=True, slots=True)
class Traced:
    """One article's telling led back to an origin; ``origin.article`` is where that one stands."""

    article: str
    origin: Origin


def trace_origins(
    tellings: Iterable[Telling], pages: OriginPages, words: OriginWords, *, side: Side = "asserts"
) -> tuple[Traced, ...]:
    """The origins of every article that tells the claim on ``side``, in the tellings' order."""
    known = tuple(one for one in tellings if one.article in pages.readings)
    deniers = frozenset() if side == "denies" else _deniers(known, pages, words)
    trail = _Trail(pages, words, known, side, deniers)
    found = tuple(
        Traced(article, origin)
        for article in dict.fromkeys(one.article for one in trail.tellings if one.side == side)
        for origin in trail.origins_of(article, ())
    )
    return _lean_on_others(found, pages, words)


@dataclass(frozen=True, slots=True)
class _Trail:
    pages: OriginPages
    words: OriginWords
    tellings: tuple[Telling, ...]
    side: Side
    deniers: frozenset[str]

    def origins_of(self, article: str, behind: tuple[str, ...]) -> tuple[Origin, ...]:
        """Where the article has the claim from; ``behind`` = the articles on the way to it."""
        if article in behind:
            return ()
        way = (*behind, article)
        mine = [one for one in self.tellings if one.article == article and one.side == self.side]
        best = max((one.score for one in mine), default=0.0)
        mine = [one for one in mine if one.score >= best - _SURELY]
        read = [self._read(one) for one in mine]
        sure = [one for one in read if not one.plain and not one.weak]
        for chosen in (sure, [one for one in read if one.weak]):
            found = [origin for one in chosen for origin in self._follow(one, article, way)]
            known = [one for one in found if one.name != UNKNOWN]
            if known:
                return _fold_general(_once(known), self.words)
        if not mine:
            return ()
        beyond = [found for one in mine for found in self._parents(article, way, one)]
        if beyond:
            return _once(beyond)
        if sure:
            last = next(
                (one.relays[-1] for one in sure if one.relays), self.pages.own(article).name
            )
            return (unknown(article, last),)
        if len(way) > 1 and self._is_circle(article, way):
            return ()
        around = self._seen_beside(mine) or self._voice_around(mine) or self._led_into(mine)
        return (around or observer(article, self.pages.own(article).name),)

    def _read(self, telling: Telling) -> Attribution:
        """What the page says; whoever denies the claim there speaks of it as somebody else's."""
        read = read_attribution(telling, self._is_denied(telling), self.pages, self.words)
        if read.origin is None or read.origin.name not in self.deniers:
            return read
        return read_attribution(telling, True, self.pages, self.words)

    def _is_circle(self, article: str, way: tuple[str, ...]) -> bool:
        return any(one.parent in way[:-1] for one in self.pages.parents.get(article, ()))

    def _is_denied(self, telling: Telling) -> bool:
        """Whether the same words are a denial too."""
        return _is_denied_too(telling, self.tellings)

    def _follow(self, one: Attribution, article: str, way: tuple[str, ...]) -> list[Origin]:
        origin = one.origin
        if origin is not None:
            origin = name_described(origin, self.pages, self.words)
        if origin is not None and origin.rests:
            return [origin, *self._parents(article, way, one.telling)]
        if origin is not None and not origin.unnamed:
            return self._known_better(origin, one, article, way)
        beyond = [found for name in one.relays for found in self._through(name, article, way)]
        if not beyond and not (origin is not None and origin.to_us):
            beyond = self._parents(article, way, one.telling)
        if origin is None:
            last = one.relays[-1] if one.relays else self.pages.own(article).name
            return beyond or [unknown(article, last)]
        fitting = [found for found in beyond if self._fits(origin, found)]
        return fitting or [self._from_first(origin, beyond) if one.relays else origin]

    def _known_better(
        self, origin: Origin, one: Attribution, article: str, way: tuple[str, ...]
    ) -> list[Origin]:
        """A person whom a derived page calls by an office or one name, as the page before has them.

        "its president" of a relay is the "club president Aldo Ferraniz" of what it relays.
        """
        short = is_common(origin.name) or len(origin.name.split()) < _FULL_NAME
        if origin.kind not in ("person", "unknown") or not short:
            return [origin]
        mine = {part.lower() for part in origin.name.split() if part[:1].isupper()}
        for found in self._parents(article, way, one.telling):
            theirs = {part.lower() for part in found.name.split()}
            if _holds(found, origin.name) or (found.kind == "person" and mine & theirs):
                return [found]
        return [origin]

    def _from_first(self, origin: Origin, beyond: list[Origin]) -> Origin:
        """The origin with the outlet that its page has it from, where there is only one."""
        outlets = {one.outlet for one in beyond}
        if origin.to_us or len(outlets) != 1:
            return origin
        return replace(origin, outlet=outlets.pop())

    def _fits(self, origin: Origin, found: Origin) -> bool:
        """Whether what a parent has may be whom the page only describes."""
        if origin.kind == "document":
            return found.kind == "document"
        if _holds(found, origin.name):
            return True
        if not found.unnamed or found.name == UNKNOWN or found.kind == "document":
            return False
        return may_be_same(origin.name, found.name, self.words)

    def _through(self, name: str, article: str, way: tuple[str, ...]) -> list[Origin]:
        """The origins of the articles of the outlet ``name`` from which ``article`` may have it."""
        outlet = self.pages.resolve(name)
        if outlet is None:
            return []
        parents = [
            one.parent
            for one in self.pages.parents.get(article, ())
            if self.pages.own(one.parent) is outlet
        ]
        return self._any_of(parents, way) or self._any_of(self._telling(outlet, article), way)

    def _telling(self, outlet: Outlet, article: str) -> list[str]:
        told = {one.article for one in self.tellings if one.side == self.side} - {article}
        return [one for one in outlet.articles if one in told]

    def _parents(
        self, article: str, way: tuple[str, ...], telling: Telling | None = None
    ) -> list[Origin]:
        """What the parents have: those that the telling's own sentence shows before all others."""
        known = self.pages.parents.get(article, ())
        shown = []
        if telling is not None:
            sentence = self.pages.sentence(article, telling.spans[0])
            shown = [one for one in known if any(span.overlaps(sentence) for span in one.spans)]
        found = self._any_of([one.parent for one in shown], way)
        return found or self._any_of([one.parent for one in known], way)

    def _any_of(self, articles: list[str], way: tuple[str, ...]) -> list[Origin]:
        return [found for one in dict.fromkeys(articles) for found in self.origins_of(one, way)]

    def _seen_beside(self, tellings: list[Telling]) -> Origin | None:
        """The outlet's own reporter, where a sentence beside it says what they saw there."""
        for one in tellings:
            here = self.pages.sentence(one.article, one.spans[0])
            paragraph = self.pages.paragraph(one.article, here)
            every = [two for two in self.pages.sentences(one.article) if paragraph.covers(two)]
            behind = [two for two in every if two.start >= here.end][:1]
            for beside in (*behind, *[two for two in every if two.end <= here.start][-1:]):
                place = Place(one.article, beside)
                if (found := find_observation(place, self.pages, self.words)) is not None:
                    return found
        return None

    def _voice_around(self, tellings: list[Telling]) -> Origin | None:
        """Whoever is quoted right behind the sentence, or answers questions throughout the page."""
        for one in tellings:
            found = self._quoted_behind(one) or self._answering(one)
            if found is not None:
                return found
        return None

    def _quoted_behind(self, telling: Telling) -> Origin | None:
        sentence = self.pages.sentence(telling.article, telling.spans[0])
        paragraph = self.pages.paragraph(telling.article, sentence)
        text = self.pages.text(telling.article)
        for one in self.pages.readings[telling.article].statements:
            start = min(one.content).start
            near = 0 <= start - sentence.end <= 3 and start < paragraph.end
            if (
                near
                and one.mode == "direct"
                and text[start] in "“\"‘'"
                and _is_somebody(one.chain.origin.name)
            ):
                link = one.chain.origin
                if link.kind in ("person", "organisation") and not link.unnamed:
                    return self._inferred(
                        telling.article, link.name, link.kind == "person", sentence
                    )
        return None

    def _led_into(self, tellings: list[Telling]) -> Origin | None:
        """Whoever without a name is the first source behind a lead that gives none."""
        article = tellings[0].article
        blocks = [one.span for one in self.pages.readings[article].article.blocks]
        place = min(one.spans[0] for one in tellings)
        lead = next((n for n, one in enumerate(blocks) if one.overlaps(place)), len(blocks))
        told = [n for n, one in enumerate(blocks) if len(one) > _LINE]
        if lead not in told[:1]:
            return None
        end = blocks[min(lead + 1, len(blocks) - 1)].end
        for sentence in self.pages.sentences(article):
            if place.end <= sentence.start and sentence.end <= end:
                telling = Telling(article, self.side, (sentence,), None, 0.0)
                read = read_attribution(telling, False, self.pages, self.words)
                if read.origin is not None and not read.weak and read.origin.unnamed:
                    return replace(
                        name_described(read.origin, self.pages, self.words), inferred=True
                    )
        return None

    def _answering(self, telling: Telling) -> Origin | None:
        """The person interviewed, where the page's own sentences say "I" and mean them."""
        article = telling.article
        text = self.pages.text(article)
        speakers = [
            one.chain.origin.name
            for one in self.pages.readings[article].statements
            if one.source is not None
            and one.source.cut(text) in self.words.first_person
            and one.chain.origin.kind == "person"
            and _outside_quotes(text, one.source, self.pages.paragraph(article, one.source))
        ]
        paragraph = self.pages.paragraph(article, telling.spans[0])
        if (
            len(speakers) < 2
            or len(set(speakers)) > 1
            or paragraph.cut(text).rstrip().endswith("?")
        ):
            return None
        return self._inferred(article, speakers[0], True, telling.spans[0])

    def _inferred(self, article: str, name: str, is_person: bool, span: Span) -> Origin:
        roles = next(
            (one.roles for one in self.pages.readings[article].entities if one.name == name), ()
        )
        kind: SourceKind = "person" if is_person else "organisation"
        return Origin(
            article, name, kind, False, self.pages.own(article).name, roles, (span,), True, "", True
        )  # fmt: skip


def _deniers(
    tellings: tuple[Telling, ...], pages: OriginPages, words: OriginWords
) -> frozenset[str]:
    """Who denies the claim on any page: on none of them they are its source.

    Whoever asserts it elsewhere in words that tell it more surely than they deny it does not.
    """
    denied: dict[str, float] = {}
    asserted: dict[str, float] = {}
    for one in tellings:
        origin = read_attribution(one, False, pages, words).origin
        if origin is None or (one.side == "asserts" and _is_denied_too(one, tellings)):
            continue
        name = name_described(origin, pages, words).name
        known = denied if one.side == "denies" else asserted
        known[name] = max(one.score, known.get(name, 0.0))
    return frozenset(
        one for one, score in denied.items() if score > asserted.get(one, 0.0) - _SURELY
    )


def _is_denied_too(telling: Telling, tellings: tuple[Telling, ...]) -> bool:
    """Whether the same words are a denial too."""
    return any(
        one.side == "denies"
        and one.article == telling.article
        and any(a.overlaps(b) for a in one.spans for b in telling.spans)
        for one in tellings
    )


def _holds(found: Origin, description: str) -> bool:
    """Whether a named person holds the office that a description names: "its president"."""
    heads = {head_noun(title) for title in found.titles}
    return found.kind == "person" and not found.unnamed and head_noun(description) in heads


def _is_somebody(name: str) -> bool:
    return name != UNKNOWN


def _outside_quotes(text: str, place: Span, paragraph: Span) -> bool:
    before = text[paragraph.start : place.start]
    return before.count("“") <= before.count("”") and before.count('"') % 2 == 0


def _lean_on_others(
    found: tuple[Traced, ...], pages: OriginPages, words: OriginWords
) -> tuple[Traced, ...]:
    """A page's own voice led to a source that other pages give and that it quotes itself."""
    known = [
        one.origin
        for one in found
        if one.origin.kind in ("person", "organisation") and not one.origin.unnamed
    ]
    return tuple(
        replace(one, origin=other)
        if one.origin.kind == "observation"
        and one.origin.inferred
        and (other := _quoted_by(one.article, known, pages, words)) is not None
        else one
        for one in found
    )


def _quoted_by(
    article: str, known: list[Origin], pages: OriginPages, words: OriginWords
) -> Origin | None:
    speakers = [
        one.chain.origin
        for one in pages.readings[article].statements
        if not one.chain.origin.unnamed
    ]
    for origin in known:
        if origin.article == article:
            continue
        for speaker in speakers:
            if speaker.name == origin.name or (
                origin.kind == speaker.kind == "organisation"
                and same_body(origin.name, speaker.name, words)
            ):
                return origin
    return None


def _fold_general(origins: tuple[Origin, ...], words: OriginWords) -> tuple[Origin, ...]:
    """ "one of them" and "the two" folded into the one group of their page that is described.

    Whoever wrote a document that the page reads is no source beside it.
    """
    authors = {title for one in origins if one.kind == "document" for title in one.titles}
    origins = tuple(one for one in origins if one.kind == "document" or one.name not in authors)
    groups = [one for one in origins if one.unnamed and one.kind in ("person", "group")]
    specific = [one for one in groups if is_specific(one.name, words)]
    if len(specific) != 1:
        return origins
    into = specific[0]
    general = [one for one in groups if one is not into and one.article == into.article]
    joined = replace(into, spans=(*into.spans, *(span for one in general for span in one.spans)))
    return tuple(joined if one is into else one for one in origins if one not in general)


def _once(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Each origin once; its spans and titles joined."""
    found: dict[tuple[str, str, str], Origin] = {}
    for one in origins:
        key = (one.article, one.name, one.outlet)
        known = found.get(key, one)
        found[key] = replace(
            known,
            spans=tuple(dict.fromkeys((*known.spans, *one.spans))),
            titles=tuple(dict.fromkeys((*known.titles, *one.titles))),
            rests=known.rests or one.rests,
            to_us=known.to_us or one.to_us,
        )
    return tuple(found.values())
