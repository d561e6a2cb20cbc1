import time
from datetime import date
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import extract
from onrecord.articles.html_dates import find_page_dates
from onrecord.articles.markup import decode, parse
from onrecord.articles.structured import describe
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


def test_a_morning_that_is_yesterday_in_utc_keeps_the_day_that_readers_see():
    article = read(
        page(
            head=ld(datePublished="2020-01-05T22:03:00.000Z"),
            top='<div class="byline-date">January 6, 2020 - 9:03AM</div>',
        )
    )
    won = article.date("published")
    assert won is not None
    assert won.best == date(2020, 1, 6)


def test_the_next_day_without_the_same_clock_is_no_other_time_zone():
    article = read(
        page(
            head=ld(datePublished="2020-01-05T22:03:00.000Z"),
            top='<div class="byline-date">January 6, 2020 - 11:41AM</div>',
        )
    )
    won = article.date("published")
    assert won is not None
    assert won.best == date(2020, 1, 5)


def test_the_clock_of_the_last_change_tells_the_page_s_time_zone():
    head = ld(datePublished="2020-01-06T02:10:00Z", dateModified="2020-01-06T05:24:30Z")
    top = '<div class="date">Updated 12:24 am EST, Monday, January 6, 2020</div>'
    won = read(page(head=head, top=top)).date("published")
    assert won is not None
    assert won.best == date(2020, 1, 5)
    assert "UTC" in won.reason


def test_a_line_that_says_updated_and_published_gives_both():
    top = "<div class='dates'>Updated: Jan. 7, 2020 | Published: Jan. 5, 2020</div>"
    article = read(page(top=top))
    published, modified = article.date("published"), article.date("modified")
    assert published is not None
    assert modified is not None
    assert (published.best, modified.best) == (date(2020, 1, 5), date(2020, 1, 7))


def test_a_date_in_a_caption_is_not_the_publication():
    top = "<figure><img src='a.jpg'><figcaption>The wall on 3 January 2020</figcaption></figure>"
    assert read(page(top=top)).date("published") is None


def test_a_date_in_a_plain_line_by_the_headline_is_the_publication():
    won = read(page(top="<div>Sun 05.01.2020 | 14:07 | Mara Voss</div>")).date("published")
    assert won is not None
    assert won.best == date(2020, 1, 5)


def test_the_day_in_the_page_s_head_is_that_of_saving():
    one = page(top='<div class="date">5 January 2020</div>')
    head = b"<body><div><div><div><span>Sunday, March 1, 2020</span></div></div></div>"
    article = read(Page("page.html", one.body.replace(b"<body>", head), "html", url=one.url))
    crawled, published = article.date("crawled"), article.date("published")
    assert crawled is not None
    assert published is not None
    assert (crawled.best, published.best) == (date(2020, 3, 1), date(2020, 1, 5))


def test_a_clock_in_the_page_s_head_is_never_the_publication():
    head = b"<body><div><div><div><span>Tue 3 Mar 2020 | 10:41 IST</span></div></div></div>"
    one = page()
    article = read(Page("page.html", one.body.replace(b"<body>", head), "html", url=one.url))
    assert article.date("published") is None
    assert article.date("crawled").best == date(2020, 3, 3)


def test_the_canonical_address_gives_the_day_where_the_page_s_own_is_not_known():
    head = '<link rel="canonical" href="https://courier.example/2020/01/05/harbour-wall/">'
    won = read(page(head=head, url="")).date("published")
    assert (won.best, won.found_by) == (date(2020, 1, 5), "url")


def test_what_readers_are_told_in_words_wins_over_what_machines_are_told():
    head = '<meta property="article:published_time" content="2009-01-01T00:00:00Z">'
    won = read(page(head=head, top="<p>Published: Sunday 5 January 2020</p>")).date("published")
    assert won.best == date(2020, 1, 5)
    assert won.conflict
    assert "2009-01-01" in won.reason


def test_the_day_of_line_and_address_wins_over_a_moved_page_s():
    one = page(
        head=ld(datePublished="2023-03-01"),
        top='<div class="date">5 January 2020</div>',
        url="https://courier.example/2020/01/05/harbour-wall/",
    )
    won = read(one).date("published")
    assert won.best == date(2020, 1, 5)
    assert won.conflict


def test_the_day_of_a_change_that_is_shown_wins_over_nothing():
    head = ld(datePublished="2020-01-05", dateModified="2020-01-09")
    won = read(page(head=head, top="<p>Published: 9 January 2020</p>")).date("published")
    assert won.best == date(2020, 1, 5)


def test_published_may_follow_updated_in_one_plain_line():
    top = "<p>Updated: 7 January 2020 09:40<br>Published: 5 January 2020 16:11</p>"
    article = read(page(top=top))
    assert article.date("published").best == date(2020, 1, 5)
    assert "Updated" not in article.text


