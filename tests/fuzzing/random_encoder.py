"""An encoder that knows nothing: every head says what chance says, within what heads can say."""

from __future__ import annotations

import numpy as np

from onrecord.encoder import CueLabels, Labels, load_encoder
from onrecord.encoder.event_labels import find_events
from onrecord.encoder.labels import ROLES, decode_cues
from onrecord.encoder.layout import PLACES, WHOLE
from onrecord.encoder.mention_labels import find_mentions
from onrecord.encoder.name_labels import find_names
from onrecord.encoder.word_table import make_table
from onrecord.passages import Passage


class RandomEncoder:
    """Reads as ``Encoder`` does, without a model: ``often`` = the share of words that are cues."""

    digest = "0" * 64

    def __init__(self, seed: int, often: float) -> None:
        self._chance = np.random.default_rng(seed)
        self._often = often
        trained = load_encoder()
        self._pairs, self._net = trained.pairs, trained._net

    def read(self, text: str, passages: tuple[Passage, ...], *, language: str = "en") -> Labels:
        """Labels of chance, each of a kind that the heads can give."""
        chance = self._chance
        cues = [
            self._cue(passage, number, word)
            for number, passage in enumerate(passages)
            for word in passage.core
            if chance.random() < self._often
        ]
        words = sum(len(one.core) for one in passages)
        vectors = chance.normal(0.0, 1.5, (words, WHOLE)).astype(np.float32)
        vectors[:, PLACES["antecedent"]] *= 0.3
        table = make_table(text, passages, vectors)
        return Labels(
            tuple(cues),
            find_names(table),
            find_mentions(text, table, self._pairs, self._net, language),
            find_events(table),
            tuple(span.start for n, span in enumerate(table.spans) if table.begins(n)),
        )

    def _cue(self, passage: Passage, number: int, word: int) -> CueLabels:
        chance = self._chance
        # Neighbours have like roles, as the heads give them.
        raw = chance.random((len(passage.words), len(ROLES)))
        smooth = np.cumsum(raw - 0.5, axis=0) + raw
        odds = np.exp(smooth - smooth.max(-1, keepdims=True))
        chances = (odds / odds.sum(-1, keepdims=True)).astype(np.float32)
        ((roles, certainty),) = decode_cues([chances], [word])
        return CueLabels(number, word, float(chance.uniform(0.1, 1.0)), roles, certainty)
