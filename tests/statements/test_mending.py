"""Drafts mended: each test shows what the encoder gave and what it ought to have given."""

from __future__ import annotations

import pytest

from onrecord.record import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.mending import lean_on_subject, mend
from onrecord.statements.names import find_outlets
from tests.statements.words import LEXICON, draft


def mended(text: str, made: Draft) -> Draft:
    found = mend(text, made, Span(0, len(text)), find_outlets(text, LEXICON), LEXICON)
    assert found is not None
    return found


def source(text: str, made: Draft) -> str | None:
    found = mended(text, made).source
    return found.cut(text) if found else None


def content(text: str, made: Draft) -> list[str]:
    return [part.cut(text) for part in mended(text, made).content]


def test_a_right_draft_stays_as_it_is() -> None:
    text = "Dara Quill said the port was safe."
    made = draft(text, "the port was safe", cue="said", source="Dara Quill")
    assert mended(text, made) == made


def test_a_cue_that_only_tells_whom_a_medium_cites_is_no_statement() -> None:
    text = "The port was safe, the Northern Star reported, citing two officials."
    made = draft(text, "The port was safe", cue="citing", source="two officials")
    assert mend(text, made, Span(0, len(text)), (), LEXICON) is None


def test_a_comma_in_front_of_a_source_is_cut_off() -> None:
    text = "The port was safe, Dara Quill said."
    made = draft(text, "The port was safe", cue="said", source=", Dara Quill")
    assert source(text, made) == "Dara Quill"


def test_a_mark_without_a_letter_is_nobody() -> None:
    text = "“The port was safe”, said."
    assert source(text, draft(text, "The port was safe", cue="said", source=".")) is None


def test_the_agent_of_a_passive_is_its_source() -> None:
    text = "The delay was blamed by Dara Quill on the storm."
    made = draft(text, "on the storm", cue="blamed by", source="The delay was")
    assert source(text, made) == "Dara Quill"


def test_a_passive_without_an_agent_names_nobody() -> None:
    text = "The captain is believed to have left the port."
    made = draft(text, "to have left the port", cue="believed", source="The captain is")
    assert source(text, made) is None
    assert content(text, made)[0] == "The captain"


def test_a_source_that_was_overlooked_is_found_beside_the_cue() -> None:
    text = "Dara Quill said the port was safe."
    made = draft(text, "the port was safe", cue="said")
    assert source(text, made) == "Dara Quill"


def test_the_medium_that_was_told_is_not_the_one_who_told() -> None:
    text = "The port was safe, two officials told the Northern Star."
    made = draft(text, "The port was safe", cue="told", source="the Northern Star")
    assert source(text, made) == "two officials"


def test_the_medium_that_writes_is_the_source() -> None:
    text = "The port was safe, writes the newspaper."
    made = draft(text, "The port was safe", cue="writes")
    assert source(text, made) == "the newspaper"


def test_who_is_quoted_as_saying_is_the_source() -> None:
    text = "The port was safe, the officials are quoted as saying."
    made = draft(text, "The port was safe", cue="saying", source=None)
    found = mended(text, made)
    assert found.cue is not None
    assert found.cue.cut(text) == "are quoted as saying"
    assert source(text, made) == "the officials"


def test_a_preposition_whose_noun_is_missing_is_not_said() -> None:
    text = "Dara Quill said the port was safe in May."
    made = draft(text, "the port was safe in", cue="said", source="Dara Quill")
    assert content(text, made) == ["the port was safe"]


def test_the_addressee_is_not_said() -> None:
    text = "Dara Quill told the Northern Star that the port was safe."
    made = draft(text, "the Northern Star that the port was safe", cue="told", source="Dara Quill")
    assert content(text, made) == ["that the port was safe"]


@pytest.mark.parametrize("cue", ["adding that", "saying"])
def test_a_participle_leans_on_the_source_before_it(cue: str) -> None:
    text = f"Dara Quill denied it, {cue} the port was safe."
    first = draft(text, "it", cue="denied", source="Dara Quill")
    made = draft(text, "the port was safe", cue=cue)
    found = lean_on_subject(text, made, Span(0, len(text)), [first], LEXICON)
    assert found.source == first.source


def test_a_participle_leans_on_the_subject_where_nobody_spoke_before() -> None:
    text = "Dara Quill left the port, saying it was safe."
    made = draft(text, "it was safe", cue="saying")
    found = lean_on_subject(text, made, Span(0, len(text)), [], LEXICON)
    assert found.source is not None
    assert found.source.cut(text) == "Dara Quill"
