"""The encoder's one session: passages in, labels out, in batches of like length."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from onrecord.encoder.features import EDGE, shape_of
from onrecord.encoder.labels import CueLabels, decode_roles
from onrecord.passages import Passage
from onrecord.record import ModelError

CANDIDATE = 0.1
"""Probability from which a word is tagged as an anchor at all; who reads the labels chooses."""
PIECES_A_BATCH = 2048
"""Pieces read at once. The int8 scales are taken over a batch: with 1,024 the cue head scores 70.9
instead of 71.3 on PolNeAR's development part (fp32: 71.35)."""
MAX_PIECES = 510
"""Positions that the base encoder has; longer passages (odd characters) lose their last words."""


class Encoder:
    """Holds the session and the vocabulary; use ``load_encoder`` to share one."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """Load from ``folder``; ``threads`` = 0 takes all cores. Raises ModelError."""
        model, vocabulary = folder / "encoder.onnx", folder / "vocabulary.json"
        for path in (model, vocabulary):
            if not path.is_file():
                raise ModelError(f"the model file {path} is missing: install onrecord again")
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = threads or (os.cpu_count() or 1)
        settings.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(model), settings, providers=["CPUExecutionProvider"]
            )
            self._tokenizer = Tokenizer.from_file(str(vocabulary))
        except Exception as error:  # both libraries raise their own bare exceptions
            raise ModelError(f"the model in {folder} cannot be loaded: {error}") from error
        self.digest = hashlib.sha256(model.read_bytes()).hexdigest()

    def label(
        self, text: str, passages: tuple[Passage, ...], *, threshold: float = CANDIDATE
    ) -> tuple[CueLabels, ...]:
        """All cues of ``passages`` with the roles of their words, in the order of the text."""
        encodings = self._tokenizer.encode_batch(
            [[span.cut(text) for span in passage.words] for passage in passages],
            is_pretokenized=True,
        )
        found: list[CueLabels] = []
        for batch in _batches([len(encoding.ids) for encoding in encodings]):
            found += self._label_batch(text, batch, passages, encodings, threshold)
        return tuple(sorted(found, key=lambda labels: (labels.passage, labels.anchor)))

    def _label_batch(
        self,
        text: str,
        batch: list[int],
        passages: tuple[Passage, ...],
        encodings: list[Encoding],
        threshold: float,
    ) -> list[CueLabels]:
        length = min(MAX_PIECES, max(len(encodings[number].ids) for number in batch))
        shape = (len(batch), length)
        pieces, mask, shapes, quoted = (np.zeros(shape, dtype=np.int64) for _ in range(4))
        askable = np.zeros(shape, dtype=np.float32)
        firsts: list[NDArray[np.int64]] = []
        for row, number in enumerate(batch):
            passage, ids = passages[number], encodings[number].ids[:length]
            end = len(ids)
            words = encodings[number].word_ids[:end]
            pieces[row, :end] = ids
            mask[row, :end] = 1
            cases = [shape_of(span.cut(text)) for span in passage.words]
            shapes[row, :end] = [EDGE if word is None else cases[word] for word in words]
            quoted[row, :end] = [0 if word is None else passage.quoted[word] for word in words]
            first = _first_pieces(words, len(passage.words))
            firsts.append(first)
            core = first[passage.core.start : passage.core.stop]
            askable[row, core[core > 0]] = 1.0
        _, cues, roles = self._session.run(
            ["anchors", "cues", "roles"],
            {
                "pieces": pieces,
                "mask": mask,
                "shapes": shapes,
                "quoted": quoted,
                "askable": askable,
                "threshold": np.array(threshold, dtype=np.float32),
            },
        )
        return _read_cues(_, cues, roles, batch, firsts)


def _read_cues(
    anchors: NDArray[np.float32],
    cues: NDArray[np.int64],
    roles: NDArray[np.float32],
    batch: list[int],
    firsts: list[NDArray[np.int64]],
) -> list[CueLabels]:
    found = []
    for (row, piece), probabilities in zip(cues.tolist(), roles, strict=True):
        first = firsts[row]
        anchor = int(np.flatnonzero(first == piece)[0])
        words = probabilities[first]
        words[first == 0] = (1.0, 0.0, 0.0, 0.0)  # words that have no piece of their own
        decoded, certainty = decode_roles(words, anchor)
        score = float(anchors[row, piece])
        found.append(CueLabels(batch[row], anchor, score, decoded, certainty))
    return found


def _first_pieces(words: list[int | None], count: int) -> NDArray[np.int64]:
    """The number of each word's first piece; 0 for words without one."""
    first = np.zeros(count, dtype=np.int64)
    for piece in range(len(words) - 1, -1, -1):
        word = words[piece]
        if word is not None:
            first[word] = piece
    return first


def _batches(lengths: list[int]) -> list[list[int]]:
    """Numbers of the passages in batches of like length."""
    batches: list[list[int]] = [[]]
    for number in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batches[-1] and (len(batches[-1]) + 1) * lengths[number] > PIECES_A_BATCH:
            batches.append([])
        batches[-1].append(number)
    return [batch for batch in batches if batch]


@cache
def load_encoder() -> Encoder:
    """The encoder that comes with the package, loaded once. Raises ModelError."""
    return Encoder(Path(str(files(__package__))) / "model")
