"""How much an input may ask of us before it is refused.

Invariant: no input, however long, slow or cleverly compressed, takes more than these.
"""

from __future__ import annotations

# The largest news pages seen, live blogs with pictures inlined, are near 20 MB.
MAX_PAGE_BYTES = 50_000_000

# All kinds of input but a page full of comments show what they are in this many bytes.
HEAD_BYTES = 65_536

# Seconds for one page from the network, from the name's look-up to the last byte.
MAX_SECONDS = 30.0

# Browsers give up at 20; a news page that needs more than three or four is a loop or a trap.
MAX_REDIRECTS = 10

# Pages fetched for one feed: feeds of news outlets carry 10 to 100 entries.
MAX_FEED_ENTRIES = 200
