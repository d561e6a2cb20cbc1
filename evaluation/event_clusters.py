"""Average-link clustering: what is most alike is joined first, until nothing is alike enough.

Source: Sokal and Michener (1958), the unweighted pair group method with arithmetic mean.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def cluster(similarity: NDArray[np.float64], threshold: float) -> list[list[int]]:
    """The numbers 0 … n-1 in clusters joined at a mean ``similarity`` (n × n) ≥ ``threshold``."""
    count = len(similarity)
    if count == 0:
        return []
    mean = similarity.astype(np.float64).copy()
    np.fill_diagonal(mean, -np.inf)
    members = [[number] for number in range(count)]
    while True:
        place = int(np.argmax(mean))
        one, other = divmod(place, count)
        if mean[one, other] < threshold:
            break
        sizes = len(members[one]), len(members[other])
        joined = (sizes[0] * mean[one] + sizes[1] * mean[other]) / sum(sizes)
        mean[one], mean[:, one] = joined, joined
        mean[one, one] = -np.inf
        mean[other], mean[:, other] = -np.inf, -np.inf
        members[one] += members[other]
        members[other] = []
    return [sorted(group) for group in members if group]
