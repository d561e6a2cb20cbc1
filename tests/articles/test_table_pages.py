from pathlib import Path

from onrecord.articles import extract
from onrecord.articles.table_pages import is_laid_out_by_tables, sort_out_lines
from onrecord.pages import open_pages
from onrecord.record import Page

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"


def test_a_page_laid_out_by_tables_keeps_no_menu_in_its_text():
    [page] = open_pages(str(EXAMPLES / "worldscope-talks.html"))
    assert isinstance(page, Page)
    article, _ = extract(page)
    assert article is not None
    assert article.text.startswith("The war in Kestria, now in its eleventh year")
    assert "HOROSCOPE" not in article.text
    assert any("HOROSCOPE" in one.text for one in article.furniture)


def test_an_article_with_one_table_is_not_laid_out_by_tables():
    found = [("paragraph", "The council met on Monday and talked for hours. " * 3)] * 10
    assert not is_laid_out_by_tables([*found, ("table", "Seats 12 14 9")])


def test_lines_without_an_article_are_all_given_back():
    found = [("table", f"Cell {number}") for number in range(12)]
    assert sort_out_lines(found) == (found, ())
