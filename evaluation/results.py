"""Figures as files: a CSV for each task, and the table in the documentation made from all of them.

Invariant: ``docs/measured.md`` says nothing that the CSV files do not.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "evaluation" / "results"
PAGE = ROOT / "docs" / "measured.md"
START, END = "<!-- results:start -->", "<!-- results:end -->"


@dataclass(frozen=True, slots=True)
class Result:
    """One measured value, with all that it was measured on and by.

    ``set`` names the data, ``data`` is the SHA-256 of its gold file, ``cases`` their number.
    """

    task: str
    set: str
    metric: str
    value: float
    cases: int
    data: str
    onrecord: str
    encoder: str


@dataclass(frozen=True, slots=True)
class Headline:
    """A metric that is shown on the page and has a floor; ``beside`` = one to compare with."""

    task: str
    metric: str
    words: str
    lower_is_better: bool = False
    beside: str = ""


HEADLINES: tuple[Headline, ...] = (
    Headline("attribution", "ATTR.F1", "attributions: content and source right, F1"),
    Headline("attribution", "ALL-exact.F1", "attributions: source, cue and content exact, F1"),
    Headline("attribution", "ATTR recall direct", "direct quotations found with their source"),
    Headline("attribution", "ATTR recall indirect", "indirect speech found with its source"),
    Headline("attribution", "SRC|DETECT.F1", "source right where the statement is found"),
    Headline("casebook", "found_recall", "statements found"),
    Headline("casebook", "chain_right", "whole source chain right, of statements found"),
    Headline("casebook", "named_accuracy", "named told from unnamed, of statements found"),
    Headline("names", "names.F1", "names with their exact words and class, F1"),
    Headline("coref", "CoNLL.F1", "coreference, CoNLL F1"),
    Headline("coref", "pronouns right", "third-person pronouns led to the right name or noun"),
    Headline("places", "found", "names of places found"),
    Headline("places", "acc@161_found", "places found that lie within 161 km of the gold"),
    Headline("places", "acc@161", "places found and within 161 km of the gold"),
    Headline("event-types", "type.macro_F1", "event types, source and target given, macro-F1"),
    Headline("event-types", "quad.macro_F1", "quad classes, source and target given, macro-F1"),
    Headline("event-spans", "trigger overlap.F1", "relations found, at least in part, F1"),
    Headline("event-coref", "CoNLL.F1", "events across documents, mentions given, CoNLL F1"),
    Headline("stories", "BCubed.F1", "articles grouped by the event that they tell of, BCubed F1"),
    Headline("copies", "F1", "pairs of copies among articles, F1"),
    Headline(
        "copies",
        "quotation_called_copy",
        "articles that share a quotation alone, called copies",
        lower_is_better=True,
    ),
    Headline("tracing", "headline", "claims traced through pages, mean of the next five"),
    Headline("tracing", "count, balanced", "number of independent sources right, balanced"),
    Headline("tracing", "sources F1", "ultimate sources of a claim, F1"),
    Headline("tracing", "derivations F1", "who took it from whom, F1"),
    Headline("tracing", "asserting F1", "pages that assert a claim, F1"),
    Headline("tracing", "denying F1", "pages that deny a claim, F1"),
    Headline("tracing", "count, exact", "range of independent sources exactly right"),
    Headline(
        "tracing", "counted too many", "claims with too many sources counted", lower_is_better=True
    ),
    Headline("rewrites", "recall", "reports in other words, found"),
    Headline(
        "rewrites",
        "independent_called_rewrite",
        "independent reports called rewrites",
        lower_is_better=True,
    ),
    Headline(
        "rewrites",
        "followup_called_rewrite",
        "follow-ups called rewrites",
        lower_is_better=True,
    ),
    Headline("traced-stories", "headline", "claims traced through pages, mean of five parts"),
    Headline("traced-stories", "derivations F1", "who took from whom, F1"),
    Headline("traced-stories", "asserting F1", "pages that assert a claim, F1"),
    Headline("traced-stories", "denying F1", "pages that deny a claim, F1"),
    Headline("traced-stories", "count, balanced", "number of independent sources, balanced"),
    Headline("traced-stories", "sources F1", "ultimate sources of a claim, F1"),
    Headline("factuality", "r", "factuality on −3 … 3, Pearson r"),
    Headline("factuality", "three_way_F1", "happened, uncertain or not, macro-F1"),
    Headline("times", "strict_F1", "time expressions with their exact words, F1"),
    Headline("times", "relaxed_F1", "time expressions found, at least in part, F1"),
    Headline("times", "value_F1", "time expressions with the value in the gold, F1"),
    Headline("times", "policy weekday", "a weekday alone on its day"),
    Headline("times", "policy month-day", "a month and day without a year on their day"),
    Headline("times", "policy month", "a month alone in its year"),
    Headline("times-casebook", "found_F1", "time expressions found, F1"),
    Headline("times-casebook", "value_right_of_all", "times on the right place of the calendar"),
    Headline("times-casebook", "clean_passages", "passages without times where none was found"),
    Headline("times-casebook", "best_day_right", "day of publication found or inferred"),
    Headline(
        "times-casebook", "wrong_day", "another day taken for publication", lower_is_better=True
    ),
    Headline("dumps", "line_F1", "text dumps: lines kept, F1"),
    Headline("dumps", "page_perfect", "text dumps: pages without a wrong line"),
    Headline("dumps", "caption_lines_kept", "text dumps: captions kept", lower_is_better=True),
    Headline("pages", "F1", "body of HTML pages, F1", beside="trafilatura F1"),
    Headline("pages", "title_exact", "title exact"),
    Headline("pages", "auth_F1", "authors, F1"),
    Headline("pages", "date_F1", "day of publication, F1"),
    Headline("pages", "date_checked_F1", "day of publication against checked gold, F1"),
    Headline("pages", "caption_leak", "captions left in the body", lower_is_better=True),
    Headline("pages", "caption_recall", "captions returned as fields"),
)


def find_headline(result: Result) -> Headline | None:
    """The headline that ``result`` stands under, or None."""
    wanted = (result.task, result.metric)
    return next((one for one in HEADLINES if (one.task, one.metric) == wanted), None)


def write_results(results: Sequence[Result], folder: Path = FOLDER) -> None:
    """Writes one CSV a task; files of tasks that were not measured stay as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    for task in dict.fromkeys(result.task for result in results):
        with (folder / f"{task}.csv").open("w", encoding="utf-8", newline="") as stream:
            names = [field.name for field in fields(Result)]
            writer = csv.DictWriter(stream, names, lineterminator="\n")
            writer.writeheader()
            for result in results:
                if result.task == task:
                    writer.writerow({**asdict(result), "value": f"{result.value:.4f}"})


