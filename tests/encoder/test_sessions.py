"""A graph that gets no memory says so as Python does."""

import pytest

from onrecord.encoder.sessions import run_graph


class BrokenSession:
    """A session whose library complains in these words."""

    def __init__(self, words):
        self._words = words

    def run(self, _outputs, _inputs):
        raise RuntimeError(self._words)


def test_memory_that_the_library_did_not_get_is_a_memory_error():
    session = BrokenSession("Non-zero status code in node Gelu_0 Status Message: std::bad_alloc")
    with pytest.raises(MemoryError):
        run_graph(session, ["words"], {})


def test_any_other_fault_of_the_library_stays_what_it_is():
    with pytest.raises(RuntimeError, match="no such input"):
        run_graph(BrokenSession("no such input"), ["words"], {})
