"""``onrecord export``: pages, or a record of them, written as other people's tools read them.

Invariant: a file is there whole or not at all; what a format has no place for is counted aloud.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from onrecord import exports
from onrecord.cli.export_arguments import ExportArguments
from onrecord.cli.gathering import gather_readings
from onrecord.cli.stories_command import trace_stories
from onrecord.cli.terminal import (
    clear_progress,
    complain,
    print_aside,
    show_progress,
    speak_unicode,
)
from onrecord.exports.parquet import ParquetMissingError, require_pyarrow, write_parquet
from onrecord.painting.wording import count, phrase
from onrecord.record import (
    Corpus,
    ModelError,
    Reading,
    RecordError,
    Story,
    TimelineEntry,
    Trace,
)
from onrecord.store import Record, open_record
from onrecord.stories.trace import read_corpus, timeline_of

Readings = Callable[[], Iterable[Reading]]
UNFINISHED = ".part"
"""Ends the name of a file while it is written."""


@dataclass(frozen=True, slots=True)
class _Input:
    """Where the readings come from, as often as they are asked for.

    ``record`` = a record that keeps the judgements about all of them.
    """

    readings: Callable[[], Iterator[Reading]]
    failed: bool = False
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class _Output:
    """One file (standard output where ``path`` is None) and how its content is made."""

    path: Path | None
    pieces: Callable[[], Iterable[str]] | None = None
    table: exports.Table | None = None


def run_export(arguments: ExportArguments) -> int:
    """Writes what was asked for; 0 = all of it, 1 = some could not be read or written."""
    speak_unicode(json=True)
    where = str(arguments.record or ", ".join(arguments.where))
    try:
        if arguments.format == "parquet":
            require_pyarrow()
        if arguments.format == "corrections":
            return _export_corrections(arguments)
        with _open_input(arguments) as given:
            if next(given.readings(), None) is None:
                why = "not_exported" if arguments.record is None else "empty_record"
                return complain(where, phrase("errors", why))
            return int(given.failed) | _export(given, arguments)
    except ModelError as error:
        return complain("the model", str(error))
    except (RecordError, ParquetMissingError) as error:
        if isinstance(error, RecordError) and arguments.record is not None:
            print_aside(str(error))  # which names the file itself
            return 1
        return complain(where, str(error))


@contextmanager
def _open_input(arguments: ExportArguments) -> Iterator[_Input]:
    if arguments.record is None:
        gathered = gather_readings(arguments.where)
        yield _Input(lambda: iter(gathered.readings), gathered.failed)
        return
    with open_record(arguments.record) as record:
        judged = record.is_judged() and not record.untraced()
        yield _Input(record.readings, record=record if judged else None)


def _export_corrections(arguments: ExportArguments) -> int:
    """Writes each correction with the text that it is about; none is an answer too."""
    assert arguments.record is not None
    with open_record(arguments.record) as record:
        lines = record.training_lines()
    pieces = tuple(f"{line}\n" for line in lines)
    return _write_all((_Output(arguments.out, lambda: pieces),))


def _export(given: _Input, arguments: ExportArguments) -> int:
    outputs = _plan(given, arguments)
    if not outputs:
        return complain(arguments.story, phrase("errors", "no_story"))
    if failed := _write_all(outputs, given.readings):
        return failed
    _tell_left_out(given, arguments)
    return 0


def _write_all(outputs: Iterable[_Output], readings: Readings = tuple) -> int:
    """0, or 1 where a file could not be written; ``readings`` are what tables are made of."""
    for one in outputs:
        show_progress(phrase("export", "writing", path=one.path or "-"))
        try:
            _write(one, readings)
        except BrokenPipeError:
            raise
        except OSError as error:
            why = error.strerror or str(error)
            return complain(str(one.path or "-"), phrase("errors", "export_unwritten", why=why))
    clear_progress()
    return 0


def _plan(given: _Input, arguments: ExportArguments) -> tuple[_Output, ...]:
    """The files to write; () where the story that was asked for is not there."""
    out, read = arguments.out, given.readings
    simple: Mapping[str, Callable[[Iterable[Reading]], Iterable[str]]] = {
        "jsonl": exports.to_jsonl,
        "web-annotation": exports.to_web_annotations,
        "plover": exports.to_plover,
        "gdelt": exports.to_gdelt,
    }
    if arguments.format in simple:
        make = simple[arguments.format]
        return (_Output(out, lambda: make(read())),)
    if arguments.format in ("csv", "parquet"):
        return tuple(_plan_tables(given, arguments))
    if arguments.format == "timelinejs":
        return _plan_timeline(given, arguments)
    if arguments.format == "schema.org" and not arguments.claims:
        return (_Output(out, lambda: exports.to_schema_org(read())),)
    corpus, traces = _trace(given, arguments)
    if arguments.format == "schema.org":
        return (_Output(out, lambda: exports.to_schema_org(corpus.readings, traces)),)
    return (_Output(out, lambda: exports.to_graphml(corpus, traces)),)


def _plan_tables(given: _Input, arguments: ExportArguments) -> Iterator[_Output]:
    """The one table that was asked for, or all of them: a file each, named after their table."""

    def pieces_of(table: exports.Table) -> Callable[[], Iterable[str]]:
        return lambda: exports.to_csv(given.readings(), table, cells=arguments.cells)

    for table in exports.TABLES if arguments.table is None else (arguments.table,):
        path = arguments.out
        if path is not None and arguments.table is None:
            path = path.with_name(f"{path.stem}-{table}{path.suffix or '.' + arguments.format}")
        if arguments.format == "csv":
            yield _Output(path, pieces_of(table))
        else:
            yield _Output(path, table=table)


def _plan_timeline(given: _Input, arguments: ExportArguments) -> tuple[_Output, ...]:
    corpus = _compare(given)
    chosen = [one for one in corpus.stories if arguments.story in ("", one.id)]
    timelines = [exports.StoryTimeline(one, _entries(one, corpus, given)) for one in chosen]
    undated = exports.undated(timelines)
    if undated:
        print_aside(phrase("export", "undated", events=count(undated, "event")))
    text = exports.to_timelinejs(timelines, corpus)
    return (_Output(arguments.out, lambda: (text,)),) if chosen else ()


def _entries(story: Story, corpus: Corpus, given: _Input) -> tuple[TimelineEntry, ...]:
    if given.record is not None:
        return given.record.timeline(story=story.id)
    return timeline_of(story, corpus)


def _compare(given: _Input) -> Corpus:
    """What holds across the pages: as the record keeps it, else judged here."""
    if given.record is not None:
        return given.record.corpus()
    readings = tuple(given.readings())
    show_progress(phrase("progress", "judging", pages=count(len(readings), "page")))
    return read_corpus(readings)


def _trace(given: _Input, arguments: ExportArguments) -> tuple[Corpus, tuple[Trace, ...]]:
    corpus = _compare(given)
    if not arguments.claims:
        return corpus, ()
    if given.record is not None:
        return corpus, given.record.traces()
    traced = trace_stories(corpus).values()
    return corpus, tuple(trace for traces in traced for trace in traces)


def _write(output: _Output, readings: Readings) -> None:
    if output.path is None:
        for piece in output.pieces() if output.pieces is not None else ():
            sys.stdout.write(piece)
        return
    with _replace(output.path) as sink:
        if output.table is not None:
            write_parquet(readings(), output.table, sink)
        for piece in output.pieces() if output.pieces is not None else ():
            sink.write(piece.encode("utf-8"))


@contextmanager
def _replace(path: Path) -> Iterator[BinaryIO]:
    """A file beside ``path`` that takes its place once it is whole."""
    unfinished = path.with_name(path.name + UNFINISHED)
    try:
        with unfinished.open("wb") as sink:
            yield sink
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _tell_left_out(given: _Input, arguments: ExportArguments) -> None:
    counters = {"plover": exports.left_out_of_plover, "gdelt": exports.left_out_of_gdelt}
    if arguments.format not in counters:
        return
    lacks = counters[arguments.format](given.readings())
    if lacks:
        words = [phrase("lacks", lack, number=number) for lack, number in lacks.items()]
        events = count(sum(lacks.values()), "event")
        key = f"left_out_{arguments.format}"
        print_aside(phrase("export", key, events=events, lacks=", ".join(words)))
