"""Quotation marks paired: every mark that newspapers use, and those that they misplace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.passages import Quotation, find_quotations
from onrecord.record import Span

MARKS = "“”„«»\"‘’'"


def paragraphs_of(text: str) -> tuple[Span, ...]:
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(found)


def quotations_of(text: str) -> tuple[Quotation, ...]:
    return find_quotations(text, paragraphs_of(text))


def outer(text: str) -> list[str]:
    return [one.span.cut(text) for one in quotations_of(text) if one.depth == 0]


def inner(text: str) -> list[str]:
    return [one.span.cut(text) for one in quotations_of(text) if one.depth == 1]


@pytest.mark.parametrize(
    "quoted", ["“We left”", '"We left"', "«We left»", "»We left«", "„We left“", "„We left”"]
)
def test_marks_of_every_kind_pair(quoted: str) -> None:
    assert outer(f"{quoted}, she said.") == [quoted]
    assert outer(f"She said {quoted}") == [quoted]


def test_two_quotations_of_one_sentence_are_apart() -> None:
    assert outer("“We left,” she said. “At dawn.”") == ["“We left,”", "“At dawn.”"]


@pytest.mark.parametrize("quoted", ['"Mixed”', '“Mixed"', "”Turned round”", "“Turned round“"])
def test_mixed_and_turned_marks_pair(quoted: str) -> None:
    assert outer(f"He said, {quoted} and left.") == [quoted]


def test_brackets_and_dashes_stand_before_a_quotation() -> None:
    text = '(“Yes”) and ["no"] - "maybe"—"well"'
    assert outer(text) == ["“Yes”", '"no"', '"maybe"', '"well"']


def test_brackets_stand_inside_a_quotation() -> None:
    assert outer("“[We] left (at dawn),” she said.") == ["“[We] left (at dawn),”"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“He said ‘no’ twice,” she said.", "‘no’"),
        ("“‘No,’ he said,” she said.", "‘No,’"),
        ("“Outer “inner” end,” she said.", "“inner”"),
        ("\"He said 'no' twice,\" she said.", "'no'"),
        ('"He said "no" twice," she said.', '"no"'),
        ("‘He said “no” twice,’ she said.", "“no”"),
    ],
)
def test_a_quotation_stands_in_a_quotation(text: str, inside: str) -> None:
    assert outer(text) == [text[: text.index(" she")]]
    assert inner(text) == [inside]


@pytest.mark.parametrize(
    "text",
    [
        "The dockers’ union isn't rich; the union's chief said so.",
        "The dockers' strikes of the '80s and the ‘90s were long.",
        "He is 5'10\" tall.",
        "Nobody’s fault, said the sisters’ lawyer.",
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text: str) -> None:
    assert quotations_of(text) == ()


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("‘We left,’ she said.", "‘We left,’"),
        ("'We left,' she said.", "'We left,'"),
        ("‘We don’t know,’ she said.", "‘We don’t know,’"),
        ("'We don't know,' she said.", "'We don't know,'"),
        ("‘The dockers’ union left,’ she said.", "‘The dockers’ union left,’"),
        ("She called it ‘a mess’.", "‘a mess’"),
    ],
)
def test_british_papers_quote_with_single_marks(text: str, quoted: str) -> None:
    assert outer(text) == [quoted]


@pytest.mark.parametrize("mark", ["“", '"'])
def test_a_quotation_runs_on_where_each_paragraph_opens_it_again(mark: str) -> None:
    close = "”" if mark == "“" else mark
    text = f"{mark}First part.\n{mark}Second part.\n{mark}Third,{close} he said."
    found = quotations_of(text)
    assert [(one.closed, one.continues) for one in found] == [
        (False, True),
        (False, True),
        (True, False),
    ]
    assert [one.span.cut(text) for one in found][1] == f"{mark}Second part."


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    (found,) = quotations_of("He said: “We left and never\nA plain paragraph.")
    assert not found.closed
    assert not found.continues
    assert found.span == Span(9, 27)


@pytest.mark.parametrize("mark", ["‘", "'"])
def test_a_single_mark_that_is_never_closed_is_no_quotation(mark: str) -> None:
    assert quotations_of(f"He said {mark}we left and never came back.") == ()


@pytest.mark.parametrize("stray", ["‘Tis", "'Tis", "‘em"])
def test_a_stray_mark_does_not_hide_what_follows(stray: str) -> None:
    assert outer(f"{stray} cold, and “We left,” she said.") == ["“We left,”"]


@given(st.text(st.sampled_from(MARKS + "ab,. \n(s0"), max_size=60))
def test_quotations_are_in_order_and_nested_or_apart(text: str) -> None:
    paragraphs = paragraphs_of(text)
    found = find_quotations(text, paragraphs)
    assert list(found) == sorted(found, key=lambda one: one.span.start)
    for number, one in enumerate(found):
        assert any(paragraph.covers(one.span) for paragraph in paragraphs)
        assert one.span.cut(text)[0] in MARKS
        for other in found[number + 1 :]:
            assert one.span.covers(other.span) or not one.span.overlaps(other.span)
        assert one.depth == sum(other.span.covers(one.span) for other in found[:number])
