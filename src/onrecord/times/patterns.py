"""A small language of patterns over classes of tokens, made into regular expressions.

``[slot=]ATOM`` in a row, with ``?``, ``*`` (none to five), ``|`` and brackets. An ATOM in capitals
is a class of words or a pattern of its own (a macro), one in small letters a word or mark that
stands for itself. A matched slot gives back its tokens by number.

Invariant: a pattern reads one code a token and all its repeats are bounded, so that the time to
match it at one place does not grow with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.times.tokens import Codes

_ATOM = re.compile(r"\s*(?:(?P<slot>[a-z_]+)=)?(?P<what>\(|\)|\||[^\s()|?*]+)(?P<many>[?*]?)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: ``first`` = the codes that it can begin with; ``slots`` by group."""

    matcher: re.Pattern[str]
    first: frozenset[str]
    slots: tuple[str, ...]

    def match(self, codes: str, at: int) -> dict[str, tuple[int, int]] | None:
        """The slots as ranges of tokens, the whole match as "", or None."""
        found = self.matcher.match(codes, at)
        if found is None or found.end() == at:
            return None
        slots = {"": found.span()}
        for group, name in enumerate(self.slots, start=1):
            if found.start(group) >= 0 and name:
                slots[name] = found.span(group)
        return slots


@dataclass(slots=True)
class _Piece:
    expression: str
    first: set[str]
    empty: bool


class _Reader:
    """Reads one pattern; macros are read where they are used."""

    def __init__(self, codes: Codes, macros: Mapping[str, str]) -> None:
        self.codes = codes
        self.macros = macros
        self.slots: list[str] = []

    def read(self, pattern: str) -> _Piece:
        tokens = list(_atoms(pattern))
        piece, end = self._either(tokens, 0)
        if end != len(tokens):
            raise ValueError(f"a bracket too many in the pattern {pattern!r}")
        return piece

    def _either(self, tokens: list[tuple[str, str, str]], at: int) -> tuple[_Piece, int]:
        ways = []
        while True:
            piece, at = self._row(tokens, at)
            ways.append(piece)
            if at == len(tokens) or tokens[at][1] != "|":
                break
            at += 1
        if len(ways) == 1:
            return ways[0], at
        joined = "|".join(way.expression for way in ways)
        first = set().union(*(way.first for way in ways))
        return _Piece(f"(?:{joined})", first, any(way.empty for way in ways)), at

    def _row(self, tokens: list[tuple[str, str, str]], at: int) -> tuple[_Piece, int]:
        row = _Piece("", set(), empty=True)
        while at < len(tokens) and tokens[at][1] not in (")", "|"):
            slot, what, many = tokens[at]
            opened = f"({'' if slot else '?:'}"
            if slot:
                self.slots.append(slot)
            if what == "(":
                piece, at = self._either(tokens, at + 1)
                if at == len(tokens) or tokens[at][1] != ")":
                    raise ValueError("a bracket is not closed")
                many = tokens[at][2]
            else:
                piece = self._atom(what)
            at += 1
            inner = f"{opened}{piece.expression})" if slot or many else piece.expression
            row.expression += inner + ("{0,5}" if many == "*" else many)
            if row.empty:
                row.first |= piece.first
            row.empty = row.empty and (piece.empty or bool(many))
        return row, at

    def _atom(self, what: str) -> _Piece:
        if what in self.macros:
            return self.read(self.macros[what])
        if what.isupper():
            belonging = self.codes.belonging_to(what)
            if not belonging:
                raise ValueError(f"no word is of the class {what}")
        else:
            belonging = self.codes.belonging_to(f"={what}")
            if not belonging:
                raise ValueError(f"the word {what!r} was not made a class of its own")
        return _Piece(f"[{re.escape(belonging)}]", set(belonging), empty=False)


def compile_pattern(pattern: str, codes: Codes, macros: Mapping[str, str]) -> Pattern:
    """The pattern as a matcher; ValueError where it is not well formed or names no class."""
    reader = _Reader(codes, macros)
    try:
        piece = reader.read(pattern)
    except ValueError as error:
        raise ValueError(f"{error}: {pattern!r}") from error
    return Pattern(re.compile(piece.expression), frozenset(piece.first), tuple(reader.slots))


def literals(patterns: Iterable[str]) -> frozenset[str]:
    """All words and marks that stand for themselves in ``patterns``."""
    return frozenset(
        what
        for pattern in patterns
        for _, what, _ in _atoms(pattern)
        if what not in ("(", ")", "|") and not what.isupper()
    )


def _atoms(pattern: str) -> Iterator[tuple[str, str, str]]:
    end = 0
    while end < len(pattern.rstrip()):
        match = _ATOM.match(pattern, end)
        if match is None:
            raise ValueError(f"cannot read {pattern[end:]!r}")
        yield match["slot"] or "", match["what"], match["many"]
        end = match.end()
