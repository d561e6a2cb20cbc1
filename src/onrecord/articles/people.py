"""Names of people told from everything else that stands in a byline.

Invariant: in doubt it is no person: no author is better than a wrong one.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.articles.markup import tidy
from onrecord.articles.outlets import find_agency, letters
from onrecord.articles.vocabulary import alternatives, load_words

# Longer strings are sentences, not bylines.
MAX_BYLINE = 300
MAX_NAME_WORDS = 5

_ADDRESS = re.compile(r"\S{1,80}@\S{1,80}|https?:\S{1,300}|www\.\S{1,300}|@\w{1,40}")
_BRACKETS = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
_HARD_END = re.compile(r"\s[|•·—–:]\s|\s-\s|[|•·•►]|\d{2,}|\s{2,}|(?<=[a-z]{4})\.\s(?=[A-Z])")
_NO_SPACE_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_INITIAL = re.compile(r"^(?:[^\W\d_]\.?){1,3}$")


def split_people(byline: str, own: frozenset[str]) -> tuple[str, ...]:
    """The people that a byline names; ``own`` = the letters of the outlet's own names."""
    text = _ADDRESS.sub(" ", _BRACKETS.sub(" ", byline[:MAX_BYLINE]))
    text = tidy(_inside().split(tidy(text))[-1])
    text = tidy(_before().sub("", text))
    names: list[str] = []
    for part in _between().split(text):
        if part is None:
            continue
        for name in _parts(part):
            name = without_role(name)
            if is_person(name, own):
                names.append(name)
            elif names and name.casefold().strip(".") not in _degrees():
                break
    return tuple(dict.fromkeys(names))


def names_organisation(byline: str, own: frozenset[str]) -> bool:
    """Whether a byline names an agency or the outlet itself as the author."""
    for part in re.split(r"[,;/|()—–·•]|\s(?:and|und|et|y)\s", byline[:MAX_BYLINE]):
        name = _before().sub("", tidy(part)).strip(" .-")
        if name and (find_agency(name) or letters(name).removeprefix("the") in own):
            return True
    return False


def without_role(name: str) -> str:
    """``name`` without the words for a role or an outlet at its end, and never twice."""
    tokens = name.split()
    half = len(tokens) // 2
    if half >= 2 and tokens[:half] == tokens[half : 2 * half]:
        tokens = tokens[:half]
    while len(tokens) > 2 and (
        tokens[-1].strip(".,").casefold() in _organisation_words()
        or (tokens[-1].isupper() and tokens[-1].strip(".,").casefold() in _degrees())
    ):
        tokens.pop()
    return " ".join(tokens)


def is_person(name: str, own: frozenset[str]) -> bool:
    """Whether ``name`` can only be a person's name."""
    if not 2 <= len(name) <= 60 or re.search(r"[\d@/\\<>{}=*?!\"“”:;_#&+]", name):
        return False
    bare = letters(name)
    if find_agency(name) or bare.removeprefix("the") in own:
        return False
    if _organisation_part().search(name):
        return False
    tokens = name.split()
    if _NO_SPACE_SCRIPT.search(name):
        return len(bare) <= 8 and len(tokens) <= 3
    if not 2 <= len(tokens) <= MAX_NAME_WORDS:
        return False
    words = [token.strip(".,'’").casefold() for token in tokens]
    if any(word in _organisation_words() for word in words):
        return False
    if any(len(one) >= 4 and one in own for one in words[-1:]):
        return False
    return _capitalised(tokens)


def _capitalised(tokens: list[str]) -> bool:
    strong = 0
    for token in tokens:
        first = next((sign for sign in token if sign.isalpha()), "")
        if not first:
            return False
        if token.casefold() in _particles():
            continue
        if first.islower() and not re.match(r"^[a-zéè]['’][A-Z]|^(?:d|l|o)['’]|^al-", token):
            return False
        strong += 1
    return strong >= 2 or (strong == 1 and len(tokens) >= 2)


def _parts(text: str) -> list[str]:
    """The stretches between commas, each cut where the name ends."""
    found = []
    for part in re.split(r"\s*[,;/]\s*", text):
        end = _HARD_END.search(part)
        part = part[: end.start()] if end else part
        part = _after().sub("", part)
        part = _suffixes().sub("", _before().sub("", part.strip()))
        part = part.strip(" .,:;-–—|*\"'“”’«»›‹") + ("." if part.endswith(("Jr.", "Sr.")) else "")
        if part:
            found.append(part)
    return found


@cache
def _before() -> re.Pattern[str]:
    words = alternatives(load_words("bylines")["before"])
    return re.compile(rf"^(?:(?:{words})(?:\s{{0,3}}[:：・]\s{{0,3}}|\s{{1,3}}))+", re.I)


@cache
def _inside() -> re.Pattern[str]:
    """A preposition of authorship with capitals about it: "Capital Von Ada Berg"."""
    words = alternatives(load_words("bylines")["inside"])
    return re.compile(
        rf"(?:^|\s)(?:{words})\s(?=[^\W\d_])|^[a-z]\w{{1,20}}\s(?i:{words})\s(?=[^\W\d_a-z])"
    )


@cache
def _between() -> re.Pattern[str]:
    words = alternatives(load_words("bylines")["between"])
    return re.compile(rf"\s{{0,3}}[&+]\s{{0,3}}|[、・，；]|\s(?:{words})\s(?=[^\W\d_a-zß-ÿ])")


@cache
def _after() -> re.Pattern[str]:
    words = alternatives(load_words("bylines")["after"])
    return re.compile(rf"(?:^|\s)(?:{words})(?:\s.*)?$", re.I)


@cache
def _suffixes() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{alternatives(load_words('bylines')['reporter_suffixes'])})$")


@cache
def _organisation_part() -> re.Pattern[str]:
    return re.compile(alternatives(load_words("bylines")["organisation_parts"]))


@cache
def _organisation_words() -> frozenset[str]:
    return frozenset(load_words("bylines")["organisation"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(load_words("bylines")["particles"])


@cache
def _degrees() -> frozenset[str]:
    return frozenset(one.strip(".") for one in load_words("bylines")["degrees"])
