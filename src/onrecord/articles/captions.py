"""The words under pictures, and who made the pictures.

Invariant: a caption is a field of the article and never a paragraph of it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml.html import HtmlElement

from onrecord.articles.markup import label_of, text_of, tidy, words_of
from onrecord.articles.structured import Description, types_of, words
from onrecord.articles.vocabulary import alternatives, load_words
from onrecord.record import Caption

MAX_CAPTION = 1200
MAX_CAPTIONS = 200

_CAPTION = re.compile(
    r"caption|cutline|bildunterschrift|bildtext|info-?description|didascalia|piefoto|pie-(?:de-)?foto"
    r"|(?:^|[\s_-])(?:legend|leyenda|legenda|zutat)(?:$|[\s_-])"
    r"|(?:bild|foto|image|img|photo|picture|media|gallery|lightbox|slide|overlay|figure)"
    r"[a-z0-9_-]{0,20}?(?:info|text|desc|legend)"
)
_NAMED = re.compile(
    r"(?:bild|foto|image|img|photo|picture|media|figure)[a-z0-9_-]{0,20}caption|wp-caption"
)
_CREDIT = re.compile(
    r"credit|copyright|photographer|(?:^|[\s_-])(?:source|quelle|rights|author|autor|fotograf|firma|byline|attribution|agency|creator|copy)(?:$|[\s_-])"
    r"|image-?(?:source|author|rights)|bildnachweis|bildquelle|photo-?(?:by|source|author)|img-?source|media__(?:source|author)|__(?:source|author|rights|copyright|credit)"
)
_NOT_CAPTION = re.compile(
    r"closed-?caption|recaptcha|captions?-(?:button|toggle|icon|settings)|video-js|vjs|subtitle|audio|tiktok|twitter|instagram"
)
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:related|teaser|recommend\w*|more-?(?:from|stories|news)|most-?(?:read|popular)|trending"
    r"|outbrain|taboola|read-?(?:next|more|also)|newsletter|popular|promo|comments?|up-?next|latest|menu"
    r"|author-?(?:bio|box|card))(?:$|[\s_-])|(?:^|\s)(?:sidebar|footer)(?:$|[\s])"
)
_PICTURE = (
    "img",
    "picture",
    "video",
    "amp-img",
    "svg",
    "iframe",
    "audio",
    "canvas",
    "source",
    "noscript",
)
_TAIL_BRACKET = re.compile(r"\s{0,3}[(\[]([^()\[\]]{2,160})[)\]]\.?$")


def find_captions(tree: HtmlElement, description: Description) -> tuple[Caption, ...]:
    """Every caption of the article's pictures, from elements, attributes and JSON-LD."""
    found: list[Caption] = []
    for element in caption_elements(tree):
        if not _elsewhere(element):
            found.extend(_read(element))
    found.extend(_attributes(tree))
    found.extend(_declared(description))
    return _merge(found)[:MAX_CAPTIONS]


def caption_elements(tree: HtmlElement) -> tuple[HtmlElement, ...]:
    """The outermost elements that hold a caption or a credit beside a picture."""
    found: list[HtmlElement] = []
    inside: set[HtmlElement] = set()
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        parent = element.getparent()
        if parent is not None and parent in inside:
            inside.add(element)
            continue
        if _is_caption(element):
            inside.add(element)
            found.append(element)
    return tuple(found)


def split_credit(text: str) -> tuple[str, str]:
    """A caption's words without the credit at their end, and the credit."""
    text = tidy(text)
    if match := _TAIL_BRACKET.search(text):
        inner = match.group(1)
        if _credit_start().match(inner) or _maker().search(inner):
            return text[: match.start()].strip(), _plain(inner)
    starts = [one for one in _credit_mark().finditer(text) if len(text) - one.end() <= 160]
    if starts:
        at = starts[0]
        return text[: at.start()].strip(" |–—-/("), _plain(text[at.start() :])
    cut = re.search(r"(?:^|[.!?…\"”»’]\s|\s[|–—-]\s)([^.!?]{2,90})$", text)
    if cut and _maker().search(cut.group(1)) and len(cut.group(1).split()) <= 9:
        return text[: cut.start(1)].strip(" |–—-"), _plain(cut.group(1))
    return text, ""


def is_credit_line(text: str) -> bool:
    """Whether a short line of text is a picture's credit and nothing else."""
    if len(text) > 120:
        return False
    words_left, credit = split_credit(text)
    return bool(credit) and not words_left


def _is_caption(element: HtmlElement) -> bool:
    if element.tag == "figcaption":
        return True
    if element.tag in (
        "body",
        "html",
        "main",
        "article",
        "figure",
        "img",
        "table",
        "caption",
        "h1",
        "h2",
        "button",
        "track",
        "input",
        "script",
        "style",
        "picture",
        "video",
    ):
        return False
    label = label_of(element)
    if not label or _NOT_CAPTION.search(label):
        return False
    marked = _CAPTION.search(label)
    if not marked and not (_CREDIT.search(label) and _in_figure(element)):
        return False
    if len(element) > 25 or next(element.iter("h1"), None) is not None:
        return False
    return len(words_of(element, MAX_CAPTION)) <= MAX_CAPTION and bool(
        _NAMED.search(label) or _near_picture(element)
    )


