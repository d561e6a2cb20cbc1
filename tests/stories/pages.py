"""Articles made for the tests of copies, versions and credits."""

from __future__ import annotations

from datetime import date

from onrecord.record import Article, Block, DateOfRecord, Furniture, Span, article_id


def page(
    text: str,
    *,
    url: str = "",
    outlet: str = "",
    published: str = "",
    modified: str = "",
    byline: str = "",
) -> Article:
    """An article whose paragraphs are the lines of ``text``; dates as ISO 8601."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", Span(at, at + len(line))))
        at += len(line) + 1
    given = (("published", published), ("modified", modified))
    dates = tuple(_day(role, raw) for role, raw in given if raw)
    furniture = (Furniture("byline", byline),) if byline else ()
    return Article(
        article_id(url, text), url, outlet, "", (), "en", text, dates, tuple(blocks), furniture
    )


def _day(role: str, raw: str) -> DateOfRecord:
    day = date.fromisoformat(raw[:10])
    return DateOfRecord(
        role,  # type: ignore[arg-type]
        day, day, day, day.isoformat(), "meta", "the page says so", raw=raw, chosen=True,
    )  # fmt: skip


REPORT = """The ferry Halcyon ran aground off Port Ennis on Sunday with ninety people on board.
Nobody was hurt, and all passengers were taken off by fishing boats, the coastguard said.
The captain had left the marked channel because of ice, according to the owner, Brann Lines.
Divers were to look at the hull before tugs would try to pull the vessel free at high tide.
The Halcyon, built in 1988, crosses between Port Ennis and the island of Sorle four times a day.
Brann Lines said that it would run a smaller boat until repairs were done and pay back tickets."""
