"""``onrecord stories``: all pages are read, then grouped by what they report on.

Invariant: results go to standard output, complaints to standard error.
"""

from __future__ import annotations

from pathlib import Path

from onrecord.cli.arguments import StoriesArguments
from onrecord.cli.gathering import Gathered, gather_readings, gather_record
from onrecord.cli.portions import holds_many, judge_where_needed, portion_stories
from onrecord.cli.terminal import (
    clear_progress,
    complain,
    measure_terminal,
    print_aside,
    show_progress,
    speak_unicode,
    wants_colour,
)
from onrecord.painting.stories_outline import StoryShown, outline_stories
from onrecord.painting.wording import count, phrase
from onrecord.record import Corpus, ModelError, RecordError, Trace
from onrecord.store import open_record
from onrecord.store.neighbours import corpus_around
from onrecord.stories.trace import claims_of, read_corpus, trace_claims


def run_stories(arguments: StoriesArguments) -> int:
    """Reads and groups all that was asked for; 0 = all of it, 1 = some could not be read."""
    speak_unicode(json=arguments.json)
    try:
        if arguments.record is not None:
            judge_where_needed(arguments.record)
            if holds_many(arguments.record):
                return _tell_many(arguments.record, arguments)
        gathered, corpus = _gather(arguments)
        if not gathered.readings:
            where = str(arguments.record or ", ".join(arguments.where))
            return complain(where, phrase("errors", "no_stories"))
        traces = _find_traces(arguments, corpus) if arguments.claims else {}
    except ModelError as error:
        return complain("the model", str(error))
    except RecordError as error:
        print_aside(str(error))
        return 1
    clear_progress()
    _print(outline_stories(corpus, traces), corpus, gathered, arguments)
    return int(gathered.failed)


def _tell_many(path: Path, arguments: StoriesArguments) -> int:
    """Tells the stories of a record that is not held at once, in portions by their first day."""
    with open_record(path) as record:
        kept = record.is_judged() and not record.untraced()
        for articles in portion_stories(record):
            corpus = corpus_around(record, articles)
            rows = (record.article(one) for one in corpus.articles)
            places = {one.id: one.where for one in rows if one is not None}
            traces: dict[str, tuple[Trace, ...]] = {}
            if arguments.claims and kept:
                traces = {one.id: record.traces(story=one.id) for one in corpus.stories}
            elif arguments.claims:
                traces = trace_stories(corpus)
            clear_progress()
            gathered = Gathered(corpus.readings, places, failed=False)
            _print(outline_stories(corpus, traces), corpus, gathered, arguments)
    return 0


def _gather(arguments: StoriesArguments) -> tuple[Gathered, Corpus]:
    if arguments.record is not None:
        return gather_record(arguments.record)
    gathered = gather_readings(arguments.where)
    show_progress(phrase("progress", "judging", pages=count(len(gathered.readings), "page")))
    return gathered, read_corpus(gathered.readings)


def _find_traces(arguments: StoriesArguments, corpus: Corpus) -> dict[str, tuple[Trace, ...]]:
    """The claims of each story: those that the record keeps, or traced now where one lacks them."""
    if arguments.record is None:
        return trace_stories(corpus)
    with open_record(arguments.record) as record:
        if not record.is_judged() or record.untraced():
            return trace_stories(corpus)
        return {one.id: record.traces(story=one.id) for one in corpus.stories}


def trace_stories(corpus: Corpus) -> dict[str, tuple[Trace, ...]]:
    """The claims of each story, by its id, traced through its own pages.

    What a story tells in a few words ("nobody was hurt") is told in others too, of other things.
    """
    traced: dict[str, tuple[Trace, ...]] = {}
    for story in corpus.stories:
        inside = corpus.narrow(story)
        claims = claims_of(story, inside)
        show_progress(phrase("progress", "tracing", claims=count(len(claims), "claim")))
        traces = trace_claims(claims, inside) if claims else ()
        traced[story.id] = tuple(one for one in traces if one.claim.tellings)
    return traced


def _print(
    stories: tuple[StoryShown, ...],
    corpus: Corpus,
    gathered: Gathered,
    arguments: StoriesArguments,
) -> None:
    if arguments.json:
        from onrecord.painting.stories_json import to_story_json

        for one in stories:
            line = to_story_json(one, corpus, places=gathered.places, claims=arguments.claims)
            print(line, flush=True)
        return
    from onrecord.cli.stories_report import render_stories

    words = render_stories(
        stories,
        pages=len(gathered.readings),
        claims=arguments.claims,
        width=arguments.width or measure_terminal(),
        colour=wants_colour(),
    )
    print(words, flush=True)
