"""``onrecord stories``: all pages are read, then grouped by what they report on.

Invariant: results go to standard output, complaints to standard error.
"""

from __future__ import annotations

from onrecord.cli.arguments import StoriesArguments
from onrecord.cli.gathering import Gathered, gather_readings
from onrecord.cli.terminal import (
    clear_progress,
    complain,
    measure_terminal,
    show_progress,
    speak_unicode,
    wants_colour,
)
from onrecord.painting.stories_outline import StoryShown, outline_stories
from onrecord.painting.wording import count, phrase
from onrecord.record import Corpus, ModelError, Story, Trace
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
    try:
        traces = trace_stories(corpus) if arguments.claims else {}
    except ModelError as error:
        return complain("the model", str(error))
    clear_progress()
    _print(outline_stories(corpus, traces), corpus, gathered, arguments)
    return int(gathered.failed)


def trace_stories(corpus: Corpus) -> dict[str, tuple[Trace, ...]]:
    """The claims of each story, by its id, traced through its own pages.

    What a story tells in a few words ("nobody was hurt") is told in others too, of other things.
    """
    traced: dict[str, tuple[Trace, ...]] = {}
    for story in corpus.stories:
        inside = _within(story, corpus)
        claims = claims_of(story, inside)
        show_progress(phrase("progress", "tracing", claims=count(len(claims), "claim")))
        traces = trace_claims(claims, inside) if claims else ()
        traced[story.id] = tuple(one for one in traces if one.claim.tellings)
    return traced


def _within(story: Story, corpus: Corpus) -> Corpus:
    """The pages of one story, and what holds across them."""
    own = set(story.articles)
    return Corpus(
        tuple(one for one in corpus.readings if one.article.id in own),
        stories=(story,),
        derivations=tuple(
            one for one in corpus.derivations if one.article in own and one.parent in own
        ),
        kinds=tuple(one for one in corpus.kinds if one[0] in own),
        circles=tuple(one for one in corpus.circles if own.issuperset(one.articles)),
    )


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
