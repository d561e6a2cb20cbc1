"""Which origins of several pages are one source, with the reason for each merge in words.

Invariant: a merge is a judgement that names its rule; whoever has left a body is not that body.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.entities.lexicon import load_lexicon
from onrecord.entities.names import fold_words
from onrecord.entities.persons import bare_person, match_persons
from onrecord.record import CountingRule, SourceMerge, UltimateSource, judgement_id
from onrecord.stories.sources.affiliations import Affiliation, find_affiliation
from onrecord.stories.sources.anonymous import may_be_same
from onrecord.stories.sources.bodies import full_name, same_body
from onrecord.stories.sources.descriptions import is_common
from onrecord.stories.sources.documents import same_document
from onrecord.stories.sources.origin import UNKNOWN, Origin
from onrecord.stories.sources.origin_pages import OriginPages
from onrecord.stories.sources.origin_words import OriginWords
from onrecord.stories.sources.origins import Traced


@dataclass(frozen=True, slots=True)
class _Reason:
    rule: CountingRule
    words: str


def merge_sources(
    traced: Iterable[Traced], pages: OriginPages, words: OriginWords
) -> tuple[tuple[UltimateSource, ...], tuple[SourceMerge, ...]]:
    """The sources, in the order in which the pages give them, and why origins became one."""
    traced = tuple(traced)
    origins = tuple(dict.fromkeys(one.origin for one in traced))
    judge = _Judge(pages, words, origins)
    groups: list[list[Origin]] = []
    reasons: list[tuple[Origin, Origin, _Reason]] = []
    for origin in judge.in_order():
        for group in groups:
            found = next(
                ((other, why) for other in group if (why := judge.why_one(other, origin))), None
            )
            if found is not None and not any(judge.are_two(other, origin) for other in group):
                group.append(origin)
                reasons.append((found[0], origin, found[1]))
                break
        else:
            groups.append([origin])
    made = [(group, _source(group, traced, judge)) for group in groups]
    made.sort(key=lambda pair: min(origins.index(one) for one in pair[0]))
    merges = tuple(
        SourceMerge(source.id, first.name, second.name, why.rule, why.words)
        for group, source in made
        for first, second, why in reasons
        if first in group and (first.name, first.article) != (second.name, second.article)
    )
    return tuple(source for _, source in made), merges


class _Judge:
    """What is known of the origins of one claim, asked for each pair of them."""

    def __init__(self, pages: OriginPages, words: OriginWords, origins: tuple[Origin, ...]) -> None:
        self.pages, self.words, self.origins = pages, words, origins
        self._lexicon = load_lexicon("en")
        self.speaks_for = {one: find_affiliation(one, pages, words) for one in origins}

    def in_order(self) -> list[Origin]:
        """Named ones before descriptions, bodies before people, fuller names before short ones."""
        ranks = {"organisation": 0, "person": 1}
        return sorted(
            self.origins,
            key=lambda one: (
                one.unnamed,
                ranks.get(one.kind, 2),
                is_common(one.name),
                -len(one.name),
                self.origins.index(one),
            ),
        )

    def why_one(self, one: Origin, other: Origin) -> _Reason | None:
        """Why both are one source, or None."""
        if UNKNOWN in (one.name, other.name):
            same = one.name == other.name and one.outlet == other.outlet
            return _Reason("R1", "the trail of both ends at the same outlet") if same else None
        if "observation" in (one.kind, other.kind):
            same = one.kind == other.kind and one.name == other.name
            return _Reason("R1", f"both are what the {one.name} saw") if same else None
        if "document" in (one.kind, other.kind):
            return self._one_document(one, other)
        if self.is_anonymous(one) or self.is_anonymous(other):
            both = self.is_anonymous(one) and self.is_anonymous(other)
            return self._one_group(one, other) if both else None
        return self._one_person(one, other) or self._one_body(one, other)

    def are_two(self, one: Origin, other: Origin) -> bool:
        """Whether names say that both cannot be one: two people who speak for no common body."""
        if not (one.kind == other.kind == "person") or one.unnamed or other.unnamed:
            return False
        return (
            self.why_one(one, other) is None
            and self._one_body(one, other) is None
            and not (self.speaks_for[one] and self.speaks_for[other])
        )

    def is_anonymous(self, one: Origin) -> bool:
        """Whether nobody can know who it is; the holder of a body's office is known by that."""
        return one.unnamed and self.speaks_for[one] is None

    def _one_person(self, one: Origin, other: Origin) -> _Reason | None:
        if one.kind != "person" or other.kind != "person" or one.unnamed or other.unnamed:
            return None
        bare = [bare_person(fold_words(name), self._lexicon) for name in (one.name, other.name)]
        rule = match_persons(bare[0], bare[1], self._lexicon)
        if not rule:
            return None
        alone = min(map(len, bare)) == 1
        if alone and rule != "same-name" and self._several_with(bare[0][-1]):
            return None
        if one.name == other.name:
            return _Reason("R2", f"{one.name} is the same person on both pages")
        return _Reason("R2", f"“{other.name}” and “{one.name}” are one person’s names")

    def _several_with(self, last: str) -> bool:
        """Whether people of different first names bear the last name."""
        firsts = set()
        for one in self.origins:
            words = bare_person(fold_words(one.name), self._lexicon)
            if one.kind == "person" and len(words) > 1 and words[-1] == last:
                firsts.add(words[0])
        return len(firsts) > 1

    def body_of(self, one: Origin) -> str:
        """The body that somebody surely speaks for by a page's words, or ""."""
        body, held = self._body_of(one)
        return body if held is not None and held.sure else ""

    def _body_of(self, one: Origin) -> tuple[str, Affiliation | None]:
        """The body that an origin is or speaks for, and by which office; "" for neither."""
        if one.kind == "organisation":
            return full_name(one, self.pages, self.words), None
        held = self.speaks_for[one]
        if held is None:
            return "", None
        same = [
            self.speaks_for[two]
            for two in self.origins
            if two.kind == "person" and two.name == one.name and not two.unnamed
        ]
        if not one.unnamed and self._has_left(one):
            return "", None
        sure = next((found for found in same if found is not None and found.sure), held)
        return sure.body, sure

    def _has_left(self, one: Origin) -> bool:
        """Whether some page knows the person as a former member of it."""
        return any(
            two.name == one.name
            and two.kind == "person"
            and any(
                part in self.words.past
                for role in two.titles
                for part in role.lower().replace("-", " ").split()
            )
            for two in self.origins
        )

    def _one_body(self, one: Origin, other: Origin) -> _Reason | None:
        (first, by), (second, also) = self._body_of(one), self._body_of(other)
        if not first or not second or not self._same_bodies(first, second, one, other):
            return None
        if by is None and also is None:
            if first == second:
                return _Reason("R2", f"the {first} is the same body on both pages")
            return _Reason("R2", f"“{second}” and “{first}” are names of one body")
        if by is not None and also is not None:
            both = f"{one.name} ({by.office}) and {other.name} ({also.office})"
            return _Reason("R2", f"{both} speak for it")
        person, office, body = (one, by, second) if by is not None else (other, also, first)
        assert office is not None
        return _Reason("R2", f"{person.name} speaks for the {body} as its {office.office}")

    def _same_bodies(self, first: str, second: str, one: Origin, other: Origin) -> bool:
        if same_body(first, second, self.words):
            return True
        for common, named, page in ((first, second, one), (second, first, other)):
            if is_common(common) and len(common.split()) == 1 and not is_common(named):
                others = {
                    name
                    for two in self.origins
                    if (name := self._plain_body(two))
                    and not is_common(name)
                    and self._is_named(name, page.article)
                }
                if named in others and all(same_body(two, named, self.words) for two in others):
                    return True
        return False

    def _is_named(self, body: str, article: str) -> bool:
        """Whether the page has the body's name, or a shorter or longer one of it."""
        if body in self.pages.text(article):
            return True
        return any(
            not is_common(one.name) and same_body(one.name, body, self.words)
            for one in self.pages.readings[article].entities
            if one.kind == "organisation"
        )

    def _plain_body(self, one: Origin) -> str:
        if one.kind == "organisation":
            return one.name
        held = self.speaks_for[one]
        return held.body if held is not None else ""

    def _one_document(self, one: Origin, other: Origin) -> _Reason | None:
        if one.kind != other.kind:
            return None
        why = same_document(one, other, self.pages, self.words)
        return _Reason("R5", why) if why else None

    def _one_group(self, one: Origin, other: Origin) -> _Reason | None:
        if not may_be_same(one.name, other.name, self.words):
            return None
        if (
            one.outlet == other.outlet
            or self.pages.resolve(one.outlet) is self.pages.resolve(other.outlet) is not None
        ):
            return _Reason(
                "R2", f"“{other.name}” and “{one.name}” spoke to the same outlet, {one.outlet}"
            )
        for rests, on in ((one, other), (other, one)):
            if not rests.to_us and on.article in self.pages.ancestors(rests.article):
                return _Reason("R1", f"“{rests.name}” are passed on from {on.outlet}")
        return None


