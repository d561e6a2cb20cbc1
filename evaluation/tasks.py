"""What there is to predict: one row a task.

Invariant: a task's keys are all of a row that its prediction gets to see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.attributions import predict_attributions
from evaluation.copies import predict_copies
from evaluation.entities import predict_coref, predict_names
from evaluation.event_coref import predict_event_coref
from evaluation.events import predict_event_spans, predict_event_type, predict_factuality
from evaluation.page_reading import predict_dump, predict_page
from evaluation.places import predict_places
from evaluation.rewrite_pairs import predict_rewrites
from evaluation.rows import Row
from evaluation.stories import predict_stories
from evaluation.times import predict_times
from evaluation.tracing import predict_tracing


@dataclass(frozen=True, slots=True)
class Task:
    """What goes in, what makes a prediction of it, and what stands where that fails.

    ``predict`` gets the row and the folder of the input file, which paths in rows start from. Where
    rows cannot be read apart, ``predict_all`` gets them all instead; where there are no rows,
    ``predict_whole`` gets the file or folder and gives the one answer. ``name`` = the key that
    names a row.
    """

    keys: tuple[str, ...]
    predict: Callable[[Row, Path], Row]
    empty: Mapping[str, object] = field(default_factory=dict)
    name: str = "id"
    predict_all: Callable[[Sequence[Row]], Iterable[Row]] | None = None
    predict_whole: Callable[[Path], Row] | None = None


def _read_apart(row: Row, _folder: Path) -> Row:
    raise ValueError(f"{row}: this cannot be read without the others")


_NO_METADATA: Mapping[str, object] = {"title": None, "date": None, "authors": []}

TASKS: Mapping[str, Task] = {
    "attribution": Task(("id", "text"), predict_attributions, {"attributions": []}),
    "copies": Task(
        ("docs",), _read_apart, {"pairs": []}, name="docs", predict_whole=predict_copies
    ),
    "coref": Task(("id", "text"), predict_coref, {"clusters": []}),
    "dumps": Task(("id", "dump"), predict_dump, {"keep": [], **_NO_METADATA}),
    "event-coref": Task(
        ("doc", "sentences", "mentions"),
        _read_apart,
        name="doc",
        predict_all=predict_event_coref,
    ),
    "event-spans": Task(("id", "text"), predict_event_spans, {"events": []}),
    "event-types": Task(
        ("id", "text", "source_span", "target_span"),
        predict_event_type,
        {"type": "AGREE", "quad": 1},
    ),
    "factuality": Task(("id", "text", "span"), predict_factuality, {"score": 3.0}),
    "names": Task(("id", "text"), predict_names, {"ents": []}),
    "pages": Task(
        ("id", "path", "url"), predict_page, {"text": "", **_NO_METADATA, "captions": []}
    ),
    "places": Task(("id", "text"), predict_places, {"places": []}),
    "stories": Task(("id", "text"), _read_apart, predict_all=predict_stories),
    "rewrites": Task(
        ("id", "outlet", "published", "title", "text"),
        _read_apart,
        predict_all=predict_rewrites,
    ),
    "times": Task(("id", "text", "dct"), predict_times, {"timexes": []}),
    "tracing": Task(("id", "text"), _read_apart, predict_whole=predict_tracing),
}
