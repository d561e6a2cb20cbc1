"""What all screens share."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Span
from onrecord.web.site import address, dump, pack


def test_an_address_leaves_out_what_is_not_asked_for() -> None:
    assert address("/search", q="a b&c", page=None, outlet="") == "/search?q=a+b%26c"
    assert address("/search") == "/search"


def test_findings_become_plain_values() -> None:
    assert json.loads(dump({"spans": pack((Span(1, 2),))})) == {"spans": [[1, 2]]}


@given(st.text())
def test_whatever_a_page_says_becomes_json(text: str) -> None:
    found = json.loads(dump({"text": text}))["text"]
    assert found == text.encode("utf-8", "replace").decode()
