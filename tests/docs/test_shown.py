"""Outputs of documentation are compared with what commands print."""

from docs.making.shown import find_shown, first_false

PAGE = """
```console
$ onrecord who "Ada Brook" --record mine.db   # a comment
one
[…]
three
$ onrecord stories
```

```
$ not looked at
```
"""


def test_commands_and_what_stands_under_them_are_found():
    who, stories = find_shown(PAGE)
    assert who.words == ("onrecord", "who", "Ada Brook", "--record", "mine.db")
    assert who.lines == ("one", "[…]", "three")
    assert (stories.words, stories.lines) == (("onrecord", "stories"), ())


def test_what_is_left_out_is_marked():
    assert first_false(("one", "[…]", "three"), "one\ntwo  \nthree\n") == ""
    assert first_false(("one", "three"), "one\ntwo\nthree\n") == "one"


def test_what_is_not_printed_is_named():
    assert first_false(("[…]", "two", "four"), "one\ntwo\nthree\n") == "four"


def test_lines_have_to_come_in_their_order():
    assert first_false(("two", "[…]", "one"), "one\ntwo\n") == "one"
