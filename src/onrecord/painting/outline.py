"""A reading put in the order of a report: sources by weight, their routes, their statements.

Invariant: every statement of the reading stands in exactly one route of one account.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.painting.visible_text import DOUBLE_MARKS, ELLIPSIS, show_plainly, strip_marks
from onrecord.record import Article, Reading, SourceLink, Span, Statement

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """One way that a source's words came, and the statements that came by it.

    ``links`` have for each hand its fullest name and title among all its statements.
    """

    links: tuple[SourceLink, ...]
    statements: tuple[Statement, ...]

    def justifications(self, position: int, text: str) -> tuple[str, ...]:
        """The different words that justify the link at ``position``, in order of the text."""
        spans = {one.chain.links[position].justification for one in self.statements}
        ordered = sorted(span for span in spans if span is not None)
        return tuple(dict.fromkeys(span.cut(text) for span in ordered))


@dataclass(frozen=True, slots=True)
class Account:
    """All that one source is on record with; ``words`` counts no word twice."""

    origin: SourceLink
    routes: tuple[Route, ...]
    words: int

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Its statements, in order of the text."""
        return _in_order(one for route in self.routes for one in route.statements)


@dataclass(frozen=True, slots=True)
class Outline:
    """The accounts of one article, the weightiest first, those of nobody last."""

    article: Article
    accounts: tuple[Account, ...]
    statements: tuple[Statement, ...]


def outline_reading(reading: Reading) -> Outline:
    """The reading's statements by source and route; "unknown source" stands last."""
    text = reading.article.text
    statements = _in_order(reading.statements)
    by_origin: dict[Key, list[Statement]] = {}
    for one in statements:
        by_origin.setdefault(_identify(one.chain.origin), []).append(one)
    accounts = [_open_account(group, text) for group in by_origin.values()]
    accounts.sort(
        key=lambda account: (
            account.origin.kind == "unknown",
            -account.words,
            -len(account.statements),
            account.statements[0].content[0],
        )
    )
    return Outline(reading.article, tuple(accounts), statements)


def shown_content(statement: Statement, text: str) -> str:
    """The statement's words on one line, in one pair of quotation marks where they are quoted.

    Parts that stand apart in the text are joined by an ellipsis.
    """
    words = [show_plainly(span.cut(text)) for span in sorted(statement.content)]
    parts = [part.lstrip(",;:. ").rstrip(",;: ") or part for part in words]
    if statement.mode != "direct":
        return f" {ELLIPSIS} ".join(parts)
    whole = f" {ELLIPSIS} ".join(strip_marks(part) for part in parts)
    return whole if any(mark in whole for mark in DOUBLE_MARKS) else f"“{whole}”"


def _open_account(statements: list[Statement], text: str) -> Account:
    by_chain: dict[Key, list[Statement]] = {}
    for one in statements:
        by_chain.setdefault(tuple(map(_identify, one.chain.links)), []).append(one)
    routes = tuple(
        Route(
            links=tuple(
                _fullest([one.chain.links[position] for one in group])
                for position in range(len(group[0].chain.links))
            ),
            statements=tuple(group),
        )
        for group in by_chain.values()
    )
    return Account(
        origin=_fullest([one.chain.origin for one in statements]),
        routes=routes,
        words=_count_words(statements, text),
    )


def _identify(link: SourceLink) -> Key:
    if link.entity is not None:
        return (link.entity,)
    return (link.name.casefold(), link.kind, link.unnamed)


def _fullest(links: list[SourceLink]) -> SourceLink:
    return max(links, key=lambda link: (bool(link.title), len(link.title)))


def _in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(statements, key=lambda one: (min(one.content), one.id)))


def _count_words(statements: list[Statement], text: str) -> int:
    words, reached = 0, 0
    for span in sorted(span for one in statements for span in one.content):
        start = max(span.start, reached)
        if start < span.end:
            words += len(Span(start, span.end).cut(text).split())
        reached = max(reached, span.end)
    return words
