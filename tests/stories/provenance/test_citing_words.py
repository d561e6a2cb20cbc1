"""The words of citing as patterns."""

from __future__ import annotations

import time

import pytest

from onrecord.stories.provenance import citing_words


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("according to the ", True),
        ("in an exclusive by the ", True),
        ("as was first reported in the ", True),
        ("the windows of the ", False),
        ("", False),
    ],
)
def test_a_name_is_cited_by_what_stands_before_it(before: str, expected: bool) -> None:
    assert (citing_words.before_names().search(before) is not None) is expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (" reported on Monday", True),
        (", a free paper, has found out that", True),
        ("’s report", True),
        ("’s Una Marsh reported", True),
        (" has a new roof", False),
    ],
)
def test_a_name_is_cited_by_what_stands_behind_it(after: str, expected: bool) -> None:
    assert (citing_words.after_names().match(after) is not None) is expected


def test_cited_by_does_not_pass_on_but_citing_does() -> None:
    assert citing_words.passing_on().search(", which quoted the daily ")
    assert not citing_words.passing_on().search("officials cited by ")


@pytest.mark.parametrize(
    "words",
    [
        "press accounts of the fire",
        "claims in the local press",
        "Newspapers have reported a crack",
        "denied reports that the weir leaked",
        "by a regional daily on Monday",
    ],
)
def test_media_without_a_name_are_found(words: str) -> None:
    assert citing_words.unnamed_media().search(words)


def test_every_pattern_is_linear() -> None:
    patterns = (
        citing_words.unnamed_media(),
        citing_words.hints(),
    )
    for text in ("the local " * 20_000, "reports in the some " * 10_000, "a" * 200_000):
        started = time.perf_counter()
        for pattern in patterns:
            list(pattern.finditer(text))
        assert time.perf_counter() - started < 20
