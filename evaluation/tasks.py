"""What there is to predict: one row a task.

Invariant: a task's keys are all of a row that its prediction gets to see.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.attributions import predict_attributions
from evaluation.entities import predict_coref, predict_names
from evaluation.page_reading import predict_dump, predict_page
from evaluation.places import predict_places
from evaluation.rows import Row
from evaluation.times import predict_times


@dataclass(frozen=True, slots=True)
class Task:
    """What goes in, what makes a prediction of it, and what stands where that fails.

    ``predict`` gets the row and the folder of the input file, which paths in rows start from.
    """

    keys: tuple[str, ...]
    predict: Callable[[Row, Path], Row]
    empty: Mapping[str, object] = field(default_factory=dict)


_NO_METADATA: Mapping[str, object] = {"title": None, "date": None, "authors": []}

TASKS: Mapping[str, Task] = {
    "attribution": Task(("id", "text"), predict_attributions, {"attributions": []}),
    "coref": Task(("id", "text"), predict_coref, {"clusters": []}),
    "dumps": Task(("id", "dump"), predict_dump, {"keep": [], **_NO_METADATA}),
    "names": Task(("id", "text"), predict_names, {"ents": []}),
    "pages": Task(
        ("id", "path", "url"), predict_page, {"text": "", **_NO_METADATA, "captions": []}
    ),
    "places": Task(("id", "text"), predict_places, {"places": []}),
    "times": Task(("id", "text", "dct"), predict_times, {"timexes": []}),
}
