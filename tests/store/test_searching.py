"""Words are found where they stand, and filters narrow what is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Span, Story
from onrecord.store import Filters, Record, open_record
from onrecord.store.searching import place_in_article, read_marks
from tests.store.samples import LEAK, STRIKE


def test_what_is_marked_are_the_words_that_were_searched_for(sample: Record) -> None:
    hits = sample.search("officials warned")
    assert hits
    for hit in hits:
        marked = [one.cut(hit.text).lower() for one in hit.marked]
        assert marked
        assert all(one.startswith(("official", "warn")) for one in marked)


def test_marks_lie_on_the_same_words_of_the_article(sample: Record) -> None:
    for hit in sample.search("officials", limit=50):
        if hit.span is None:
            continue
        text = sample.reading(hit.article.id).article.text
        assert hit.span.cut(text) == hit.text
        assert [one.cut(text) for one in hit.marked_in_article] == [
            one.cut(hit.text) for one in hit.marked
        ]


def test_any_form_of_a_word_is_found(sample: Record) -> None:
    assert {one.article.id for one in sample.search("warns")} == {
        LEAK.article.id,
        STRIKE.article.id,
    }


def test_a_headline_is_found_and_has_no_place_in_the_text(sample: Record) -> None:
    hits = [one for one in sample.search("Tolle Point leak, officials say") if one.span is None]
    assert [(one.place, one.text) for one in hits] == [("title", LEAK.article.title)]


def test_a_hit_tells_in_whose_mouth_the_words_are(sample: Record) -> None:
    (hit,) = sample.search("“reaches us”")
    assert [one.chain.origin.name for one in hit.sayings] == ["Dara Quill"]


def test_words_that_are_nowhere_together_are_found_alone_and_that_is_said(sample: Record) -> None:
    hits = sample.search("tugs embassy")
    assert hits
    assert not any(one.whole for one in hits)


def test_a_refused_word_is_not_in_what_is_found(sample: Record) -> None:
    assert not any("warned" in one.text for one in sample.search("leak -warned"))


@pytest.mark.parametrize("query", ['"', "***", '" OR 1=1 --', "'; DROP TABLE articles; --", "()"])
def test_quotes_and_stars_do_no_harm(sample: Record, query: str) -> None:
    sample.search(query)
    assert len(sample.articles()) == 2


def said(record: Record, query: str, filters: Filters) -> list[str]:
    return [hit.sayings[0].chain.origin.name for hit in record.search(query, filters, limit=50)]


def test_a_source_narrows_to_its_statements(sample: Record) -> None:
    assert set(said(sample, "warning OR received", Filters(source="dara quill"))) == {"Dara Quill"}


def test_who_passed_it_on_is_a_source_too(sample: Record) -> None:
    assert set(said(sample, "warned", Filters(source="Northern Star"))) == {"two senior officials"}


def test_modes_and_names_narrow_statements(sample: Record) -> None:
    direct = sample.search("it us", Filters(mode="direct"), limit=50)
    assert direct
    assert all(one.sayings[0].mode == "direct" for one in direct)
    unnamed = sample.search("warned filed read", Filters(named=False), limit=50)
    assert unnamed
    assert all(one.sayings[0].chain.origin.unnamed for one in unnamed)


def test_outlets_and_days_narrow_articles(sample: Record) -> None:
    day = LEAK.article.date("published").best
    assert {
        one.article.id for one in sample.search("officials", Filters(outlet="harbour gazette"))
    } == {LEAK.article.id}
    assert sample.search("officials", Filters(earliest=day, latest=day))
    after = Filters(earliest=day + timedelta(days=1))
    assert LEAK.article.id not in {one.article.id for one in sample.search("officials", after)}


def test_the_standing_of_an_event_narrows_to_where_it_is_told(sample: Record) -> None:
    planned = sample.search("the", Filters(factuality="planned"), limit=50)
    assert [hit.text[:12] for hit in planned] == ["Kestria will"]


def test_a_story_narrows_to_its_articles(sample: Record) -> None:
    assert sample.search("officials", Filters(story="none")) == ()
    corpus = sample.corpus()
    sample.put_corpus(replace(corpus, stories=(Story("s1", (STRIKE.article.id,)),)))
    hits = sample.search("officials", Filters(story="s1"))
    assert {one.article.story for one in hits} == {"s1"}


def test_more_hits_follow_after_those_that_were_skipped(sample: Record) -> None:
    whole = sample.search("the", limit=6)
    assert sample.search("the", limit=3) + sample.search("the", limit=3, skip=3) == whole


def test_a_paragraph_of_a_text_dump_is_found_however_long(sample: Record) -> None:
    text = "word " * 5_000 + "the lighthouse burned " + "word " * 5_000
    article = replace(LEAK.article, id="a-long", text=text, blocks=(), dates=())
    sample.put([replace(LEAK, article=article, statements=(), entities=(), issues=())])
    (hit,) = sample.search("lighthouse")
    assert [one.cut(text) for one in hit.marked_in_article] == ["lighthouse"]
    assert len(hit.text) <= 1_200


@given(st.lists(st.text("ab \x02", max_size=4), min_size=1, max_size=6))
def test_marks_come_off_at_the_right_characters(parts: list[str]) -> None:
    plain = [one.replace("\x02", "") for one in parts]
    marked = "".join(f"\x02{one}\x03" if at % 2 else one for at, one in enumerate(plain))
    text, spans = read_marks(marked)
    assert text == "".join(plain)
    assert [one.cut(text) for one in spans] == [one for one in plain[1::2] if one]


def test_a_mark_across_two_parts_of_a_statement_lies_on_both() -> None:
    content = (Span(10, 13), Span(20, 24))
    assert tuple(place_in_article(Span(1, 8), content)) == (Span(11, 13), Span(20, 22))


def test_a_day_that_no_page_tells_is_in_no_range() -> None:
    undated = replace(LEAK, article=replace(LEAK.article, dates=()))
    with open_record(":memory:", write=True) as record:
        record.put([undated])
        assert record.search("officials", Filters(earliest=date(1900, 1, 1))) == ()
