"""``onrecord search``: what has the words, or the meaning, that somebody looks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Console

from onrecord.cli.record_answers import answer
from onrecord.cli.record_arguments import SearchArguments
from onrecord.cli.record_report import print_hits
from onrecord.cli.terminal import complain, wants_colour
from onrecord.painting.wording import phrase
from onrecord.record import pack_record
from onrecord.store import Filters, Hit, Record
from onrecord.store.queries import parse_query


def run_search(arguments: SearchArguments) -> int:
    """Prints the hits; 0, or 1 where the record cannot be read."""
    if not parse_query(arguments.query):
        complain(f"“{arguments.query}”", phrase("search", "no_word"))

    def ask(record: Record) -> tuple[Iterable[str], Callable[[Console], None]]:
        hits = find_hits(record, arguments)
        return map(pack_record, hits), lambda console: print_hits(
            console,
            hits,
            limit=arguments.limit,
            meaning=arguments.meaning,
            colour=wants_colour(),
        )

    return answer(arguments.record, ask, json=arguments.json, width=arguments.width)


def find_hits(record: Record, arguments: SearchArguments) -> tuple[Hit, ...]:
    """The hits in ``record``. Raises RecordError, and ModelError where meaning is asked for."""
    filters = Filters(
        source=arguments.source,
        outlet=arguments.outlet,
        story=arguments.story,
        earliest=arguments.earliest,
        latest=arguments.latest,
        factuality=arguments.factuality,
        mode=arguments.mode,
        named=arguments.named,
    )
    if not arguments.meaning:
        return record.search(arguments.query, filters, limit=arguments.limit)
    from onrecord.encoder import load_encoder

    encoder = load_encoder()
    (vector,) = encoder.embed((arguments.query,))
    return record.search_meaning(vector, encoder.digest, filters, limit=arguments.limit)
