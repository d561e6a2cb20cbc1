"""Pages of fictional outlets, put together from the parts that a test speaks about."""

from datetime import date

from onrecord.record import Page

PARAGRAPHS = (
    "The council of Larkhaven voted on Tuesday to rebuild the harbour wall, the mayor said.",
    "The storm of last week had broken the old wall in four places and flooded two streets.",
    "Officials told the Larkhaven Courier that the work would begin in spring and last a year.",
    "Fishermen who lost their boats said that they had not been asked before the vote was held.",
    "The city has set aside nine million crowns for the wall and three million for the streets.",
)


def page(
    *,
    head: str = "",
    top: str = "",
    body: str = "",
    end: str = "",
    title: str = "Council votes to rebuild harbour wall",
    lang: str = "en",
    url: str = "https://www.larkhavencourier.example/news/harbour-wall",
    fetched: date | None = None,
) -> Page:
    """A page with headline and five paragraphs; the parts go where their names say."""
    text = body or "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    html = (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} | Larkhaven'
        f' Courier</title><meta property="og:site_name" content="Larkhaven Courier">{head}</head>'
        f"<body><nav><a href='/'>Home</a><a href='/sport'>Sport</a></nav><article><h1>{title}</h1>"
        f"{top}{text}</article>{end}</body></html>"
    )
    return Page("page.html", html.encode(), "html", url=url, fetched=fetched)
