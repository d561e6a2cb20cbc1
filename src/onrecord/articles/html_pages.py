"""One HTML page read into an article.

Invariant: the article's text is the body alone; all else that the page says is in fields beside it.
"""

from __future__ import annotations

from lxml.html import HtmlElement

from onrecord.articles.access import find_access
from onrecord.articles.authors import find_authors
from onrecord.articles.body import Body, find_body
from onrecord.articles.captions import find_captions
from onrecord.articles.date_choice import tell_conflict
from onrecord.articles.datelines import add_dateline
from onrecord.articles.furniture import find_furniture
from onrecord.articles.html_dates import find_copyright_years, find_page_dates
from onrecord.articles.language import find_language
from onrecord.articles.links import find_links
from onrecord.articles.markup import decode, parse
from onrecord.articles.mastheads import find_masthead
from onrecord.articles.outlets import find_outlet, find_wire, host_of, names_of_outlet
from onrecord.articles.page_credits import find_page_credits
from onrecord.articles.structured import Description, describe
from onrecord.articles.titles import find_title
from onrecord.languages import known_languages
from onrecord.record import Article, Furniture, Issue, Page, article_id

STAGE = "articles"
# Pages beyond this are cut before they are parsed, and an issue says so.
MAX_PAGE_BYTES = 30_000_000


def extract_html(page: Page) -> tuple[Article | None, tuple[Issue, ...]]:
    """The article of an HTML page and what could not be read in it."""
    if not page.body.strip():
        return None, (_issue(page, "empty", "the page is empty"),)
    issues: list[Issue] = []
    if len(page.body) > MAX_PAGE_BYTES:
        issues.append(_issue(page, "page-cut", f"only the first {MAX_PAGE_BYTES} bytes are read"))
    html = decode(page.body[:MAX_PAGE_BYTES], page.charset)
    if _is_binary(page.body, html):
        return None, (
            _issue(page, "binary", "this is no HTML but binary data; give the page itself"),
        )
    tree = parse(html)
    if tree is None:
        return None, (_issue(page, "no-markup", "there is no HTML element in the page"),)
    elements = list(tree.iter())  # held, as lxml makes an object anew for each that is not
    article, complete = _read(page, tree)
    del elements
    if not complete:
        issues.append(
            _issue(
                page,
                "page-too-large",
                "the page is too large for the full extractor; only its plain paragraphs are read",
            )
        )
    if not article.text:
        issues.append(_issue(page, "no-article", "no article was found on the page"))
        return None, tuple(issues)
    if conflict := tell_conflict(article.dates):
        issues.append(_issue(page, "conflicting-dates", conflict))
    if article.language and article.language not in known_languages():
        issues.append(
            _issue(
                page,
                "language-not-read",
                f"the readers do not speak {article.language!r} yet; they leave the text unread",
            )
        )
    return article, tuple(issues)


def _read(page: Page, tree: HtmlElement) -> tuple[Article, bool]:
    description = describe(tree, page.url)
    outlet = find_outlet(tree, description, page.url)
    if not outlet or outlet == host_of(f"https://{outlet}"):
        outlet = find_masthead(tree, outlet) or outlet
    title = find_title(tree, description, outlet)
    own = names_of_outlet(outlet, page.url)
    bylines = find_authors(tree, description, own)
    captions = find_captions(tree, description)
    body = find_body(tree, page.url, title, bylines.seen, captions)
    dates = find_page_dates(tree, description, page)
    article = Article(
        id=article_id(page.url, body.text),
        url=page.url or _canonical(description),
        outlet=outlet,
        title=title,
        authors=bylines.authors,
        language=find_language(tree, description, body.text),
        text=body.text,
        dates=add_dateline(dates, body.text, find_copyright_years(tree)),
        blocks=body.blocks,
        furniture=(*body.furniture, *_beside(tree, description, bylines.seen, body)),
        captions=captions,
        links=find_links(tree, body.text, body.blocks, page.url),
        access=find_access(tree, description, body.text),
        wire=find_wire(description, bylines.seen, body.text, outlet),
        credits=find_page_credits(tree, description, page.url, own),
    )
    return article, body.complete


def _beside(
    tree: HtmlElement, description: Description, bylines: tuple[str, ...], body: Body
) -> tuple[Furniture, ...]:
    found = find_furniture(tree, description, bylines)
    return tuple(one for one in found if one.text not in body.text or len(one.text) < 30)


def _canonical(description: Description) -> str:
    return next((content for _, content in description.meta("og:url")), "")


def _is_binary(body: bytes, html: str) -> bool:
    head = body[:4096]
    odd = sum(1 for byte in head if byte < 9 or 13 < byte < 32)
    return "<" not in html[:100_000] or (
        odd > len(head) / 10 and b"\x00" in head and body[:2] not in (b"\xff\xfe", b"\xfe\xff")
    )


def _issue(page: Page, code: str, message: str) -> Issue:
    return Issue(stage=STAGE, code=code, message=message, where=page.where)
