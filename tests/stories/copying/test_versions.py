"""Versions of one page and what changed between them."""

from __future__ import annotations

import pytest

from onrecord.stories.copying.versions import address_of, compare_versions
from tests.stories.pages import REPORT, page


@pytest.mark.parametrize(
    "url",
    [
        "https://www.wire.example/ferry",
        "http://wire.example/ferry/",
        "https://m.wire.example/ferry?utm_source=x#top",
    ],
)
def test_what_does_not_change_the_page_is_no_part_of_its_address(url: str) -> None:
    assert address_of(url) == "wire.example/ferry"


def test_a_number_in_the_query_is_another_page() -> None:
    assert address_of("https://wire.example/?p=1") != address_of("https://wire.example/?p=2")


@pytest.mark.parametrize("url", ["", "https://wire.example/", "nonsense", "http://[broken"])
def test_front_pages_and_nonsense_are_no_address(url: str) -> None:
    assert address_of(url) == ""


def test_a_changed_number_is_shown_with_what_it_stands_for() -> None:
    old, new = page(REPORT), page(REPORT.replace("ninety", "hundred"))
    changes = compare_versions(old, new)
    ((after, before),) = changes.replaced
    assert (after.cut(new.text), before.cut(old.text)) == ("hundred", "ninety")
    assert not changes.added
    assert not changes.removed


def test_a_new_paragraph_is_added() -> None:
    new = page(f"{REPORT}\nThe captain was questioned on Monday.")
    (added,) = compare_versions(page(REPORT), new).added
    assert "captain was questioned" in added.cut(new.text)


def test_a_lost_paragraph_is_removed() -> None:
    old = page(REPORT)
    (removed,) = compare_versions(old, page("\n".join(REPORT.split("\n")[:-1]))).removed
    assert "smaller boat" in removed.cut(old.text)


def test_a_version_without_a_change_says_so() -> None:
    assert compare_versions(page(REPORT), page(REPORT, url="https://a.example/b")).nothing
