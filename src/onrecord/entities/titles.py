"""Titles and offices beside a name: before it, behind it in apposition, and before it with a comma.

Invariant: a role is words of the page, found next to the name that it belongs to.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.entities.lexicon import Lexicon
from onrecord.entities.names import TOKEN, Name, fold
from onrecord.record import Span

_REACH = 110
"""Characters before or behind a name where its role ends; set by hand, not measured."""
_AGE = re.compile(r",?\s+\(?\d{1,3}\)?(?=[,)])")
_OPENING = re.compile(r"[,;:“”\"()\[\]—–―\n.!?]")
_PARTY = re.compile(r"\s+\([^()\n]{1,24}\)")
_BY_OF = 4
"""Words between "of" and the name that may belong to the title ("Secretary of State")."""


def read_roles(text: str, name: Name, lexicon: Lexicon) -> Name:
    """The name with the roles that the page gives its bearer here, and what its address tells."""
    before, address = _before(text, name.span.start, lexicon)
    beside = before or _before_comma(text, name.span, lexicon)
    behind = _behind(text, name.span.end, lexicon)
    roles = tuple(role for role in (beside, behind) if role is not None)
    heads = " ".join(head_of(role.cut(text), lexicon) for role in roles)
    told = name.address or address or _gender_of(heads, lexicon)
    return replace(name, roles=roles, address=told)


def is_past(role: str, lexicon: Lexicon) -> bool:
    """Whether the words of a role say that it is over ("former president")."""
    return any(fold(part) in lexicon.roles.past for part in re.split(r"[\s-]+", role))


def head_span(text: str, role: Span, lexicon: Lexicon) -> Span:
    """The noun of a role in the text."""
    tokens = [Span(*one.span()) for one in TOKEN.finditer(text, role.start, role.end)]
    core = _noun_phrase(text, tokens, lexicon)
    return tokens[max(core, 1) - 1] if tokens else role


def head_of(role: str, lexicon: Lexicon) -> str:
    """The noun of a role in lower case: "ambassador" of "US ambassador to Iraq"."""
    words = [fold(word) for word in role.split()]
    for place, word in enumerate(words):
        if word in lexicon.roles.prepositions and place:
            words = words[:place]
            break
    return words[-1] if words else ""


def _gender_of(words: str, lexicon: Lexicon) -> str:
    found = (lexicon.gender.get(fold(word), "") for word in words.split())
    return next(filter(None, found), "")


def _before(text: str, start: int, lexicon: Lexicon) -> tuple[Span | None, str]:
    """The role that ends where the name begins, and the gender that a form of address tells."""
    tokens = _tokens_before(text, start, lexicon)
    address = ""
    while tokens and fold(tokens[-1].cut(text)) in lexicon.roles.address:
        word = fold(tokens.pop().cut(text))
        address = lexicon.gender.get(word, address)
    if not tokens:
        return None, address
    first: int | None = len(tokens) - 1
    if not _is_head(tokens[-1].cut(text), lexicon):
        first = _of_title(text, tokens, lexicon)
    if first is None:
        return None, address
    while first > 0 and _goes_on(text, tokens, first - 1, lexicon):
        first -= 1
        if tokens[first].cut(text).endswith(("’s", "'s")):
            break
    if len(tokens) - first == 1 and fold(tokens[-1].cut(text)) in lexicon.roles.relations:
        return None, address
    return Span(tokens[first].start, tokens[-1].end), address


def _tokens_before(text: str, start: int, lexicon: Lexicon) -> list[Span]:
    """The words that run up to ``start`` with nothing between them but single spaces."""
    low = max(0, start - _REACH)
    low = text.rfind("\n", low, start) + 1 or low
    tokens = [Span(*one.span()) for one in TOKEN.finditer(text, low, start)]
    kept: list[Span] = []
    edge = start
    for token in reversed(tokens):
        if text[token.end : edge] not in (" ", "\xa0"):
            break
        word = token.cut(text)
        if word.endswith(".") and not _is_short(word, lexicon):
            break
        kept.append(token)
        edge = token.start
    return kept[::-1]


def _is_short(word: str, lexicon: Lexicon) -> bool:
    """Whether a full stop belongs to the word: "Gov.", "U.S.", an initial."""
    bare = word[:-1]
    capital = word[0].isupper() and (len(bare) == 1 or bare.casefold() in lexicon.abbreviations)
    return "." in bare or capital


def _is_head(word: str, lexicon: Lexicon) -> bool:
    bare = fold(word)
    if word.endswith(("’s", "'s")):
        return False
    parts = bare.split("-")
    if bare in lexicon.function_words:
        return False
    return bare in lexicon.roles.nouns or (len(parts) > 1 and parts[-1] in lexicon.roles.nouns)


def _may_be_head(word: str, lexicon: Lexicon) -> bool:
    """Whether a noun behind an article looks like one for a person: glaciologist, undertaker."""
    person = word.endswith(lexicon.roles.endings) and fold(word) not in lexicon.function_words
    return word.islower() and len(word) > 4 and person


def _of_title(text: str, tokens: list[Span], lexicon: Lexicon) -> int | None:
    """The number of the word that heads a title with "of" before the name, or None."""
    for back in range(2, min(_BY_OF + 2, len(tokens) + 1)):
        word = tokens[-back].cut(text)
        if word == "of":
            if back < len(tokens) and _is_head(tokens[-back - 1].cut(text), lexicon):
                return len(tokens) - back - 1
            return None
        inside = [tokens[-n].cut(text) for n in range(1, back)]
        if not all(one[0].isupper() or one in ("and", "the") or len(inside) < 3 for one in inside):
            return None
    return None


def _goes_on(text: str, tokens: list[Span], place: int, lexicon: Lexicon) -> bool:
    """Whether the word belongs to the role that begins behind it."""
    word = tokens[place].cut(text)
    bare = fold(word)
    if bare in lexicon.roles.articles or bare in lexicon.roles.possessives:
        return False
    parts = bare.split("-")
    before = fold(tokens[place - 1].cut(text)) if place else ""
    if bare in lexicon.roles.adverbs:  # "under then Vice President …", not "and then …"
        return bool(before) and before not in lexicon.roles.clause_openers
    if word in lexicon.roles.joins:
        return place > 0 and _is_head(tokens[place - 1].cut(text), lexicon)
    if word in lexicon.roles.prepositions:
        return False
    if bare in lexicon.roles.modifiers or bare in lexicon.roles.nouns:
        return True
    roles = lexicon.roles
    if word.islower() and before in roles.articles | roles.possessives | roles.past:
        return bare not in lexicon.function_words  # "former ports minister"
    if parts[0] in lexicon.roles.past or parts[-1] in lexicon.roles.nouns:
        return True
    if len(parts) > 1 and lexicon.roles.modifiers.issuperset(parts):
        return True
    known = bare in lexicon.function_words or bare in lexicon.determiners
    return word[0].isupper() and (not known or word.rstrip(".")[-1].isupper())


def _behind(text: str, end: int, lexicon: Lexicon) -> Span | None:
    """The role in apposition behind a name: ", chairman of the Joint Chiefs of Staff,"."""
    between = _PARTY.match(text, end, end + 28) or _AGE.match(text, end, end + 10)
    start = between.end() if between else end
    if text[start : start + 2] != ", ":
        return None
    stop = _end_of_phrase(text, start + 2, lexicon)
    tokens = [Span(*one.span()) for one in TOKEN.finditer(text, start + 2, stop)]
    opening = lexicon.roles.articles | lexicon.roles.possessives
    article = bool(tokens) and fold(tokens[0].cut(text)) in opening
    if article:
        tokens = tokens[1:]
    core = _noun_phrase(text, tokens, lexicon)
    if not core:
        return None
    head = tokens[core - 1].cut(text)
    if not (_is_head(head, lexicon) or (article and _may_be_head(head, lexicon))):
        return None
    if any(fold(token.cut(text)) in lexicon.roles.ends for token in tokens[:core]):
        return None
    last = core
    while last < len(tokens) and fold(tokens[last].cut(text)) not in lexicon.roles.ends:
        last += 1
    while last > core and fold(tokens[last - 1].cut(text)) in lexicon.roles.prepositions:
        last -= 1
    return Span(tokens[0].start, tokens[last - 1].end)


def _end_of_phrase(text: str, start: int, lexicon: Lexicon) -> int:
    """Where the phrase that begins at ``start`` ends: at a mark, or at the last "and" in reach."""
    limit = min(len(text), start + _REACH)
    mark = _OPENING.search(text, start, limit)
    while mark is not None and mark[0] == ".":
        word = re.search(r"[\w.]+$", text[max(start, mark.start() - 12) : mark.end()])
        if word is None or not _is_short(word[0], lexicon):
            break
        mark = _OPENING.search(text, mark.end(), limit)
    if mark is not None:
        return mark.start()
    return limit if limit == len(text) else max(text.rfind(" and ", start, limit), start)


def _noun_phrase(text: str, tokens: list[Span], lexicon: Lexicon) -> int:
    """How many of the words stand before the first preposition or clause."""
    for number, token in enumerate(tokens):
        word = fold(token.cut(text))
        if number and (word in lexicon.roles.prepositions or word in lexicon.roles.ends):
            return number
    return len(tokens)


def _before_comma(text: str, span: Span, lexicon: Lexicon) -> Span | None:
    """The role of "The spokeswoman, Ada Bern, said": a phrase with an article and both commas."""
    if text[max(0, span.start - 2) : span.start] != ", " or text[span.end : span.end + 1] not in (
        *",.;)—",
        "",
    ):
        return None
    stop = span.start - 2
    low = max(0, stop - _REACH)
    cuts = [found.end() for found in _OPENING.finditer(text, low, stop)]
    tokens = [Span(*one.span()) for one in TOKEN.finditer(text, cuts[-1] if cuts else low, stop)]
    allowed = lexicon.roles.articles | lexicon.roles.possessives
    first = next((n for n in range(len(tokens)) if fold(tokens[n].cut(text)) in allowed), None)
    if first is None:
        return None
    owner = next((n for n in range(first, len(tokens)) if _owns(tokens[n].cut(text))), None)
    tokens = tokens[(owner if owner is not None else first) + 1 :]
    core = _noun_phrase(text, tokens, lexicon)
    if not core or not _is_head(tokens[core - 1].cut(text), lexicon):
        return None
    if any(fold(token.cut(text)) in lexicon.roles.ends for token in tokens):
        return None
    return Span(tokens[0].start, tokens[-1].end)


def _owns(word: str) -> bool:
    return word.endswith(("’s", "'s"))
