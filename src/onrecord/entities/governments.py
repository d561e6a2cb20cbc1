"""Countries, capitals and seats of government that act, told from the places of the same name.

The rule: a name acts where it (1) is followed by a verb of saying, deciding or using force, with
nothing but auxiliaries and adverbs between, also as the last of names joined by "and"; (2) stands
behind "by" after what somebody does on purpose ("blamed by"); (3) stands behind "with", "between",
"against", "on" or "to" after a word for dealings between powers ("talks with", "tensions between");
(4) owns what only somebody who decides can have ("Washington's decision"). Else it is a place.
Invariant: the words around one mention decide for that mention alone.
"""

from __future__ import annotations

import re

from onrecord.entities.lexicon import Country, Lexicon
from onrecord.entities.names import fold
from onrecord.record import Span

_WORDS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_AHEAD = 60
"""Characters behind a name where its verb stands; auxiliaries and an adverb take some 30."""
_BEHIND = 70
"""Characters before a name where the word for dealings stands ("talks between Ankara and …")."""
_STOP = re.compile(r"[,.;:!?“”\"()\n—–]")
_BETWEEN_NAMES = re.compile(r",? (?:and|or) (?:the )?|, (?:the )?")
_SPACE = re.compile(r" ")
_OWNER = re.compile(r"[’']s?\s+")


def country_named(words: str, lexicon: Lexicon) -> Country | None:
    """The country that ``words`` (as written) name, by itself or by its seat of government."""
    bare = words[4:] if words[:4].lower() == "the " else words
    return lexicon.states.get(bare) or lexicon.seats.get(bare)


def find_acting(text: str, names: tuple[Span, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """For each of ``names``, which are in order, the rule by which it acts; "" for a place.

    Rules: subject, agent, dealings, owner.
    """
    found: list[str] = []
    for number, span in enumerate(names):
        joined = _joined(text, names, number)
        found.append(_acts(text, span, joined, lexicon))
    return tuple(found)


def _joined(text: str, names: tuple[Span, ...], number: int) -> tuple[Span, Span]:
    """The first and the last of the names joined with this one by "and" or commas."""
    first = last = number
    while last + 1 < len(names) and _is_join(text, names[last], names[last + 1]):
        last += 1
    while first and _is_join(text, names[first - 1], names[first]):
        first -= 1
    return names[first], names[last]


def _is_join(text: str, one: Span, other: Span) -> bool:
    return _BETWEEN_NAMES.fullmatch(text, one.end, other.start) is not None


def _acts(text: str, span: Span, joined: tuple[Span, Span], lexicon: Lexicon) -> str:
    first, last = joined
    words = lexicon.acting
    before = _before(text, first.start)
    if before and before[-1] in words.before_place - words.dealing_words:
        return ""
    alone = first == last
    if (
        before[-1:] == ["of"]
        and len(before) > 1
        and before[-2].rstrip("s") in lexicon.government_nouns
    ):
        return "owner"
    if _owns(text, span, lexicon):
        return "owner"
    if _is_dealt_with(before, lexicon):
        return "dealings"
    if len(before) > 1 and before[-1] == "by" and before[-2] in words.agents:
        return "agent"
    if not (alone or " and " in text[first.start : last.end]):
        return ""
    preposition = bool(before) and before[-1] in words.dealing_words | words.before_place | {"of"}
    return "subject" if not preposition and _does(text, last.end, lexicon) else ""


def _before(text: str, start: int) -> list[str]:
    """The words before ``start`` in its clause, folded, without an article at the end."""
    piece = text[max(0, start - _BEHIND) : start]
    cut = 0
    for stop in _STOP.finditer(piece):
        cut = stop.end()
    words = [fold(word[0]) for word in _WORDS.finditer(piece, cut)]
    return words[:-1] if words and words[-1] == "the" else words


def _does(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb of acting follows, behind auxiliaries and adverbs at most."""
    piece = text[end : end + _AHEAD]
    if not piece.startswith(" "):
        return False
    stop = _STOP.search(piece, 1)
    helped = False
    for word in _WORDS.finditer(piece, 0, stop.start() if stop else len(piece)):
        bare = word[0].casefold()
        if bare in lexicon.acting.verbs:
            return helped or not bare.endswith("ing")
        if bare not in lexicon.acting.auxiliaries and not bare.endswith("ly"):
            return False
        helped = True
    return False


def _is_dealt_with(before: list[str], lexicon: Lexicon) -> bool:
    words = lexicon.acting
    if len(before) < 2:
        return False
    if before[-1] in words.dealing_words:
        return any(word in words.dealings for word in before[-5:-1])
    return before[-1] == "on" and before[-2] in words.pressed


def _owns(text: str, span: Span, lexicon: Lexicon) -> bool:
    owner = _OWNER.match(text, span.end, span.end + 4)
    if owner is None and span.cut(text) in lexicon.acting.attributive:
        owner = _SPACE.match(text, span.end)
    if owner is None:
        return False
    behind = [fold(word[0]) for word in _WORDS.finditer(text, owner.end(), owner.end() + 40)]
    return any(word in lexicon.acting.possessions for word in behind[: 2 if owner[0] != " " else 1])
