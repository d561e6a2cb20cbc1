"""The standing of an event that is a noun: its modifiers, its governor, its predicate."""

from __future__ import annotations

from onrecord.events.auxiliaries import read_auxiliaries, read_modal
from onrecord.events.forms import is_finite
from onrecord.events.governors import NOUN_REACH, govern, is_conditional, verb_standing
from onrecord.events.standing import ACTUAL, Standing, combine, standing_of
from onrecord.events.wordings import Wordings
from onrecord.events.words import Sentence

MODIFIERS = 6
"""Words before a noun that may belong to it."""
PREDICATE_REACH = 12
"""Words between a noun and what is said of it ("the strike on the port at dawn was called off")."""
BESIDE = 2
"""Words between a noun and a participle that is said of it ("the talks, scheduled for May")."""
LISTING_REACH = 10
"""Words before "including" among which the governor of a list stands."""
_ENDS = frozenset({",", ";", ":", ".", "!", "?", "“", "”", '"', "(", ")", "—", "–"})


def noun_standing(sentence: Sentence, first: int, end: int, wordings: Wordings) -> Standing:
    """The standing of the noun from word ``first`` to before ``end``."""
    start, modified = _read_modifiers(sentence, first, wordings)
    if modified is not None:
        return modified
    if start and wordings.has("negations", sentence.words[start - 1]):
        return standing_of("negated", "not-a")
    if wordings.presupposing.ending_at(sentence.lemmas, start):
        return Standing(rule="presupposed", presupposed=True)
    if wordings.excluding.ending_at(sentence.lemmas, start):
        return standing_of("negated", "excluding")
    if _has_past_relative(sentence, end, wordings):
        return Standing(rule="relative", presupposed=True)
    said = read_predicate(sentence, end, wordings)
    if said is not None and said.marked:
        return said
    governed = _read_governor(sentence, start, wordings)
    if governed is not None:
        return governed
    if said is not None:
        return said
    if is_conditional(sentence, start, wordings):
        return standing_of("hypothetical", "condition")
    known = wordings.has("definite", sentence.words[start])
    if not known and _has_modal(sentence, start, end, wordings):
        return standing_of("hypothetical", "clause")
    return ACTUAL


def _has_modal(sentence: Sentence, start: int, end: int, wordings: Wordings) -> bool:
    """Whether the verb of the clause is modal: "raids would hurt them", "it may mean raids"."""
    before = range(start - 1, max(-1, start - 1 - PREDICATE_REACH), -1)
    behind = range(end, min(len(sentence), end + PREDICATE_REACH))
    return any(_meets_modal(sentence, places, wordings) for places in (before, behind))


def _meets_modal(sentence: Sentence, places: range, wordings: Wordings) -> bool:
    """Whether a modal comes before another verb or the end of the clause; May is a month."""
    for place in places:
        word = sentence.words[place]
        if read_modal(word, wordings) and not (place and sentence.capitals[place]):
            return True
        if word in _ENDS or wordings.has("boundaries", word):
            return False
        if is_finite(sentence, place, wordings):
            return False
    return False


def _read_modifiers(
    sentence: Sentence, first: int, wordings: Wordings
) -> tuple[int, Standing | None]:
    """Where the noun phrase begins, and the standing that a word in it gives."""
    place = first
    while place > 0 and first - place < MODIFIERS:
        word = sentence.words[place - 1]
        if word in wordings.modifiers:
            return place - 1, standing_of(wordings.modifiers[word], "modifier")
        if word in wordings.hearsay:
            return place - 1, standing_of(wordings.hearsay[word], "hearsay")
        if wordings.has("determiners", word):
            place -= 1
            if not wordings.has("open_determiners", word):
                break
            continue
        if not _may_modify(sentence, place - 1, wordings):
            break
        place -= 1
    return place, None


def _may_modify(sentence: Sentence, at: int, wordings: Wordings) -> bool:
    word = sentence.words[at]
    if not (word.isalnum() or word == "-"):
        return False
    closed = ("prepositions", "boundaries", "auxiliaries", "pronouns", "adverbs", "negations")
    if any(wordings.has(name, word) for name in closed):
        return False
    if wordings.governors.ending_at(sentence.lemmas, at + 1) and not sentence.capitals[at]:
        return False
    return (
        sentence.words[at] == sentence.lemmas[at]
        or sentence.capitals[at]
        or wordings.ends("past", word)
    )


def _has_past_relative(sentence: Sentence, end: int, wordings: Wordings) -> bool:
    """Whether a clause tells what it did: "the strikes that killed"."""
    if end + 1 >= len(sentence) or not wordings.has("relatives", sentence.words[end]):
        return False
    for at in range(end + 1, min(end + 4, len(sentence))):
        word = sentence.words[at]
        if wordings.has("auxiliaries", word) or word != sentence.lemmas[at]:
            return (
                not wordings.ends("plural", word)
                and not verb_standing(sentence, at, wordings).marked
            )
        if not (wordings.has("adverbs", word) or wordings.ends("adverb", word)):
            return False
    return False


