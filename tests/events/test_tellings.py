"""All that is told at one trigger."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.events.standing import standing_of
from onrecord.events.tellings import Telling, view_factuality
from tests.events.samples import label_of, scene_of, statement_of, tellings_of

SAID = "The mayor said rebels murdered the miller."


def told(text: str, stance: str, cue: str, content: str) -> Telling:
    scene = scene_of(text, statements=(statement_of(text, content, cue, stance),))
    [telling] = tellings_of(scene).values()
    return telling


@pytest.mark.parametrize(
    ("stance", "factuality"),
    [("states", "reported"), ("claims", "claimed"), ("believes", "claimed"), ("denies", "denied")],
)
def test_the_stand_of_the_statement_gives_the_view(stance: str, factuality: str) -> None:
    telling = told(SAID, stance, "said", "rebels murdered the miller")
    assert telling.mention.factuality == factuality
    assert telling.mention.status == "actual"


def test_a_planned_deed_is_planned_whoever_says_so() -> None:
    text = "The mayor said rebels will murder the miller."
    telling = told(text, "states", "said", "rebels will murder the miller")
    assert telling.mention.factuality == "planned"


def test_what_is_promised_is_planned() -> None:
    text = "The general promised a counter-offensive."
    assert told(text, "promises", "promised", "a counter-offensive").mention.status == "planned"


def test_without_a_statement_it_happened() -> None:
    [telling] = tellings_of(scene_of("Rebels murdered the miller.")).values()
    assert (telling.mention.factuality, telling.mention.within) == ("happened", None)


def test_the_encoders_no_counts_where_no_word_speaks() -> None:
    text = "Rebels murdered the miller."
    label = replace(label_of(text, "murdered"), factuality=-2.5)
    assert tellings_of(scene_of(text), label)["murdered"].mention.status == "negated"


def test_the_encoders_doubt_makes_it_hypothetical() -> None:
    text = "Rebels murdered the miller."
    label = replace(label_of(text, "murdered"), factuality=0.1)
    assert tellings_of(scene_of(text), label)["murdered"].mention.status == "hypothetical"


def test_a_word_that_marks_it_is_stronger_than_the_encoder() -> None:
    text = "Rebels plan to murder the miller."
    assert (
        tellings_of(scene_of(text), label_of(text, "murder"))["murder"].mention.status == "planned"
    )


def test_the_encoders_value_is_kept() -> None:
    text = "Rebels murdered the miller."
    label = replace(label_of(text, "murdered"), factuality=2.5)
    assert tellings_of(scene_of(text), label)["murdered"].mention.value == 2.5


def test_what_is_known_is_not_denied() -> None:
    known = replace(standing_of("actual", "noun"), presupposed=True)
    denial = statement_of(SAID, "the miller", "said", "denies")
    assert view_factuality(known, denial) == "reported"


def test_a_noun_with_an_article_is_known_from_before() -> None:
    tellings = tellings_of(scene_of("The massacre followed another massacre."))
    assert tellings["massacre"].other
    [telling] = tellings_of(scene_of("The massacre was long ago.")).values()
    assert telling.definite
