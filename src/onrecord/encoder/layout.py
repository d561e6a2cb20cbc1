"""What a word's vector holds, in the order in which the model gives it."""

from __future__ import annotations

from itertools import accumulate

from onrecord.encoder.findings import EVENT_TYPES, NAME_LABELS

TAGS = 1 + 2 * len(NAME_LABELS)
"""No name; then, a label, its first word and its later words."""
LINK_WIDTH, EDGE_WIDTH, ROLE_WIDTH = 96, 32, 48
ACTION, RELATION = range(2)
"""The two kinds of trigger: an action (ECB+), a relation between two things (re3d)."""
WIDTHS = {
    "tags": TAGS,
    "start": 1,
    "head": 1,
    "antecedent": LINK_WIDTH,
    "anaphor": LINK_WIDTH,
    "weight": 1,
    "edges": 4 * EDGE_WIDTH,
    "types": len(EVENT_TYPES),
    "triggers": 2,
    "roles": 4 * ROLE_WIDTH,
    "factuality": 1,
}
"""Name and width of each part: tags of names, a sentence's beginning, the head of a mention, its
vectors as antecedent and as anaphor and its weight, the two pairs of vectors that find the edges of
its span, event types, triggers, the two pairs of vectors that find who takes part, factuality."""
WHOLE = sum(WIDTHS.values())
PLACES = {
    name: slice(end - width, end)
    for (name, width), end in zip(WIDTHS.items(), accumulate(WIDTHS.values()), strict=True)
}
"""Where each part stands in the vector."""
