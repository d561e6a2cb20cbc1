"""Stories as JSON, one object a line.

``onrecord stories --json`` prints for each story::

    {"id", "title": of its first page, "pages": how many, "outlets": how many,
     "kinds": {"original": how many, …}, "articles": [as in a trace, in order of time],
     "copies": [[article ids of one group]],
     "merges": [{"first": article id, "second": article id, "score", "reason"}],
     "derivations": [as in a trace],
     "claims": [{"id", "text", "independent": {"min", "max"}, "asserting", "denying",
                 "denied_by": [names]}] or null where ``--claims`` was not given}
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.painting.stories_outline import StoryShown
from onrecord.painting.trace_json import Packed, dump, pack_article, pack_derivation
from onrecord.record import Claim, Corpus


def to_story_json(
    shown: StoryShown, corpus: Corpus, *, places: Mapping[str, str], claims: bool
) -> str:
    """One line; ``claims`` = its claims were looked for."""
    own = {one.article.id for one in shown.pages}
    packed: Packed = {
        "id": shown.story.id,
        "title": shown.title,
        "pages": len(shown.pages),
        "outlets": shown.outlets,
        "kinds": dict(shown.kinds),
        "articles": [pack_article(one.article, corpus, places) for one in shown.pages],
        "copies": [
            [one for one in group.articles if one in own]
            for group in corpus.copies
            if own & set(group.articles)
        ],
        "merges": [
            {"first": one.first, "second": one.second, "score": one.score, "reason": one.reason}
            for one in shown.story.merges
        ],
        "derivations": [
            pack_derivation(one)
            for one in corpus.derivations
            if one.article in own and one.parent in own
        ],
        "claims": [_pack_claim(one.claim) for one in shown.traces] if claims else None,
    }
    return dump(packed)


def _pack_claim(claim: Claim) -> Packed:
    return {
        "id": claim.id,
        "text": claim.text,
        "independent": {"min": claim.independence.min, "max": claim.independence.max},
        "asserting": list(claim.articles("asserts")),
        "denying": list(claim.articles("denies")),
        "denied_by": [one.name for one in claim.denial_sources],
    }
