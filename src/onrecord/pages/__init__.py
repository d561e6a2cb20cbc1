"""Bytes in: files, folders, text dumps, standard input, URLs, feeds and web archives as pages.

Invariant: what an input is, is seen from its content; whatever cannot be read becomes an Issue
that says what was found and what to do, and the other pages are still read.
"""

from onrecord.pages.limits import MAX_PAGE_BYTES
from onrecord.pages.opening import open_pages

__all__ = ["MAX_PAGE_BYTES", "open_pages"]
