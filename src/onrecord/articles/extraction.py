"""A page of any kind read into an article.

Invariant: no page raises; where there is no article, an issue says why.
"""

from __future__ import annotations

from onrecord.articles.html_pages import extract_html
from onrecord.articles.text_dumps import extract_dump
from onrecord.record import Article, Issue, Page


def extract(page: Page) -> tuple[Article | None, tuple[Issue, ...]]:
    """The article of ``page`` and what was not understood; None only with an issue saying why."""
    if page.media_type == "text":
        return extract_dump(page)
    return extract_html(page)
