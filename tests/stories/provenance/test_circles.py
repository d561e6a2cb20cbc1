"""Circles: claims that come home as confirmations."""

from __future__ import annotations

from onrecord.record import Derivation, Reading
from onrecord.stories.provenance.circles import find_circles
from onrecord.stories.provenance.derivations import find_derivations
from tests.stories.taking_pages import ORIGINAL, one_story, read

RELAY = read(
    "Morning Kite",
    5,
    "The weir at Ostrel had been cracked since the autumn, according to The Tarn Lantern.",
)
SECOND = read(
    "Dull Daily",
    6,
    "A weir at Ostrel has been cracked since the autumn, the Morning Kite reports.",
)


def _circles(last: Reading) -> tuple[tuple[str, ...], ...]:
    pages = (ORIGINAL, RELAY, SECOND, last)
    derivations: tuple[Derivation, ...] = find_derivations(pages, (), one_story(*pages))
    names = {one.article.id: one.article.outlet for one in pages}
    return tuple(
        tuple(names[article] for article in one.articles)
        for one in find_circles(pages, derivations)
    )


def test_a_claim_that_comes_home_as_a_confirmation_is_a_circle() -> None:
    last = read(
        "The Tarn Lantern",
        7,
        "The cracked weir at Ostrel is now confirmed by others as well.\n"
        "The Dull Daily reported, confirming the Lantern’s account, that the weir at Ostrel has "
        "been cracked since the autumn.",
    )
    assert _circles(last) == (
        ("The Tarn Lantern", "Morning Kite", "Dull Daily", "The Tarn Lantern"),
    )


def test_who_only_tells_that_others_have_taken_the_story_makes_no_circle() -> None:
    last = read(
        "The Tarn Lantern",
        7,
        "The Dull Daily, citing others, reported that the weir at Ostrel has been cracked since "
        "the autumn. It had that from this newspaper.",
    )
    assert _circles(last) == ()


def test_another_outlet_closes_no_circle() -> None:
    last = read(
        "Evening Rook",
        7,
        "The Dull Daily confirmed that the weir at Ostrel has been cracked since the autumn.",
    )
    assert _circles(last) == ()