def _told(one: Origin) -> int:
    """How much the name of a document tells; of others the first name given is kept."""
    return len(one.name) if one.kind == "document" else 0


def _source(group: list[Origin], traced: tuple[Traced, ...], judge: _Judge) -> UltimateSource:
    bodies = [one for one in group if one.kind == "organisation"]
    named = [one for one in group if not one.unnamed and not is_common(one.name)]
    full = {one: full_name(one, judge.pages, judge.words) for one in bodies}
    first = max(
        bodies or named or group,
        key=lambda one: (not is_common(one.name), len(full.get(one, "")), _told(one)),
    )
    spoken_for = [body for one in group if (body := judge.body_of(one)) and one not in bodies]
    name, kind = full.get(first, first.name), first.kind
    if kind == "person" and is_common(name) and spoken_for:
        name, kind = spoken_for[0], "organisation"
    people = [one.name for one in named if one.kind == "person"]
    rest = (*people, *(one.name for one in group), *spoken_for)
    articles = tuple(dict.fromkeys(one.article for one in traced if one.origin in group))
    spans = tuple(dict.fromkeys((one.article, span) for one in group for span in one.spans))
    unnamed = all(one.unnamed for one in group)
    return UltimateSource(
        judgement_id("source", (name, first.outlet, *sorted(articles))),
        name,
        kind,
        unnamed and (kind == "document" or judge.is_anonymous(first)),
        articles,
        tuple(dict.fromkeys((name, *rest))),
        first.outlet,
        spans,
        inferred=all(one.inferred for one in group),
        rests=group[0].rests if all(one.rests for one in group) else "",
    )
