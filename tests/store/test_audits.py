"""How an outlet sources what it tells is counted statement by statement."""

from __future__ import annotations

from onrecord.store import Filters, Record
from onrecord.store.parts import list_most_telling
from tests.store.samples import LEAK


def test_statements_are_counted_by_the_naming_of_their_origin(sample: Record) -> None:
    row = next(one for one in sample.audit("outlet") if one.key == LEAK.article.outlet)
    origins = [one.chain.origin for one in LEAK.statements]
    unknown = sum(one.kind == "unknown" and one.unnamed for one in origins)
    assert row.statements == len(origins) == row.named + row.unnamed + row.unknown
    assert (row.unknown, row.named) == (unknown, sum(not one.unnamed for one in origins))
    assert row.relayed == sum(len(one.chain.links) > 2 for one in LEAK.statements)
    assert sum(many for _, many in row.kinds) == len(origins)


def test_an_unnamed_source_whose_silence_is_explained_is_counted(sample: Record) -> None:
    row = next(one for one in sample.audit("outlet") if one.key == LEAK.article.outlet)
    explained = [
        one
        for one in LEAK.statements
        if one.chain.origin.unnamed and any(link.justification for link in one.chain.links)
    ]
    assert row.reasoned == len(explained) == 1


def test_authors_are_audited_by_what_they_signed(sample: Record) -> None:
    rows = {one.key: one for one in sample.audit("author")}
    assert rows["Ilse Marant"].statements == len(LEAK.statements)
    assert rows["Ilse Marant"].articles == 1


def test_an_audit_can_be_narrowed(sample: Record) -> None:
    rows = sample.audit("outlet", Filters(mode="direct"))
    direct = sum(one.mode == "direct" for one in LEAK.statements)
    assert {one.key: one.statements for one in rows}[LEAK.article.outlet] == direct


def test_the_most_telling_are_counted_as_they_are_among_all(sample: Record) -> None:
    whole = sample.audit("outlet")
    few, many = list_most_telling(sample, "outlet", Filters(), 2)
    assert few == whole[:2]
    assert many == len(whole)
    assert list_most_telling(sample, "outlet", Filters(outlet="None"), 2) == ((), 0)
