"""One trigger with all that is told of its event there.

Invariant: the outlet's own word is that of no statement; what stands in a statement is never more
than reported.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.events.auxiliaries import read_auxiliaries
from onrecord.events.dates import find_date, is_timed
from onrecord.events.governors import DEPTH, govern, is_conditional, verb_standing
from onrecord.events.hearsay import read_hearsay
from onrecord.events.noun_standing import noun_standing, read_predicate
from onrecord.events.participants import Roles, find_participants
from onrecord.events.places import find_place
from onrecord.events.scene import Scene
from onrecord.events.standing import Standing, standing_of
from onrecord.events.triggers import Trigger
from onrecord.events.turning import turns_back
from onrecord.events.words import Sentence
from onrecord.record import (
    EventDate,
    EventMention,
    EventPlace,
    Factuality,
    Participant,
    Statement,
)

AGAIN_REACH = 4
"""Words behind a verb among which "again" stands."""
PERFECT = 3.0
NOT_AT_ALL = -1.0
"""The encoder's factuality below which an event that no word marks is taken for negated."""
DOUBTFUL = 0.7
"""The same for hypothetical; set by hand, between the mean of marked and of unmarked events."""
_CLAIMING = frozenset({"claims", "believes", "accuses", "criticises", "denies-not"})
_PLANNING = frozenset({"promises", "threatens", "plans", "decides", "orders"})
_WISHING = frozenset({"asks", "wants", "warns"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What one trigger tells.

    ``timed`` = a time stands by it, its day known or not; ``definite`` = it is spoken of as known;
    ``other`` = it is said to be another event than those before.
    """

    trigger: Trigger
    mention: EventMention
    standing: Standing
    roles: Roles
    date: EventDate | None
    place: EventPlace | None
    timed: bool
    definite: bool
    other: bool

    @property
    def actors(self) -> tuple[Participant, ...]:
        """Who acts, as far as it tells this event from others: a noun's, only by rule."""
        return self.roles.actors if self.trigger.verb or self.roles.told_actors else ()

    @property
    def recipients(self) -> tuple[Participant, ...]:
        """Who suffers, as far as it tells this event from others: a noun's, only by rule."""
        told = self.trigger.verb or self.roles.told_recipients
        return self.roles.recipients if told else ()


def tell(scene: Scene, trigger: Trigger, triggers: tuple[Trigger, ...]) -> Telling:
    """All that the text tells at ``trigger``; ``triggers`` are those of its sentence, or more."""
    standing = read_standing(scene, trigger, triggers)
    around = scene.statements_around(trigger.span)
    inner = around[0] if around else None
    standing = _within(standing, trigger, inner, scene)
    value = PERFECT if trigger.label is None else trigger.label.factuality
    standing = _ask_encoder(standing, value)
    mention = EventMention(
        trigger.span,
        standing.status,
        view_factuality(standing, inner),
        None if inner is None else inner.id,
        value,
        trigger.score,
    )
    roles = find_participants(scene, trigger)
    definite, other = _read_determiner(scene, trigger)
    return Telling(
        trigger,
        mention,
        standing,
        roles,
        find_date(scene, trigger, triggers),
        find_place(scene, trigger, triggers),
        is_timed(scene, trigger, triggers),
        definite,
        other,
    )


def read_standing(scene: Scene, trigger: Trigger, triggers: tuple[Trigger, ...]) -> Standing:
    """The standing of ``trigger`` from the words of its sentence and the next."""
    sentence, wordings = scene.sentences[trigger.sentence], scene.wordings
    if not trigger.verb:
        standing = noun_standing(sentence, trigger.first, trigger.end, wordings)
    elif wordings.ends("gerund", sentence.words[trigger.first]):
        standing = _gerund_standing(scene, trigger)
    else:
        standing = verb_standing(sentence, trigger.first, wordings)
    if not standing.marked and not standing.presupposed and _is_asked(scene, trigger):
        standing = standing_of("hypothetical", "question")
    if standing.status in ("planned", "hypothetical") and turns_back(scene, trigger, triggers):
        return Standing("abandoned", "", f"{standing.rule}+turned-back")
    return standing


def _gerund_standing(scene: Scene, trigger: Trigger) -> Standing:
    sentence, wordings = scene.sentences[trigger.sentence], scene.wordings
    own = verb_standing(sentence, trigger.first, wordings)
    if own.marked or trigger.first == 0:
        if own.marked:
            return own
        return noun_standing(sentence, trigger.first, trigger.end, wordings)
    before = sentence.words[trigger.first - 1]
    if wordings.has("auxiliaries", before):
        return own
    if wordings.excluding.ending_at(sentence.lemmas, trigger.first):
        return standing_of("negated", "excluding")
    if wordings.presupposing.ending_at(sentence.lemmas, trigger.first):
        return Standing(rule="presupposed", presupposed=True)
    end = trigger.first - 1 if wordings.has("prepositions", before) else trigger.first
    if wordings.has("by", before) or (before == "," and trigger.end < len(sentence)):
        return own
    found = govern(sentence, end, wordings, depth=DEPTH)
    if found is not None:
        return found
    if is_conditional(sentence, trigger.first, wordings):
        return standing_of("hypothetical", "condition")
    return read_predicate(sentence, trigger.end, wordings) or own


def _is_asked(scene: Scene, trigger: Trigger) -> bool:
    """Whether the sentence asks whether it was: a question without a question word."""
    sentence, wordings = scene.sentences[trigger.sentence], scene.wordings
    if "?" not in sentence.words[-3:]:
        return False
    opening = [word for word in sentence.words[:3] if word.isalnum()]
    return not any(wordings.has("question_words", word) for word in opening[:1]) and not (
        not trigger.verb and wordings.has("definite", sentence.words[trigger.first - 1])
    )


def _within(
    standing: Standing, trigger: Trigger, inner: Statement | None, scene: Scene
) -> Standing:
    """The standing seen through the stand of the statement that it is told in."""
    if inner is None:
        return standing if standing.hedge else replace(standing, hedge=read_hearsay(scene, trigger))
    if standing.marked or standing.presupposed:
        return standing
    if inner.stance in _PLANNING and not _is_past(scene, trigger):
        return standing_of("planned", f"stance-{inner.stance}")
    if inner.stance in _WISHING and not _is_past(scene, trigger):
        return standing_of("hypothetical", f"stance-{inner.stance}")
    return standing


def _is_past(scene: Scene, trigger: Trigger) -> bool:
    """Whether the trigger is told as past, or as a noun known from before."""
    sentence = scene.sentences[trigger.sentence]
    word = sentence.words[trigger.first]
    if trigger.verb:
        return word != sentence.lemmas[trigger.first] and not (
            scene.wordings.ends("plural", word) or scene.wordings.ends("gerund", word)
        )
    return _read_determiner(scene, trigger)[0]


def _ask_encoder(standing: Standing, value: float) -> Standing:
    """Where no word marks its status, the encoder's doubt decides; where one does, the word."""
    if standing.status != "actual":
        return standing
    if value <= NOT_AT_ALL:
        return standing_of("negated", "encoder")
    if value < DOUBTFUL and not standing.presupposed:
        return standing_of("hypothetical", "encoder")
    return standing


def view_factuality(standing: Standing, inner: Statement | None) -> Factuality:
    """The view over a standing and the statement that it is told in."""
    if standing.status == "abandoned":
        return "backtracked"
    if standing.status != "actual":
        return standing.status
    if standing.hedge == "denied":
        return "denied"
    if inner is not None and inner.stance == "denies" and not standing.presupposed:
        return "denied"
    if standing.hedge == "claimed" or (inner is not None and inner.stance in _CLAIMING):
        return "claimed"
    return "reported" if standing.hedge or inner is not None else "happened"


def _read_determiner(scene: Scene, trigger: Trigger) -> tuple[bool, bool]:
    """Whether the noun is known from before, and whether it is said to be another one."""
    if trigger.verb:
        return False, _is_another_time(scene, trigger)
    sentence, wordings = scene.sentences[trigger.sentence], scene.wordings
    definite = other = False
    for at in range(trigger.first - 1, max(-1, trigger.first - 5), -1):
        word = sentence.words[at]
        if not _may_stand_in_phrase(scene, sentence, at):
            break
        if wordings.has("other", word):
            other = True
        if wordings.has("definite", word):
            definite = True
        if wordings.has("determiners", word):
            break
    return definite, other


def _is_another_time(scene: Scene, trigger: Trigger) -> bool:
    """Whether the verb tells of another time than before: "first spoke", "attacked again"."""
    sentence, wordings = scene.sentences[trigger.sentence], scene.wordings
    own = read_auxiliaries(sentence, trigger.first, wordings)
    beside = (
        *sentence.words[own.first : trigger.first],
        *sentence.words[trigger.end : trigger.end + AGAIN_REACH],
    )
    return any(wordings.has("other_times", word) for word in beside)


def _may_stand_in_phrase(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Whether a word may stand between a determiner and its noun, or is the determiner."""
    word = sentence.words[at]
    if scene.wordings.has("determiners", word):
        return True
    closed = ("prepositions", "auxiliaries", "boundaries", "adverbs")
    if not word.isalnum() or any(scene.wordings.has(name, word) for name in closed):
        return False
    return word == sentence.lemmas[at] or sentence.capitals[at] or scene.wordings.ends("past", word)
