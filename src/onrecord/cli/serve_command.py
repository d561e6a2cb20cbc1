"""``onrecord serve``: the record on pages in a browser of this machine.

Invariant: what stands in the way is told before anything is served.
"""

from __future__ import annotations

import errno
import getpass
import os
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from onrecord.cli.serve_arguments import ServeArguments
from onrecord.cli.terminal import complain, print_aside, speak_unicode
from onrecord.painting.wording import phrase
from onrecord.record import RecordError
from onrecord.store import open_record

if TYPE_CHECKING:
    from onrecord.web.site import Embed


def run_serve(arguments: ServeArguments) -> int:
    """Serves until it is interrupted; 1 where the record or the port cannot be had."""
    speak_unicode(json=False)
    try:
        # What draws the pages is an extra; all else works without it.
        from onrecord.web.serving import HOST, bind, serve
        from onrecord.web.site import Site
    except ModuleNotFoundError as error:
        return complain("serve", phrase("serve", "not_installed", module=error.name))
    record = arguments.record
    if not record.is_file():
        return complain(str(record), phrase("serve", "missing"))
    writable = _can_write(record)
    try:
        with open_record(record, write=writable) as opened:
            listener = bind(arguments.port)
            port = listener.getsockname()[1]
            print(phrase("serve", "ready", address=f"http://{HOST}:{port}/"), flush=True)
            if not writable:
                complain(str(record), phrase("serve", "read_only"))
            serve(Site(opened, _name_user(), writable, _make_embed()), listener)
    except RecordError as error:
        print_aside(str(error))
        return 1
    except OSError as error:
        key = "port_taken" if error.errno == errno.EADDRINUSE else "port_refused"
        return complain(f"{HOST}:{arguments.port}", phrase("serve", key, why=error.strerror))
    return 0


def _make_embed() -> Embed:
    """What gives a query its meaning; the model is loaded when it is first asked, by one of all."""
    from onrecord.web.site import Meaning

    turn = Lock()

    def embed(query: str) -> Meaning:
        from onrecord.encoder import load_encoder

        with turn:
            encoder = load_encoder()
        (vector,) = encoder.embed((query,))
        return Meaning(vector, encoder.digest)

    return embed


def _can_write(record: Path) -> bool:
    """Whether corrections can be kept; without that the record is shown all the same."""
    return os.access(record, os.W_OK) and os.access(record.parent, os.W_OK)


def _name_user() -> str:
    """Who signs corrections until another name is typed; "" where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
