"""What the lines beside a dump's article are: headline, byline, date, caption, credit, tag, …

Invariant: every line has one label; where no rule speaks it is "other", and no headline is guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.captions import split_credit
from onrecord.articles.dates import find_dates
from onrecord.articles.furniture import leads_elsewhere, speaks_to_reader
from onrecord.articles.line_features import FURNITURE_LINE, count_words
from onrecord.articles.line_units import Line
from onrecord.articles.people import split_people
from onrecord.articles.vocabulary import alternatives, load_words
from onrecord.record import FurnitureKind

LineKind = Literal[
    "body",
    "headline",
    "byline",
    "date",
    "caption",
    "credit",
    "related",
    "tag",
    "navigation",
    "comment",
    "advertisement",
    "other",
]
Keep = NDArray[np.bool_]

FURNITURE_KINDS: Mapping[LineKind, FurnitureKind] = {
    "byline": "byline",
    "date": "date",
    "credit": "credit",
    "related": "related",
    "tag": "tag",
    "navigation": "navigation",
    "comment": "comment",
    "advertisement": "advertisement",
    "other": "other",
}

# A headline stands no further before the article than so many lines, and has so many words; it
# shares so many of its longer words with the article, or so large a part of them.
HEADLINE_REACH = 30
HEADLINE_WORDS = (3, 32)
HEADLINE_SHARED = 2
HEADLINE_SHARE = 0.4
# A line that the dump repeats is more likely its headline; a headline above a deck, within six
# lines, may share so much less. All chosen on the development dumps.
REPEATED = 1.5
DECK = 0.5
# Byline and date stand so near to the headline or to the article's ends.
NEAR = 8
MAX_BYLINE_WORDS = 25
MAX_DATE_WORDS = 30
# Headings of furniture rule so many lines below them.
HEADING_REACH = 40

_WORD = re.compile(r"\w+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_ENDS = re.compile(r"[.。;:,]$")
_BULLET = re.compile(r"^(?:[*+•·▪►–—-]|[0-9]{1,3}[.)])\s{1,3}")


def label_lines(lines: tuple[Line, ...], keep: Keep) -> list[LineKind]:
    """One label a line; ``keep`` = the lines that are the article's."""
    labels: list[LineKind] = ["body" if kept else "other" for kept in keep]
    if not keep.any():
        return labels
    first, last = int(np.argmax(keep)), len(keep) - 1 - int(np.argmax(keep[::-1]))
    vocabulary = _vocabulary(lines, keep)
    headline = _find_headline(lines, keep, first, vocabulary)
    if headline is not None:
        text = lines[headline].text
        for at in range(first):
            if lines[at].text == text:
                labels[at] = "headline"
    top = headline if headline is not None else first
    _label_captions(lines, labels, (top, last), vocabulary)
    _label_head(lines, labels, top, first, last)
    _label_rest(lines, labels, first, last)
    return labels


def content_words(text: str) -> frozenset[str]:
    """The longer words of a line, case folded; pairs of signs in scripts without spaces."""
    text = text[:2000].casefold()
    words = {word for word in _WORD.findall(text) if len(word) > 3 and not _CJK.search(word)}
    return frozenset(
        words | {run[at : at + 2] for run in _CJK.findall(text) for at in range(len(run) - 1)}
    )


def bare(text: str) -> str:
    """A line without its bullet."""
    return _BULLET.sub("", text)


def _vocabulary(lines: tuple[Line, ...], keep: Keep) -> Counter[str]:
    found: Counter[str] = Counter()
    for line, kept in zip(lines, keep, strict=True):
        if kept:
            found.update(content_words(line.text))
    return found


def _find_headline(
    lines: tuple[Line, ...], keep: Keep, first: int, vocabulary: Counter[str]
) -> int | None:
    """The line before the article that shares most words with it, or None."""
    times = Counter(line.text for line in lines)
    best, chosen = 0.0, None
    for at in range(first - 1, max(-1, first - HEADLINE_REACH - 1), -1):
        text = lines[at].text
        if keep[at] or not _may_be_headline(text):
            continue
        words = content_words(text)
        shared = sum(word in vocabulary for word in words)
        share = shared / max(1, len(words))
        if shared < HEADLINE_SHARED or share < HEADLINE_SHARE:
            continue
        score = shared * share * (1.0 - 0.5 * (first - at) / HEADLINE_REACH)
        score *= REPEATED if 1 < times[text] <= 4 else 1.0
        # Going up: a deck stands below its headline, so a headline may share less.
        if score > best * (DECK if chosen is not None and chosen - at <= 6 else 1.0):
            best, chosen = max(score, best), at
    return chosen


def _may_be_headline(text: str) -> bool:
    """Whether a line can be a headline by itself: short, no sentence, no date, byline or label."""
    number = count_words(text)
    if not HEADLINE_WORDS[0] <= number <= HEADLINE_WORDS[1] or _ENDS.search(text):
        return False
    if _BULLET.match(text) or split_credit(text)[1] or leads_elsewhere(text):
        return False
    if text[0].islower() or speaks_to_reader(text) or _byline().match(text):
        return False
    return number >= 12 or not find_dates(text)


