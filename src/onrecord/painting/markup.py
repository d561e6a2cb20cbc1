"""Markup built from parts, so that no stranger's character can become part of a page's code.

Invariant: whatever is ``Html`` is safe; plain text becomes Html through ``write`` alone.
"""

from __future__ import annotations

from html import escape
from typing import NewType
from urllib.parse import urlsplit

from onrecord.painting.visible_text import find_controls, name_control

Html = NewType("Html", str)

NOTHING = Html("")
_VOID = {"meta", "br", "hr"}


def write(text: str) -> Html:
    """``text`` as it reads: nothing in it is code, and characters that act unseen are shown."""
    parts: list[str] = []
    reached = 0
    for position, name in find_controls(text):
        parts.append(escape(text[reached:position]))
        shown = name_control(text[position])
        parts.append(f'<span class="control" title="{escape(name)}">{shown}</span>')
        reached = position + 1
    return Html("".join(parts) + escape(text[reached:]))


def element(name: str, *parts: Html, **attributes: str | None) -> Html:
    """One element; ``class_`` is the class, ``data_n`` is ``data-n``, None leaves one out."""
    shown = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Html(f"<{name}{shown}>")
    return Html(f"<{name}{shown}>{''.join(parts)}</{name}>")


def join(parts: list[Html]) -> Html:
    """Parts one after the other."""
    return Html("".join(parts))


def isolate(text: str) -> Html:
    """``text`` that cannot change the direction of what stands around it."""
    return element("bdi", write(text))


def link_out(url: str, text: str) -> Html:
    """A link where ``url`` is one of the web, else the text alone."""
    try:
        safe = urlsplit(url).scheme in ("http", "https")
    except ValueError:
        safe = False
    if not safe:
        return isolate(text)
    return element("a", isolate(text), href=url, rel="noopener noreferrer external")


def _attribute(value: str) -> str:
    for position, _ in reversed(find_controls(value)):
        value = value[:position] + name_control(value[position]) + value[position + 1 :]
    return escape(value)
