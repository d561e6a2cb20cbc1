"""A story: who took it from whom, what it claims on how many sources, and what happened when.

Invariant: every page of the story is in the graph, in the list and in the twin.
"""

from __future__ import annotations

import json

from markupsafe import Markup
from starlette.requests import Request

from onrecord.painting.html_graph import describe_left_out, draw_graph
from onrecord.painting.html_nodes import card_of
from onrecord.painting.html_trace_legend import draw_trace_legend
from onrecord.painting.stories_json import to_story_json
from onrecord.painting.stories_outline import outline_stories
from onrecord.painting.story_graph import outline_story_graph
from onrecord.painting.trace_words import describe_taking
from onrecord.record import Corpus
from onrecord.store import derivation_id
from onrecord.store.parts import corpus_of, title_stories
from onrecord.web.site import NotOnRecordError, Screen, Site, pack

GRAPH = 1
"""The number of the graph on its page, by which cards are named."""

CLAIMS_FIRST = 8
"""Claims before the graph, those on most sources; the rest is folded away."""

MOST_EVENTS = 200
"""Events of the timeline that are shown; the twin has all."""


def show_story(site: Site, request: Request) -> Screen:
    """All that is known of one story."""
    wanted = request.path_params["story"]
    story = site.record.story(wanted)
    if story is None:
        raise NotOnRecordError(wanted)
    corpus = corpus_of(site.record, story.articles)
    rows = [site.record.article(one) for one in story.articles]
    places = {one.id: one.where for one in rows if one is not None}
    traces = site.record.traces(story=wanted)
    timeline = site.record.timeline(story=wanted)
    whole = Corpus(
        corpus.readings, corpus.copies, (story,) if _complete(corpus, story.articles) else (),
        corpus.derivations, corpus.kinds,
    )  # fmt: skip
    shown = outline_stories(whole, {wanted: traces})
    graph = outline_story_graph(whole, wanted, places)
    corrections = site.record.corrections(finding=wanted)
    # As the list of the days calls it.
    title = title_stories(site.record, [wanted]).get(wanted, "")
    packed = [json.loads(to_story_json(one, whole, places=places, claims=True)) for one in shown]
    return Screen(
        "story.html",
        {
            "story": story,
            "title": title,
            "outlets": shown[0].outlets if shown else 0,
            "pages": graph.pages,
            "card_of": lambda number: card_of(GRAPH, number),
            "takings": {
                one.number: [
                    (describe_taking(taking, graph), derivation_id(taking.derivation))
                    for taking in graph.taken(one.number)
                ]
                for one in graph.pages
            },
            "legend": Markup(draw_trace_legend(graph)),
            "graph": Markup(draw_graph(graph, GRAPH)),
            "left_out": describe_left_out(graph),
            "claims": tuple(one.claim for one in traces),
            "claims_first": CLAIMS_FIRST,
            "timeline": timeline[:MOST_EVENTS],
            "events_left": max(0, len(timeline) - MOST_EVENTS),
            "outlet_of": {one.article.id: one.article.outlet for one in whole.readings},
            "corrections": corrections,
        },
        {
            **(packed[0] if packed else {"id": wanted}),
            "title": title,
            "timeline": pack(timeline),
            "corrections": pack(corrections),
        },
    )


def _complete(corpus: Corpus, articles: tuple[str, ...]) -> bool:
    return {one.article.id for one in corpus.readings}.issuperset(articles)
