"""What can be seen of one line of a dump by itself, as numbers.

Invariant: a line's own numbers depend on its words alone; no list here knows a language.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from itertools import pairwise
from math import log1p

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.captions import is_credit_line, split_credit
from onrecord.articles.dates import find_dates
from onrecord.articles.line_units import Line
from onrecord.articles.vocabulary import alternatives, load_words

Floats = NDArray[np.float32]

# Names of the columns of ``own_features``, in order.
OWN = (
    "chars",
    "words",
    "word_length",
    "function_share",
    "function_words",
    "title_share",
    "capital_share",
    "digit_share",
    "commas",
    "sentence_ends",
    "ends_sentence",
    "ends_colon",
    "ends_ellipsis",
    "starts_lower",
    "starts_sign",
    "bullet",
    "quotes",
    "date",
    "clock",
    "address",
    "furniture_words",
    "caption_words",
    "byline_words",
    "copyright",
    "separators",
    "question",
    "brackets",
    "money",
    "glued",
    "markup",
    "credit",
    "pronouns",
    "code",
    "tail_credit",
)
# Longer lines are judged by their first and last characters: what a line is shows at its ends.
MAX_CHARS = 1200
# Furniture that only names a place to go has at most so many words.
FURNITURE_LINE = 4
# Few captions are longer.
MAX_CAPTION = 500
# The words of a line that its lexical score looks at.
FIRST_WORDS = 12
LAST_WORDS = 5
# Buckets of the lexical score: a power of two, one signed byte each in the model file.
BUCKETS = 1 << 15

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]?\s|[。！？।]")
_LAST_END = re.compile(r"[.!?。！？।][\"'”’»)\]」』]*$")
_QUOTES = re.compile(r"[\"“”«»„「」]")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|\.(?:com|org|net)\b|(?:^|\s)@\w")
_SEPARATORS = re.compile(r"[|•·›»>→/]")
_MONEY = re.compile(r"[$€£¥%]")
_GLUED = re.compile(r"[a-zà-ÿ)][A-Z][a-z]")
_MARKUP = re.compile(r"^#+\s|\*\*|\]\(|^\|.*\|$|__")
_CODE = re.compile(r"[{};<>=\\]|\(\)|::")
_CLOCK = re.compile(r"\b[0-9]{1,2}:[0-9]{2}\b")
_BULLET = re.compile(r"^(?:[*+•·▪►–—-]|[0-9]{1,3}[.)])\s")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
# Signs of scripts without spaces that make about one word.
_CJK_PER_WORD = 2.0


def own_features(lines: tuple[Line, ...], function_words: frozenset[str]) -> Floats:
    """One row a line, one column for each name in ``OWN``."""
    if not lines:
        return np.zeros((0, len(OWN)), dtype=np.float32)
    seen: dict[str, list[float]] = {}
    rows = []
    for line in lines:
        row = seen.get(line.text)
        if row is None:
            row = seen[line.text] = _own(clip(line.text), function_words)
        rows.append(row)
    return np.array(rows, dtype=np.float32)


@cache
def function_words_of(language: str) -> frozenset[str]:
    """The function words of ``language``, or of all languages where it is unknown."""
    table = load_words("languages")["function_words"]
    if language in table:
        return frozenset(table[language].split())
    return frozenset(word for listed in table.values() for word in listed.split())


def clip(text: str) -> str:
    """The line, or its first and last characters where it is long."""
    if len(text) <= MAX_CHARS:
        return text
    return text[: MAX_CHARS // 2] + text[-MAX_CHARS // 2 :]


def count_words(text: str) -> float:
    """The number of words; signs of scripts without spaces count by halves."""
    signs = len(_CJK.findall(text))
    return len(_WORD.findall(text)) + signs / _CJK_PER_WORD


def _own(text: str, function_words: frozenset[str]) -> list[float]:
    words = _WORD.findall(text)
    signs = len(_CJK.findall(text)) if not text.isascii() else 0
    number = len(words) + signs / _CJK_PER_WORD
    some = max(1, len(words))
    low = text.casefold()
    functional = sum(word in function_words for word in _WORD.findall(low))
    letters = sum(map(str.isalpha, text)) or 1
    titled = sum(word[0].isupper() for word in words)
    table = _word_patterns()
    short = len(text) <= 160
    return [
        log1p(len(text)),
        log1p(number),
        sum(map(len, words)) / some,
        functional / some,
        float(functional),
        titled / some,
        sum(map(str.isupper, text)) / letters,
        sum(map(str.isdigit, text)) / len(text),
        float(text.count(",") + text.count("、") + text.count("，")),
        float(len(_SENTENCE_END.findall(text))),
        float(bool(_LAST_END.search(text))),
        float(text.endswith((":", "："))),
        float(text.endswith(("…", "..."))),
        float(text[0].islower()),
        float(not text[0].isalnum()),
        float(bool(_BULLET.match(text))),
        float(len(_QUOTES.findall(text))),
        float(short and any(map(str.isdigit, text)) and bool(find_dates(text))),
        float(bool(_CLOCK.search(text))),
        float(bool(_ADDRESS.search(text))),
        float(len(table["furniture"].findall(low))),
        float(len(table["caption"].findall(low))),
        float(bool(table["byline"].match(low))),
        float("©" in text or "(c)" in low or "copyright" in low),
        float(len(_SEPARATORS.findall(text))),
        float("?" in text or "？" in text),
        float(text.count("(") + text.count("[")),
        float(len(_MONEY.findall(text))),
        len(_GLUED.findall(text)) / some,
        float(bool(_MARKUP.search(text))),
        float(short and is_credit_line(text)),
        float(len(table["pronouns"].findall(low))),
        len(_CODE.findall(text)) / len(text),
        float(_tail_credit(text)),
    ]


def _tail_credit(text: str) -> bool:
    """Whether a line of a caption's length ends in a picture's credit."""
    if len(text) > MAX_CAPTION:
        return False
    words, credit = split_credit(text)
    return bool(words and credit)


@cache
def _word_patterns() -> dict[str, re.Pattern[str]]:
    lines = load_words("lines")
    before = [word.casefold() for word in load_words("bylines")["before"]]
    caption = [word.casefold() for word in load_words("captions")["credit_before"]]
    return {
        "furniture": _whole_words(lines["furniture"]),
        "pronouns": _whole_words(lines["pronouns"]),
        "caption": _whole_words([*caption, *lines["pictures"]]),
        "byline": re.compile(rf"(?:{alternatives(before)})(?:\s|:)"),
    }


def _whole_words(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)")


def lexical_buckets(text: str) -> list[int]:
    """The buckets of a line's words and pairs of words, for the lexical score."""
    words = ["0" if word.isdigit() else word for word in _WORD.findall(clip(text).casefold())]
    if not words:
        return [zlib.crc32(text[:8].encode(errors="replace")) % BUCKETS]
    if len(words) > FIRST_WORDS + LAST_WORDS:
        words = [*words[:FIRST_WORDS], "…", *words[-LAST_WORDS:]]
    grams = [*words, *map(" ".join, pairwise(words))]
    grams += [f"^{words[0]}", f"{words[-1]}$", f"#{min(len(words), 15)}"]
    if len(words) <= 8:
        grams.append("^" + " ".join(words) + "$")
    return [zlib.crc32(gram.encode(errors="replace")) % BUCKETS for gram in grams]


def lexical_scores(lines: tuple[Line, ...], weights: NDArray[np.float32]) -> Floats:
    """For each line the mean weight of its buckets, times the root of their number."""
    seen: dict[str, float] = {}
    scores = np.zeros(len(lines), dtype=np.float32)
    for at, line in enumerate(lines):
        score = seen.get(line.text)
        if score is None:
            buckets = lexical_buckets(line.text)
            score = float(weights[buckets].sum() / len(buckets) ** 0.5)
            seen[line.text] = score
        scores[at] = score
    return scores
