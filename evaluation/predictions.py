"""A task's predictions for a file of rows.

Invariant: one row in, one row out, in the same order, whatever happens to the row; a task without
rows has one answer.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from evaluation.rows import Row, read_rows, write_rows
from evaluation.tasks import Task

# More than two processes gain nothing: the encoder takes the cores that it finds by itself.
MAX_WORKERS = 2


def predict_file(task: Task, source: Path, target: Path, *, workers: int = 1) -> None:
    """Writes the predictions for the rows of ``source`` to ``target``.

    Raises OSError where the files cannot be opened, ValueError where a row is none.
    """
    write_rows(target, predict_rows(task, source, workers=workers))


def predict_rows(task: Task, source: Path, *, workers: int = 1) -> Iterator[Row]:
    """The predictions for the rows of ``source``."""
    if task.predict_whole is not None:
        yield task.predict_whole(source)
        return
    rows = read_rows(source, task.keys, name=task.name)
    if task.predict_all is not None:
        yield from task.predict_all(tuple(rows))
        return
    predict = partial(_predict_row, task, source.parent)
    if workers <= 1:
        yield from map(predict, rows)
        return
    # A forked child would share the threads of an encoder that was loaded before.
    with multiprocessing.get_context("spawn").Pool(min(workers, MAX_WORKERS)) as pool:
        yield from pool.imap(predict, rows, chunksize=4)


def _predict_row(task: Task, folder: Path, row: Row) -> Row:
    try:
        return task.predict(row, folder)
    except Exception as error:  # one bad row must not cost the measurement of all others
        print(f"warning: {row['id']}: {type(error).__name__}: {error}", file=sys.stderr)
        return {"id": row["id"], **task.empty}
