import pytest

from onrecord.articles import extract
from onrecord.articles.people import is_person, split_people
from tests.articles.sample_pages import page

OWN = frozenset({"larkhavencourier"})


def authors(**parts: str) -> tuple[str, ...]:
    article, _ = extract(page(**parts))
    assert article is not None
    return article.authors


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("By Ada Berg and Tomas Lind", ("Ada Berg", "Tomas Lind")),
        ("By ADA BERG, Staff Writer", ("ADA BERG",)),
        ("Von Ada Berg und Tomas von Lind", ("Ada Berg", "Tomas von Lind")),
        ("Par Zoé Marchais avec AFP", ("Zoé Marchais",)),
        (
            "By Colm T. Varga | cvarga@larkhavencourier.example | Larkhaven Courier",
            ("Colm T. Varga",),
        ),
        ("Ada Berg, Reuters", ("Ada Berg",)),
        ("By The Associated Press", ()),
        ("Larkhaven Courier", ()),
        ("News Desk", ()),
        ("Staff", ()),
        ("Published 3 January 2020", ()),
        ("홍길동 기자", ("홍길동",)),
    ],
)
def test_a_byline_names_its_people_and_nobody_else(byline, people):
    assert split_people(byline, OWN) == people


@pytest.mark.parametrize(
    "name", ["Guest Contributor", "AFP", "larkhaven", "Read More", "Mm-Redaktion"]
)
def test_what_is_no_person_is_none(name):
    assert not is_person(name, OWN)


def test_the_byline_by_the_headline_counts_and_those_of_other_articles_do_not():
    other = '<div class="related"><div class="byline">By Nils Ostrow</div></div>'
    assert authors(top='<div class="byline">By Ada Berg</div>', end=other) == ("Ada Berg",)


def test_a_second_author_in_the_byline_is_not_lost():
    head = (
        '<script type="application/ld+json">'
        '{"@type":"Article","author":{"name":"Ada Berg"}}</script>'
    )
    top = '<p class="byline">By Ada Berg and Tomas Lind, Larkhaven Courier</p>'
    assert authors(head=head, top=top) == ("Ada Berg", "Tomas Lind")


def test_an_organisation_as_author_is_no_author():
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle",'
        '"author":{"@type":"Organization","name":"Harbour Union"}}</script>'
    )
    assert authors(head=head) == ()


def test_the_photographer_is_not_the_author():
    figure = (
        '<figure><img src="a.jpg"><figcaption class="byline">By Nils Ostrow</figcaption></figure>'
    )
    assert authors(top=figure + '<span class="byline">By Ada Berg</span>') == ("Ada Berg",)


def test_a_megabyte_of_names_takes_a_moment():
    assert len(split_people("Ada Berg, " * 100_000, OWN)) <= 1
