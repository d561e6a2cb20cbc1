"""A corpus and a trace made by hand, of pages of our own writing, for the tests of their faces.

Seven pages: the Tidewater Post has it from engineers and a letter, Coast Radio from engineers of
its own, Daily Quay relays the Post, Quay Now relays Daily Quay vaguely, the Morning Slip copied
the Post and has no date, the harbour office denies it, and the Post takes Quay Now for a second
source.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.record import (
    Circle,
    Claim,
    Contradiction,
    Corpus,
    CountingStep,
    Derivation,
    Independence,
    Reading,
    Side,
    SourceChain,
    SourceLink,
    Span,
    Stamp,
    Statement,
    Story,
    Telling,
    Trace,
    UltimateSource,
)
from tests.stories.pages import page

STAMP = Stamp("0", "none", "en")
CLAIM = "The harbour wall was cracked before the storm."
TEXTS = {
    "post": "The harbour wall was cracked months before the storm, two engineers told the Post. "
    "A letter seen by the Post says the same.",
    "radio": "The wall had cracks before the storm came, engineers have told Coast Radio.",
    "quay": "The harbour wall was cracked before the storm, the Tidewater Post reported.",
    "now": "Shock: the wall was cracked all along, a newspaper says.",
    "slip": "The harbour wall was cracked months before the storm, two engineers said.",
    "office": "The harbour office rejected a report of the Tidewater Post that the wall was "
    "cracked. “The wall was sound,” harbour master Ole Brandt said.",
    "again": "A second outlet confirms that the harbour wall was cracked before the storm.",
}
HEADS = {
    "post": ("Tidewater Post", "2031-03-14T05:30:00+01:00", "Harbour wall was cracked"),
    "radio": ("Coast Radio", "2031-03-14T16:00:00+00:00", "Cracks in wall, say engineers"),
    "quay": ("Daily Quay", "2031-03-14T18:00:00+00:00", "Wall cracked: report"),
    "now": ("Quay Now", "2031-03-15", "SHOCK over wall"),
    "slip": ("Morning Slip", "", "Wall was cracked"),
    "office": ("Harbour News", "2031-03-15T09:00:00+00:00", "Office rejects report"),
    "again": ("Tidewater Post", "2031-03-16T06:00:00+00:00", "Second outlet confirms cracks"),
}


def make_readings() -> dict[str, Reading]:
    """Each page's reading by its short name."""
    readings = {}
    for name, (outlet, published, title) in HEADS.items():
        url = f"https://{name}.example/wall"
        article = page(TEXTS[name], url=url, outlet=outlet, published=published)
        readings[name] = Reading(replace(article, title=title), STAMP)
    post = readings["post"]
    hands = (SourceLink("Tidewater Post", "outlet"), SourceLink("two engineers", "group", True))
    statement = Statement("s1", "indirect", (find("post", "The harbour wall was cracked"),), None,
                          None, SourceChain(hands), "states")  # fmt: skip
    readings["post"] = replace(post, statements=(statement,))
    return readings


def find(name: str, words: str) -> Span:
    """The span of ``words`` in a page's text."""
    start = TEXTS[name].index(words)
    return Span(start, start + len(words))


READINGS = make_readings()
IDS = {name: reading.article.id for name, reading in READINGS.items()}
PLACES = {IDS[name]: f"pages/{name}.html" for name in IDS}
ENGINEERS = UltimateSource(
    "u1", "two engineers", "group", True,
    tuple(IDS[one] for one in ("post", "quay", "now", "slip", "office", "again")),
    ("two engineers", "the engineers"), "Tidewater Post",
)  # fmt: skip
LETTER = UltimateSource(
    "u2", "a letter of the harbour office", "document", False, (IDS["post"],), (), "Tidewater Post"
)
OTHERS = UltimateSource(
    "u3", "engineers", "group", True, (IDS["radio"],), ("engineers",), "Coast Radio"
)
BRANDT = UltimateSource("u4", "Ole Brandt", "person", False, (IDS["office"],), ("Ole Brandt",))
RIVAL = Claim(
    "r1", "The wall had two cracks.",
    (Telling(IDS["radio"], "asserts", (find("radio", "The wall had cracks"),), None, 0.7),),
    (OTHERS,), (), Independence(1, 1, (CountingStep("R4", ("u3",), 1, 1, "engineers"),)),
    IDS["radio"],
)  # fmt: skip


def tell(name: str, words: str, side: Side = "asserts", statement: str | None = None) -> Telling:
    """A telling of ``words``."""
    return Telling(IDS[name], side, (find(name, words),), statement, 0.9, "the same words")


def take(child: str, parent: str, kind: str, credited: str, words: str = "") -> Derivation:
    """A taking, shown by ``words`` of the child."""
    spans = (find(child, words),) if words else ()
    reason = "it cites that outlet" if words else "91 % of its words stand there"
    return Derivation(IDS[child], IDS[parent], kind, credited, "rule", reason, spans)  # type: ignore[arg-type]


DERIVATIONS = (
    take("quay", "post", "relay", "named", "the Tidewater Post reported"),
    take("now", "quay", "relay", "vague", "a newspaper says"),
    take("slip", "post", "copy", "none"),
    take("office", "post", "relay", "named", "a report of the Tidewater Post"),
    take("again", "now", "relay", "vague", "A second outlet"),
    take("again", "post", "followup", "none"),
)
CIRCLE = Circle(tuple(IDS[one] for one in ("post", "quay", "now", "again")), "by their credits")


def make_corpus() -> Corpus:
    """All seven pages in one story."""
    kinds = {"post": "original", "radio": "original", "quay": "relay", "now": "relay",
             "slip": "syndicated", "office": "original", "again": "followup"}  # fmt: skip
    return Corpus(
        tuple(READINGS.values()),
        stories=(Story("t1", tuple(IDS.values())),),
        derivations=DERIVATIONS,
        kinds=tuple((IDS[name], kind) for name, kind in kinds.items()),  # type: ignore[misc]
        circles=(CIRCLE,),
    )


def make_trace() -> Trace:
    """Who stands behind the claim: one group or two, and a letter."""
    tellings = (
        tell("post", "The harbour wall was cracked", statement="s1"),
        tell("radio", "The wall had cracks before the storm"),
        tell("quay", "The harbour wall was cracked before the storm"),
        tell("now", "the wall was cracked all along"),
        tell("slip", "The harbour wall was cracked months before the storm"),
        tell("office", "the wall was cracked"),
        tell("again", "the harbour wall was cracked before the storm"),
        tell("office", "The wall was sound", "denies"),
    )
    why = (
        CountingStep("R4", ("u1",), 1, 1, "two engineers: not named, first had by the Post"),
        CountingStep("R5", ("u2",), 1, 1, "the letter is a document"),
        CountingStep("R4", ("u3", "u1"), 0, 1, "engineers may be the same people"),
    )
    claim = Claim(
        "c1", CLAIM, tellings, (ENGINEERS, LETTER, OTHERS), (BRANDT,), Independence(2, 3, why),
        IDS["post"], "t1",
    )  # fmt: skip
    contradictions = (Contradiction("c1", "r1", "number", "both cannot be"),)
    return Trace(claim, DERIVATIONS, (CIRCLE,), contradictions, (RIVAL,))
