"""The words by which English pages cite one another, as patterns.

Invariant: every pattern is bounded, so that no text makes it slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from onrecord import languages

_FILLER = r"(?:\s+[a-z-]+){0,4}\s*[“\"'‘(]?$"
"""Small words and an opening mark between a citing phrase and the name."""
_APPOSITION = 60
"""Characters of what a name may be explained by before its verb: "The Kite, a free paper, says"."""


@cache
def table(name: str) -> Mapping[str, list[str]]:
    """The part ``name`` of the table of derivations."""
    table: Mapping[str, list[str]] = languages.load("en", "derivations")[name]
    return table


@cache
def abbreviations() -> frozenset[str]:
    """Words that a full stop does not end a sentence after."""
    return frozenset(languages.load("en", "abbreviations")["abbreviations"])


@cache
def before_names() -> re.Pattern[str]:
    """Ends where the name of an outlet that is cited begins."""
    return re.compile(rf"(?<!\w)(?:{alternatives(table('citing')['before'])}){_FILLER}", re.I)


@cache
def after_names() -> re.Pattern[str]:
    """Begins where the name of an outlet that is cited ends; it may be explained in between."""
    between, verbs = (alternatives(table("citing")[one]) for one in ("between", "verbs"))
    works = alternatives(table("citing")["works"])
    return re.compile(
        rf"[!?]?(?:[’']s?\s+(?:[a-z-]+\s+){{0,3}}(?:{works}|{verbs})"
        rf"|(?:,[^,.;:]{{1,{_APPOSITION}}})?,?(?:\s+(?:{between})){{0,4}}\s+(?:{verbs}))(?!\w)",
        re.I,
    )


@cache
def openers() -> tuple[str, ...]:
    """What may stand right before a short name."""
    words = table("outlets")["openers"]
    return tuple(f"{' ' * word[0].isalpha()}{word} " for word in words)


@cache
def passing_on() -> re.Pattern[str]:
    """Ends where the name of an outlet begins that another one cites."""
    words, passive = (alternatives(table("citing")[one]) for one in ("passed_on", "passive"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\s+(?:{passive})\b){_FILLER}", re.I)


@cache
def passed_by() -> re.Pattern[str]:
    """Begins where the name of an outlet ends that another one cites: ", as quoted by"."""
    words = alternatives(table("citing")["passed_by"])
    return re.compile(rf",?\s+(?:\w+\s+)?(?:{words})(?!\w)", re.I)


@cache
def hints() -> re.Pattern[str]:
    """Words by which a sentence is about a report."""
    return re.compile(rf"(?<!\w)(?:{alternatives(table('citing')['hints'])})(?!\w)", re.I)


@cache
def kinds_before() -> re.Pattern[str]:
    """Ends where a name begins that is said to be a medium's: "the news agency ETB"."""
    nouns = alternatives(table("vague")["nouns"])
    return re.compile(rf"(?<!\w)(?:{nouns})\s+(?:(?:the)\s+)?[“\"‘]?$", re.I)


@cache
def unnamed_media() -> re.Pattern[str]:
    """Media that are not named: "a local radio station", "press reports", "newspapers wrote".

    A medium with nothing but an article before it counts only where it is cited; "reports" only
    where they are said to be somebody's, are denied or leant on.
    """
    one = {name: alternatives(words) for name, words in table("vague").items()}
    verbs, has = alternatives(table("citing")["verbs"]), rf"(?:(?:{one['perfect']})\s+)?"
    article, noun, maker = (rf"(?:{one[name]})" for name in ("articles", "nouns", "makers"))
    products = rf"(?:{one['products']})"
    patterns = (
        rf"(?:{article}\s+)?(?:(?:{one['before']})\s+){{1,3}}(?P<noun>{noun})",
        rf"{article}\s+(?P<cited>{noun})(?=\s+{has}(?:{verbs})\b)",
        rf"(?:{one['agents']})\s+{article}\s+(?P<by>{noun})",
        rf"{maker}\s+{products}",
        rf"{products}\s+(?:{one['places']})\s+(?:(?:{one['those']})\s+){{0,3}}{maker}",
        rf"(?:{one['press']})\s+{has}(?:{one['doings']})",
        rf"(?:{one['denials']})\s+(?:{one['reports']})\s+(?:{one['contents']})",
        one["phrases"],
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.I)


def alternatives(phrases: Iterable[str]) -> str:
    """The phrases as alternatives of a pattern, the longest first."""
    return "|".join(
        re.escape(one).replace(r"\ ", r"\s+") for one in sorted(phrases, key=len, reverse=True)
    )
