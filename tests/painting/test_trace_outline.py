"""Pages get numbers by time, sources letters, and each page its part in the claim."""

from __future__ import annotations

from dataclasses import replace

from onrecord.painting.trace_outline import letter_of, outline_trace
from tests.painting.traces import IDS, PLACES, make_corpus, make_trace

OUTLINE = outline_trace(make_trace(), make_corpus(), PLACES)


def test_pages_are_numbered_by_time_and_those_without_a_date_come_last() -> None:
    names = {id_: name for name, id_ in IDS.items()}
    order = [names[one.article.id] for one in OUTLINE.pages]
    assert order == ["post", "radio", "quay", "office", "now", "again", "slip"]
    assert [one.number for one in OUTLINE.pages] == list(range(1, 8))


def test_a_page_that_says_it_and_carries_a_denial_does_both() -> None:
    standings = {one.number: one.standing for one in OUTLINE.pages}
    assert standings[4] == "both"
    assert standings[1] == "asserts"


def test_sources_of_denials_come_behind_those_of_the_claim() -> None:
    shown = [(one.letter, one.side, one.source.id) for one in OUTLINE.sources]
    assert shown == [
        ("A", "asserts", "u1"), ("B", "asserts", "u2"), ("C", "asserts", "u3"),
        ("D", "denies", "u4"),
    ]  # fmt: skip


def test_the_head_of_a_source_is_the_page_that_took_it_from_none_of_the_others() -> None:
    assert OUTLINE.sources[0].heads == (1,)
    assert OUTLINE.sources[0].pages == (1, 3, 4, 5, 6, 7)


def test_where_all_took_in_a_ring_the_earliest_is_the_head() -> None:
    trace = make_trace()
    now = next(one for one in trace.derivations if one.parent == IDS["quay"])
    ring = replace(now, article=IDS["post"], parent=IDS["again"])
    outline = outline_trace(replace(trace, derivations=(*trace.derivations, ring)),
                            make_corpus(), PLACES)  # fmt: skip
    assert outline.sources[0].heads == (1,)


def test_a_page_that_only_passed_it_on_is_in_it_too() -> None:
    trace = make_trace()
    tellings = tuple(one for one in trace.claim.tellings if one.article != IDS["now"])
    outline = outline_trace(replace(trace, claim=replace(trace.claim, tellings=tellings)),
                            make_corpus(), PLACES)  # fmt: skip
    assert outline.page(5).standing == "passes"


def test_every_page_knows_what_it_was_read_from() -> None:
    assert OUTLINE.page(1).where == "pages/post.html"
    assert OUTLINE.number("nowhere") is None


def test_letters_go_on_behind_z() -> None:
    assert [letter_of(one) for one in (0, 25, 26, 27, 701, 702)] == [
        "A", "Z", "AA", "AB", "ZZ", "AAA",
    ]  # fmt: skip
