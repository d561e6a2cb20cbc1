"""How often a pronoun is led back to whom it means: in news-like texts, and on the GAP pairs.

Invariant: a pronoun counts only where the gold has a noun or name that it means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from evaluation.rows import Row
from onrecord import languages
from onrecord.record import Span

GENRES = frozenset({"news", "interview", "bio", "speech"})
"""Genres of GUM that are read like news."""
THIRD = ("he", "she", "it", "they")
Figures = dict[str, tuple[float, int]]


def score_pronouns(golds: Iterable[Row], predicted: Mapping[str, Row]) -> Figures:
    """Share of third-person pronouns that are led back to whom the gold says they mean.

    "pronouns right": the nearest earlier mention of the gold cluster that is no pronoun, else the
    nearest later one, is in the predicted cluster. "pronouns led right": the nearest such mention
    of the predicted cluster is one of the gold cluster; this is what a reader is told, and it does
    not ask that "a businessman" be found where the name was. Mentions are the same where they begin
    or end together.
    """
    forms = {word: form for form, words in _pronouns().items() for word in words}
    right: dict[str, list[bool]] = {form: [] for form in THIRD}
    led: list[bool] = []
    for gold in golds:
        if gold["genre"] not in GENRES:
            continue
        text = gold["text"]
        clusters = _spans(predicted.get(gold["id"], {}).get("clusters", ()))
        for cluster in _spans(gold["clusters"]):
            nouns = [span for span in cluster if span.cut(text).casefold() not in forms]
            for span in cluster:
                form = forms.get(span.cut(text).casefold(), "")
                if form in right and nouns:
                    meant = _nearest(span, nouns)
                    right[form].append(_together(span, meant, clusters))
                    led.append(_is_led(span, cluster, clusters, text, forms))
    every = [one for found in right.values() for one in found]
    figures = {
        "pronouns right": (_share(every), len(every)),
        "pronouns led right": (_share(led), len(led)),
    }
    return figures | {f"{form} right": (_share(found), len(found)) for form, found in right.items()}


def score_gap(golds: Iterable[Row], predicted: Mapping[str, Row]) -> Figures:
    """F1 of pronoun and name joined, as GAP scores it, and the share of pronouns wholly right."""
    hit = wrong = missed = cases = whole = 0
    for gold in golds:
        clusters = _spans(predicted.get(gold["id"], {}).get("clusters", ()))
        names = (Span(*gold["A"]), Span(*gold["B"]))
        pronoun = Span(*gold["pronoun"])
        joined = [
            any(
                pronoun in cluster and any(_speaks_of(one, name, other) for one in cluster)
                for cluster in clusters
            )
            for name, other in (names, names[::-1])
        ]
        pairs = list(zip(joined, gold["gold"], strict=True))
        hit += sum(found and real for found, real in pairs)
        wrong += sum(found and not real for found, real in pairs)
        missed += sum(real and not found for found, real in pairs)
        whole += joined == list(gold["gold"])
        cases += 1
    f1 = 2 * hit / (2 * hit + wrong + missed) if hit else 0.0
    return {"GAP F1": (f1, cases), "GAP wholly right": (whole / cases if cases else 0.0, cases)}


def _pronouns() -> Mapping[str, list[str]]:
    return languages.load("en", "entities")["pronouns"]  # type: ignore[no-any-return]


def _spans(clusters: Iterable[Iterable[list[int]]]) -> list[list[Span]]:
    return [sorted(Span(*pair) for pair in cluster) for cluster in clusters]


def _nearest(span: Span, nouns: list[Span]) -> Span:
    before = [noun for noun in nouns if noun.start < span.start and not noun.covers(span)]
    return max(before) if before else min(nouns, key=lambda noun: abs(noun.start - span.start))


def _together(pronoun: Span, noun: Span, clusters: list[list[Span]]) -> bool:
    return any(
        pronoun in cluster
        and any(one.start == noun.start or one.end == noun.end for one in cluster if one != pronoun)
        for cluster in clusters
    )


def _is_led(
    pronoun: Span,
    gold: list[Span],
    clusters: list[list[Span]],
    text: str,
    forms: Mapping[str, str],
) -> bool:
    mine = next((cluster for cluster in clusters if pronoun in cluster), [])
    nouns = [one for one in mine if one.cut(text).casefold() not in forms]
    if not nouns:
        return False
    found = _nearest(pronoun, nouns)
    return any(found.start == one.start or found.end == one.end for one in gold if one != pronoun)


def _speaks_of(mention: Span, name: Span, other: Span) -> bool:
    """Whether the mention is the name, with title and clauses at most, and not the other name."""
    return mention.covers(name) and not mention.covers(other)


def _share(found: list[bool]) -> float:
    return sum(found) / len(found) if found else 0.0
