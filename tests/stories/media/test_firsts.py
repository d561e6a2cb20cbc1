from dataclasses import replace

from onrecord.record import Reading
from onrecord.stories.media.firsts import date_pages, find_first
from tests.stories.pages import page
from tests.stories.sourced_pages import sourced, tell, took

EARLY = sourced("Tarn Lantern", "The weir is cracked.", day=1)
LATE = sourced("Marsh Weekly", "The weir is cracked, says the board.", day=2)


def test_the_earliest_page_that_asserts_is_first():
    tellings = (tell(LATE, "The weir is cracked"), tell(EARLY, "The weir is cracked"))
    assert find_first(tellings, date_pages((EARLY, LATE), ())) == EARLY.article.id


def test_a_denial_is_not_first():
    tellings = (tell(EARLY, "The weir is cracked", "denies"), tell(LATE, "The weir is cracked"))
    assert find_first(tellings, date_pages((EARLY, LATE), ())) == LATE.article.id


def test_a_page_without_a_date_is_never_first():
    undated = Reading(page("The weir is cracked."), EARLY.stamp)
    tellings = (tell(undated, "The weir is cracked"),)
    assert find_first(tellings, date_pages((undated,), ())) is None


def test_an_update_counts_from_when_it_was_modified():
    made = page(
        "The weir is cracked.", published="2032-05-01T08:00:00Z", modified="2032-05-03T08:00:00Z"
    )
    update = replace(EARLY, article=made, statements=(), entities=())
    dates = date_pages((update, LATE), (took(update, LATE, "update"),))
    assert dates[made.id] > dates[LATE.article.id]