def read_results(folder: Path = FOLDER) -> tuple[Result, ...]:
    """All results that were written, in the order of tasks."""
    return tuple(
        _parse_row(row)
        for path in sorted(folder.glob("*.csv"))
        if not path.stem.endswith("-crossvalidated")
        for row in _read_csv(path)
    )


def render_table(results: Sequence[Result]) -> str:
    """The headlines as a Markdown table, all values in per cent."""
    lines = [
        "| measure | data | onrecord | to compare | cases |",
        "|---|---|---:|---:|---:|",
        *(
            _render_row(headline, result, results)
            for headline in HEADLINES
            for result in results
            if (result.task, result.metric) == (headline.task, headline.metric)
        ),
    ]
    return "\n".join(lines)


def update_page(results: Sequence[Result], page: Path = PAGE) -> None:
    """Puts the table between the markers; raises ValueError where the file has none."""
    text = page.read_text(encoding="utf-8")
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        raise ValueError(f"{page} has no lines {START} and {END} for the table to stand between")
    page.write_text(f"{before}{start}\n{render_table(results)}\n{end}{after}", encoding="utf-8")


def _read_csv(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _parse_row(row: dict[str, str]) -> Result:
    return Result(
        task=row["task"],
        set=row["set"],
        metric=row["metric"],
        value=float(row["value"]),
        cases=int(row["cases"]),
        data=row["data"],
        onrecord=row["onrecord"],
        encoder=row["encoder"],
    )


def _render_row(headline: Headline, result: Result, results: Iterable[Result]) -> str:
    beside = [
        f"{headline.beside.split()[0]} {100 * other.value:.1f}"
        for other in results
        if headline.beside
        and (other.task, other.set, other.metric) == (result.task, result.set, headline.beside)
    ]
    arrow = " (lower is better)" if headline.lower_is_better else ""
    value = f"{100 * result.value:.1f}"
    cells = (f"{headline.words}{arrow}", result.set, value, " ".join(beside), str(result.cases))
    return f"| {' | '.join(cells)} |"
