from lxml import html

from onrecord.articles.mastheads import find_masthead


def page(title: str, *lines: str):
    body = "".join(f"<div>{line}</div>" for line in lines)
    return html.document_fromstring(f"<html><head><title>{title}</title></head><body>{body}</body>")


def test_a_part_of_the_title_that_stands_in_the_masthead_is_the_outlet():
    tree = page("Quay Gazette | Ferry runs again", "Quay Gazette", "Ferry runs again")
    assert find_masthead(tree, "") == "Quay Gazette"


def test_a_copyright_line_with_its_year_names_the_outlet():
    tree = page("Ferry runs again", "Text.", "© 2024 Quay Gazette · Contact")
    assert find_masthead(tree, "") == "Quay Gazette"


def test_a_copyright_line_without_a_year_needs_the_masthead():
    alone = page("Ferry runs again", "Text.", "© Quay Gazette")
    both = page("Ferry runs again", "Quay Gazette", "Text.", "© Quay Gazette")
    assert find_masthead(alone, "") == ""
    assert find_masthead(both, "") == "Quay Gazette"


def test_an_owner_that_is_not_in_the_host_is_no_outlet():
    tree = page("Ferry runs again", "Text.", "© 2024 Harbour Holding Inc.")
    assert find_masthead(tree, "quaygazette.example") == ""


def test_a_headline_that_the_page_repeats_is_no_outlet():
    assert find_masthead(page("Ferry runs again", "Ferry runs again", "Text."), "") == ""


def test_a_name_in_capitals_is_written_as_in_a_sentence():
    tree = page(
        "Ferry runs again", "HARBOUR GAZETTE", "Text.", "Copyright HARBOUR GAZETTE 2024 | Terms"
    )
    assert find_masthead(tree, "") == "Harbour Gazette"
