"""What an entity is called: the fullest of the names that the page uses, and how names compare.

Invariant: an entity's name is words of the page, but for the country behind an adjective.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.entities.bodies import match_bodies
from onrecord.entities.lexicon import Lexicon
from onrecord.entities.names import fold_words
from onrecord.entities.persons import bare_person, match_persons
from onrecord.record import Entity, EntityKind, MentionForm

_BRACKETS = str.maketrans("", "", "[]")
_KIN: tuple[frozenset[EntityKind], ...] = (
    frozenset({"person", "group", "unknown"}),
    frozenset({"organisation", "outlet", "facility", "group", "product", "unknown", "place"}),
    frozenset({"document", "product", "unknown", "event"}),
)
"""Kinds that two readers may give to the same one."""


def choose_name(names: Sequence[str], kind: EntityKind, *, country: bool = False) -> str:
    """The fullest of ``names``; of several as full the one used most, then the first.

    A person's first and last name are as full as it gets; of a ``country`` or its government the
    name used most wins, then the first.
    """
    words = [one.translate(_BRACKETS) for one in names]
    written = Counter(words)
    first = {one: number for number, one in reversed([*enumerate(words)])}
    if country:
        return max(written, key=lambda one: (written[one], -first[one]))

    def fullness(one: str) -> tuple[int, int, int]:
        parts = one.split()
        count = min(len(parts), 2) if kind == "person" else len(parts)
        return count, written[one], -first[one]

    return max(written, key=fullness)


def may_be_one(first: EntityKind, second: EntityKind) -> bool:
    """Whether two readers may give these kinds to the same one."""
    return first == second or any(first in kin and second in kin for kin in _KIN)


def match_names(
    first: str, second: str, kind: EntityKind, lexicon: Lexicon, *, near: bool = False
) -> bool:
    """Whether two names may be one's; a last name alone counts where both stand ``near``."""
    one, other = fold_words(first), fold_words(second)
    if not one or not other:
        return False
    if one == other:
        return True
    if kind == "person":
        rule = match_persons(bare_person(one, lexicon), bare_person(other, lexicon), lexicon)
        return bool(rule) and (near or rule not in ("last-name", "given-name"))
    return bool(match_bodies(one, other, lexicon, article=near))


def trim_description(name: str, lexicon: Lexicon) -> str:
    """A description without its article: "the senior docker" is called "senior docker"."""
    found = re.match(r"(\w+)\s+", name)
    if found and found[1].casefold() in lexicon.roles.articles:
        return name[found.end() :]
    return name


def forms_of(entity: Entity) -> tuple[MentionForm, ...]:
    """The form of each mention; a name where the entity does not say."""
    name: MentionForm = "name"
    return entity.forms or (name,) * len(entity.mentions)
