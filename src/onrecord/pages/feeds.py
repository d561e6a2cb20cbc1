"""The entries of an RSS or Atom feed as pages.

Invariant: an entry is a page only with its full text, from the web or from the feed itself; a
teaser is never taken for the article.
"""

from __future__ import annotations

import html
import io
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser

from onrecord.pages.documents import Origin, read_document
from onrecord.pages.issues import refuse
from onrecord.pages.limits import MAX_FEED_ENTRIES
from onrecord.record import Issue, Page

_MARKUP = ("text/html", "application/xhtml+xml")

# An entry that came with a feed, as a page: what the feed tells of it stands in the head.
_ENTRY = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<link rel="canonical" href="{url}">
<meta property="og:type" content="article">
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="{outlet}">
{metadata}</head>
<body><article><h1>{title}</h1>
{content}
</article></body></html>
"""
_META = '<meta {key} content="{value}">\n'


def read_feed(body: bytes, origin: Origin) -> Iterator[Page | Issue]:
    """A page for each entry, or an issue saying why there is none.

    The linked articles are fetched where the feed itself came from the web; a feed in a file is
    read without the network.
    """
    feed = feedparser.parse(io.BytesIO(body))
    if not feed.entries:
        fault = "breaks off or is damaged" if feed.get("bozo") else "has no entries"
        yield refuse("empty-feed", f"the feed {fault}; fetch it again later", origin.where)
        return
    for number, entry in enumerate(feed.entries, start=1):
        if number > MAX_FEED_ENTRIES:
            message = f"only the first {MAX_FEED_ENTRIES} entries of the feed were read"
            yield refuse("long-feed", f"{message}; give the others by address", origin.where)
            return
        url = str(entry.get("link", ""))
        place = f"{origin.where} entry {number}"
        if origin.url and url:
            yield from _read_linked(url, place, entry, feed.feed, origin)
        else:
            yield _read_included(place, entry, feed.feed, origin)


def _read_linked(
    url: str, place: str, entry: Mapping[str, Any], feed: Mapping[str, Any], origin: Origin
) -> Iterator[Page | Issue]:
    # Loaded only for a feed from the web: a saved feed is read without the network's library.
    from onrecord.pages.fetching import fetch

    answer = fetch(url)
    if isinstance(answer, Issue):
        yield answer
        if _find_content(entry):
            yield _read_included(place, entry, feed, origin)
        return
    yield read_document(
        answer.body,
        Origin(
            where=url,
            url=answer.url,
            fetched=answer.fetched,
            charset=answer.charset,
            title=str(entry.get("title", "")),
            hint=answer.hint,
        ),
    )


def _read_included(
    place: str, entry: Mapping[str, Any], feed: Mapping[str, Any], origin: Origin
) -> Page | Issue:
    url, title = str(entry.get("link", "")), str(entry.get("title", ""))
    content = _find_content(entry)
    if not content:
        advice = f"read the article itself: {url}" if url else "ask the outlet for the article"
        message = f"the entry {title!r} carries no full text; {advice}"
        return refuse("no-content", message, place)
    page = _ENTRY.format(
        language=html.escape(str(feed.get("language", ""))),
        title=html.escape(title),
        url=html.escape(url),
        outlet=html.escape(str(feed.get("title", ""))),
        metadata="".join(_describe(entry)),
        content=content,
    )
    return Page(
        where=place,
        body=page.encode("utf-8", "replace"),
        media_type="html",
        url=url,
        fetched=origin.fetched,
        charset="utf-8",
        title=title,
    )


def _find_content(entry: Mapping[str, Any]) -> str:
    """The longest full text of the entry as HTML, or ""."""
    parts = [part for part in entry.get("content", ()) if str(part.get("value", "")).strip()]
    if not parts:
        return ""
    best = max(parts, key=lambda part: len(part["value"]))
    value = str(best["value"])
    if best.get("type") in _MARKUP or "</p>" in value:
        return value
    paragraphs = [line for line in value.splitlines() if line.strip()]
    return "\n".join(f"<p>{html.escape(line)}</p>" for line in paragraphs)


def _describe(entry: Mapping[str, Any]) -> Iterator[str]:
    """The tags for what the feed tells of the entry."""
    for field, key in (("published", "published_time"), ("updated", "modified_time")):
        # Asked with "in": the parser gives the day of publication where the other is missing.
        if f"{field}_parsed" in entry and (moment := entry[f"{field}_parsed"]):
            value = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*moment[:6])
            yield _META.format(key=f'property="article:{key}"', value=value)
    source = entry.get("source") or {}
    if name := str(source.get("title") or source.get("href") or "").strip():
        yield _META.format(key='name="feed:source"', value=html.escape(name))
    for author in entry.get("authors", ()):
        if name := str(author.get("name", "")).strip():
            yield _META.format(key='name="author"', value=html.escape(name))
