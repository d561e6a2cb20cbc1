"""Versions of one page: what stands at the same address at different times.

Invariant: two pages are versions only by their address; how like their texts are does not matter.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from onrecord.record import Article, Span

_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_PREFIX = re.compile(r"^(?:www|m|amp)\.")
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|cmpid|ref|src|smid)$")
MAX_WORDS = 20_000
"""Words of a version that are compared; longer ones are compared as far as that."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of ``earlier`` in ``later``: spans of the one's and of the other's text.

    ``replaced`` are the words that stand for others, each with those it stands for.
    """

    added: tuple[Span, ...]
    removed: tuple[Span, ...]
    replaced: tuple[tuple[Span, Span], ...]

    @property
    def nothing(self) -> bool:
        """Whether both say the same, word for word."""
        return not (self.added or self.removed or self.replaced)


def address_of(url: str) -> str:
    """``url`` without what does not change the page: scheme, "www.", tracking, fragment.

    "" where there is none or where it is that of a site's front page.
    """
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    asked = [one for one in parse_qsl(parts.query) if not _TRACKING.match(one[0].lower())]
    if "." not in host or not (path or asked):
        return ""
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    return f"{_PREFIX.sub('', host)}{path}{query}"


def compare_versions(earlier: Article, later: Article) -> Changes:
    """What changed between two versions of a page, in words, in the order of the texts."""
    old, new = (
        [Span(*one.span()) for one in _WORD.finditer(each.text)][:MAX_WORDS]
        for each in (earlier, later)
    )
    matcher = difflib.SequenceMatcher(
        None,
        [span.cut(earlier.text).casefold() for span in old],
        [span.cut(later.text).casefold() for span in new],
        autojunk=len(old) + len(new) > MAX_WORDS // 10,
    )
    added, removed, replaced = [], [], []
    for what, begin, end, start, stop in matcher.get_opcodes():
        before = Span(old[begin].start, old[end - 1].end) if end > begin else None
        after = Span(new[start].start, new[stop - 1].end) if stop > start else None
        if what == "equal":
            continue
        if before is None and after is not None:
            added.append(after)
        elif after is None and before is not None:
            removed.append(before)
        elif before is not None and after is not None:
            replaced.append((after, before))
    return Changes(tuple(added), tuple(removed), tuple(replaced))
