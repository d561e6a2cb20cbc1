"""``onrecord stories``: all pages are read, then grouped by what they report on.

Invariant: results go to standard output, complaints to standard error.
"""

from __future__ import annotations

from onrecord.cli.arguments import StoriesArguments
from onrecord.cli.gathering import Gathered, gather_readings
from onrecord.cli.stories_outline import StoryShown, outline_stories
from onrecord.cli.terminal import (
    clear_progress,
    complain,
    measure_terminal,
    show_progress,
    speak_unicode,
    wants_colour,
)
from onrecord.cli.wording import count, phrase
from onrecord.record import Corpus, ModelError, Trace
from onrecord.stories.trace import claims_of, read_corpus, trace_claims


def run_stories(arguments: StoriesArguments) -> int:
    """Reads and groups all that was asked for; 0 = all of it, 1 = some could not be read."""
    speak_unicode(json=arguments.json)
    try:
        gathered = gather_readings(arguments.where)
    except ModelError as error:
        return complain("the model", str(error))
    if not gathered.readings:
        return complain(", ".join(arguments.where), phrase("errors", "no_stories"))
    show_progress(phrase("progress", "judging", pages=count(len(gathered.readings), "page")))
    corpus = read_corpus(gathered.readings)
    traces = _trace_stories(corpus) if arguments.claims else {}
    clear_progress()
    _print(outline_stories(corpus, traces), corpus, gathered, arguments)
    return int(gathered.failed)


def _trace_stories(corpus: Corpus) -> dict[str, tuple[Trace, ...]]:
    """The traced claims of each story, by its id; those that no page asserts are left out."""
    traced: dict[str, tuple[Trace, ...]] = {}
    for story in corpus.stories:
        claims = claims_of(story, corpus)
        show_progress(phrase("progress", "tracing", claims=count(len(claims), "claim")))
        traces = trace_claims(claims, corpus) if claims else ()
        traced[story.id] = tuple(one for one in traces if one.claim.tellings)
    return traced


def _print(
    stories: tuple[StoryShown, ...],
    corpus: Corpus,
    gathered: Gathered,
    arguments: StoriesArguments,
) -> None:
    if arguments.json:
        from onrecord.cli.stories_json import to_story_json

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