def test_an_age_by_the_headline_is_counted_from_the_crawl():
    top = '<div class="meta"><span>3 days ago</span></div>'
    assert read(page(top=top, fetched=date(2020, 1, 8))).date("published").best == date(2020, 1, 5)
    assert read(page(top=top)).date("published") is None


def test_the_page_s_language_tells_the_day_from_the_month():
    top = '<p class="date">01/05/2020</p>'
    assert read(page(top=top, lang="en-GB")).date("published").best == date(2020, 5, 1)
    assert read(page(top=top, lang="en-US")).date("published").best == date(2020, 1, 5)
    assert read(page(top=top, fetched=date(2020, 1, 8))).date("published").best == date(2020, 1, 5)


def test_of_two_days_that_by_the_headline_is_the_page_s():
    teaser = b'<body><div class="top"><time datetime="2020-03-01">1 March</time></div>'
    one = page(top='<p><time datetime="2020-01-05">5 January</time></p>')
    article = read(Page("page.html", one.body.replace(b"<body>", teaser), "html", url=one.url))
    assert article.date("published").best == date(2020, 1, 5)


def test_a_page_that_shows_its_change_alone_came_out_then_or_before():
    published = read(page(top="<p>Last updated: 7 January 2020</p>")).date("published")
    assert published.found_by == "last change"
    assert published.earliest < published.best == published.latest == date(2020, 1, 7)


def test_a_page_cannot_come_out_after_it_was_fetched():
    article, issues = extract(
        page(head=ld(datePublished="2021-06-01"), fetched=date(2020, 2, 2)),
    )
    assert article is not None
    assert article.date("published") is None
    [late] = [one for one in article.dates if one.role == "published"]
    assert late.conflict
    assert "2020-02-02" in late.reason
    assert "conflicting-dates" in [issue.code for issue in issues]


def test_a_day_that_can_be_is_chosen_in_place_of_one_that_cannot():
    head = ld(datePublished="2021-06-01") + '<meta name="pubdate" content="2020-01-05">'
    won = read(page(head=head, fetched=date(2020, 2, 2))).date("published")
    assert won is not None
    assert won.best == date(2020, 1, 5)
    assert won.conflict


def test_a_page_changed_before_it_was_published_contradicts_itself():
    head = ld(datePublished="2020-01-05", dateModified="2019-12-01")
    won = read(page(head=head)).date("published")
    assert won is not None
    assert won.conflict
    assert "2019-12-01" in won.reason


def test_reliable_places_that_disagree_by_days_are_a_conflict_with_both_named():
    url = "https://larkhavencourier.example/2020/01/05/wall"
    article, issues = extract(page(head=ld(datePublished="2020-03-09"), url=url))
    assert article is not None
    won = article.date("published")
    assert won is not None
    assert won.conflict
    assert "2020-03-09 (json-ld:datePublished)" in won.reason
    assert "2020-01-05 (url)" in won.reason
    assert "conflicting-dates" in [issue.code for issue in issues]


def test_places_a_day_apart_are_no_conflict():
    url = "https://larkhavencourier.example/2020/01/05/wall"
    article, issues = extract(page(head=ld(datePublished="2020-01-06T18:00:00Z"), url=url))
    assert article is not None
    assert not any(one.conflict for one in article.dates)
    assert not issues


_METAS = ("article:published_time", "article:modified_time", "date", "dc.date", "revised")
_VALUES = st.one_of(
    st.text(max_size=60),
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:?[0-9]{2})?"),
    st.datetimes().map(str),
    st.integers().map(str),
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(_METAS), _VALUES), max_size=5),
    st.text(max_size=40),
    st.one_of(st.none(), st.dates()),
)
def test_no_meta_element_breaks_the_dates(metas, shown, fetched):
    head = "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in metas)
    top = f"<time datetime='{escape(shown)}'>{escape(shown)}</time>"
    one = page(head=head, top=top, url=f"https://x.example/{shown}", fetched=fetched)
    tree = parse(decode(one.body))
    assert tree is not None
    dates = find_page_dates(tree, describe(tree, one.url), one)
    for role in ("published", "modified", "crawled"):
        assert sum(found.role == role and found.chosen for found in dates) <= 1


@pytest.mark.parametrize("unit", ["2", "2020-", "2020/01/", "1 January ", "12:30 ", "T", "<time>"])
def test_a_megabyte_in_a_date_takes_a_moment(unit):
    value = unit * (1_000_000 // len(unit))
    head = f'<meta name="date" content="{escape(value)}">' + ld(datePublished=value)
    one = page(head=head, top=f'<div class="date">{value}</div>')
    tree = parse(decode(one.body))
    assert tree is not None
    description = describe(tree, one.url)
    start = time.perf_counter()
    find_page_dates(tree, description, one)
    assert time.perf_counter() - start < 5
