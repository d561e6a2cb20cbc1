"""What people correct is laid over what was read, and never written over it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from onrecord.record import RecordError, SourceChain, SourceLink, pack_record
from onrecord.store import Correction, Filters, Record
from tests.store.samples import LEAK, STRIKE, read_anew

SAID = LEAK.statements[3]
"""Quill denies that her office had received any warning."""


def of_statement(kind: str, corrected: str = "", finding: str = SAID.id) -> Correction:
    return Correction(
        kind,
        "statement",
        finding,
        "Ilse",
        article=LEAK.article.id,
        corrected=corrected,  # type: ignore[arg-type]
    )


def edited(name: str) -> str:
    chain = SourceChain((*SAID.chain.links[:1], SourceLink(name, "person")))
    return pack_record(replace(SAID, chain=chain, stance="claims", speaker=None))


def test_a_rejected_statement_is_no_longer_found_and_still_there_as_it_was_read(
    sample: Record,
) -> None:
    sample.correct(of_statement("reject"))
    assert SAID.id not in {one.id for one in sample.reading(LEAK.article.id).statements}
    assert SAID.id not in {one.id for one in sample.who("Dara Quill")[0].sayings}
    assert sample.reading(LEAK.article.id, corrected=False) == LEAK


def test_an_edited_statement_is_found_under_its_new_source(sample: Record) -> None:
    sample.correct(of_statement("edit", edited("Orla Venn")))
    (saying,) = sample.who("Orla Venn")[0].sayings
    assert (saying.id, saying.stance, saying.standing) == (SAID.id, "claims", "edit")
    assert sample.search("warning", Filters(source="Orla Venn"))


def test_an_accepted_statement_says_so(sample: Record) -> None:
    sample.correct(of_statement("accept"))
    standings = {one.id: one.standing for one in sample.who("Dara Quill")[0].sayings}
    assert standings[SAID.id] == "accept"


def test_a_correction_taken_back_is_as_if_it_had_not_been_made(sample: Record) -> None:
    before = sample.who("Dara Quill")
    kept = sample.correct(of_statement("reject"))
    sample.withdraw(kept.id)
    assert sample.who("Dara Quill") == before
    assert sample.corrections() == ()
    with pytest.raises(RecordError, match="no correction"):
        sample.withdraw(kept.id)


def test_a_correction_outlives_reading_anew(sample: Record) -> None:
    sample.correct(of_statement("reject"))
    sample.put([read_anew(LEAK)])
    assert SAID.id not in {one.id for one in sample.reading(LEAK.article.id).statements}
    assert SAID.id not in {one.id for one in sample.who("Dara Quill")[0].sayings}


def test_a_correction_knows_who_made_it_when_and_what_was_there(sample: Record) -> None:
    sample.correct(of_statement("reject"))
    (kept,) = sample.corrections(article=LEAK.article.id)
    assert (kept.who, kept.original) == ("Ilse", pack_record(SAID))
    assert kept.when.endswith("+00:00")


def test_corrections_are_lines_to_train_on(sample: Record) -> None:
    sample.correct(of_statement("edit", edited("Orla Venn")))
    (line,) = map(json.loads, sample.training_lines())
    assert line["text"] == LEAK.article.text
    assert line["original"]["stance"] == "denies"
    assert line["corrected"]["chain"][-1]["name"] == "Orla Venn"
    assert (line["who"], line["kind"]) == ("Ilse", "edit")


@pytest.mark.parametrize(
    "correction",
    [
        of_statement("reject", finding="s-none"),
        of_statement("merge", "s-other"),
        of_statement("edit", "no JSON"),
        of_statement(
            "edit", json.dumps({**json.loads(pack_record(SAID)), "content": [[0, 99_999]]})
        ),
        replace(of_statement("reject"), article="a-none"),
        Correction("merge", "source", "999999", "Ilse", corrected="1"),
        Correction("merge", "source", "none", "Ilse", corrected="1"),
        Correction("merge", "entity", "e-quill", "Ilse", LEAK.article.id, corrected="e-none"),
        Correction("split", "entity", "e-quill", "Ilse", LEAK.article.id, corrected="[[0, 3]]"),
    ],
)
def test_a_correction_that_fits_nothing_is_refused_and_changes_nothing(
    sample: Record, correction: Correction
) -> None:
    with pytest.raises(RecordError):
        sample.correct(correction)
    assert sample.corrections() == ()
    assert sample.reading(LEAK.article.id) == LEAK


def test_entities_can_be_merged_and_what_pointed_to_one_points_to_the_other(
    sample: Record,
) -> None:
    one, other = STRIKE.entities[0], STRIKE.entities[1]
    sample.correct(
        Correction("merge", "entity", one.id, "Ilse", STRIKE.article.id, corrected=other.id)
    )
    found = sample.reading(STRIKE.article.id)
    assert one.id not in {entity.id for entity in found.entities}
    joined = next(entity for entity in found.entities if entity.id == other.id)
    assert set(one.mentions) <= set(joined.mentions)


def test_mentions_can_be_split_off(sample: Record) -> None:
    entity = next(one for one in STRIKE.entities if len(one.mentions) > 1)
    away = entity.mentions[-1]
    sample.correct(
        Correction(
            "split",
            "entity",
            entity.id,
            "Ilse",
            STRIKE.article.id,
            corrected=json.dumps([[away.start, away.end]]),
        )
    )
    found = sample.reading(STRIKE.article.id)
    assert len(found.entities) == len(STRIKE.entities) + 1
    assert found.entities[-1].mentions == (away,)


def test_a_rejected_event_is_gone_and_one_in_a_rejected_mouth_stays(sample: Record) -> None:
    event = STRIKE.events[0]
    sample.correct(Correction("reject", "event", event.id, "Ilse", STRIKE.article.id))
    assert event.id not in {one.id for one in sample.events()}
    inside = next(one for one in STRIKE.events if one.within)
    sample.correct(Correction("reject", "statement", inside.within, "Ilse", STRIKE.article.id))
    assert inside.id in {one.id for one in sample.reading(STRIKE.article.id).events}


def test_a_correction_says_of_what_and_by_whom() -> None:
    with pytest.raises(ValueError, match="who made it"):
        Correction("accept", "claim", "c1", "")
