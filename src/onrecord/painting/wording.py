"""Findings in words: what a journalist reads in place of codes.

Invariant: every word comes from the tables of words or from the page; a doubt is said.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.painting.outline import Account, Outline, Route
from onrecord.record import Article, SourceLink, Statement

TABLES = ("wording.toml", "trace_wording.toml", "export_wording.toml", "record_wording.toml")
"""A table that stands in several files is joined; no key of it stands in two."""


@cache
def load_words() -> dict[str, Any]:
    """The tables of words for the reports."""
    words: dict[str, Any] = {}
    for name in TABLES:
        path = files(__package__) / name
        for table, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            words.setdefault(table, {}).update(entries)
    return words


def word_for(table: str, key: str) -> str:
    """The words for ``key``; the key itself where the table does not have it."""
    return str(load_words()[table].get(key, key))


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 source", "3 sources"."""
    one, many = load_words()["nouns"][noun]
    return f"{number:,} {one if number == 1 else many}"


def phrase(table: str, key: str, **parts: object) -> str:
    """The phrase for ``key`` with its gaps filled."""
    return str(load_words()[table][key]).format_map(parts)


def join_words(parts: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def describe_kind(link: SourceLink) -> str:
    """What sort of source it is, and whether it is named."""
    return word_for("kinds_unnamed" if link.unnamed else "kinds", link.kind)


def describe_manner(statement: Statement) -> str:
    """The verb for the stance and how near the page keeps to the words."""
    return f"{word_for('stances', statement.stance)}, {word_for('modes', statement.mode)}"


def describe_how(route: Route, position: int) -> str:
    """How the link at ``position`` is known; for how many statements where that differs."""
    counted = Counter(one.chain.links[position].how for one in route.statements)
    if len(counted) == 1:
        return word_for("how", next(iter(counted)))
    return ", ".join(
        f"{word_for('how', how)} ({number} of {counted.total()})"
        for how, number in counted.most_common()
    )


def describe_language(article: Article) -> str:
    """The language's name, its code where the name is not known, or unknown."""
    return word_for("languages", article.language) if article.language else "unknown"


def describe_weight(account: Account) -> str:
    """How much a source is on record with."""
    return f"{count(len(account.statements), 'statement')}, {count(account.words, 'word')}"


def describe_tally(outline: Outline) -> str:
    """One line: how many statements, of whom, how many through other hands, how many of nobody."""
    if not outline.statements:
        return "No statements were found on this page."
    known = [account for account in outline.accounts if account.origin.kind != "unknown"]
    unnamed = sum(account.origin.unnamed for account in known)
    relayed = sum(len(one.chain.links) > 2 for one in outline.statements)
    nobody = sum(one.chain.origin.kind == "unknown" for one in outline.statements)
    return (
        f"{count(len(outline.statements), 'statement')}, {count(len(known), 'source')} "
        f"({len(known) - unnamed} named, {unnamed} unnamed), {relayed} relayed through others, "
        f"{nobody} with unknown source"
    )


def describe_left_out(article: Article) -> str:
    """What stood on the page and is not the article's text, counted; "" where nothing was."""
    counted = [count(len(article.captions), "caption")] if article.captions else []
    kinds = Counter(one.kind for one in article.furniture)
    counted += [count(number, kind) for kind, number in kinds.most_common()]
    return join_words(counted)
