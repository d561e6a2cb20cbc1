"""Text of strangers made safe to look at: nothing invisible acts, nothing is cut inside a word.

Invariant: no control character of a page ever reaches a terminal or a browser.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata

ELLIPSIS = "…"

_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    "\ufff9-\ufffb\ufeff\U000e0000-\U000e007f]"
)
_SPACE = re.compile(r"\s+")
DOUBLE_MARKS = '"“”„‟«»'
_MARKS = DOUBLE_MARKS + "'‘’‚‹›"


def name_control(character: str) -> str:
    """What stands for a character that would act and not be seen, such as ⟨U+202E⟩."""
    return f"⟨U+{ord(character):04X}⟩"


def find_controls(text: str) -> list[tuple[int, str]]:
    """Where characters stand that would act and not be seen, and their Unicode names."""
    return [
        (found.start(), unicodedata.name(found.group(), "control character"))
        for found in _HARMFUL.finditer(text)
    ]


def show_plainly(text: str) -> str:
    """``text`` on one line, white space run together, every harmful character spelt out."""
    plain = _SPACE.sub(" ", text).strip()
    return _HARMFUL.sub(lambda found: name_control(found.group()), plain)


def wrap_short(text: str, width: int, lines: int, *, closing: str = "") -> str:
    """``text`` in at most ``lines`` lines of whole words; an ellipsis says that more follows.

    ``closing`` ends the text, shortened or not. Only a word longer than a line is cut.
    """
    if len(text) + len(closing) <= width and "\n" not in text and "  " not in text:
        return (text + closing).strip()
    beginning = text[: (lines + 1) * width]
    shown = textwrap.wrap(
        beginning if len(beginning) < len(text) else text + closing,
        width,
        max_lines=lines,
        placeholder=f" {ELLIPSIS}{closing}",
        break_on_hyphens=False,
    )
    return "\n".join(shown)


def strip_marks(text: str) -> str:
    """``text`` without the quotation marks around all of it and the comma before the last one.

    Left as it is where marks inside show that the outer two are no pair.
    """
    if len(text) < 2 or text[0] not in _MARKS or text[-1] not in _MARKS:
        return text
    inner = text[1:-1]
    if any(mark in inner for mark in DOUBLE_MARKS):
        return text
    return inner.rstrip(",").strip() or text