COPY_DISTANCE = 6
"""Lines between the two printings of one caption, at most."""


def _label_captions(
    lines: tuple[Line, ...],
    labels: list[LineKind],
    region: tuple[int, int],
    vocabulary: Counter[str],
) -> None:
    """Credits, and the captions beside them, from the headline to the article's end."""
    start, end = max(0, region[0] - 3), min(len(lines) - 1, region[1] + 3)
    for at in range(start, end + 1):
        if labels[at] == "other":
            words, credit = split_credit(lines[at].text[:600])
            if credit:
                labels[at] = "caption" if words else "credit"
    for at in range(start, end + 1):
        near = range(max(start, at - COPY_DISTANCE), min(end, at + COPY_DISTANCE) + 1)
        copies = [n for n in near if n != at and lines[n].text == lines[at].text]
        beside = [n for n in (at - 1, at + 1) if start <= n <= end and labels[n] == "credit"]
        if count_words(lines[at].text) < 4:
            continue
        between = any(
            labels[n] == "credit" for other in copies for n in range(min(at, other), max(at, other))
        )
        if (copies and (between or labels[at] == "other")) or (beside and labels[at] == "other"):
            known = sum(word in vocabulary for word in content_words(lines[at].text))
            if known >= 2 and labels[at] in ("other", "body"):
                labels[at] = "caption"


def _label_head(
    lines: tuple[Line, ...], labels: list[LineKind], top: int, first: int, last: int
) -> None:
    """Bylines and dates around the headline and at the article's ends."""
    near = {*range(max(0, top - NEAR), min(first + NEAR, len(lines)))}
    near |= {*range(last + 1, min(last + 4, len(lines)))}
    for at in sorted({*near, *range(first)}):
        text = lines[at].text
        if labels[at] != "other" or count_words(text) > MAX_DATE_WORDS:
            continue
        if find_dates(text):
            labels[at] = "date"
        elif (
            at in near
            and count_words(text) <= MAX_BYLINE_WORDS
            and _is_byline(lines, at, named=top < first)
        ):
            labels[at] = "byline"
        elif find_dates(text):
            labels[at] = "date"


def _is_byline(lines: tuple[Line, ...], at: int, *, named: bool) -> bool:
    """Whether a line names the authors: after "by", or bare beside a date under a headline."""
    text = lines[at].text
    if _byline().match(text):
        return bool(split_people(text, frozenset()))
    if not named or any(word in _furniture_words() for word in text.casefold().split()):
        return False
    beside = [lines[n].text for n in (at - 1, at + 1) if 0 <= n < len(lines)]
    dated = any(count_words(one) <= MAX_DATE_WORDS and find_dates(one) for one in beside)
    announced = at > 0 and _byline().fullmatch(lines[at - 1].text.rstrip(":") + " ") is not None
    people = split_people(text, frozenset())
    return (
        bool(people)
        and not text.isupper()
        and (announced or (dated and text.strip() == ", ".join(people)))
    )


def _label_rest(lines: tuple[Line, ...], labels: list[LineKind], first: int, last: int) -> None:
    """Headings and what stands under them; lists of words; headlines of other articles."""
    heading: LineKind | None = None
    since = 0
    for at, line in enumerate(lines):
        if labels[at] != "other":
            heading = None if labels[at] == "body" else heading
            continue
        text = bare(line.text)
        named = _heading(text)
        if named:
            heading, since = named, at
            labels[at] = named
        elif at > last and _is_tags(text):
            labels[at] = "tag"
        elif leads_elsewhere(text) or (at > first and _is_headline(text)):
            labels[at] = "comment" if heading == "comment" else "related"
        elif speaks_to_reader(text):
            labels[at] = "advertisement"
        elif heading and at - since <= HEADING_REACH:
            labels[at] = heading
        elif count_words(text) <= FURNITURE_LINE:
            labels[at] = "navigation"


def _is_headline(text: str) -> bool:
    number = count_words(text)
    return 5 <= number <= HEADLINE_WORDS[1] and not _ENDS.search(text) and not find_dates(text)


def _is_tags(text: str) -> bool:
    """Whether a line is a list of short names: three or more, none a clause."""
    parts = [part.strip() for part in re.split(r"[,;|·•]", text)]
    return (
        len(parts) >= 3
        and all(1 <= len(part.split()) <= 4 for part in parts)
        and (not _ENDS.search(text))
    )


def _heading(text: str) -> LineKind | None:
    word = text.casefold().strip(" :：.»›>|#*-")
    for kind in ("related", "tag", "comment", "advertisement"):
        listed = _headings()[kind]
        start = word.split(":")[0].strip() if kind == "tag" else word
        if word in listed or start in listed:
            return kind
    return None


@cache
def _furniture_words() -> frozenset[str]:
    return frozenset(load_words("lines")["furniture"])


@cache
def _headings() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in load_words("lines")["headings"].items()}


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(load_words('bylines')['before'])})(?:\s|:)", re.I)
