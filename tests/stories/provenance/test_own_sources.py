"""What a page found out itself."""

from __future__ import annotations

import pytest

from onrecord.record import Span
from onrecord.stories.media.outlets import find_outlets
from onrecord.stories.provenance.own_sources import has_own_sources, is_told_here
from tests.stories.taking_pages import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The weir leaks, an engineer told the Morning Kite.", True),
        ("A letter seen by the Kite says that the weir leaks.", True),
        ("The weir leaks, she told us.", True),
        ("A reporter for the Morning Kite counted three holes.", True),
        ("The weir leaks, the board told a news conference.", False),
        ("The weir leaks, an engineer told the Dull Daily.", False),
        ("I rang the lock-keeper, and he laughed.", True),
        ("We measured the crack with a stick.", True),
        ("“We saw it break,” a boy said, and “I called my mother.”", False),
    ],
)
def test_a_page_has_sources_of_its_own_if_it_was_told_or_saw(text: str, expected: bool) -> None:
    page = read("Morning Kite", 5, text)
    assert has_own_sources(page, find_outlets((page,))[0]) is expected


def test_what_stands_elsewhere_on_the_page_is_not_told_here() -> None:
    text = "The weir leaks.\nAn engineer told the Morning Kite so."
    page = read("Morning Kite", 5, text)
    outlet = find_outlets((page,))[0]
    assert not is_told_here(page, outlet, (Span(0, 15),))
    assert is_told_here(page, outlet, (Span(16, len(text)),))
