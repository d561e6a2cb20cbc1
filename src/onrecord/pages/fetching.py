"""One answer from the web, within limits of time, size and redirects.

Invariant: nothing but http and https is ever asked for, not even after a redirect.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

import httpx

from onrecord.pages.issues import refuse, refuse_large
from onrecord.pages.limits import MAX_PAGE_BYTES, MAX_REDIRECTS, MAX_SECONDS
from onrecord.record import Issue, MediaType

_HEADERS = {
    "User-Agent": "onrecord/0.1",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}

_ADVICE: Mapping[int, str] = {
    401: "it wants a login; save the page from a browser and give the file",
    402: "it is behind a paywall; save the page from a browser and give the file",
    403: "it refuses programs; save the page from a browser and give the file",
    404: "the page is gone or the address is wrong; check it or look in a web archive",
    410: "the page was removed; look in a web archive",
    429: "it was asked too often; wait and try again",
    451: "it is withheld for legal reasons; look in a web archive",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: the bytes, the address that they came from in the end, the day."""

    url: str
    body: bytes
    charset: str
    fetched: date
    hint: MediaType | None


class _Refused(Exception):
    """Carries the issue out of the depth of a fetch."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code, self.message = code, message


class _TooLarge(Exception):
    """The answer went over the limit of size."""


def fetch(url: str, *, seconds: float = MAX_SECONDS) -> Answer | Issue:
    """The answer to ``url``, or an issue, after ``seconds`` at the latest.

    The work is done aside because a name's look-up and a server that drips out its headers byte by
    byte know no total limit of time; what is late is left to end by itself.
    """
    results: list[Answer | Issue] = []
    deadline = time.monotonic() + seconds
    worker = threading.Thread(target=lambda: results.append(_try(url, deadline)), daemon=True)
    worker.start()
    worker.join(seconds)
    return results[0] if results else _refuse_slow(url)


def _try(url: str, deadline: float) -> Answer | Issue:
    try:
        return _follow(url, deadline)
    except _Refused as refusal:
        return refuse(refusal.code, refusal.message, url)
    except _TooLarge:
        return refuse_large(url)
    except httpx.TimeoutException:
        return _refuse_slow(url)
    except httpx.DecodingError:
        return refuse("damaged", "the server's compressed answer is damaged; try again", url)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        words = str(error) or type(error).__name__
        message = f"the server could not be reached ({words}); check the address and the network"
        return refuse("unreachable", message, url)


def _follow(url: str, deadline: float) -> Answer:
    with httpx.Client(headers=_HEADERS, follow_redirects=False) as client:
        for _ in range(MAX_REDIRECTS + 1):
            _check_scheme(url)
            with client.stream("GET", url, timeout=_time_left(deadline)) as response:
                if response.next_request is None:
                    return _receive(response, deadline)
                url = str(response.next_request.url)
    message = f"more than {MAX_REDIRECTS} redirects, probably a loop; open it in a browser"
    raise _Refused("redirects", message)


def _receive(response: httpx.Response, deadline: float) -> Answer:
    status = response.status_code
    if status != 200:
        advice = _ADVICE.get(status, "try again later or save the page from a browser")
        raise _Refused(f"http-{status}", f"the server answered {status}; {advice}")
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > MAX_PAGE_BYTES:
        raise _TooLarge
    parts, size = [], 0
    for part in response.iter_bytes():
        parts.append(part)
        size += len(part)
        if size > MAX_PAGE_BYTES:
            raise _TooLarge
        _time_left(deadline)
    return Answer(
        url=str(response.url),
        body=b"".join(parts),
        charset=response.charset_encoding or "",
        fetched=_tell_day(response.headers.get("Date", "")),
        hint=_read_media_type(response.headers.get("Content-Type", "")),
    )


def _check_scheme(url: str) -> None:
    if not url.lower().startswith(("http://", "https://")):
        scheme = url.partition(":")[0]
        message = f"addresses of the kind {scheme!r} are not read; give http or https, or a file"
        raise _Refused("scheme", message)


def _time_left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpx.ReadTimeout("the time for the whole page is over")
    return left


def _tell_day(header: str) -> date:
    try:
        return parsedate_to_datetime(header).date()
    except (TypeError, ValueError):
        return datetime.now().astimezone().date()


def _read_media_type(header: str) -> MediaType | None:
    name = header.partition(";")[0].strip().lower()
    if name in ("text/html", "application/xhtml+xml"):
        return "html"
    return "text" if name == "text/plain" else None


def _refuse_slow(url: str) -> Issue:
    message = "the page did not arrive in time; try again or save it from a browser"
    return refuse("slow", message, url)
