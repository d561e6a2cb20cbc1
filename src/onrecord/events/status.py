"""The status of any word of a text, whether or not it tells of an event that PLOVER knows."""

from __future__ import annotations

from onrecord.events.forms import is_verb
from onrecord.events.scene import make_scene
from onrecord.events.standing import Standing
from onrecord.events.tellings import read_standing
from onrecord.events.triggers import Trigger
from onrecord.record import Article, Span


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
