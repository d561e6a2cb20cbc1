"""All that a source is on record with, and through whom."""

from __future__ import annotations

from dataclasses import replace

from onrecord.store import Correction, Record
from tests.store.samples import LEAK, read_anew


def test_a_name_leads_to_all_that_it_said(sample: Record) -> None:
    found = sample.who("Dara Quill")[0]
    mine = [one for one in LEAK.statements if one.chain.origin.name == "Dara Quill"]
    assert (found.source.name, found.source.statements) == ("Dara Quill", len(mine))
    assert {one.id for one in found.sayings} == {one.id for one in mine}


def test_a_saying_tells_through_whom_it_came(sample: Record) -> None:
    told = [one for one in sample.who("Dara Quill")[0].sayings if len(one.chain.links) == 3]
    assert [[link.name for link in one.chain.links] for one in told] == [
        ["Harbour Gazette", "Radio Veld", "Dara Quill"]
    ]
    assert [sample.source(one).source.name for one in told[0].hands] == [
        "Harbour Gazette",
        "Radio Veld",
        "Dara Quill",
    ]


def test_who_passes_on_is_found_with_what_it_passed_on(sample: Record) -> None:
    found = sample.who("Northern Star")[0]
    assert (found.source.statements, found.sayings) == (0, ())
    assert found.source.relayed == len(found.passed_on) > 0


def test_part_of_a_name_finds_it_and_the_whole_name_comes_first(sample: Record) -> None:
    assert sample.who("quill")[0].source.name == "Dara Quill"
    assert sample.who("two senior officials")[0].source.unnamed


def test_a_name_of_stars_finds_nobody(sample: Record) -> None:
    assert sample.who('"*"') == ()
    assert sample.who("") == ()


def test_the_same_name_of_another_page_is_the_same_source(sample: Record) -> None:
    before = sample.who("Dara Quill")[0].source
    other = replace(LEAK, article=replace(LEAK.article, id="a-other", url="https://b.example/"))
    sample.put([other])
    after = sample.who("dara  quill")[0].source
    assert (after.id, after.articles) == (before.id, before.articles + 1)
    assert after.statements == 2 * before.statements


def test_reading_anew_counts_nothing_twice(sample: Record) -> None:
    before = sample.who("Dara Quill")[0]
    sample.put([read_anew(LEAK)])
    assert sample.who("Dara Quill")[0].source == before.source


def test_sources_that_a_person_merged_answer_as_one(sample: Record) -> None:
    quill, master = (sample.who(name)[0] for name in ("Dara Quill", "the harbour master"))
    kept = sample.correct(
        Correction("merge", "source", str(master.source.id), "Ilse", corrected=str(quill.source.id))
    )
    joined = sample.who("harbour master")[0]
    assert joined.source.name == "Dara Quill"
    assert joined.source.statements == quill.source.statements + master.source.statements
    sample.withdraw(kept.id)
    assert sample.who("harbour master")[0] == master


def test_nobody_is_not_among_the_sources(sample: Record) -> None:
    assert "unknown source" not in {one.name for one in sample.sources()}
    assert all(not one.unnamed for one in sample.sources(named=True))
