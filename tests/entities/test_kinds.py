"""What a name is the name of."""

from __future__ import annotations

import pytest

from evaluation.marked_text import read_marks
from onrecord.entities.kinds import Named, judge_kinds
from onrecord.entities.labels import read_names
from tests.entities.made import LEXICON


def named(marked: str, *, outlet: str = "") -> tuple[Named, ...]:
    text, labels = read_marks(marked)
    return judge_kinds(text, read_names(text, labels.names, LEXICON), LEXICON, outlet=outlet)


def test_the_adjective_of_a_name_is_no_name() -> None:
    found = named("[Kestria/LOC] fell. The [Kestrian/ORG] army ran, a [Kestrel/ORG] pilot said.")
    assert [
        one.span.cut("Kestria fell. The Kestrian army ran, a Kestrel pilot said.") for one in found
    ] == ["Kestria", "Kestrel"]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("[Mirela Danko/PER] left", "person"),
        ("[Tarn/LOC] slept", "place"),
        ("[Tarn International Airport/LOC] shut", "facility"),
        ("the [US Embassy in Tarn/LOC] shut", "facility"),
        ("outside the [Royal Hospital/ORG] they", "facility"),
        ("The [Royal Hospital/ORG] said", "organisation"),
        ("at the [University of Tarn/ORG] they", "organisation"),
        ("the [White House/LOC] said", "organisation"),
        ("outside the [White House/LOC] they", "facility"),
        ("the [European Union/LOC] has", "organisation"),
        ("[Iranians/NORP] queued", "group"),
        ("the [Chinese/NORP] said", "group"),
        ("the [Chinese/NORP] navy", "place"),
        ("[Republicans/NORP] voted", "group"),
        ("the [War of the Dykes/MISC] ended", "event"),
        ("the [Mark IV/PROD] sank", "product"),
        ("the [Dyke Act/MISC] passed", "unknown"),
        ("the [Northern Star/MISC] wrote", "outlet"),
        ("The [Post/PER] said", "outlet"),
        ("[Emily Post/PER] said", "person"),
    ],
)
def test_the_kind_of_a_name(marked: str, kind: str) -> None:
    assert [one.kind for one in named(marked)] == [kind]


def test_an_adjective_of_no_country_is_no_name_of_anybody() -> None:
    assert named("the [Republican/NORP] plan") == ()


def test_the_adjective_of_a_country_knows_its_country() -> None:
    (found,) = named("the [Iranian/NORP] coast")
    assert found.country is not None
    assert (found.country.code, found.adjective) == ("IR", True)
