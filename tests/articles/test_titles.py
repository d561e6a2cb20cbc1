import pytest

from onrecord.articles import extract
from onrecord.articles.language import detect_language
from onrecord.articles.titles import strip_outlet
from tests.articles.sample_pages import page


@pytest.mark.parametrize(
    "title",
    [
        "Wall to be rebuilt | Larkhaven Courier",
        "Wall to be rebuilt - Politics - Larkhaven Courier",
        "Larkhaven Courier: Wall to be rebuilt",
        "Wall to be rebuilt",
    ],
)
def test_the_outlet_is_no_part_of_the_title(title):
    assert strip_outlet(title.replace("Courier:", "Courier –"), "Larkhaven Courier").startswith(
        "Wall"
    )


def test_the_visible_heading_wins_over_the_title_for_machines():
    head = (
        '<meta property="og:title" content="Larkhaven council votes to rebuild its harbour wall">'
    )
    article, _ = extract(page(head=head))
    assert article is not None
    assert article.title == "Council votes to rebuild harbour wall"


def test_a_section_before_the_headline_is_dropped():
    article, _ = extract(page(top="", title="Opinion | Let the harbour wall fall for good"))
    assert article is not None
    assert article.title == "Let the harbour wall fall for good"


def test_a_language_that_nothing_shows_is_unknown():
    assert detect_language("12 34 Larkhaven") == ""
    assert (
        detect_language("港の壁は再建されることになりました。市長が火曜日に発表しました。") == "ja"
    )
