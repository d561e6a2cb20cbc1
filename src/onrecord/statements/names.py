"""Names in running text: runs of capitalised words, and which of them are news media."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from onrecord.record import Span
from onrecord.statements.lexicon import Lexicon

_TOKEN = re.compile(r"[^\W_](?:[\w’'.&-]*[^\W_])?\.?")
_JOINS = (
    "of the for and de da del della di al el bin ibn van von der la le du dos des ul e y af ben "
    "abu ter &"
)
NAME_JOINS = frozenset(_JOINS.split())
"""Words that may stand inside a name, whatever the language of the page."""
_POSSESSIVE = re.compile(r"[’']s?$")
MAX_RUN = 9
NEAR = 200
"""Characters before a place where a name that reaches into it may begin; no name is longer."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A place where the text names a news medium."""

    name: str
    span: Span
    unnamed: bool = False


def capitalised_runs(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[Span, ...]:
    """Stretches of capitalised words, small joining words inside; possessive endings cut off.

    Function words have their capital from the sentence and begin no name; a full stop ends one
    unless it is that of an initial or of an abbreviated title.
    """
    runs: list[Span] = []
    words: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text, start, end):
        gap = text[words[-1].end() : token.start()] if words else ""
        joined = bool(words) and gap in (" ", "\xa0") and len(words) < MAX_RUN
        broken = bool(words) and _POSSESSIVE.search(words[-1][0]) is not None
        ended = bool(words) and _ends_name(words[-1][0], lexicon)
        capital = token[0][0].isupper()
        if joined and not broken and not ended and (capital or token[0].lower() in NAME_JOINS):
            words.append(token)
            continue
        _close(runs, words)
        words = [token] if capital and token[0].lower() not in lexicon.function_words else []
    _close(runs, words)
    return tuple(runs)


def _ends_name(word: str, lexicon: Lexicon) -> bool:
    bare = word.rstrip(".")
    short = len(bare) == 1 or "." in bare or bare in lexicon.titles | lexicon.name_abbreviations
    return word.endswith(".") and not short


def _close(runs: list[Span], words: list[re.Match[str]]) -> None:
    while words and not words[-1][0][0].isupper():
        words.pop()
    if not words:
        return
    end = words[-1].end()
    last = words[-1][0]
    if possessive := _POSSESSIVE.search(last):
        end -= len(possessive[0])
    elif last.endswith(".") and len(last) > 3:
        end -= 1
    runs.append(Span(words[0].start(), end))


def without_article(name: str) -> str:
    """The name without a leading article."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else name


def same_outlet(first: str, second: str) -> bool:
    """Whether two names may be the same medium's: equal, or one a shortened form of the other."""
    one, two = (without_article(name).casefold().split() for name in (first, second))
    short, long = sorted((one, two), key=len)
    if not short:
        return False
    return long[: len(short)] == short or long[-len(short) :] == short


def find_outlets(text: str, lexicon: Lexicon) -> tuple[Outlet, ...]:
    """Every place where ``text`` names a news medium, in order."""
    found: list[Outlet] = []
    whole = capitalised_runs(text, 0, len(text), lexicon)
    runs = tuple(part for run in whole for part in _apart(text, run, lexicon))
    full = [_medium_name(text, run, lexicon) for run in runs]
    known: dict[str, str] = {}  # by their last word, those of the text first
    for name in (*(one[1] for one in full if one), *sorted(lexicon.media_names)):
        bare = without_article(name)
        if " " in bare:
            known.setdefault(bare.split()[-1], bare)
    for run, direct in zip(runs, full, strict=True):
        if direct is not None:
            found.append(Outlet(without_article(direct[1]), direct[0]))
            continue
        words = run.cut(text)
        short = without_article(words)
        article = words != short or text[max(0, run.start - 4) : run.start].lower() == "the "
        if short in known and article:  # "the Star" after "the Northern Star"
            found.append(Outlet(known[short], run))
        elif article and short in lexicon.media_words and text[run.end : run.end + 2] != "’s":
            found.append(Outlet(short, run))
    ends = {run.end: run for run in runs}
    for phrase in re.finditer(_unnamed_media(lexicon), text):
        found.append(_unnamed_medium(text, Span(*phrase.span()), ends.get(phrase.start() - 1)))
    return tuple(sorted(found, key=lambda outlet: outlet.span))


def _unnamed_medium(text: str, phrase: Span, country: Span | None) -> Outlet:
    """A medium without a name of its own; "Tulian state television" is known by its country."""
    if country is not None and text[country.start : country.end].lower() not in ("the", "a"):
        return Outlet(
            without_article(text[country.start : phrase.end]), Span(country.start, phrase.end)
        )
    return Outlet(without_article(phrase.cut(text)), phrase, unnamed=True)


def _unnamed_media(lexicon: Lexicon) -> re.Pattern[str]:
    phrases = sorted(map(re.escape, lexicon.media_unnamed), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)


_NEXT_WORD = re.compile(r"\s+([a-z]+)")
_WORDS_BEFORE = re.compile(r"(?:\b([a-z]+) )?\b([a-z]+)\s+$")


def _medium_name(text: str, run: Span, lexicon: Lexicon) -> tuple[Span, str] | None:
    """(span, name) of the medium in ``run``, or None."""
    for part in _parts(text, run):
        words = part.cut(text)
        tokens = without_article(words).split()
        if tokens[0].lower() in lexicon.determiners and len(tokens) == 1:
            continue
        if {words, " ".join(tokens)} & lexicon.media_names:
            return part, words
        if len(tokens) > 1 and (
            tokens[-1] in lexicon.media_words or tokens[0] in lexicon.media_first_words
        ):
            return part, words
        after = _NEXT_WORD.match(text, part.end, part.end + 30)
        before = _WORDS_BEFORE.search(text[max(0, part.start - 30) : part.start])
        beside = {after[1]} if after else set()
        if before:
            beside |= {before[2], f"{before[1]} {before[2]}"}
        if beside & lexicon.media_telling and tokens[0] not in lexicon.titles:
            return part, words
    return None


def _parts(text: str, run: Span) -> list[Span]:
    """The run whole, and cut at "and" (two media in a row)."""
    words = run.cut(text)
    cut = words.find(" and ")
    if cut < 0:
        return [run]
    return [run, Span(run.start, run.start + cut), Span(run.start + cut + 5, run.end)]


def _apart(text: str, run: Span, lexicon: Lexicon) -> list[Span]:
    """The run cut at "and" where a medium stands on either side of it, else whole."""
    whole, *parts = _parts(text, run)
    media = parts and all(_medium_name(text, part, lexicon) for part in parts)
    return parts if media else [whole]


def outlets_near(outlets: tuple[Outlet, ...], place: Span) -> tuple[Outlet, ...]:
    """Those of ``outlets``, which are in order, that stand in ``place`` or a little before it."""
    first = bisect_left(outlets, place.start - NEAR, key=lambda outlet: outlet.span.start)
    last = bisect_left(outlets, place.end, key=lambda outlet: outlet.span.start)
    return outlets[first:last]
