"""How far a run is.

Invariant: rate and time left are of this run alone; what an earlier one read counts for neither.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of this run; ``done`` of ``total`` bytes of archives were read in ``seconds``.

    ``begun`` = the bytes that were done when the run began.
    """

    archive: str
    pages: int
    articles: int
    errors: int
    done: int
    total: int
    begun: int
    seconds: float

    @property
    def rate(self) -> float:
        """Pages a second."""
        return self.pages / self.seconds if self.seconds else 0.0

    @property
    def left(self) -> float | None:
        """Seconds to the end at this rate; None where nothing was read yet."""
        read = self.done - self.begun
        return None if read <= 0 else self.seconds * (self.total - self.done) / read
