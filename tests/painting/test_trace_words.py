"""What a trace says in sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.painting.trace_outline import outline_trace
from onrecord.painting.trace_words import (
    best_telling,
    describe_answer,
    describe_circle,
    describe_conflict,
    describe_evidence,
    describe_first,
    describe_names,
    describe_range,
    describe_source,
    describe_step,
    describe_support,
    describe_taking,
    join_some,
    list_numbers,
    name_outlet,
    name_source,
    quote_telling,
)
from onrecord.record import Claim, Contradiction, CountingStep, Independence, Telling
from tests.painting.traces import IDS, PLACES, READINGS, find, make_corpus, make_trace

TRACE = make_trace()
OUTLINE = outline_trace(TRACE, make_corpus(), PLACES)


def weigh(low: int, high: int) -> Independence:
    return Independence(low, high, (CountingStep("R2", (), low, high, "because"),))


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 0, "No independent source is to be seen behind that."),
        (0, 1, "Behind them stands perhaps 1 independent source, perhaps none."),
        (1, 1, "Behind them stands 1 independent source."),
        (1, 2, "Behind them stands 1 independent source, perhaps 2."),
        (2, 4, "Behind them stand 2 independent sources, perhaps 4."),
    ],
)
def test_the_range_is_told_in_a_sentence(low: int, high: int, words: str) -> None:
    assert describe_support(weigh(low, high), 3) == words


def test_one_page_is_not_them() -> None:
    assert describe_support(weigh(1, 1), 1) == "Behind it stands 1 independent source."


def test_a_short_range_has_no_sentence() -> None:
    ranges = [describe_range(weigh(*one)) for one in ((0, 0), (0, 1), (1, 1), (2, 3))]
    assert ranges == [
        "no independent source",
        "perhaps 1 independent source, perhaps none",
        "1 independent source",
        "2 independent sources, perhaps 3",
    ]


def test_the_answer_says_how_many_say_it_and_who_denies_it() -> None:
    assert describe_answer(OUTLINE) == (
        "7 pages say this. Behind them stand 2 independent sources, perhaps 3.",
        "1 page says that it is false, on the word of Ole Brandt.",
    )


def test_that_nobody_says_it_is_an_answer() -> None:
    nobody = outline_trace(replace(TRACE, claim=Claim("c1", "No."), contradictions=(), rivals=()),
                           make_corpus(), {})  # fmt: skip
    assert describe_answer(nobody) == ("No page here says this.",)
    assert describe_first(nobody) == ()


def test_a_denial_of_nobody_known_is_said_to_be_so() -> None:
    trace = replace(TRACE, claim=replace(TRACE.claim, denial_sources=()))
    outline = outline_trace(trace, make_corpus(), PLACES)
    assert "on whose word is unknown" in describe_answer(outline)[1]


def test_who_was_first_is_told_with_the_pages_that_have_no_date() -> None:
    assert describe_first(OUTLINE) == (
        "1 Tidewater Post, 14 March 2031, 04:30 UTC",
        "1 page has no date, and may have been earlier: 7.",
    )


def test_that_nobody_is_known_to_be_first_is_said() -> None:
    trace = replace(TRACE, claim=replace(TRACE.claim, first=None))
    words = describe_first(outline_trace(trace, make_corpus(), PLACES))
    assert words[0] == "Unknown: the pages do not tell."


def test_a_source_that_is_not_named_is_told_with_the_outlet_that_had_it() -> None:
    assert name_source(OUTLINE.sources[0]) == "two engineers (Tidewater Post)"
    assert name_source(OUTLINE.sources[3]) == "Ole Brandt"


def test_what_sort_of_source_it_is_and_how_many_rest_on_it() -> None:
    assert describe_source(OUTLINE.sources[0]) == (
        "unnamed people", "first had by Tidewater Post", "6 pages rest on it",
    )  # fmt: skip
    assert describe_source(OUTLINE.sources[1]) == (
        "document", "seen by Tidewater Post", "1 page rests on it",
    )  # fmt: skip


def test_an_unknown_source_is_said_to_be_unknown() -> None:
    unknown = replace(TRACE.claim.sources[0], kind="unknown", name="unknown source")
    trace = replace(TRACE, claim=replace(TRACE.claim, sources=(unknown,)))
    shown = outline_trace(trace, make_corpus(), PLACES).sources[0]
    assert name_source(shown) == "no source known (Tidewater Post)"
    assert "the trail ends at Tidewater Post" in describe_source(shown)


def test_other_names_and_second_hand_knowledge_are_told() -> None:
    rests = replace(TRACE.claim.sources[0], rests="as the papers wrote")
    trace = replace(TRACE, claim=replace(TRACE.claim, sources=(rests,)))
    shown = outline_trace(trace, make_corpus(), PLACES).sources[0]
    assert describe_names(shown) == (
        "also called “the engineers”", "rests itself on “as the papers wrote”",
    )  # fmt: skip


def test_a_taking_is_told_with_its_kind_its_parent_and_its_credit() -> None:
    words = [describe_taking(one, OUTLINE) for one in OUTLINE.takings]
    assert words[0] == "relays 1 Tidewater Post, credited"
    assert "relays 3 Daily Quay, vaguely credited" in words
    assert "copies 1 Tidewater Post, not credited" in words


def test_the_evidence_has_the_words_of_the_page() -> None:
    words = [describe_evidence(one, OUTLINE) for one in OUTLINE.takings]
    assert words[0] == "it cites that outlet: “the Tidewater Post reported”"
    assert "91 % of its words stand there" in words


def test_words_that_the_reason_quotes_are_not_quoted_again() -> None:
    taking = OUTLINE.takings[0]
    quoted = replace(taking.derivation, reason="it says “the Tidewater Post reported”")
    words = describe_evidence(replace(taking, derivation=quoted), OUTLINE)
    assert words == "it says “the Tidewater Post reported”"


def test_a_circle_names_whose_claim_comes_back_through_whom() -> None:
    told, way = describe_circle(TRACE.circles[0], OUTLINE)
    assert told == "Tidewater Post's own claim comes back to it through Daily Quay and Quay Now."
    assert way == "1 Tidewater Post → 3 Daily Quay → 5 Quay Now → 6 Tidewater Post"


def test_a_conflict_is_told_with_what_stands_behind_the_other_claim() -> None:
    told, support = describe_conflict(TRACE.contradictions[0], OUTLINE)
    assert told == "“The wall had two cracks.” — another number: both cannot be"
    assert support == "1 page says it; 1 independent source"


@pytest.mark.parametrize(("first", "second", "word"), [("c1", "r1", "Since"), ("r1", "c1", "Rep")])
def test_a_correction_is_no_conflict(first: str, second: str, word: str) -> None:
    one = Contradiction(first, second, "number", "the office's later figure", superseded=True)
    assert describe_conflict(one, OUTLINE)[0].startswith(word)


def test_what_a_step_adds_is_told_as_a_number_or_as_two() -> None:
    steps = [CountingStep("R2", (), *adds, "x") for adds in ((1, 1), (0, 1), (0, 0))]
    assert [describe_step(one) for one in steps] == ["+1", "+0 or 1", "0"]


def test_an_outlet_without_a_name_is_told_by_its_host() -> None:
    article = READINGS["post"].article
    assert name_outlet(replace(article, outlet="")) == "post.example"
    assert name_outlet(replace(article, outlet="", url="")) == "unknown outlet"
    assert name_outlet(replace(article, outlet="", url="http://[")) == "unknown outlet"


def test_a_quotation_is_the_sentence_with_the_claims_words_marked() -> None:
    page = OUTLINE.page(1)
    telling = best_telling(page, "asserts")
    assert telling is not None
    snippet = quote_telling(page, telling, 200)
    assert snippet.words.endswith("two engineers told the Post.")
    assert [words for words, marked in snippet.pieces if marked] == ["The harbour wall was cracked"]


def test_a_page_has_no_words_for_a_side_that_it_is_not_on() -> None:
    assert best_telling(OUTLINE.page(1), "denies") is None


def test_many_names_and_numbers_are_drawn_together() -> None:
    assert join_some(["a", "b", "c", "d", "e", "f"]) == "a, b, c, d and 2 others"
    assert list_numbers([7, 1, 2, 3, 5]) == "1–3, 5, 7"
    assert IDS["post"] != IDS["again"]


def test_of_two_denials_on_a_page_that_of_the_source_is_quoted() -> None:
    page = OUTLINE.page(4)
    first, second = find("office", "rejected a report"), find("office", "The wall was sound")
    tellings = tuple(
        Telling(page.article.id, "denies", (span,), None, 0.5) for span in (first, second)
    )
    page = replace(page, tellings=tellings)
    brandt = OUTLINE.sources[3]
    named = replace(brandt.source, spans=((page.article.id, find("office", "Ole Brandt")),))
    assert best_telling(page, "denies", replace(brandt, source=named)) == tellings[1]
    assert best_telling(page, "denies") == tellings[0]
