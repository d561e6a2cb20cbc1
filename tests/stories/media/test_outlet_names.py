"""Names of media: which two mean the same."""

from __future__ import annotations

import pytest

from onrecord.stories.media.outlet_names import (
    INITIALS,
    OTHER,
    SAME,
    SHORTENED,
    host_of,
    likeness,
    name_key,
    name_words,
)


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("the Tarn Lantern", "Tarn Lantern", SAME),
        ("Tarn Lantern’s", "TARN LANTERN", SAME),
        ("tarnlantern.example", "The Tarn Lantern", SAME),
        ("the Lantern", "Tarn Lantern", SHORTENED),
        ("the Gazette", "Gazette of Brel", SHORTENED),
        ("Worldeye", "Worldeye Daily", SHORTENED),
        ("BNA", "Brelian News Agency", INITIALS),
        ("NN24", "NowNews24", INITIALS),
        ("Tarn", "Tarn Lantern", OTHER),
        ("Brel", "Radio Brel", OTHER),
        ("Radio", "Radio Brel", OTHER),
        ("the News", "Tarn Evening News", OTHER),
        ("Lantern Weekly", "Tarn Lantern", OTHER),
        ("", "Tarn Lantern", OTHER),
    ],
)
def test_two_names_are_as_like_as_readers_take_them(name: str, known: str, expected: int) -> None:
    assert likeness(name, known) == expected
    assert likeness(known, name) == expected


def test_a_host_is_read_from_a_url_and_from_itself() -> None:
    assert host_of("https://www.lantern.example/2024/a?b=c") == "lantern.example"
    assert host_of("lantern.example") == "lantern.example"
    assert host_of("Tarn Lantern") == ""
    assert host_of("https://[broken") == ""


def test_a_sentence_is_no_name() -> None:
    assert name_words("word " * 40) == ()
    assert name_key("word " * 40) == ""
