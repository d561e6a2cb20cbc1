"""Fits how likely a sentence tells a claim: ``python -m training.claim_scores``.

Gold are claims over folders of pages of our own writing: which pages assert, which deny each. A
page counts by its likeliest sentence (multiple instance learning: Andrews, Tsochantaridis and
Hofmann, 2002): choose it by the weights, fit the weights on the chosen, and again. A logistic with
an L2 pull towards a start set by hand; no weight may take a sign against its meaning. Thresholds
are those of the best F1 where each story is scored by weights fitted on the others. Writes
``src/onrecord/stories/assertions/claim_scores.toml`` and prints the figures.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.development import SHARED
from onrecord.encoder import load_encoder
from onrecord.reading.walk import read_all
from onrecord.record import Reading, from_json, to_json
from onrecord.stories.assertions.claim_scores import load_scores, score
from onrecord.stories.assertions.claims import read_claim
from onrecord.stories.assertions.coverage import Coverage, measure_coverage
from onrecord.stories.assertions.denials import DENYING, find_denial_features
from onrecord.stories.assertions.likeness import ASSERTING, Match, match_sentence
from onrecord.stories.assertions.sentences import PageSentences
from onrecord.stories.assertions.telling_index import TellingIndex
from onrecord.stories.assertions.tellings import find_in

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "onrecord" / "stories" / "assertions" / "claim_scores.toml"
SETS = (
    (
        "tracing-dev",
        SHARED / "data/stories/tracing-dev/articles",
        SHARED / "data/stories/tracing-dev/tracing-gold.json",
    ),
    ("examples", ROOT / "examples/pages", ROOT / "examples/truth.json"),
    (
        "tuned",
        ROOT / "examples/tracing/tuned/articles",
        ROOT / "examples/tracing/tuned/tracing-gold.json",
    ),
    (
        "second",
        ROOT / "examples/tracing/second/articles",
        ROOT / "examples/tracing/second/tracing-gold.json",
    ),
    (
        "third",
        ROOT / "examples/tracing/third/articles",
        ROOT / "examples/tracing/third/tracing-gold.json",
    ),
)

Floats = NDArray[Any]
MEANING = ASSERTING.index("meaning")

# Feature: its sign (+1 speaks for, −1 against, 0 either) and where the fit starts.
ASSERTING_START: Mapping[str, tuple[int, float]] = {
    "bias": (0, -4), "unit": (1, 2), "matter": (1, 3), "around": (1, 2), "page": (0, 0),
    "names": (-1, -1), "names around": (-1, -1), "names page": (-1, -1), "days": (-1, -2),
    "rarest": (1, 0.5),
    "number": (1, 3), "bare": (-1, -2), "counted": (0, 0), "negated": (-1, -2), "modal": (-1, -1),
    "question": (-1, -1), "meaning": (1, 2),
}  # fmt: skip
DENYING_START: Mapping[str, tuple[int, float]] = {
    "bias": (0, -5), "unit": (1, 1), "names around": (-1, -1), "number absent": (-1, -2),
    "number other": (-1, -2), "number negated": (1, 3), "number denied": (1, 1.5),
    "head negated": (1, 2), "negated": (1, 0.5), "denies": (1, 2), "denies unit": (1, 1),
    "denies told": (1, 0.5), "verdict": (1, 1), "verdict unit": (1, 1), "verdict told": (1, 1),
    "points told": (1, 2),
    "points number": (-1, -2), "affirms": (1, 4),
    "answer told": (1, 1),
    "contested": (1, 1.5), "contests other": (-1, -1), "told": (1, 1), "title": (1, 0.5),
    "meaning": (1, 1),
}  # fmt: skip
# Twists of the claims: what no page asserts though most words are there.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
AUXILIARY = re.compile(r" (?:was|were|is|are|had|has|have|will)\b")
TWISTS = ("name", "month", "contrary")

# The pull towards the start; a few dozen positive pages decide little against it.
ASSERTING_PULL, DENYING_PULL = 0.3, 0.15
ROUNDS, STEPS, RATE = 8, 300, 0.02
THRESHOLDS = tuple(at / 100 for at in range(20, 81, 2))


@dataclass(frozen=True, slots=True)
class Case:
    """One claim held against one page, with what is right."""

    data: str
    story: str
    claim: str
    page: str
    asserts: bool
    denies: bool
    coverage: Coverage
    matches: tuple[Match, ...]
    divided: PageSentences
    denials: tuple[tuple[Match, Floats], ...] = ()


def main(arguments: Sequence[str]) -> int:
    """Fit and write; 1 where the data is not there. An argument names a folder of kept readings."""
    kept = Path(arguments[0]) if arguments else None
    missing = [path for _, pages, gold in SETS for path in (pages, gold) if not path.exists()]
    if missing:
        print(f"there is no {missing[0]}", file=sys.stderr)
        return 1
    cases = [case for one in SETS for case in make_cases(*one, kept)]
    meant = [case for name, _, _ in SETS for case in add_meaning(name, cases, kept)]
    text = render_head(cases)
    text += fit_part("words alone", cases) + fit_part("with meaning", meant)
    TARGET.write_text(text, encoding="utf-8")
    load_scores.cache_clear()
    for one in SETS:
        print_twists(*one, kept)
    return 0


def fit_part(part: str, cases: list[Case]) -> str:
    """The table of one kind of weights, with the figures of the fit on other stories."""
    asserted: list[tuple[Case, float]] = []
    denied: list[tuple[Case, float]] = []
    for story in sorted({case.story for case in cases}):
        weights = fit_both([case for case in cases if case.story != story])
        for case in (case for case in cases if case.story == story):
            asserted.append((case, best_telling(case, weights[0])))
            denied.append((case, best_denial(with_denials(case, weights[0]), weights[1])))
    asserting, denying = fit_both(cases)
    at_asserting, at_denying = best_threshold(asserted, "asserts"), best_threshold(denied, "denies")
    for side, pairs, at in (("asserts", asserted, at_asserting), ("denies", denied, at_denying)):
        for name in (*(one for one, _, _ in SETS), ""):
            chosen = [pair for pair in pairs if name in ("", pair[0].data)]
            print(f"{part}, {side}, {name or 'all'}: {describe(chosen, side, at)}")
    return render(part, (asserting, denying), (at_asserting, at_denying))


def fit_both(cases: list[Case]) -> tuple[Floats, Floats]:
    """The weights of telling, and those of denying on top of them."""
    bags = [
        (
            np.array([one.features for one in case.matches if one.agreed], float),
            case.asserts,
        )
        for case in cases
        if any(one.agreed for one in case.matches)
    ]
    asserting = fit(bags, ASSERTING, ASSERTING_START, ASSERTING_PULL)
    deniers = [with_denials(case, asserting) for case in cases]
    bags = [
        (
            np.array([features for _, features in case.denials], float),
            case.denies,
        )
        for case in deniers
        if case.denials
    ]
    return asserting, fit(bags, DENYING, DENYING_START, DENYING_PULL)


def fit(
    bags: list[tuple[Floats, bool]],
    names: tuple[str, ...],
    start: Mapping[str, tuple[int, float]],
    pull: float,
) -> Floats:
    """The weights of the likeliest row of each bag, by gradient descent within the signs."""
    signs = np.array([start[name][0] for name in names])
    origin = np.array([start[name][1] for name in names], float)
    free = np.array([name != "bias" for name in names])
    weights = origin.copy()
    right = np.array([float(one) for _, one in bags])
    for _ in range(ROUNDS):
        rows = np.array([rows[np.argmax(rows @ weights)] for rows, _ in bags])
        for _ in range(STEPS):
            error = 1 / (1 + np.exp(-(rows @ weights))) - right
            weights = weights - RATE * (rows.T @ error + pull * free * (weights - origin))
            weights = np.where(signs * weights < 0, 0.0, weights)
    return weights


def make_cases(name: str, pages: Path, gold: Path, kept: Path | None) -> Iterator[Case]:
    """Every claim of ``gold`` against every page."""
    read = read_pages(name, pages, kept)
    index = TellingIndex(reading for _, reading in read)
    truth = json.loads(gold.read_text(encoding="utf-8"))
    for claim in truth["claims"]:
        words = read_claim(claim["text"])
        coverage = measure_coverage(words, index)
        for page, (place, _) in enumerate(read):
            places = range(index.starts[page], index.starts[page + 1])
            matches = tuple(match_sentence(words, index, coverage, at, 0.0) for at in places)
            yield Case(
                name, f"{name}-{claim['group']}", claim["text"], place,
                place in claim["asserting"], place in claim["denying"], coverage, matches,
                index.divided(page),
            )  # fmt: skip


def twist_claims(claims: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Claims of another name, another month, or the contrary, which no page asserts.

    Who denies a claim may assert its contrary: then there is no twist of that kind.
    """
    for claim in claims:
        text = claim["text"]
        capitals = names_of(text)
        others = [one["text"] for one in claims if one["group"] != claim["group"]]
        strange = [name for other in others for name in names_of(other) if name not in text]
        if capitals and strange:
            changed = text.replace(capitals[-1], strange[len(text) % len(strange)])
            yield {"twist": "name", "text": changed}
        months = [month for month in MONTHS if f" {month}" in text]
        if months:
            other = MONTHS[(MONTHS.index(months[0]) + 5) % len(MONTHS)]
            changed = text.replace(months[0], other)
            yield {"twist": "month", "text": changed}
        found = AUXILIARY.search(text)
        if found and not claim["denying"] and "not" not in text:
            changed = f"{text[: found.end()]} not{text[found.end() :]}"
            yield {"twist": "contrary", "text": changed}


