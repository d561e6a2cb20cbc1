"""The graphs of the encoder as sessions of onnxruntime, with their inputs and outputs by name."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.record import ModelError

GRAPHS = ("encoder", "words", "cues", "meaning")
"""The files; what each computes stands in ``training.shipped``, which makes them."""
PASSAGE_INPUTS = ("pieces", "positions", "passages", "shapes", "quoted", "marks")
LEVEL_NAMES = ("level0", "level2", "level4", "level6")
"""The states before the first layer and after the second, fourth and sixth."""
SLOWER = ["SkipLayerNormFusion"]
"""What onnxruntime would fuse to its cost: its fused addition and norm takes four times as long
as the two one after the other (1.32, one thread)."""

_NO_MEMORY = "bad_alloc"
"""What the library's message holds where C++ got no memory; it has no error of its own for it."""

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


class Graphs:
    """The sessions of one model folder."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """Load all. Raises ModelError where a file is missing or damaged.

        ``threads`` = 0 takes as many as the environment's OMP_NUM_THREADS says, else all cores.
        """
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = threads or count_threads()
        settings.log_severity_level = 3
        settings.enable_mem_pattern = False  # one is kept a shape, and every page has its own
        digest = hashlib.sha256()
        sessions = []
        for name in GRAPHS:
            path = folder / f"{name}.onnx"
            if not path.is_file():
                raise ModelError(f"the model file {path} is missing: install onrecord again")
            digest.update(path.read_bytes())
            try:
                session = onnxruntime.InferenceSession(
                    str(path), settings, ["CPUExecutionProvider"], disabled_optimizers=SLOWER
                )
            except Exception as error:  # the library raises its own bare exceptions
                raise ModelError(f"the model file {path} cannot be loaded: {error}") from error
            sessions.append(session)
        self._passages, self._words, self._cues, self._meaning = sessions
        self.metadata: dict[str, str] = self._passages.get_modelmeta().custom_metadata_map
        self.digest = digest.hexdigest()

    def read_passages(self, inputs: dict[str, Integers], levels: tuple[str, ...]) -> list[Floats]:
        """``PASSAGE_INPUTS``, each [rows, pieces] → the states [rows, pieces, 384] of ``levels``.

        ``passages`` numbers the passages of a row; pieces attend to those of their own alone.
        """
        return run_graph(self._passages, list(levels), inputs)

    def read_words(self, states: Floats) -> tuple[Floats, Floats]:
        """The highest states of words → their vectors [words, WHOLE] and chances of an anchor."""
        vectors, anchors = run_graph(self._words, ["words", "anchors"], {"states": states})
        return vectors, anchors

    def read_cues(self, inputs: dict[str, Integers], states: Floats) -> Floats:
        """Roles [rows, pieces, 4] as probabilities; ``states`` [all pieces, 384] are level 4.

        ``anchors`` [cues] are numbers of pieces; [rows, pieces] are ``places`` (the piece there),
        ``cues`` (the number of its cue) and ``distances`` (from its anchor, 0 = far before it).
        """
        (roles,) = run_graph(self._cues, ["roles"], {**inputs, "states": states})
        return roles

    def read_meaning(self, means: Floats) -> Floats:
        """The mean states of passages [passages, 4 · 384] → what they mean [passages, 384]."""
        (vectors,) = run_graph(self._meaning, ["meaning"], {"means": means})
        return vectors


def run_graph(
    session: onnxruntime.InferenceSession, outputs: list[str], inputs: Mapping[str, NDArray[Any]]
) -> list[Floats]:
    """The ``outputs`` of the graph. Raises MemoryError where there is no memory for them."""
    try:
        found: list[Floats] = session.run(outputs, inputs)
    except Exception as error:  # the library raises its own bare exceptions
        if _NO_MEMORY in str(error):
            raise MemoryError("the encoder is out of memory") from error
        raise
    return found


def count_threads() -> int:
    """The environment's OMP_NUM_THREADS where that is a number, else the number of cores."""
    given = os.environ.get("OMP_NUM_THREADS", "")
    return int(given) if given.isdigit() and int(given) else os.cpu_count() or 1
