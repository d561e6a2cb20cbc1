"""Takings that a page owns up to: it names the outlet, links to its page, or says "a rival paper".

Invariant: who cites an outlet took from one page of it, the one that tells what is cited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from onrecord import languages
from onrecord.record import Derivation
from onrecord.stories.copying.versions import address_of
from onrecord.stories.media.outlet_names import name_forms, name_words
from onrecord.stories.media.outlets import Outlet
from onrecord.stories.provenance.citations import Citing
from onrecord.stories.provenance.particulars import coverage, find_stems, numbers, stems_in
from onrecord.stories.provenance.shelf import Shelf, Shelved, dates_known

CITED = 2
"""Stems of the paragraph that the page of an outlet must have that is cited in so many words; who
retells may keep few. In the four sets of traced stories all 62 such citings that share two or more
are takings; one of an outlet that is not meant shares none."""
HINTED = 0.15
"""Share of the cited words' weight that the page must have besides where the outlet is named in a
sentence about a report, but not with a citing phrase; the 9 such takings there have .17 or more."""
SPOKEN_OF = 0.8
"""The same where the outlet is only named."""
VAGUE = 0.45
"""The same where no outlet is named."""
ALONE = 2.0
"""How many times as much a page must tell of what is cited vaguely as the page of any other outlet,
to be meant though it tells less than ``VAGUE``."""
OF_THAT_KIND = 0.25
"""The same where the page's outlet is what the unnamed one is called: "a radio station"."""
SAME_CITING = 0.8
"""Share of cited words by weight that two pages have from an unnamed medium to have the same."""
TOLD = 2
"""Stems without which a vague citing tells nothing that could be found elsewhere."""
APART = 0.25
"""How much better another page of the same outlet must tell one citing to be taken for it."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """A page that may be meant, and how much of the cited words it has: 0 … 1."""

    page: Shelved
    covered: float


def find_credited(page: Shelved, shelf: Shelf) -> tuple[Derivation, ...]:
    """What ``page`` took from others by its own words, one derivation for each parent."""
    citings = page.citings
    earlier = shelf.earlier(page)
    found: dict[str, Derivation] = {}
    by_outlet: dict[Outlet, list[Citing]] = {}
    for citing in citings:
        for outlet in citing.outlets:
            by_outlet.setdefault(outlet, []).append(citing)
    for outlet, there in by_outlet.items():
        direct = [one for one in there if not one.nested]
        pages = [one for one in earlier if one.outlet == outlet]
        if not direct or not pages or outlet == page.outlet:
            continue
        for parent, cited in _split(page, direct, pages, shelf):
            if derivation := _derive(page, parent, cited, shelf):
                found.setdefault(parent.id, derivation)
    for derivation in _vaguely(page, citings, earlier, frozenset(found), shelf):
        found.setdefault(derivation.parent, derivation)
    return tuple(found.values())


def _split(
    page: Shelved, citings: list[Citing], pages: list[Shelved], shelf: Shelf
) -> Iterator[tuple[Shelved, list[Citing]]]:
    """The pages meant, each with the citings that mean it; mostly all mean one."""
    linked = {one.id: [citing for citing in citings if _links_to(citing, one)] for one in pages}
    together = _best(page, citings, pages, shelf)
    groups: dict[str, list[Citing]] = {}
    for citing in citings:
        meant = [  # several where a page has versions
            one
            for one in pages
            if any(citing.content[0].overlaps(other.span) for other in linked[one.id])
        ]
        target = _best(page, [citing], meant, shelf).page if meant else None
        if target is None:
            alone = _best(page, [citing], pages, shelf)
            usual = _covered(page, [citing], together.page, shelf)
            target = alone.page if alone.covered > usual + APART else together.page
        groups.setdefault(target.id, []).append(citing)
    for one in pages:
        if one.id in groups:
            yield one, groups[one.id]


def _links_to(citing: Citing, page: Shelved) -> bool:
    address = address_of(citing.url)
    return bool(address) and address == address_of(page.reading.article.url)


def _best(page: Shelved, citings: list[Citing], pages: Iterable[Shelved], shelf: Shelf) -> _Fit:
    """The page that has most of what is cited; of equals the latest."""
    fits = [_Fit(one, _covered(page, citings, one, shelf)) for one in pages]
    return max(fits, key=lambda fit: (round(fit.covered, 3), _minute(fit.page)))


def _minute(page: Shelved) -> float:
    return page.out.middle.timestamp() if page.out is not None else float("-inf")


def _covered(page: Shelved, citings: Iterable[Citing], parent: Shelved, shelf: Shelf) -> float:
    return coverage(_cited_stems(page, citings), parent.stems, shelf.weights)


def _cited_stems(page: Shelved, citings: Iterable[Citing]) -> frozenset[str]:
    """The stems of what is cited, without the names of the media and the words of citing."""
    listed = tuple(citings)
    names = {
        stem
        for one in listed
        for outlet in (*one.outlets, page.outlet)
        for name in outlet.names
        for form in (" ".join(name_words(name)), *(key for key, _ in name_forms(name)))
        for stem in find_stems(form)
    }
    spans = (span for one in listed for span in one.content)
    return stems_in(page.reading.article.text, spans) - names - _citing_stems()


@cache
def _citing_stems() -> frozenset[str]:
    tables = languages.load("en", "derivations")
    citing, vague = tables["citing"], tables["vague"]
    words = (*citing["verbs"], *citing["works"], *vague["nouns"], *vague["before"])
    return frozenset(stem for word in words for stem in find_stems(word)) - numbers()


def _derive(
    page: Shelved, parent: Shelved, citings: list[Citing], shelf: Shelf
) -> Derivation | None:
    covered = _covered(page, citings, parent, shelf)
    cited = [one for one in citings if one.rule not in ("named", "hinted")]
    said = _cited_stems(page, [_with_paragraph(page, one) for one in cited] or citings)
    shared = len(said & parent.stems)
    hinted = [one for one in citings if one.rule == "hinted"]
    linked = any(_links_to(one, parent) for one in citings)
    least = 0.0 if cited else HINTED if hinted else SPOKEN_OF
    if not linked and (shared < CITED or covered < least):
        return None
    shown = cited or hinted or citings
    first = shown[0].span.cut(page.reading.article.text)
    how = {
        "chain": "gives what it tells as that outlet's",
        "told": "gives what somebody told that outlet",
        "phrase": "cites that outlet",
        "link": "links to that page",
        "hinted": "speaks of what that outlet told",
        "named": "names that outlet beside what its page tells",
    }[shown[0].rule]
    return Derivation(
        page.id,
        parent.id,
        "relay",
        "named",
        f"cited-{shown[0].rule}",
        f"it {how} (“{first}”); {round(100 * covered)} % of the cited words stand there"
        + _undated(parent, page),
        tuple(dict.fromkeys(one.span for one in shown)),
        score=max(covered, 0.9 if linked else 0.0),
    )


def _with_paragraph(page: Shelved, citing: Citing) -> Citing:
    """The citing with all of its paragraph: what is told may stand in the sentence before."""
    blocks = (one for one in page.reading.article.paragraphs if one.covers(citing.span))
    return replace(citing, content=(*citing.content, *blocks))


def _vaguely(
    page: Shelved,
    citings: tuple[Citing, ...],
    earlier: tuple[Shelved, ...],
    named: frozenset[str],
    shelf: Shelf,
) -> Iterator[Derivation]:
    pages = [one for one in earlier if one.outlet != page.outlet]
    for citing in citings:
        if not citing.vague or not pages or len(_cited_stems(page, [citing])) < TOLD:
            continue
        best = _best(page, [citing], pages, shelf)
        if _passes_on(page, citing, best.page, shelf):
            continue
        if best.page.id in named or not _is_meant(page, citing, best, pages, shelf):
            continue
        words = citing.span.cut(page.reading.article.text)
        yield Derivation(
            page.id,
            best.page.id,
            "relay",
            "vague",
            "cited-vague",
            f"it has this from “{words}”; {round(100 * best.covered)} % of these words stand there"
            + _undated(best.page, page),
            (citing.span,),
            score=best.covered,
        )


def _is_meant(
    page: Shelved, citing: Citing, best: _Fit, pages: Iterable[Shelved], shelf: Shelf
) -> bool:
    """Whether the page that fits best is the unnamed one: it tells all, is of that kind, or none
    of another outlet tells nearly as much."""
    if best.covered >= (OF_THAT_KIND if _may_be(best.page.outlet, citing.noun) else VAGUE):
        return True
    others = [one for one in pages if one.outlet != best.page.outlet]
    rival = _best(page, [citing], others, shelf).covered if others else 0.0
    return best.covered >= max(OF_THAT_KIND, ALONE * rival)


def _passes_on(page: Shelved, citing: Citing, parent: Shelved, shelf: Shelf) -> bool:
    """Whether ``parent`` has the very same from an unnamed medium: then both have it from there."""
    stems = _cited_stems(page, [citing])
    text = parent.reading.article.text
    return any(
        coverage(stems, stems_in(text, one.content), shelf.weights) >= SAME_CITING
        for one in parent.citings
        if one.vague
    )


def _may_be(outlet: Outlet, noun: str) -> bool:
    """Whether the name of ``outlet`` says that it is a ``noun``: Pennick Radio, a radio station."""
    kinds = languages.load("en", "derivations")["kinds"]
    words = {word.casefold() for name in outlet.names for word in name_words(name)}
    return any(noun in kind["nouns"] and words & set(kind["words"]) for kind in kinds)


def _undated(parent: Shelved, child: Shelved) -> str:
    known = dates_known(parent, child)
    return "" if known else "; which of the two was there first is not known from their dates"
