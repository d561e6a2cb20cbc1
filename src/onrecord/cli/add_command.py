"""``onrecord add``: pages are read, or readings loaded, into a record, then judged across.

Invariant: results go to standard output, complaints to standard error; what was kept before an
interruption stays.
"""

from __future__ import annotations

import json

from onrecord.cli.adding import Adder
from onrecord.cli.judging import embed_record, judge_record, trace_record
from onrecord.cli.record_arguments import AddArguments, PruneArguments
from onrecord.cli.terminal import complain, print_aside, speak_unicode
from onrecord.painting.wording import count, phrase
from onrecord.record import ModelError, OnrecordError, RecordError
from onrecord.store import open_record
from onrecord.store.parts import count_articles
from onrecord.stories.windows import PAGES


def run_add(arguments: AddArguments) -> int:
    """Adds all that was asked for; 0 = all of it, 1 = some could not be read or kept."""
    speak_unicode(json=arguments.json)
    try:
        with open_record(arguments.record, write=True) as record:
            adder = Adder(record)
            for where in arguments.where:
                adder.add(where, workers=arguments.workers)
            judge_record(record, most=arguments.at_once or PAGES)
            if arguments.meaning:
                embed_record(record)
            trace_record(record, claims=arguments.claims)
            stories = sum(one.articles > 1 for one in record.stories())
            pages = count_articles(record)
    except RecordError as error:
        return _refuse(error)
    except ModelError as error:
        return complain("the model", str(error))
    except OnrecordError as error:
        return _refuse(error)
    if arguments.json:
        told = {
            "record": str(arguments.record),
            "new": adder.new + adder.loaded,
            "loaded": adder.loaded,
            "known": adder.known,
            "failed": adder.failed,
            "unread": adder.unread,
            "articles": pages,
            "stories": stories,
        }
        print(json.dumps(told, ensure_ascii=False), flush=True)
    else:
        print(_word_added(adder))
        if adder.unread:
            print(phrase("adding", "unread", pages=count(adder.unread, "unread_page")))
        holds = phrase(
            "adding",
            "holds",
            record=arguments.record,
            articles=count(pages, "article"),
            stories=count(stories, "shared_story"),
        )
        print(holds, flush=True)
    return int(adder.failed > 0)


def _word_added(adder: Adder) -> str:
    came = []
    if adder.new or not adder.loaded:
        came.append(count(adder.new, "page_read"))
    if adder.loaded:
        came.append(count(adder.loaded, "reading_loaded"))
    known, failed = count(adder.known, "page_there"), count(adder.failed, "page_failed")
    return phrase("adding", "done", new=", ".join(came), known=known, failed=failed)


def run_prune(arguments: PruneArguments) -> int:
    """Removes old readings; 1 where the record cannot be written to."""
    speak_unicode(json=arguments.json)
    try:
        with open_record(arguments.record, write=True) as record:
            removed = record.prune(arguments.stamp)
    except RecordError as error:
        return _refuse(error)
    if arguments.json:
        print(json.dumps({"record": str(arguments.record), "removed": removed}), flush=True)
    else:
        print(phrase("adding", "pruned", readings=count(removed, "old_reading")), flush=True)
    return 0


def _refuse(error: OnrecordError) -> int:
    print_aside(str(error))
    return 1
