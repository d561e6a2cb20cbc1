"""Who and what: everyone and everything named, one entity under all their words.

Invariant: every merge is a judgement that says its rule and can be undone.
"""

from onrecord.entities.find import Found, find_chains, find_entities

__all__ = ["Found", "find_chains", "find_entities"]
