"""Which language the article is in: what the page declares, checked against its words.

Invariant: where declaration and words disagree the words win; where neither tells, it is "".
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from lxml.html import HtmlElement

from onrecord.articles.structured import Description, words
from onrecord.articles.vocabulary import load_words

# Function words are counted in no more than this many characters of the text.
SAMPLE = 20_000
# Share of words that must be function words of the language, and the lead over the next one;
# measured on the development pages, whose articles have shares of .25 to .50.
MIN_SHARE = 0.08
MIN_LEAD = 1.15

_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"^\s*([A-Za-z]{2})(?:[-_]|\s*$)")


def find_language(tree: HtmlElement, description: Description, text: str) -> str:
    """The ISO 639-1 code of the article's language, or ""."""
    declared = _declared(tree, description)
    seen = detect_language(text)
    return seen or (declared if len(text) >= 20 or declared else "")


def detect_language(text: str) -> str:
    """The language that the words of ``text`` show, or "" where they show none clearly."""
    sample = text[:SAMPLE]
    if not sample.strip():
        return ""
    by_script = _script(sample)
    if by_script:
        return by_script
    found = Counter(word.casefold() for word in _WORD.findall(sample))
    total = sum(found.values())
    if total < 8:
        return ""
    shares = sorted(
        (
            (sum(found[one] for one in listed) / total, code)
            for code, listed in _function_words().items()
        ),
        reverse=True,
    )
    (best, code), (second, _) = shares[0], shares[1]
    return code if best >= MIN_SHARE and best >= MIN_LEAD * second else ""


def _declared(tree: HtmlElement, description: Description) -> str:
    given = [
        tree.get("lang") or "",
        tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        tree.get("xml:lang") or "",
    ]
    given += [words(value) for value in description.values("inLanguage")]
    given += [
        content
        for _, content in description.meta(
            "og:locale", "content-language", "dc.language", "language"
        )
    ]
    for one in given:
        if match := _CODE.match(one):
            code = match.group(1).lower()
            return {"nb": "no", "nn": "no", "iw": "he"}.get(code, code)
    return ""


def _script(sample: str) -> str:
    """The language where the script alone tells it."""
    table = load_words("languages")["scripts"]
    signs = Counter(sample)
    count = sum(times for sign, times in signs.items() if sign.isalpha())
    for code, spec in table.items():
        inside = sum(
            times
            for sign, times in signs.items()
            if any(low <= sign <= high for low, high in spec["ranges"])
        )
        if count and inside / count >= spec["share"]:
            return str(code)
    return ""


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {
        code: frozenset(text.split())
        for code, text in load_words("languages")["function_words"].items()
    }
