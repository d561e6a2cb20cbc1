"""Reports add up, and tell what read them."""

import pytest

from onrecord.archives import ArchiveError, Report, add_reports
from onrecord.archives.reports import read_report, refuse_other_stamp
from onrecord.record import RecordError, Stamp
from onrecord.record.codec import pack_record, unpack_record

FIRST = Report(records=2, pages=1, kinds=(("request", 1), ("response", 1)), stamp="a")
SECOND = Report(records=1, pages=1, kinds=(("response", 1),), errors=(("x", 1),), stamp="a")


def test_counts_are_added_name_by_name():
    both = add_reports([FIRST, SECOND])
    assert (both.records, both.kinds) == (3, (("request", 1), ("response", 2)))
    assert both.errors == (("x", 1),)
    assert both.stamp == "a"


def test_a_sum_of_different_readers_has_no_stamp():
    assert add_reports([FIRST, Report(stamp="b")]).stamp == ""


def test_a_report_comes_back_from_its_file():
    assert unpack_record(Report, pack_record(SECOND)) == SECOND


def test_an_archive_with_damage_is_not_whole():
    assert FIRST.whole
    assert not any(one.whole for one in (Report(skipped=1), Report(unread=1), Report(broken=1)))


def test_what_differs_between_two_readers_is_named():
    old, new = (pack_record(Stamp("0.1.0", one, "en-1")) for one in ("abc", "def"))
    with pytest.raises(ArchiveError, match=r"\(encoder abc, now def\)"):
        refuse_other_stamp(Report(stamp=old), new)
    refuse_other_stamp(Report(stamp=new), new)


@pytest.mark.parametrize("words", ["", "[]", "{}", '{"articles": 3}', '{"articles": "3"}'])
def test_what_is_no_report_is_refused(words):
    with pytest.raises(RecordError):
        read_report(words)
