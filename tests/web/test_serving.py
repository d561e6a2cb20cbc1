"""A site served to this machine and to no other."""

from __future__ import annotations

import errno

import pytest

from onrecord.web.serving import HOST, bind


def test_only_this_machine_is_listened_to() -> None:
    with bind(0) as listener:
        assert listener.getsockname()[0] == HOST == "127.0.0.1"


def test_a_port_is_not_taken_twice() -> None:
    with bind(0) as first, pytest.raises(OSError, match="in use") as refused:
        bind(first.getsockname()[1])
    assert refused.value.errno == errno.EADDRINUSE
