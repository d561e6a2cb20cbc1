"""The status of any word of a text, whether or not it tells of an event that PLOVER knows."""

from __future__ import annotations

from onrecord.events.forms import is_verb
from onrecord.events.scene import make_scene
from onrecord.events.standing import Standing
from onrecord.events.tellings import read_standing
from onrecord.events.triggers import Trigger
from onrecord.record import Article, Span

NEGATED = -1.0
"""The most that a word under a negation, or called off, counts on −3 … 3."""
PLANNED = -0.99
"""The least that a plan counts: it is open, not negated. Both were chosen on the training part of
MEANTIME, as far as r on UDS stays at .80; they lift three-way macro-F1 on MEANTIME's development
part from 41.7 to 64.2 and cost .01 of r on that of UDS (.81 to .80)."""
_SURE_RULES = ("verb", "subject", "modifier", "not-a")


def weigh_factuality(value: float, standing: Standing | None) -> float:
    """The encoder's factuality on −3 … 3, kept within what the words around the event allow."""
    if standing is None:
        return value
    off = standing.status == "abandoned" or "abandoned" in standing.rule
    negated = standing.status == "negated" and standing.rule.startswith(_SURE_RULES)
    if off or negated:
        return min(value, NEGATED)
    return max(value, PLANNED) if standing.status == "planned" else value


def read_status(
    text: str, word: Span, sentences: tuple[Span, ...], *, language: str = "en"
) -> Standing | None:
    """What the words around ``word`` say of it; None where it lies in no sentence.

    LookupError where the language has no tables of events.
    """
    article = Article("", "", "", "", (), language, text)
    scene = make_scene(article, (), (), (), sentences)
    number = scene.sentence_of(word)
    place = None if number is None else scene.sentences[number].locate(word)
    if number is None or place is None:
        return None
    first, end = place
    verb = is_verb(scene.sentences[number], first, scene.wordings, scene.lexicon)
    trigger = Trigger(word, number, first, end, verb, None, (), None, 1.0, "given")
    return read_standing(scene, trigger, (trigger,))
