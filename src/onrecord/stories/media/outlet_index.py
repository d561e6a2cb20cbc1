"""Outlets by all that they may be called, for look-up of many names in long texts.

Invariant: a name finds the outlets that it fits best, and says how surely.
"""

from __future__ import annotations

from onrecord.record import Span
from onrecord.stories.media.outlet_names import (
    OTHER,
    SAME,
    SHORTENED,
    is_medium_word,
    name_forms,
    name_key,
    name_words,
)
from onrecord.stories.media.outlets import Outlet


class Names:
    """The outlets by all that they may be called."""

    __slots__ = ("_by_key", "_hosts", "words")

    def __init__(self, outlets: tuple[Outlet, ...]) -> None:
        self._by_key: dict[str, dict[Outlet, int]] = {}
        self._hosts: dict[str, list[Outlet]] = {}
        words: set[str] = set()
        for outlet in outlets:
            for host in outlet.hosts:
                self._hosts.setdefault(host, []).append(outlet)
            for name in (*outlet.names, *outlet.hosts):
                words.update(word.casefold() for word in name_words(name))
                for key, rank in name_forms(name):
                    words.add(key)
                    ranks = self._by_key.setdefault(key, {})
                    ranks[outlet] = max(rank, ranks.get(outlet, OTHER))
        self.words = frozenset(words)
        """Every word with which one of the names begins or goes on, in small letters."""

    def at(self, host: str) -> tuple[Outlet, ...]:
        """The outlets whose pages stand at ``host``."""
        return tuple(self._hosts.get(host, ()))

    def bearing(self, host: str) -> tuple[Outlet, ...]:
        """The outlets without an address whose full name stands in ``host``."""
        outlets, rank = self.called(host)
        return tuple(one for one in outlets if not one.hosts) if rank == SAME else ()

    def is_clear(self, text: str, span: Span) -> bool:
        """Whether the words are a full name, initials, or "the Lantern" with its article."""
        outlets, rank = self.called(span.cut(text))
        noun = is_medium_word(span.cut(text)) or " " in span.cut(text)
        return bool(outlets) and (rank != SHORTENED or noun)

    def called(self, name: str) -> tuple[tuple[Outlet, ...], int]:
        """The outlets that ``name`` fits best, and how surely; () and OTHER where it fits none."""
        ranks = self._by_key.get(name_key(name), {})
        best = max(ranks.values(), default=OTHER)
        return tuple(one for one, rank in ranks.items() if rank == best), best