def print_twists(name: str, pages: Path, gold: Path, kept: Path | None) -> None:
    """How many pages still assert or deny what no page says, by the weights just written."""
    index = TellingIndex(reading for _, reading in read_pages(name, pages, kept))
    claims = json.loads(gold.read_text(encoding="utf-8"))["claims"]
    for twist in TWISTS:
        twisted = [one["text"] for one in twist_claims(claims) if one["twist"] == twist]
        taken = [{one.article for one in find_in(text, index)} for text in twisted]
        print(f"{name}, {twist} twisted: {sum(map(len, taken))} pages over {len(twisted)} claims")


def names_of(text: str) -> list[str]:
    """The words inside a sentence that are written with a capital, but for months."""
    return [word for word in re.findall(r"(?<=\w )[A-Z]\w+", text) if word not in MONTHS]


def add_meaning(name: str, cases: list[Case], kept: Path | None) -> Iterator[Case]:
    """The cases of one set with the cosine of each sentence's vector and the claim's."""
    chosen = [case for case in cases if case.data == name]
    texts = {case.claim for case in chosen} | {
        words_of(case, match) for case in chosen for match in case.matches
    }
    vectors = embed_all(name, tuple(sorted(texts)), kept)
    for case in chosen:
        matches = []
        for match in case.matches:
            features = match.features.copy()
            features[MEANING] = vectors[words_of(case, match)] @ vectors[case.claim]
            matches.append(replace(match, features=features, meant=True))
        yield replace(case, matches=tuple(matches))


