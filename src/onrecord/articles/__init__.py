"""From a page's bytes to the article: its text, and all that the page says about it.

Invariant: the article's text is what the outlet reports and nothing else; headline, byline, dates,
captions, tags and related headlines stand beside it in fields.
"""

from onrecord.articles.extraction import extract

__all__ = ["extract"]
