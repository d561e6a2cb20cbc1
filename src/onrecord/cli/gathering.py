"""All pages of all places read before anything is said, for what holds across pages.

Invariant: a page that cannot be read is named and never stops the rest; none is taken twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.cli.judging import judge_readings
from onrecord.cli.terminal import clear_progress, complain, print_aside, show_progress
from onrecord.painting.wording import count, phrase
from onrecord.reading.walk import read_all
from onrecord.record import Corpus, Issue, Reading
from onrecord.store import open_record
from onrecord.store.neighbours import WHOLE, gather_near
from onrecord.store.parts import count_articles
from onrecord.stories.assertions.claims import search_words
from onrecord.stories.assertions.telling_index import Whole
from onrecord.stories.trace import read_corpus


@dataclass(frozen=True, slots=True)
class Gathered:
    """The readings; ``places`` = what each article (by its id) was read from.

    ``failed`` = something could not be read, and was complained of. ``whole`` = what
    ``readings`` are the nearest to a claim of, None where they are all that there are.
    """

    readings: tuple[Reading, ...]
    places: dict[str, str]
    failed: bool
    whole: Whole | None = None


def gather_readings(places: Iterable[str]) -> Gathered:
    """Reads what stands at ``places``, with progress; ModelError where the model is missing."""
    readings: dict[str, Reading] = {}
    origins: dict[str, str] = {}
    failed, twice = False, 0
    for where in places:
        nothing = True
        show_progress(phrase("progress", "page", number=len(readings) + 1, place=where))
        for place, found in read_all(where):
            nothing = False
            if isinstance(found, Issue):
                failed = bool(complain(place, found.message))
                continue
            twice += found.article.id in readings
            readings.setdefault(found.article.id, found)
            origins.setdefault(found.article.id, place)
            show_progress(phrase("progress", "page", number=len(readings) + 1, place=place))
        if nothing:
            failed = bool(complain(where, phrase("errors", "nothing")))
    clear_progress()
    if twice:
        print_aside(phrase("errors", "same", pages=count(twice, "page_is")))
    return Gathered(tuple(readings.values()), origins, failed)


def gather_record_near(path: Path, claims: Sequence[str]) -> tuple[Gathered, Corpus]:
    """Of the record at ``path`` what may have to do with ``claims``, with its judgements.

    All of it where it holds ``WHOLE`` articles or fewer. Raises RecordError where it cannot be
    read.
    """
    with open_record(path) as record:
        if count_articles(record) > WHOLE:
            near = gather_near(record, [search_words(one) for one in claims], read_corpus)
            corpus = near.corpus
            rows = (record.article(one) for one in corpus.articles)
            places = {one.id: one.where for one in rows if one is not None}
            looked = count(len(corpus.articles), "article")
            print_aside(phrase("progress", "near", looked=looked, held=f"{near.held:,}"))
            return Gathered(corpus.readings, places, False, Whole(near.held, near.having)), corpus
    return gather_record(path)


def gather_record(path: Path) -> tuple[Gathered, Corpus]:
    """All that the record at ``path`` holds, with its judgements; made anew where it has none.

    Raises RecordError where it cannot be read.
    """
    with open_record(path) as record:
        corpus = record.corpus() if record.is_judged() else judge_readings(record)
        places = {one.id: one.where for one in record.articles()}
    return Gathered(corpus.readings, places, failed=False), corpus
