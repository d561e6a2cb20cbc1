from datetime import date

from onrecord.articles.datelines import add_dateline, find_dateline
from onrecord.record import DateOfRecord

LORNE = "LORNE, Oct. 8 (Meridian Press) - Voters said no to the law, officials said on Monday."


def dated(role, day, found_by="date line"):
    return DateOfRecord(role, day, day, day, day.isoformat(), found_by, "a reason", chosen=True)


def test_a_dateline_with_its_year_names_its_day():
    found = find_dateline(
        "TARN, Feb. 16, 2010 (Meridian Press) — Snow has cut off eleven villages."
    )
    assert found is not None
    assert (found.role, found.best) == ("dateline", date(2010, 2, 16))


def test_a_dateline_without_a_year_names_no_day_where_nothing_fixes_it():
    assert add_dateline((), LORNE) == ()


def test_a_dateline_is_of_the_year_that_puts_it_near_the_publication():
    published = dated("published", date(2018, 10, 9))
    first, dateline = add_dateline((published,), LORNE)
    assert first is published
    assert dateline.best == date(2018, 10, 8)


def test_a_dateline_is_the_publication_where_the_page_tells_no_other():
    published, dateline = add_dateline((), LORNE, frozenset({2018}))
    assert (published.role, dateline.role) == ("published", "dateline")
    assert published.best == date(2018, 10, 8)
    assert "copyright" in published.reason


def test_a_dateline_is_nearer_to_the_publication_than_the_last_change():
    changed = date(2018, 10, 11)
    given = (dated("published", changed, "last change"), dated("modified", changed))
    published = next(one for one in add_dateline(given, LORNE) if one.role == "published")
    assert published.best == date(2018, 10, 8)
