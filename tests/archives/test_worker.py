"""A worker reads as the rest of the house does, and falls over no page."""

from onrecord.archives.worker import open_desk
from onrecord.reading import read
from onrecord.record import Page, Reading
from tests.pages.conftest import TEXT


def test_the_desk_reads_as_a_single_page_is_read():
    page = Page("a.txt", TEXT * 3, "text")
    desk = open_desk()
    found = desk.read(page)
    assert isinstance(found, Reading)
    assert found == read(page)
    assert found.stamp.encoder[:8] in desk.stamp
