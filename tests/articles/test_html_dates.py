from datetime import date

from onrecord.articles import extract
from onrecord.record import Article, Page
from tests.articles.sample_pages import page


def read(one: Page) -> Article:
    article, _ = extract(one)
    assert article is not None
    return article


def ld(**fields: str) -> str:
    inside = ",".join(f'"{name}":"{value}"' for name, value in fields.items())
    return f'<script type="application/ld+json">{{"@type":"NewsArticle",{inside}}}</script>'


def test_the_declared_day_of_publication_wins_over_a_visible_date():
    article = read(
        page(
            head=ld(datePublished="2020-01-05T09:30:00+01:00"),
            top='<div class="date">3 March 2021</div>',
        )
    )
    won = article.date("published")
    assert won is not None
    assert won.best == date(2020, 1, 5)
    assert won.found_by == "json-ld:datePublished"
    assert "2021-03-03" in won.reason


def test_what_lost_is_kept_and_says_why():
    article = read(
        page(head=ld(datePublished="2020-01-05"), top='<div class="date">3 March 2021</div>')
    )
    [lost] = [one for one in article.dates if one.role == "published" and not one.chosen]
    assert lost.best == date(2021, 3, 3)
    assert "less reliable" in lost.reason


def test_modified_and_crawled_are_no_publication():
    article = read(page(head=ld(dateModified="2020-01-07"), fetched=date(2021, 2, 2)))
    modified, crawled = article.date("modified"), article.date("crawled")
    assert modified is not None
    assert modified.best == date(2020, 1, 7)
    assert crawled is not None
    assert crawled.best == date(2021, 2, 2)
    assert article.date("published") is None


def test_the_address_gives_the_day_where_nothing_else_does():
    article = read(page(url="https://larkhavencourier.example/2020/12/22/wall"))
    won = article.date("published")
    assert won is not None
    assert (won.best, won.found_by) == (date(2020, 12, 22), "url")


def test_an_evening_that_is_tomorrow_in_utc_keeps_the_day_that_readers_see():
    article = read(
        page(
            head=ld(datePublished="2020-01-06T02:10:00Z"),
            top='<div class="date">January 5, 2020</div>',
        )
    )
    won = article.date("published")
    assert won is not None
    assert won.best == date(2020, 1, 5)
    assert "UTC" in won.reason