def read_predicate(sentence: Sentence, end: int, wordings: Wordings) -> Standing | None:
    """The standing that the next predicate in the clause gives; None where none speaks."""
    at = end
    limit = min(len(sentence), end + PREDICATE_REACH)
    while at < limit:
        word = sentence.words[at]
        if word in _ENDS and not _opens_participle(sentence, at, wordings):
            return None
        if wordings.has("boundaries", word) and not wordings.has("and", word):
            return None
        found = wordings.predicates.starting_at(sentence.lemmas, at)
        if found is not None and _is_predicate(sentence, at, wordings):
            return _predicate_standing(sentence, found, at, wordings, near=at - end <= BESIDE)
        at += 1
    return None


def _opens_participle(sentence: Sentence, at: int, wordings: Wordings) -> bool:
    """Whether a comma is followed by what was planned of it: "the talks, scheduled for May"."""
    if sentence.words[at] != "," or at + 1 >= len(sentence):
        return False
    return wordings.predicates.starting_at(sentence.lemmas, at + 1) is not None


def _is_predicate(sentence: Sentence, at: int, wordings: Wordings) -> bool:
    before = sentence.words[at - 1]
    word = sentence.words[at]
    if wordings.has("determiners", before) or wordings.has("prepositions", before):
        return False
    finite = word != sentence.lemmas[at] or wordings.has("auxiliaries", word)
    return finite or read_auxiliaries(sentence, at, wordings).first < at


def _predicate_standing(
    sentence: Sentence, found: tuple[int, str], at: int, wordings: Wordings, *, near: bool
) -> Standing | None:
    sense = found[1]
    if wordings.has("being", sentence.lemmas[at]) and found[0] == at + 1:
        behind = _next_predicate(sentence, at + 1, wordings)
        if behind is None:
            return None
        at, sense = behind
    own = verb_standing(sentence, at, wordings)
    if sense == "light":
        return Standing(own.status, own.hedge, f"predicate/{own.rule}") if own.marked else ACTUAL
    if not _is_passive(sentence, at, wordings, near=near):
        return None
    return combine(sense, own, undone=False)


def _next_predicate(sentence: Sentence, at: int, wordings: Wordings) -> tuple[int, str] | None:
    """Place and sense of a predicate behind "be", past adverbs: "was abruptly called off"."""
    while at < len(sentence) and (
        wordings.has("adverbs", sentence.words[at])
        or wordings.has("auxiliaries", sentence.words[at])
        or wordings.has("negations", sentence.words[at])
        or wordings.ends("adverb", sentence.words[at])
    ):
        at += 1
    found = wordings.predicates.starting_at(sentence.lemmas, at) if at < len(sentence) else None
    return None if found is None else (at, found[1])


def _is_passive(sentence: Sentence, at: int, wordings: Wordings, *, near: bool) -> bool:
    """Whether the noun suffers the verb: a form of "be" before it, or a participle right behind."""
    own = read_auxiliaries(sentence, at, wordings)
    before = sentence.lemmas[own.first : at]
    word = sentence.words[at]
    if any(wordings.has("being", lemma) for lemma in before):
        return True
    participle = wordings.ends("participle", word) or wordings.has("said_of", word)
    return participle and near


def _read_governor(sentence: Sentence, start: int, wordings: Wordings) -> Standing | None:
    if start == 0:
        return None
    before = sentence.words[start - 1]
    if wordings.has("listing", before):
        return _read_list_governor(sentence, start - 1, wordings)
    if before == ",":
        return None
    if wordings.has("or", before):
        return govern(sentence, start - 1, wordings, reach=NOUN_REACH)
    whole = wordings.governors.ending_at(sentence.lemmas, start)
    if whole is not None:
        return govern(sentence, start, wordings, reach=1)
    if wordings.has("prepositions", before):
        near = not wordings.has("governed", before)
        return govern(sentence, start - 1, wordings, reach=1 if near else NOUN_REACH)
    return govern(sentence, start, wordings, reach=2)


def _read_list_governor(sentence: Sentence, end: int, wordings: Wordings) -> Standing | None:
    """What the list before "including" is of: "offered possible options, including a raid"."""
    for place in range(end, max(0, end - LISTING_REACH), -1):
        found = wordings.governors.ending_at(sentence.lemmas, place)
        if found is not None and found[1] in ("planned", "hypothetical"):
            return standing_of(found[1], "listing")
    return None
