import json
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.harmless import (
    guard_cell,
    one_line,
    to_json_text,
    web_address,
    without_controls,
    xml_text,
)

ANY_TEXT = st.text(st.characters())


@given(ANY_TEXT)
def test_any_text_makes_well_formed_xml(text):
    written = f'<a b="{xml_text(text)}">{xml_text(text)}</a>'
    element = ElementTree.fromstring(written.encode())
    assert element.text == element.get("b") or not text
    assert len(element.text or "") == len(text)


@given(ANY_TEXT)
def test_any_text_is_one_cell_of_one_line(text):
    assert not set(one_line(text)) & set("\t\n\r\x00\x85\u2028")
    one_line(text).encode()


@given(ANY_TEXT)
def test_any_text_goes_through_json_inside_a_script_element(text):
    written = to_json_text({"text": text})
    assert "<" not in written
    assert json.loads(written.encode())["text"] == text.encode("utf-8", "replace").decode()


def test_a_formula_is_only_text():
    assert [guard_cell(one)[0] for one in ("=1", "+1", "-1", "@x", "\t=1", " =1")] == ["'"] * 6


def test_words_that_are_no_formula_stay_as_they_are():
    assert guard_cell("1 = 1") == "1 = 1"
    assert guard_cell("“Quoted”") == "“Quoted”"


def test_line_ends_stay_where_a_format_can_hold_them():
    assert without_controls("a\r\nb\x1bc") == "a\r\nb\ufffdc"


def test_only_addresses_of_the_web_become_links():
    assert web_address("https://outlet.example/a?b=c") == "https://outlet.example/a?b=c"
    assert web_address("javascript:alert(1)") == ""
    assert web_address("https://outlet.example/\x00") == ""