def words_of(case: Case, match: Match) -> str:
    """The words of a sentence as they stand on its page."""
    return match.sentence.span.cut(case.divided.reading.article.text)


def embed_all(name: str, texts: tuple[str, ...], kept: Path | None) -> dict[str, Floats]:
    """The vector of each text; from the folder ``kept`` where they are."""
    store = None if kept is None else kept / f"{name}-vectors.npz"
    if store is not None and store.is_file():
        with np.load(store) as file:
            return dict(zip(file["texts"].tolist(), file["vectors"], strict=True))
    vectors = load_encoder().embed(texts)
    if store is not None:
        np.savez(store, texts=np.array(texts), vectors=vectors)
    return dict(zip(texts, vectors, strict=True))


def read_pages(name: str, pages: Path, kept: Path | None) -> list[tuple[str, Reading]]:
    """The readings of a folder by the pages' names; from the folder ``kept`` where they are."""
    store = None if kept is None else kept / f"{name}.jsonl"
    if store is not None and store.is_file():
        rows = [json.loads(line) for line in store.read_text(encoding="utf-8").splitlines()]
        return [(row["page"], from_json(row["reading"])) for row in rows]
    read = [
        (Path(place).stem, found)
        for place, found in read_all(str(pages))
        if isinstance(found, Reading)
    ]
    if store is not None:
        lines = [json.dumps({"page": page, "reading": to_json(one)}) for page, one in read]
        store.write_text("\n".join(lines), encoding="utf-8")
    return read


