"""The encoder's one session: passages in, labels out, in batches of like length."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.encoder.batches import Batch, fill_batch, read_cues, read_vectors
from onrecord.encoder.event_labels import classify, find_events, find_relations, judge
from onrecord.encoder.findings import Labels
from onrecord.encoder.labels import CueLabels
from onrecord.encoder.link_features import PLAIN, WIDTH
from onrecord.encoder.mention_labels import LinkNet, PairTables, find_mentions
from onrecord.encoder.name_labels import find_names
from onrecord.encoder.word_table import WordTable, make_table, scale
from onrecord.passages import Passage, divide, find_quotations
from onrecord.record import ModelError, Span

CANDIDATE = 0.1
"""Probability from which a word is tagged as an anchor at all; who reads the labels chooses."""
PIECES_A_BATCH = 2048
"""Pieces read at once; set for memory."""
LONGER, SLACK = 1.3, 16
"""How much longer than the shortest passage of a batch its longest may be: times and pieces. What
is padded is read in vain: without this an article of 600 words took 1.7 times as long. The int8
scales are taken over a batch, so that scores waver: on PolNeAR's development part whole
attributions are 74.4 to 74.8 for 1.3 to 1.6 times and 4 to 16 pieces."""
WIDTH_OF_MEANING = 384
HEADS = ("cues", "names", "mentions", "links", "firsts", "types")
"""The heads whose scores are calibrated."""
PAIR_TABLES = ("distance", "same", "pronouns", "quoted")
OUTPUTS = ("anchors", "cues", "roles", "words")
MEANING = "meaning"
"""The output for passages as a whole."""


class Encoder:
    """Holds the session and the vocabulary; use ``load_encoder`` to share one."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """Load from ``folder``. Raises ModelError.

        ``threads`` = 0 takes as many as the environment's OMP_NUM_THREADS says, else all cores.
        """
        model, vocabulary = folder / "encoder.onnx", folder / "vocabulary.json"
        for path in (model, vocabulary):
            if not path.is_file():
                raise ModelError(f"the model file {path} is missing: install onrecord again")
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = threads or count_threads()
        settings.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(model), settings, providers=["CPUExecutionProvider"]
            )
            self._tokenizer = Tokenizer.from_file(str(vocabulary))
            metadata = self._session.get_modelmeta().custom_metadata_map
            self.pairs = read_pair_tables(metadata)
            self._net = read_link_net(metadata)
            self._calibration = read_calibration(metadata)
        except Exception as error:  # both libraries raise their own bare exceptions
            raise ModelError(f"the model in {folder} cannot be loaded: {error}") from error
        self.digest = hashlib.sha256(model.read_bytes()).hexdigest()

    def read(
        self,
        text: str,
        passages: tuple[Passage, ...],
        *,
        threshold: float = CANDIDATE,
        language: str = "en",
    ) -> Labels:
        """All that one pass says of ``passages``, in the order of the text."""
        cues, table = self._run(text, passages, threshold)
        return Labels(
            tuple(replace(one, score=self._scale("cues", one.score)) for one in cues),
            tuple(replace(one, score=self._scale("names", one.score)) for one in find_names(table)),
            tuple(
                replace(
                    one,
                    score=self._scale("mentions", one.score),
                    link=self._scale("firsts" if one.antecedent is None else "links", one.link),
                )
                for one in find_mentions(text, table, self.pairs, self._net, language)
            ),
            find_events(table),
            tuple(span.start for n, span in enumerate(table.spans) if table.begins(n)),
        )

    def classify(
        self, text: str, passages: tuple[Passage, ...], source: Span | None, target: Span | None
    ) -> tuple[float, ...]:
        """Probabilities of ``EVENT_TYPES`` for what ``source`` does to ``target`` in ``text``."""
        _, table = self._run(text, passages, 1.0, ((source, 1), (target, 2)))
        return classify(table, self._calibration["types"][0])

    def judge(self, text: str, passages: tuple[Passage, ...], word: Span) -> float:
        """How sure it is that what ``word`` tells happened: −3 (certainly not) … 3 (certainly)."""
        _, table = self._run(text, passages, 1.0)
        return judge(table, word)

    def relations(self, text: str, passages: tuple[Passage, ...]) -> tuple[Span, ...]:
        """The words that say how two things stand to one another."""
        return find_relations(self._run(text, passages, 1.0)[1])

    def embed(self, sentences: tuple[str, ...]) -> NDArray[np.float32]:
        """[sentences, 384]: vectors of unit length whose products say how like the meanings are.

        Zeros for a sentence without words; the windows of a long one are averaged.
        """
        text = "\n".join(" ".join(one.split()) for one in sentences)
        lines = []
        start = 0
        for line in text.split("\n"):
            lines.append(Span(start, start + len(line)) if line else None)
            start += len(line) + 1
        paragraphs = tuple(line for line in lines if line is not None)
        passages = divide(text, paragraphs, find_quotations(text, paragraphs))
        starts = np.array([-1 if line is None else line.start for line in lines])
        known = np.flatnonzero(starts >= 0)
        sums = np.zeros((len(sentences), WIDTH_OF_MEANING), np.float32)
        for numbers, batch in self._fill(text, passages):
            (vectors,) = self._session.run(
                [MEANING], {**batch.inputs, "threshold": np.array(1.0, np.float32)}
            )
            first = [passages[number].words[0].start for number in numbers]
            rows = known[np.searchsorted(starts[known], first, side="right") - 1]
            np.add.at(sums, rows, vectors)
        lengths = np.sqrt(np.einsum("ij,ij->i", sums, sums))[:, None]
        sums /= np.where(lengths > 0, lengths, 1.0)
        return sums

    def table(self, text: str, passages: tuple[Passage, ...]) -> WordTable:
        """The words of ``passages`` with what the model says of each, as it says it."""
        return self._run(text, passages, 1.0)[1]

    def _scale(self, head: str, score: float) -> float:
        """The score of ``head`` as the probability of being right."""
        return scale(score, *self._calibration[head])

    def _run(
        self,
        text: str,
        passages: tuple[Passage, ...],
        threshold: float,
        marks: tuple[tuple[Span | None, int], ...] = (),
    ) -> tuple[tuple[CueLabels, ...], WordTable]:
        found: list[CueLabels] = []
        vectors: dict[int, NDArray[np.float32]] = {}
        for _, batch in self._fill(text, passages, marks):
            anchors, cues, roles, states = self._session.run(
                list(OUTPUTS), {**batch.inputs, "threshold": np.array(threshold, np.float32)}
            )
            found += read_cues(anchors, cues, roles, batch)
            vectors |= read_vectors(states, batch)
        ordered = [vectors[number] for number in range(len(passages))]
        cues = tuple(sorted(found, key=lambda labels: (labels.passage, labels.anchor)))
        return cues, make_table(text, passages, ordered)

    def _fill(
        self,
        text: str,
        passages: tuple[Passage, ...],
        marks: tuple[tuple[Span | None, int], ...] = (),
    ) -> Iterator[tuple[list[int], Batch]]:
        """The passages in batches of like length, with their numbers."""
        encodings = self._tokenizer.encode_batch(
            [[span.cut(text) for span in passage.words] for passage in passages],
            is_pretokenized=True,
        )
        for numbers in _batches([len(encoding.ids) for encoding in encodings]):
            yield numbers, fill_batch(text, numbers, passages, encodings, marks)


def _batches(lengths: list[int]) -> list[list[int]]:
    """Numbers of the passages in batches of like length."""
    batches: list[list[int]] = [[]]
    for number in sorted(range(len(lengths)), key=lengths.__getitem__):
        length, batch = lengths[number], batches[-1]
        full = (len(batch) + 1) * length > PIECES_A_BATCH
        if batch and (full or length > lengths[batch[0]] * LONGER + SLACK):
            batches.append([])
        batches[-1].append(number)
    return [batch for batch in batches if batch]


@cache
def load_encoder() -> Encoder:
    """The encoder that comes with the package, loaded once. Raises ModelError."""
    return Encoder(Path(str(files(__package__))) / "model")


def count_threads() -> int:
    """The environment's OMP_NUM_THREADS where that is a number, else the number of cores."""
    given = os.environ.get("OMP_NUM_THREADS", "")
    return int(given) if given.isdigit() and int(given) else os.cpu_count() or 1


