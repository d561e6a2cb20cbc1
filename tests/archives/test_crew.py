"""Workers that do not even start, and those that are killed from outside."""

import os
import signal

import pytest

from onrecord.archives.crew import Crew
from onrecord.archives.failures import ArchiveError
from onrecord.archives.limits import Limits
from onrecord.archives.messages import Line
from onrecord.record import ModelError, Page
from tests.archives.desks import open_broken_desk, open_missing_desk, open_plain_desk


def test_workers_that_never_start_end_the_run():
    with Crew(Limits(), desk=open_broken_desk) as crew, pytest.raises(ArchiveError, match="begun"):
        assert crew.stamp


def test_a_missing_model_ends_the_run_at_once():
    with Crew(Limits(), desk=open_missing_desk) as crew, pytest.raises(ModelError, match="gone"):
        assert crew.stamp


def test_a_page_whose_worker_was_killed_from_outside_is_read_by_the_next():
    with Crew(Limits(), desk=open_plain_desk) as crew:
        assert crew.stamp == "plain"
        (worker,) = crew.workers
        os.kill(worker, signal.SIGKILL)
        crew.give(0, Page("a", b"words", "text"))
        outcomes = []
        while crew.busy:
            outcomes += crew.collect()
        assert crew.workers != (worker,)
    ((number, answer),) = outcomes
    assert number == 0
    assert isinstance(answer, Line)


def test_no_worker_outlives_its_crew():
    with Crew(Limits(), desk=open_plain_desk) as crew:
        assert crew.stamp
        (worker,) = crew.workers
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
