"""A page whose HTML is lost, read from its text dump: article lines, furniture, metadata.

Invariant: every block is, character for character, a stretch of the decoded dump.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.captions import is_credit_line, split_credit
from onrecord.articles.date_choice import tell_conflict
from onrecord.articles.datelines import add_dateline
from onrecord.articles.dump_blocks import lay_blocks
from onrecord.articles.dump_dates import dates_of_dump
from onrecord.articles.dump_outlets import find_dump_outlet
from onrecord.articles.language import detect_language
from onrecord.articles.line_choice import choose_lines, is_article
from onrecord.articles.line_features import function_words_of
from onrecord.articles.line_kinds import FURNITURE_KINDS, LineKind, bare, label_lines
from onrecord.articles.line_model import LANGUAGE_SAMPLE, language_of, load_model, score_lines
from onrecord.articles.line_units import Line, divide_lines
from onrecord.articles.markup import decode, tidy
from onrecord.articles.outlets import find_agency, find_wire, names_of_outlet
from onrecord.articles.people import split_people
from onrecord.articles.structured import Description
from onrecord.articles.titles import strip_outlet
from onrecord.articles.years import copyright_years
from onrecord.languages import known_languages
from onrecord.record import Article, Caption, Furniture, Issue, Page, article_id

STAGE = "articles"
# No more of a dump is read: the longest development dump has 2,009 lines and 120,000 characters.
MAX_LINES = 10_000
MAX_BYTES = 30_000_000
MAX_PIECES = 400
MAX_PIECE = 300
# Share of control characters in a dump's first characters from which it is no text.
MAX_ODD_SHARE = 0.02
_ODD_SAMPLE = 8192
Keep = NDArray[np.bool_]


def extract_dump(page: Page) -> tuple[Article | None, tuple[Issue, ...]]:
    """The article of a text dump and what could not be read; None only with an issue."""
    if not page.body.strip():
        return None, (_issue(page, "empty", "the page is empty; give a page with text in it"),)
    if _is_binary(page):
        return None, (_issue(page, "binary", "this is binary data; give the text of the page"),)
    issues: list[Issue] = []
    dump = decode_dump(page)
    if "\ufffd" in dump:
        message = "some bytes are no characters of the page's charset; save the page as UTF-8"
        issues.append(_issue(page, "charset", message))
    lines = divide_lines(dump)
    if len(lines) > MAX_LINES or len(page.body) > MAX_BYTES:
        lines = lines[:MAX_LINES]
        message = f"only the first {MAX_LINES} lines are read; cut the page into its articles"
        issues.append(_issue(page, "page-cut", message))
    scores = score_lines(lines, load_model())
    keep = choose_lines(lines, scores)
    if not is_article(lines, scores, keep):
        message = "no article was found in the dump; give a dump with an article's paragraphs"
        return None, (*issues, _issue(page, "no-article", message))
    labels = label_lines(lines, keep)
    if "body" not in labels:
        message = "the dump holds captions and furniture alone; give one with an article's text"
        return None, (*issues, _issue(page, "no-article", message))
    article = _read(page, dump, lines, labels)
    if conflict := tell_conflict(article.dates):
        issues.append(_issue(page, "conflicting-dates", conflict))
    if article.language and article.language not in known_languages():
        message = (
            f"the article is in {article.language!r}; the readers do not speak it yet, only the "
            "article itself is read"
        )
        issues.append(_issue(page, "language-not-read", message))
    return article, tuple(issues)


def decode_dump(page: Page) -> str:
    """The dump's characters: what all origins of blocks count in."""
    return decode(page.body[:MAX_BYTES], page.charset)


def kept_line_numbers(page: Page) -> tuple[int, ...]:
    """The numbers, from 0, of the dump's lines that are the article's."""
    lines = divide_lines(decode_dump(page))[:MAX_LINES]
    labels = label_lines(lines, choose_lines(lines, score_lines(lines, load_model())))
    return tuple(
        number
        for line, label in zip(lines, labels, strict=True)
        if label == "body"
        for number in range(line.number, line.last + 1)
    )


def _read(page: Page, dump: str, lines: tuple[Line, ...], labels: list[LineKind]) -> Article:
    function_words = function_words_of(language_of(lines))
    text, blocks = lay_blocks(dump, lines, labels, function_words)
    pairs = tuple(zip(lines, labels, strict=True))
    headlines = [tidy(bare(line.text)) for line, kind in pairs if kind == "headline"]
    headline = headlines[-1] if headlines else ""
    outlet = find_dump_outlet(lines, labels, headline)
    own = names_of_outlet(outlet, page.url)
    bylines = [line.text for line, kind in pairs if kind == "byline"]
    agencies = [line.text for line, kind in pairs[: labels.index("body")] if find_agency(line.text)]
    authors = tuple(dict.fromkeys(name for one in bylines for name in split_people(one, own)))
    nothing = Description(metas={}, nodes=(), articles=(), ids={})
    dates = dates_of_dump(page, lines, labels)
    return Article(
        id=article_id(page.url, text),
        url=page.url,
        outlet=outlet,
        title=strip_outlet(headline, outlet),
        authors=authors,
        language=detect_language(text[:LANGUAGE_SAMPLE]),
        text=text,
        dates=add_dateline(dates, text, copyright_years(dump)),
        blocks=blocks,
        furniture=_furniture(lines, labels),
        captions=_captions(lines, labels),
        wire=find_wire(nothing, (*bylines, *agencies), text, outlet),
    )


def _furniture(lines: tuple[Line, ...], labels: list[LineKind]) -> tuple[Furniture, ...]:
    """The labelled pieces, each once, in the order of the dump."""
    kept: dict[tuple[str, str], Furniture] = {}
    for line, label in zip(lines, labels, strict=True):
        if label in FURNITURE_KINDS and len(kept) < MAX_PIECES:
            kind = FURNITURE_KINDS[label]
            text = tidy(bare(line.text))[:MAX_PIECE]
            if text:
                kept.setdefault((kind, text), Furniture(kind, text))
    return tuple(kept.values())


def _captions(lines: tuple[Line, ...], labels: list[LineKind]) -> tuple[Caption, ...]:
    """Each caption once, with its own credit or that of the line beside it."""
    found: dict[str, str] = {}
    used: set[int] = set()
    for at, label in enumerate(labels):
        if label != "caption":
            continue
        text, credit = split_credit(tidy(bare(lines[at].text)))
        if not text:
            continue
        for beside in (at + 1, at - 1):
            if not credit and 0 <= beside < len(labels) and labels[beside] == "credit":
                credit = _credit(lines[beside].text)
                used.add(beside)
        found[text] = found.get(text) or credit
    alone = [
        _credit(line.text)
        for at, (line, label) in enumerate(zip(lines, labels, strict=True))
        if label == "credit" and at not in used and is_credit_line(line.text)
    ]
    captions = [Caption(text, credit) for text, credit in found.items()]
    known = {one.credit for one in captions}
    captions += [Caption("", credit) for credit in dict.fromkeys(alone) if credit not in known]
    return tuple(captions)


def _credit(text: str) -> str:
    return split_credit(tidy(text))[1] or tidy(text)


def _is_binary(page: Page) -> bool:
    head = page.body[:_ODD_SAMPLE]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    odd = sum(1 for byte in head if byte < 9 or 13 < byte < 27 or 27 < byte < 32)
    return odd > MAX_ODD_SHARE * len(head)


def _issue(page: Page, code: str, message: str) -> Issue:
    return Issue(stage=STAGE, code=code, message=message, where=page.where)
