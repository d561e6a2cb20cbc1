"""``python -m evaluation``: predict, run, casebook, times-casebook."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from evaluation.casebook_report import PARTS, report_part
from evaluation.development import SHARED, TASK_NAMES, measure
from evaluation.floors import check_floors, read_floors, write_floors
from evaluation.predictions import MAX_WORKERS, predict_file
from evaluation.results import read_results, render_table, update_page, write_results
from evaluation.tasks import TASKS
from evaluation.times_report import report_times


def main(argv: list[str] | None = None) -> int:
    """Runs one command: 0 = done, 1 = a figure is below its floor, 2 = wrong usage."""
    arguments = _build_parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
    except (OSError, ValueError, RuntimeError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return code


def _predict(arguments: argparse.Namespace) -> int:
    task = TASKS[arguments.task]
    predict_file(task, arguments.input, arguments.output, workers=arguments.workers)
    return 0


def _run(arguments: argparse.Namespace) -> int:
    if not (SHARED / "data").is_dir():
        print(f"there is no development data in {SHARED / 'data'}: only the casebook is measured")
    tasks = (arguments.only,) if arguments.only else TASK_NAMES
    with tempfile.TemporaryDirectory() as folder:
        results = tuple(measure(tasks, Path(folder), workers=arguments.workers))
    if not results:
        print("nothing was measured")
        return 0
    write_results(results)
    update_page(read_results())
    print(render_table(results))
    floors, failures = check_floors(read_floors(), results, reason=arguments.lower_floor)
    write_floors(floors)
    for line in failures:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if failures else 0


def _casebook(arguments: argparse.Namespace) -> int:
    for part in (arguments.part,) if arguments.part else PARTS:
        for line in report_part(part, worst=arguments.worst):
            print(line)
    return 0


def _times_casebook(arguments: argparse.Namespace) -> int:
    for part in (arguments.part,) if arguments.part else PARTS:
        for line in report_times(part, worst=arguments.worst):
            print(line)
    return 0


def _build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    commands = parser.add_subparsers(required=True)
    predict = commands.add_parser("predict", help="predictions for the rows of a file")
    predict.add_argument("task", choices=sorted(TASKS))
    predict.add_argument("input", type=Path)
    predict.add_argument("output", type=Path)
    predict.set_defaults(run=_predict)
    run = commands.add_parser("run", help="all figures on the development data, and the floors")
    run.add_argument("--only", choices=TASK_NAMES, help="measure one task alone")
    run.add_argument("--lower-floor", default="", metavar="REASON", help="why floors may fall")
    run.set_defaults(run=_run)
    for command in (predict, run):
        command.add_argument("--workers", type=int, choices=range(1, MAX_WORKERS + 1), default=1)
    for name, what, action in (
        ("casebook", "the casebook of statements", _casebook),
        ("times-casebook", "the casebooks of times and of dates of record", _times_casebook),
    ):
        casebook = commands.add_parser(name, help=f"the figures of {what}")
        casebook.add_argument("part", nargs="?", choices=PARTS)
        casebook.add_argument(
            "--worst", type=int, default=0, metavar="N", help="wrong cases to show"
        )
        casebook.set_defaults(run=action)
    return parser


if __name__ == "__main__":
    sys.exit(main())
