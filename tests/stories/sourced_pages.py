"""Pages with statements made by hand, for tests of who stands behind a claim."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.record import (
    Derivation,
    DerivationKind,
    Entity,
    Reading,
    Side,
    SourceChain,
    SourceKind,
    SourceLink,
    Span,
    Stamp,
    Statement,
    Telling,
    finding_id,
)
from onrecord.stories.sources.origin_pages import OriginPages, gather_pages
from onrecord.stories.sources.origin_words import OriginWords, load_origin_words
from tests.stories.pages import page

WORDS: OriginWords = load_origin_words("en")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement to be put into a page: the words said, the cue, and who says it.

    ``who`` are the words of the page for the source, ``name`` the name in the chain; ``via`` are
    outlets between the page and the source.
    """

    content: str
    cue: str
    who: str
    name: str = ""
    kind: SourceKind = "person"
    unnamed: bool = False
    title: str = ""
    via: tuple[str, ...] = ()
    stance: str = "states"


def sourced(outlet: str, text: str, *said: Said, day: int = 1, title: str = "") -> Reading:
    """A page of ``outlet``, out on ``day`` of May 2032; each line of ``text`` a paragraph."""
    host = "".join(outlet.lower().removeprefix("the ").split())
    article = replace(
        page(
            text,
            url=f"https://www.{host}.example/{day}/{len(text)}",
            outlet=outlet,
            published=f"2032-05-{day:02d}T08:00:00+00:00",
        ),
        title=title,
    )
    statements, entities = [], dict[str, Entity]()
    for one in said:
        statements.append(_state(article.id, outlet, text, one))
        name = one.name or one.who
        start = text.index(one.who)
        kind = (
            one.kind if one.kind in ("person", "group", "organisation", "document") else "unknown"
        )
        mention = Span(start, start + len(one.who))
        roles = (one.title,) if one.title else ()
        entities.setdefault(name, Entity(f"e{len(entities)}", name, kind, (mention,), roles))
    found = tuple(entities.values())
    return Reading(article, Stamp("0", "none", "en"), found, (), tuple(statements))


def _state(article: str, outlet: str, text: str, one: Said) -> Statement:
    content, who = find(text, one.content), find(text, one.who)
    cue = find(text, one.cue, near=content.start) if one.cue else None
    name = one.name or one.who
    links = (
        SourceLink(outlet, "outlet", how="implied"),
        *(SourceLink(via, "outlet") for via in one.via),
        SourceLink(name, one.kind, unnamed=one.unnamed, title=one.title, span=who),
    )
    identity = finding_id(article, "statement", (content,))
    return Statement(
        identity, "indirect", (content,), cue, who, SourceChain(links), one.stance
    )  # fmt: skip


def find(text: str, words: str, near: int = 0) -> Span:
    """The span of ``words`` in ``text``, the one nearest to ``near``."""
    places = [n for n in range(len(text)) if text.startswith(words, n)]
    start = min(places, key=lambda one: abs(one - near))
    return Span(start, start + len(words))


def tell(reading: Reading, words: str, side: Side = "asserts") -> Telling:
    """A telling of ``words`` in the page, in the statement that has them if there is one."""
    span = find(reading.article.text, words)
    inside = (one.id for one in reading.statements if one.content[0].covers(span))
    return Telling(reading.article.id, side, (span,), next(inside, None), 1.0)


def took(child: Reading, parent: Reading, kind: DerivationKind = "relay") -> Derivation:
    """``child`` has it from ``parent``."""
    return Derivation(child.article.id, parent.article.id, kind, "named", "test", "so it is")


def together(*readings: Reading, derivations: tuple[Derivation, ...] = ()) -> OriginPages:
    """The pages as one question."""
    return gather_pages(readings, derivations)
