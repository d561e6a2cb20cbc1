"""The workers of one machine, watched: who hangs or dies is replaced, and its page accounted for.

Invariant: every page that is given ends in exactly one outcome.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from onrecord.archives.failures import ArchiveError
from onrecord.archives.limits import Limits
from onrecord.archives.messages import (
    Line,
    NoModel,
    OutOfMemory,
    Ready,
    pack_page,
    unpack_answer,
)
from onrecord.archives.worker import Desk, open_desk, serve
from onrecord.record import Issue, ModelError, Page

ATTEMPTS = 2
"""Workers that may die of one page. The second is fresh, so that no page is blamed for what the
pages before it left behind."""
ATTEMPTS_KILLED = 5
"""The same where each was killed from outside: by a person, or by a system short of memory."""
STARTS = 3
"""Workers that may die in a row before they have loaded the model."""
SECONDS_TO_START = 300.0
SECONDS_TO_END = 5.0


@dataclass(slots=True)
class _Job:
    number: int
    where: str
    message: bytes
    deaths: int = 0
    killed: int = 0


@dataclass(slots=True)
class _Post:
    """One place in the crew, whoever fills it; ``since`` is when it began what it does."""

    process: SpawnProcess
    connection: Connection
    since: float
    ready: bool = False
    job: _Job | None = None


Outcome = tuple[int, Line | Issue]
"""The number of a page, and its reading or why there is none."""


class Crew:
    """Holds the worker processes; they are started at once and end with the ``with`` block."""

    def __init__(self, limits: Limits, *, desk: Callable[[], Desk] = open_desk) -> None:
        """Start the workers, each of which opens ``desk``, a function at the top of a module."""
        self._limits = limits
        self._desk = desk
        self._context = multiprocessing.get_context("spawn")
        self._failed_starts = 0
        self._stamp = ""
        self._posts = [self._fill() for _ in range(limits.workers)]

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for post in self._posts:
            post.process.kill()
            post.connection.close()
        for post in self._posts:
            post.process.join(SECONDS_TO_END)

    @property
    def stamp(self) -> str:
        """What the workers read with. Waits for the first; raises ModelError, ArchiveError."""
        while not self._stamp:
            self.collect()
        return self._stamp

    @property
    def workers(self) -> tuple[int, ...]:
        """The ids of the workers' processes."""
        return tuple(post.process.pid or 0 for post in self._posts)

    @property
    def busy(self) -> bool:
        """Whether a page is still with a worker."""
        return any(post.job is not None for post in self._posts)

    @property
    def free(self) -> bool:
        """Whether a page can be given."""
        return any(post.ready and post.job is None for post in self._posts)

    def give(self, number: int, page: Page) -> None:
        """Hands the page to a free worker."""
        post = next(one for one in self._posts if one.ready and one.job is None)
        post.job = _Job(number, page.where, pack_page(page))
        self._send(post)

    def collect(self) -> list[Outcome]:
        """Waits until something happens; the outcomes that came of it, of which there may be none.

        Raises ModelError where the model cannot be loaded, ArchiveError where no worker starts.
        """
        now = time.monotonic()
        ends = [self._deadline(post) for post in self._posts if post.job or not post.ready]
        patience = max(0.0, min(ends) - now) if ends else None
        by_connection = {post.connection: post for post in self._posts}
        said = wait(list(by_connection), patience)
        outcomes = [self._listen(post) for one, post in by_connection.items() if one in said]
        now = time.monotonic()
        for post in self._posts:
            if (post.job or not post.ready) and now >= self._deadline(post):
                post.process.kill()
                outcomes.append(self._replace(post, hung=True))
        return [one for one in outcomes if one is not None]

    def drop_pages(self) -> None:
        """Forgets the pages that are with workers: nobody waits for them any more."""
        for post in self._posts:
            if post.job is not None:
                post.job = None
                post.process.kill()
                self._replace(post)

    def _listen(self, post: _Post) -> Outcome | None:
        try:
            answer = unpack_answer(post.connection.recv_bytes())
        except (EOFError, OSError):
            return self._replace(post)
        if isinstance(answer, NoModel):
            raise ModelError(answer.why)
        if isinstance(answer, Ready):
            self._stamp = answer.stamp
            self._failed_starts = 0
            post.ready = True
            if post.job is not None:
                self._send(post)
            return None
        if isinstance(answer, OutOfMemory):
            post.process.kill()
            return self._replace(post, greedy=True)
        job, post.job = post.job, None
        return None if job is None else (job.number, answer)

    def _replace(self, post: _Post, *, hung: bool = False, greedy: bool = False) -> Outcome | None:
        """Puts a new worker in the place of one that is dead or being killed."""
        post.process.join(SECONDS_TO_END)
        post.connection.close()
        code = post.process.exitcode or 0
        if not post.ready:
            self._count_failed_start(code)
        outcome = None
        if post.ready and post.job is not None:
            hung = hung or code == -signal.SIGXCPU
            outcome = self._blame(post.job, code, hung=hung, greedy=greedy)
        fresh = self._fill()
        post.process, post.connection, post.since = fresh.process, fresh.connection, fresh.since
        post.ready = False
        if outcome is not None:
            post.job = None
        return outcome

    def _blame(self, job: _Job, code: int, *, hung: bool, greedy: bool) -> Outcome | None:
        """Why the page cannot be read; None where another worker is to try."""
        if hung:
            words = f"reading it takes more than {self._limits.seconds} seconds: read it by itself"
            return job.number, Issue("archives", "too-slow", words, where=job.where)
        # With 0 a worker leaves that holds too much memory, be it as the page comes in.
        if code in (0, -signal.SIGKILL) and not greedy:
            job.killed += 1
        else:
            job.deaths += 1
        if job.deaths < ATTEMPTS and job.killed < ATTEMPTS_KILLED:
            return None
        if greedy:
            words = f"reading it takes more than {self._limits.megabytes} MB: read it by itself"
            return job.number, Issue("archives", "too-much-memory", words, where=job.where)
        words = f"reading it ended the worker ({_name_end(code)}): please report the page"
        return job.number, Issue("archives", "worker-died", words, where=job.where)

    def _send(self, post: _Post) -> None:
        assert post.job is not None
        post.since = time.monotonic()
        try:
            post.connection.send_bytes(post.job.message)
        except OSError:
            # It died before it was given anything, which its closed pipe tells at the next turn.
            return

    def _fill(self) -> _Post:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=serve, args=(theirs, self._desk, self._limits), daemon=True
        )
        process.start()
        theirs.close()
        return _Post(process, ours, time.monotonic())

    def _deadline(self, post: _Post) -> float:
        patience = self._limits.seconds * self._limits.patience
        return post.since + (patience if post.ready else SECONDS_TO_START)

    def _count_failed_start(self, code: int) -> None:
        self._failed_starts += 1
        if self._failed_starts >= STARTS * self._limits.workers:
            raise ArchiveError(
                f"the workers end before they have begun ({_name_end(code)}): "
                "check that there is memory for them, or ask for fewer"
            )


def _name_end(code: int) -> str:
    if code >= 0:
        return f"status {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
