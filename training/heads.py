"""The heads that read words: names, mentions and their links, sentences, events, factuality.

All read the states of the upper layers at a word's first piece. What joins two words (a mention
and its antecedent, a head and the edges of its span, an event and who takes part) is the product
of two low-rank vectors, so that the graph gives vectors and the pairs are weighed outside it.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.findings import EVENT_TYPES
from onrecord.encoder.layout import EDGE_WIDTH, LINK_WIDTH, ROLE_WIDTH, TAGS, WIDTHS
from onrecord.encoder.links import DISTANCES, PRONOUN_CLASSES, SAME_KINDS

TYPES = len(EVENT_TYPES)


class WordHeads(nn.Module):
    """States [words, width] to the parts of each word's vector."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.link_inner, self.event_inner = nn.Linear(width, width), nn.Linear(width, width)
        self.fact_inner = nn.Linear(width, width // 2)
        self.plain = nn.Linear(width, TAGS + 2)
        self.links = nn.Linear(width, 2 * LINK_WIDTH + 1 + 4 * EDGE_WIDTH)
        self.events = nn.Linear(width, TYPES + 2 + 4 * ROLE_WIDTH)
        self.factuality = nn.Linear(width // 2, 1)
        nn.init.constant_(self.events.bias[:TYPES], -3.0)

    def forward(self, states: Tensor) -> Tensor:
        """[…, width] → […, sum of WIDTHS]."""
        states = self.dropout(states)
        links = self.links(self.dropout(functional.gelu(self.link_inner(states))))
        events = self.events(self.dropout(functional.gelu(self.event_inner(states))))
        facts = self.factuality(functional.gelu(self.fact_inner(states)))
        return torch.cat([self.plain(states), links, events, facts], -1)


class PairWeights(nn.Module):
    """What speaks for two words meaning the same beside their vectors: numbers in tables."""

    def __init__(self) -> None:
        super().__init__()
        self.distance = nn.Parameter(torch.zeros(DISTANCES))
        self.same = nn.Parameter(torch.zeros(SAME_KINDS))
        self.pronouns = nn.Parameter(torch.zeros(PRONOUN_CLASSES, PRONOUN_CLASSES))
        self.quoted = nn.Parameter(torch.zeros(2, 2))

    def forward(self, features: PairFeatures) -> Tensor:
        """The sum of the four tables, [later words, earlier words]."""
        return (
            self.distance[features.distance]
            + self.same[features.same]
            + self.pronouns[features.later[:, None], features.earlier[None, :]]
            + self.quoted[features.later_quoted[:, None], features.earlier_quoted[None, :]]
        )


@dataclass
class PairFeatures:
    """Numbers of rows in the tables of ``PairWeights``."""

    distance: Tensor
    same: Tensor
    later: Tensor
    earlier: Tensor
    later_quoted: Tensor
    earlier_quoted: Tensor


def split(vectors: Tensor) -> dict[str, Tensor]:
    """The parts of word vectors by name."""
    return dict(zip(WIDTHS, torch.split(vectors, list(WIDTHS.values()), -1), strict=True))
