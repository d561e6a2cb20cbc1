"""The time left is reckoned from what this run has read."""

from onrecord.archives import Progress


def test_what_an_earlier_run_read_makes_this_one_no_faster():
    progress = Progress("a", 60, 50, 0, done=150, total=200, begun=100, seconds=10.0)
    assert progress.rate == 6.0
    assert progress.left == 10.0


def test_before_the_first_record_no_time_is_told():
    assert Progress("a", 0, 0, 0, done=100, total=200, begun=100, seconds=10.0).left is None
