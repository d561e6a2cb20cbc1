"""``onrecord trace``: all pages are read, then each claim is traced through them.

Invariant: results go to standard output, complaints to standard error; that no page says a claim
is an answer and no error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.cli.arguments import TraceArguments
from onrecord.cli.gathering import Gathered, gather_readings, gather_record_near
from onrecord.cli.queries import QueriesError, Query, read_queries
from onrecord.cli.terminal import (
    clear_progress,
    complain,
    measure_terminal,
    print_aside,
    refuse_to_write,
    show_progress,
    speak_unicode,
    wants_colour,
)
from onrecord.painting.wording import count, phrase
from onrecord.record import Corpus, ModelError, RecordError, Trace
from onrecord.stories.assertions.claims import check_claim
from onrecord.stories.trace import read_corpus, trace_claims

if TYPE_CHECKING:
    from onrecord.painting.html_trace import TraceSection

WRONG_USAGE = 2


def run_trace(arguments: TraceArguments) -> int:
    """Traces all that was asked for; 0 = all of it, 1 = some could not be read, 2 = no claim."""
    speak_unicode(json=arguments.json)
    if arguments.html is not None and (why := refuse_to_write(arguments.html)):
        return complain(str(arguments.html), why)
    if arguments.queries is None:
        queries: tuple[Query, ...] = (Query("", arguments.claim),)
    else:
        try:
            queries = read_queries(arguments.queries)
        except QueriesError as error:
            return complain(str(arguments.queries), str(error))
    asked = tuple(one for one in queries if _can_be_asked(one))
    if not asked:
        return WRONG_USAGE if arguments.queries is None else 1
    try:
        gathered, corpus = _gather(arguments, tuple(one.text for one in asked))
        if not gathered.readings:
            where = str(arguments.record or ", ".join(arguments.where))
            return complain(where, phrase("errors", "no_pages"))
        show_progress(phrase("progress", "tracing", claims=count(len(asked), "claim")))
        traces = trace_claims(tuple(one.text for one in asked), corpus, whole=gathered.whole)
    except ModelError as error:
        return complain("the model", str(error))
    except RecordError as error:
        print_aside(str(error))
        return 1
    clear_progress()
    failed = gathered.failed or len(asked) < len(queries)
    failed |= _show(traces, asked, corpus, gathered, arguments)
    return int(failed)


def _gather(arguments: TraceArguments, claims: tuple[str, ...]) -> tuple[Gathered, Corpus]:
    if arguments.record is not None:
        return gather_record_near(arguments.record, claims)
    gathered = gather_readings(arguments.where)
    show_progress(phrase("progress", "judging", pages=count(len(gathered.readings), "page")))
    return gathered, read_corpus(gathered.readings)


def _can_be_asked(query: Query) -> bool:
    issue = check_claim(query.text)
    if issue is not None:
        complain(phrase("errors", "claim", id=query.id).strip(), issue.message)
    return issue is None


def _show(
    traces: tuple[Trace, ...],
    asked: tuple[Query, ...],
    corpus: Corpus,
    gathered: Gathered,
    arguments: TraceArguments,
) -> bool:
    """Prints or writes the traces; whether one of them could not be shown."""
    pairs = tuple(zip(traces, asked, strict=True))
    named = pairs if arguments.queries is not None else ()
    queries = {trace.claim.id: query.id for trace, query in named}
    sections: list[TraceSection] = []
    failed = False
    for trace, query in pairs:
        if queries:  # a claim that stands twice in the file has an id for each time
            queries[trace.claim.id] = query.id
        try:
            words = _word(trace, corpus, gathered, queries, arguments, sections)
        except Exception as error:  # one trace that defeats us never hides the others
            why = f"{phrase('errors', 'unshown')}: {type(error).__name__}: {error}"
            failed = bool(complain(trace.claim.text, why))
            continue
        if words:
            print(words, flush=True)
    return failed | _write_html(sections, gathered, arguments)


def _word(
    trace: Trace,
    corpus: Corpus,
    gathered: Gathered,
    queries: dict[str, str],
    arguments: TraceArguments,
    sections: list[TraceSection],
) -> str:
    """What is printed for one trace; its section of the page, if one is asked for, is kept."""
    places = gathered.places
    if arguments.html is not None:
        from onrecord.painting.html_trace import render_trace_section

        number = len(sections) + 1
        sections.append(render_trace_section(trace, corpus, places=places, number=number))
    if arguments.json:
        from onrecord.painting.trace_json import to_trace_json

        return to_trace_json(trace, corpus, places=places, queries=queries)
    if arguments.html is not None:
        return ""
    from onrecord.cli.trace_report import render_trace

    width = arguments.width or measure_terminal()
    return render_trace(trace, corpus, places=places, width=width, colour=wants_colour())


def _write_html(
    sections: list[TraceSection], gathered: Gathered, arguments: TraceArguments
) -> bool:
    path = arguments.html
    if path is None:
        return False
    from onrecord.painting.html_trace import render_trace_page

    try:
        path.write_text(render_trace_page(sections), encoding="utf-8")
    except OSError as error:
        return bool(complain(str(path), phrase("errors", "unwritten", why=error.strerror)))
    claims, pages = count(len(sections), "claim"), count(len(gathered.readings), "page")
    print_aside(phrase("trace_page", "written", claims=claims, pages=pages, path=path))
    return False
