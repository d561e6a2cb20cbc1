from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.passages import find_quotations
from onrecord.record import Span
from onrecord.statements.drafts import (
    Draft,
    Nearby,
    drop_repeats,
    end_with_quotation,
    fill_gaps,
    join_spans,
    mode_of,
    overlapping,
    share,
    snap_to_quotations,
)
from tests.statements.words import draft, find, paragraphs_of

spans = st.tuples(st.integers(0, 2000), st.integers(1, 900)).map(lambda p: Span(p[0], p[0] + p[1]))


def quotations_of(text: str):
    return find_quotations(text, paragraphs_of(text))


def content(text: str, one: Draft) -> list[str]:
    return [span.cut(text) for span in one.content]


def test_a_quotation_that_is_nearly_filled_is_taken_whole_with_its_marks() -> None:
    text = "“We left at dawn,” she said."
    made = draft(text, "left at dawn", cue="said", source="she")
    assert content(text, snap_to_quotations(made, quotations_of(text))) == ["“We left at dawn,”"]


def test_a_word_of_a_long_quotation_does_not_take_it_all() -> None:
    text = "It was known: “We left at dawn and nobody saw us go.” He thought so, she said."
    made = draft(text, "go", cue="said", source="she")
    assert content(text, snap_to_quotations(made, quotations_of(text))) == ["go"]


def test_a_forgotten_closing_mark_does_not_swallow_the_speaker() -> None:
    text = "“We left at dawn, said Ada Bern."
    made = draft(text, "We left at dawn,", cue="said", source="Ada Bern")
    assert content(text, snap_to_quotations(made, quotations_of(text))) == ["“We left at dawn,"]


def test_what_follows_a_quotation_that_a_comma_closes_is_not_said() -> None:
    text = "“Don’t,” until he left."
    made = draft(text, text[:-1])
    assert content(text, end_with_quotation(text, made, quotations_of(text))) == ["“Don’t,”"]


def test_a_small_hole_in_a_content_is_filled_unless_the_speaker_stands_there() -> None:
    text = "the port was safe, she said, and open"
    assert content(text, fill_gaps(text, draft(text, "the port", "safe"))) == ["the port was safe"]
    kept = draft(text, "safe", "and open", cue="said", source="she")
    assert content(text, fill_gaps(text, kept)) == ["safe", "and open"]


def test_of_two_drafts_on_one_cue_the_surer_stays() -> None:
    text = "she said the port was safe"
    sure = draft(text, "the port was safe", cue="said", source="she")
    unsure = replace(sure, score=0.5, content=(find(text, "safe"),))
    assert drop_repeats([unsure, sure]) == [sure]


def test_the_same_words_of_one_source_are_one_statement() -> None:
    text = "she said, and repeated, the port was safe"
    first = draft(text, "the port was safe", cue="said", source="she")
    again = replace(first, cue=find(text, "repeated"), score=0.5)
    assert drop_repeats([again, first]) == [first]


def test_inner_and_outer_statements_both_stay() -> None:
    text = "she said he knew the port was safe"
    outer = draft(text, "he knew the port was safe", cue="said", source="she")
    inner = draft(text, "the port was safe", cue="knew", source="he")
    assert drop_repeats([outer, inner]) == [outer, inner]


@given(st.lists(spans, max_size=12), spans)
def test_all_that_overlap_a_place_are_near_it(places: list[Span], place: Span) -> None:
    drafts = [Draft((one,), None, None, 0.9, "encoder") for one in places]
    near = Nearby(drafts).near(place)
    assert all(one in near for one in drafts if one.extent.overlaps(place))
    assert len({id(one) for one in near}) == len(near)


@given(st.lists(spans, max_size=8))
def test_joined_spans_cover_the_same_characters_and_lie_apart(parts: list[Span]) -> None:
    joined = join_spans(parts)
    assert {at for one in joined for at in range(one.start, one.end)} == {
        at for one in parts for at in range(one.start, one.end)
    }
    assert all(one.end < two.start for one, two in pairwise(joined))


@given(st.lists(spans, min_size=1, max_size=4), st.lists(spans, min_size=1, max_size=4))
def test_a_share_is_mutual_and_never_more_than_all(first: list[Span], second: list[Span]) -> None:
    one, two = join_spans(first), join_spans(second)
    assert share(one, two) == share(two, one)
    assert 0.0 <= share(one, two) <= 1.0
    assert share(one, one) == 1.0


def test_quotations_that_share_a_character_are_found() -> None:
    text = "“One” two “three” four “five”"
    found = overlapping(quotations_of(text), (find(text, "two “th"), find(text, "ve”")))
    assert [one.span.cut(text) for one in found] == ["“three”", "“five”"]


def test_words_in_marks_are_direct_words_without_indirect_and_both_mixed() -> None:
    text = "“We left,” she said, but it was “dark” at sea."
    modes = {
        words: mode_of(text, (find(text, words),), quotations_of(text))
        for words in ("“We left,”", "at sea", "it was “dark”")
    }
    assert list(modes.values()) == ["direct", "indirect", "mixed"]