def read_calibration(metadata: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    """Slope and shift that make each head's logits those of being right; (1, 0) if unset."""
    given = json.loads(metadata.get("calibration", "{}"))
    return dict.fromkeys(HEADS, (1.0, 0.0)) | {
        head: (float(slope), float(shift)) for head, (slope, shift) in given.items()
    }


def read_link_net(metadata: Mapping[str, str]) -> LinkNet:
    """The net that comes with the model file; one that adds nothing where there is none."""
    if "links" not in metadata:
        first = np.zeros((1, WIDTH), np.float32)
        first[0, WIDTH - PLAIN] = 8.0  # where the score of the vectors stands, see link_features
        zero = np.zeros(1, np.float32)
        return LinkNet(np.concatenate([first, -first]), np.zeros(2, np.float32),
                       np.array([[1.0, -1.0]], np.float32), zero)  # fmt: skip
    stream = io.BytesIO(base64.b64decode(metadata["links"]))
    with np.load(stream, allow_pickle=False) as arrays:
        names = ("inner.weight", "inner.bias", "outer.weight", "outer.bias")
        return LinkNet(*(arrays[name].astype(np.float32) for name in names))


def read_pair_tables(metadata: Mapping[str, str]) -> PairTables:
    """The tables of pairs that come with the model file."""
    tables = json.loads(metadata["pairs"])
    return PairTables(*(np.array(tables[name], np.float32) for name in PAIR_TABLES))