def _in_figure(element: HtmlElement) -> bool:
    return next(element.iterancestors("figure"), None) is not None


def _near_picture(element: HtmlElement) -> bool:
    at: HtmlElement | None = element
    for _ in range(4):
        if at is None or at.tag in ("body", "main", "article"):
            return False
        if next(at.iter(*_PICTURE), None) is not None or at.tag == "figure":
            return True
        at = at.getparent()
    return False


def _elsewhere(element: HtmlElement) -> bool:
    """Whether the picture stands for another page, in a list of teasers or the page's frame."""
    for step, at in enumerate(element.iterancestors()):
        if at.tag in ("nav", "footer") or (
            at.tag == "a" and len(words_of(at, 3_000)) > 2 * len(words_of(element, 3_000)) + 20
        ):
            return True
        if at.tag in ("body", "main", "article"):
            return False
        if step < 8 and _ELSEWHERE.search(label_of(at)):
            return True
    return False


def _read(element: HtmlElement) -> Iterator[Caption]:
    credits = [
        part
        for part in element.iterdescendants()
        if isinstance(part.tag, str)
        and part.tag not in ("img", "svg")
        and _CREDIT.search(label_of(part))
    ]
    if (
        _CREDIT.search(label_of(element))
        and not _CAPTION.search(label_of(element))
        and element.tag != "figcaption"
    ):
        credits = [element]
    whole = text_of(element)
    credit = ""
    for part in credits:
        said = text_of(part)
        if said and said in whole and len(said) <= 300 and credit.find(said) < 0:
            whole = tidy(
                whole.replace(said, " ", 1)
                if whole.count(said) == 1
                else whole[::-1].replace(said[::-1], " ", 1)[::-1]
            )
            credit = f"{credit} {said}".strip()
    text, tail = split_credit(whole) if not credit else (whole.strip(" |/"), "")
    credit = _plain(credit) or tail
    if 0 < len(text) + len(credit) <= MAX_CAPTION + 300:
        yield Caption(text, credit)


def _attributes(tree: HtmlElement) -> Iterator[Caption]:
    for element in tree.iter("img", "figure", "div", "a", "amp-img", "picture"):
        text = (
            element.get("data-caption")
            or element.get("data-image-caption")
            or element.get("data-sub-html")
            or ""
        )
        if not text or _elsewhere(element):
            continue
        text = tidy(
            html.unescape(re.sub(r"<[^<>]{0,2000}>", " ", html.unescape(text[: MAX_CAPTION * 3])))
        )
        credit = tidy(element.get("data-credit") or element.get("data-copyright") or "")
        plain, tail = split_credit(text)
        if plain or credit or tail:
            yield Caption(plain, _plain(credit) or tail)


def _declared(description: Description) -> Iterator[Caption]:
    values: list[Any] = [
        one
        for key in ("image", "associatedMedia", "primaryImageOfPage")
        for one in description.values(key)
    ]
    for value in values[:50]:
        if not isinstance(value, dict) or (
            types_of(value) and "ImageObject" not in types_of(value)
        ):
            continue
        said = words(value.get("caption")) or words(value.get("description"))
        credit = next(
            (
                words(value[key])
                for key in ("creditText", "creator", "author", "copyrightHolder", "copyrightNotice")
                if words(value.get(key))
            ),
            "",
        )
        text, tail = split_credit(tidy(re.sub(r"<[^<>]{0,2000}>", " ", said)))
        if len(text) > 10:
            yield Caption(text[:MAX_CAPTION], _plain(credit) or tail)


def _merge(captions: list[Caption]) -> tuple[Caption, ...]:
    """Each caption once; a copy without a credit takes that of its double."""
    kept: dict[str, Caption] = {}
    for one in captions:
        key = "".join(re.findall(r"\w+", (one.text or one.credit).casefold()))
        if not key:
            continue
        before = kept.get(key)
        kept[key] = one if before is None or (one.credit and not before.credit) else before
    with_text = "\n".join(one.credit for one in kept.values() if one.text)
    return tuple(one for one in kept.values() if one.text or one.credit not in with_text)


def _plain(credit: str) -> str:
    """A credit without the words that only say that it is one."""
    credit = tidy(credit).strip(" ()[]|/–—-")
    return _credit_start().sub("", credit).strip(" :;,") or credit


@cache
def _credit_words() -> str:
    return alternatives(load_words("captions")["credit_before"])


@cache
def _credit_by() -> str:
    """A picture's name and the preposition of who made it: "photo by"."""
    table = load_words("captions")
    return rf"(?:{alternatives(table['pictures'])})\s(?:{alternatives(table['by'])})\s"


@cache
def _credit_start() -> re.Pattern[str]:
    labelled = rf"(?:{_credit_words()})\s{{0,2}}[:/-]\s{{0,2}}"
    return re.compile(rf"^(?:{labelled}|{_credit_by()}|©\s{{0,2}})+", re.I)


@cache
def _credit_mark() -> re.Pattern[str]:
    labelled = rf"(?:{_credit_words()})\s{{0,2}}[:：]\s{{0,2}}|\|\s{{0,2}}(?:{_credit_words()})\s"
    return re.compile(rf"(?:^|\s|[(|/])(?:{labelled}|{_credit_by()}|©\s{{0,2}})(?=\S)", re.I)


@cache
def _maker() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(load_words('captions')['makers'])})(?!\w)")
