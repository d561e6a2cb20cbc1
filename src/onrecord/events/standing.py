"""What the text says of an event: that it happened, is planned, thought of, negated, called off.

Invariant: where no rule speaks, an event is actual; a rule that speaks is named.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.record import EventStatus

Hedge = Literal["", "reported", "claimed", "denied"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of an event in its sentence, and the rule that found it.

    ``hedge`` = the words beside it say that it is only reported, claimed or denied; ``presupposed``
    = it is spoken of as known, whatever is said of the rest.
    """

    status: EventStatus = "actual"
    hedge: Hedge = ""
    rule: str = ""
    presupposed: bool = False

    @property
    def marked(self) -> bool:
        """Whether the words say anything but that it happened."""
        return self.status != "actual" or self.hedge != ""


ACTUAL = Standing()
_STATUSES: dict[str, EventStatus] = {
    "planned": "planned",
    "hypothetical": "hypothetical",
    "negated": "negated",
    "abandoned": "abandoned",
}
_HEDGES: dict[str, Hedge] = {"claimed": "claimed", "reported": "reported", "denied": "denied"}


def standing_of(sense: str, rule: str) -> Standing:
    """The standing that one sense of the table gives, named by the rule that applied it."""
    if sense in _STATUSES:
        return Standing(_STATUSES[sense], "", f"{rule}-{sense}")
    return Standing("actual", _HEDGES.get(sense, ""), f"{rule}-{sense}")


def combine(sense: str, own: Standing, *, undone: bool) -> Standing:
    """The standing of what is governed, where the governing word has a standing of its own.

    ``undone`` = with a negation the word says that it was ("failed to prevent").
    """
    rule = f"governor-{sense}"
    if own.status == "actual":
        hedge = own.hedge if sense == "actual" else standing_of(sense, "governor").hedge
        return Standing(standing_of(sense, "governor").status, hedge, rule)
    if sense == "actual":
        return Standing(own.status, own.hedge, f"{rule}/{own.status}")
    if sense in ("negated", "abandoned") and own.status == "negated" and undone:
        return Standing("actual", own.hedge, f"{rule}/negated")
    if sense == "planned":
        open_or_not: EventStatus = "planned" if own.status == "planned" else own.status
        return Standing(open_or_not, "", f"{rule}/{own.status}")
    return Standing("hypothetical", "", f"{rule}/{own.status}")
