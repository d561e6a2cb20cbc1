"""Events: what happened, to whom, where, when, in whose mouth it is, and whether it happened.

Invariant: nothing that is claimed, planned, thought of, negated or called off counts as happened.
"""

from onrecord.events.contests import find_contests
from onrecord.events.find import find_events
from onrecord.events.status import read_status, weigh_factuality

__all__ = ["find_contests", "find_events", "read_status", "weigh_factuality"]
