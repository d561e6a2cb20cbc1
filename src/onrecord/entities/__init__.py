"""Who and what: everyone and everything named, one entity under all their words.

Invariant: every merge is a judgement that says its rule and can be undone.
"""

from onrecord.entities.find import Found, find_chains, find_entities
from onrecord.entities.undo import undo_merge
from onrecord.entities.unite import unite

__all__ = ["Found", "find_chains", "find_entities", "undo_merge", "unite"]
