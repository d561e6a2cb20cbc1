"""Speakers of the statements and the people of the text made one."""

from __future__ import annotations

from onrecord.entities import unite
from onrecord.record import (
    Entity,
    EntityKind,
    SourceChain,
    SourceLink,
    Span,
    Statement,
    finding_id,
)
from tests.entities.made import entities_of, text_of


def speaker_of(text: str, name: str, kind: EntityKind, *phrases: str) -> Entity:
    spans = tuple(sorted(span_of(text, phrase) for phrase in phrases))
    return Entity(finding_id("a1", f"entity {kind}", spans), name, kind, spans)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def statement_of(text: str, source: str, speaker: Entity, *via: SourceLink) -> Statement:
    origin = SourceLink(speaker.name, "person", span=span_of(text, source), entity=speaker.id)
    own = SourceLink("Harbour Gazette", "outlet", how="implied")
    content = (Span(len(text) - 3, len(text)),)
    chain = SourceChain((own, *via, origin))
    return Statement(
        "s1", "indirect", content, None, span_of(text, source), chain, "states", speaker.id
    )


def united(
    marked: str, speakers: tuple[Entity, ...], *statements: Statement
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    return unite(
        text_of(marked),
        entities_of(marked),
        speakers,
        statements,
        article_id="a1",
        language="en",
    )


def test_a_speaker_is_the_person_of_the_same_name() -> None:
    marked = "Mayor [Mirela Danko/PER] said yes. [Danko/PER] left."
    text = text_of(marked)
    speaker = speaker_of(text, "Mirela Danko", "person", "Mayor Mirela Danko")
    (danko,), (statement,) = united(
        marked, (speaker,), statement_of(text, "Mayor Mirela Danko", speaker)
    )
    assert statement.speaker == danko.id == statement.chain.origin.entity
    assert len(danko.mentions) == 2


def test_a_group_without_a_name_is_kept() -> None:
    marked = "Harbour officials in [Tarn/LOC] said yes."
    text = text_of(marked)
    speaker = speaker_of(text, "Harbour officials", "group", "Harbour officials")
    entities, (statement,) = united(
        marked, (speaker,), statement_of(text, "Harbour officials", speaker)
    )
    assert {one.name for one in entities} == {"Harbour officials", "Tarn"}
    assert statement.speaker in {one.id for one in entities}


def test_officials_are_not_the_country_in_their_description() -> None:
    marked = "[US/LOC] officials said yes."
    text = text_of(marked)
    speaker = speaker_of(text, "US officials", "group", "US officials")
    entities, _ = united(marked, (speaker,), statement_of(text, "US officials", speaker))
    assert sorted(one.kind for one in entities) == ["group", "place"]


def test_a_pronoun_speaks_for_whom_the_encoder_says() -> None:
    marked = "{[Mirela Danko/PER]/a} met [Ada Bern/PER]. {She/a} said yes."
    text = text_of(marked)
    nearest = speaker_of(text, "Ada Bern", "person", "Ada Bern", "She")
    entities, (statement,) = united(marked, (nearest,), statement_of(text, "She", nearest))
    danko = next(one for one in entities if one.name == "Mirela Danko")
    assert statement.speaker == danko.id == statement.chain.origin.entity


def test_i_outside_of_any_speech_is_the_author_and_not_whom_the_encoder_says() -> None:
    marked = "{[Mirela Danko/PER]/a} left. {I/a} said yes."
    text = text_of(marked)
    lone = speaker_of(text, "I", "unknown", "I")
    _, (statement,) = united(marked, (lone,), statement_of(text, "I", lone))
    assert (statement.chain.origin.name, statement.chain.origin.unnamed) == ("I", True)


def test_a_pronoun_without_an_antecedent_speaks_unresolved() -> None:
    marked = "It rained. She said yes."
    text = text_of(marked)
    lone = speaker_of(text, "she", "person", "She")
    (found,), (statement,) = united(marked, (lone,), statement_of(text, "She", lone))
    assert (found.resolved, found.forms) == (False, ("pronoun",))
    assert statement.speaker == found.id
    assert statement.chain.origin.unnamed


def test_a_relay_points_to_the_outlet_of_the_text() -> None:
    marked = "A docker told the [Northern Star/ORG] yes. The [Star/ORG] printed it."
    text = text_of(marked)
    docker = speaker_of(text, "docker", "person", "A docker")
    star = SourceLink("Northern Star", "outlet", span=span_of(text, "Northern Star"))
    entities, (statement,) = united(marked, (docker,), statement_of(text, "A docker", docker, star))
    relay = next(one for one in entities if one.kind == "outlet")
    assert statement.chain.links[1].entity == relay.id
    assert len(relay.mentions) == 2


def test_a_relay_that_no_name_was_found_for_becomes_one() -> None:
    marked = "A docker told the Northern Star yes."
    text = text_of(marked)
    docker = speaker_of(text, "docker", "person", "A docker")
    star = SourceLink("Northern Star", "outlet", span=span_of(text, "Northern Star"))
    entities, (statement,) = united(marked, (docker,), statement_of(text, "A docker", docker, star))
    relay = next(one for one in entities if one.kind == "outlet")
    assert (relay.name, statement.chain.links[1].entity) == ("Northern Star", relay.id)


def test_a_chain_that_a_named_speaker_is_called_by_becomes_the_speakers() -> None:
    marked = "[Calanda Freight/ORG] grew. {The company/a} said yes. Later {it/a} left."
    text = text_of(marked)
    freight = speaker_of(text, "Calanda Freight", "organisation", "Calanda Freight", "The company")
    (found,), (statement,) = united(marked, (freight,), statement_of(text, "The company", freight))
    assert [span.cut(text) for span in found.mentions] == ["Calanda Freight", "The company", "it"]
    assert statement.speaker == found.id


def test_a_named_speaker_is_not_lost_to_a_chain_without_a_name() -> None:
    marked = "[Mirela Danko/PER] left. {A nurse/a} sang. {She/a} said yes."
    text = text_of(marked)
    danko = speaker_of(text, "Mirela Danko", "person", "Mirela Danko", "She")
    _, (statement,) = united(marked, (danko,), statement_of(text, "She", danko))
    found, _ = united(marked, (danko,), statement_of(text, "She", danko))
    assert statement.speaker == next(one.id for one in found if one.name == "Mirela Danko")


def test_a_link_takes_the_name_of_whom_the_encoder_found() -> None:
    marked = "{[Mirela Danko/PER]/a} met [Ada Bern/PER]. {She/a} said yes."
    text = text_of(marked)
    nearest = speaker_of(text, "Ada Bern", "person", "Ada Bern", "She")
    _, (statement,) = united(marked, (nearest,), statement_of(text, "She", nearest))
    assert statement.chain.origin.name == "Mirela Danko"


def test_a_speaker_whose_words_all_mean_others_is_nobody() -> None:
    marked = "{[Mirela Danko/PER]/a} left. {She/a} said yes."
    text = text_of(marked)
    lone = speaker_of(text, "she", "person", "She")
    found, _ = united(marked, (lone,), statement_of(text, "She", lone))
    assert [one.name for one in found] == ["Mirela Danko"]


def test_a_source_of_another_kind_speaks_for_itself() -> None:
    marked = "President [Anton Reyhan/PER] left. {The news site/a} said yes. {It/a} wept."
    text = text_of(marked)
    wrong = speaker_of(text, "Anton Reyhan", "person", "Anton Reyhan", "The news site")
    found, (statement,) = united(marked, (wrong,), statement_of(text, "The news site", wrong))
    assert next(one.kind for one in found if one.id == statement.speaker) == "outlet"


def test_a_pronoun_means_whom_its_paragraph_names_before_whom_it_does_not() -> None:
    marked = (
        "{[Tam Orlo/PER]/a} runs the lab.\nClerk [Jon Bern/PER] called it wrong. {He/a} said yes."
    )
    text = text_of(marked)
    nearest = speaker_of(text, "Jon Bern", "person", "Jon Bern", "He")
    entities, (statement,) = united(marked, (nearest,), statement_of(text, "He", nearest))
    bern = next(one for one in entities if one.name == "Jon Bern")
    assert statement.speaker == bern.id == statement.chain.origin.entity