def with_denials(case: Case, asserting: Floats) -> Case:
    """The case with its sentences that deny something, by what these weights take for tellings."""
    scores = [score(one.features, asserting) if one.agreed else 0.0 for one in case.matches]
    found = find_denial_features(case.coverage, case.matches, scores, case.divided)
    return replace(case, denials=tuple((match, row.astype(float)) for match, row in found))


def best_telling(case: Case, weights: Floats) -> float:
    """The score of the page's likeliest telling."""
    return max((score(one.features, weights) for one in case.matches if one.agreed), default=0.0)


def best_denial(case: Case, weights: Floats) -> float:
    """The score of the page's likeliest denial."""
    return max((score(row, weights) for _, row in case.denials), default=0.0)


def best_threshold(pairs: list[tuple[Case, float]], side: str) -> float:
    """The middle of the thresholds with the best F1."""
    measured = [(measure(pairs, side, at)[2], at) for at in THRESHOLDS]
    best = [at for f1, at in measured if f1 == max(measured)[0]]
    return best[len(best) // 2]


def measure(
    pairs: Iterable[tuple[Case, float]], side: str, at: float
) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of claim and page."""
    judged = [(getattr(case, side), how >= at) for case, how in pairs]
    hits = sum(right and taken for right, taken in judged)
    precision = hits / max(sum(taken for _, taken in judged), 1)
    recall = hits / max(sum(right for right, _ in judged), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def describe(pairs: list[tuple[Case, float]], side: str, at: float) -> str:
    """Precision, recall and F1 in words, with the number of pairs."""
    precision, recall, f1 = measure(pairs, side, at)
    right = sum(getattr(case, side) for case, _ in pairs)
    taken = sum(how >= at for _, how in pairs)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({taken} taken, {right} of {len(pairs)})"


def render_head(cases: list[Case]) -> str:
    """What the table was fitted on."""
    asserting, denying = (
        sum(getattr(one, side) for one in cases) for side in ("asserts", "denies")
    )
    claims, stories = len({case.claim for case in cases}), len({case.story for case in cases})
    return (
        "# Weights of the score that a sentence tells a claim; written by training.claim_scores.\n"
        f"# {len(cases)} pairs of claim and page ({claims} claims, {stories} stories): {asserting} "
        f"assert, {denying} deny.\n"
    )


def render(part: str, weights: tuple[Floats, Floats], thresholds: tuple[float, float]) -> str:
    """One kind of weights as TOML."""
    lines = [
        f'\n["{part}"]',
        f"asserting_from = {thresholds[0]}",
        f"denying_from = {thresholds[1]}",
    ]
    for side, names, values in zip(
        ("asserting", "denying"), (ASSERTING, DENYING), weights, strict=True
    ):
        lines.append(f'\n["{part}".{side}]')
        lines += [f'"{name}" = {value:.3f}' for name, value in zip(names, values, strict=True)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
