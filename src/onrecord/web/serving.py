"""A site served to this machine and to no other.

Invariant: nothing listens on any address but 127.0.0.1.
"""

from __future__ import annotations

import socket

import uvicorn

from onrecord.web.application import make_site
from onrecord.web.site import Site

HOST = "127.0.0.1"
WAITING = 128
"""Connections that may wait; a browser opens six at once."""


def bind(port: int) -> socket.socket:
    """A socket on ``port`` of this machine, 0 = any that is free; OSError where it is in use."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        # From here on a browser that is told the address waits instead of being turned away.
        listener.listen(WAITING)
    except BaseException:
        listener.close()
        raise
    return listener


def serve(site: Site, listener: socket.socket) -> None:
    """Answers until it is interrupted."""
    config = uvicorn.Config(
        make_site(site), log_level="warning", access_log=False, server_header=False, lifespan="off"
    )
    uvicorn.Server(config).run(sockets=[listener])
