"""What holds across the pages of a record, judged where that is not kept yet.

Invariant: a story whose pages did not change is not traced again.
"""

from __future__ import annotations

from onrecord.cli.terminal import clear_progress, show_progress
from onrecord.encoder import load_encoder
from onrecord.painting.wording import count, phrase
from onrecord.record import Corpus
from onrecord.store import Record
from onrecord.store.parts import corpus_of
from onrecord.store.stream import fetch_readings, list_stream
from onrecord.stories.trace import claims_of, read_corpus, timeline_of, trace_claims
from onrecord.stories.windows import PAGES, judge_windows, plan_windows

EMBEDDED_AT_ONCE = 16
"""Readings whose vectors are kept together: some seconds of work."""


def judge_record(record: Record, *, most: int = PAGES) -> None:
    """Keeps what holds across the pages of ``record``, judged anew where readings came or went.

    At most ``most`` of them are held at once.
    """
    if record.is_judged():
        return
    windows = plan_windows(list_stream(record), most=most)
    pages = sum(len(one.own) for one in windows)
    show_progress(phrase("progress", "judging", pages=count(pages, "page")))

    def tell(done: int, of: int) -> None:
        show_progress(phrase("adding", "judging", done=f"{done:,}", pages=count(of, "page")))

    judged = judge_windows(windows, lambda ids: fetch_readings(record, ids), tell=tell)
    record.put_corpus(judged)
    clear_progress()


def judge_readings(record: Record) -> Corpus:
    """The corpus of a record that may not be written to."""
    readings = tuple(record.readings())
    show_progress(phrase("progress", "judging", pages=count(len(readings), "page")))
    corpus = read_corpus(readings)
    clear_progress()
    return corpus


def trace_record(record: Record, *, claims: bool) -> None:
    """Puts the events of each story that changed in order and, where asked, traces its claims.

    A page that stands alone has no claims that another could bear out.
    """
    waiting = record.untraced()
    for number, story in enumerate(waiting, start=1):
        show_progress(phrase("adding", "tracing", number=number, all=count(len(waiting), "story")))
        inside = corpus_of(record, story.articles)
        timeline = timeline_of(story, inside)
        if len(story.articles) == 1:
            record.put_story(story.id, (), timeline)
        elif claims:
            found = claims_of(story, inside)
            traces = trace_claims(found, inside) if found else ()
            told = tuple(one for one in traces if one.claim.tellings)
            record.put_story(story.id, told, timeline)
        else:
            record.put_timeline(story.id, timeline)
    clear_progress()


def embed_record(record: Record) -> int:
    """Gives each sentence and statement its vector where it has none yet; how many readings."""
    encoder = load_encoder()
    done = 0
    while waiting := record.unembedded(encoder.digest, limit=EMBEDDED_AT_ONCE):
        made = []
        for one in waiting:
            done += 1
            show_progress(phrase("adding", "embedding", pages=count(done, "page")))
            made.append((one, encoder.embed(one.texts)))
        record.put_vectors(made, encoder.digest)
    clear_progress()
    return done
