"""The encoder's labels read as names: mended, found again elsewhere, with one label for each.

Invariant: no two names share a character.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.encoder import NameLabel
from onrecord.entities.lexicon import Lexicon
from onrecord.entities.listed import find_listed
from onrecord.entities.mending import join_parts, mend_name, split_joined, whole_body
from onrecord.entities.names import POSSESSIVE, TOKEN, Name
from onrecord.record import Span

LEAST, LEAST_CAPITALISED = 0.35, 0.25
"""Mean probability of a name's label below which it is none: of all names, and of those that their
capitals show. Of 12 pairs the best on politics-dev (F1 79.1 of 3,482) and within 0.4 points of the
best on uner-ewt-dev (71.3 of 966); with capitals left aside 0.3 was the best there, 71.6."""
_REPEATABLE = 3
"""Letters that a lone word has at least to be taken for a name wherever it stands; not tuned."""
_SURE = 0.6
"""Probability that it has at least, too; 0.8 costs 0.2 points on uner-ewt-dev."""


def read_names(
    text: str, labels: Iterable[NameLabel], lexicon: Lexicon, *, outlet: str = ""
) -> tuple[Name, ...]:
    """The names of ``labels`` in the order of the text, mended, no two on the same words.

    What is written like a name that the encoder found is one too, wherever it stands, and so are
    bodies, media and countries that everybody knows, and ``outlet``, the page's own.
    """
    found: list[Name] = []
    sure = (label for label in labels if _is_sure(text, label))
    for label in split_joined(join_parts(sure, text, lexicon), text, lexicon):
        name = mend_name(text, label, lexicon)
        before = found[-1].span.end if found else 0
        if name is not None and name.span.start >= before:
            found.append(whole_body(text, name, before, lexicon))
    listed = find_listed(text, tuple(found), lexicon, outlet=outlet)
    found = sorted([*found, *listed], key=lambda one: one.span)
    found = [*found, *_find_repeats(text, found, lexicon)]
    return _settle_labels(tuple(sorted(found, key=lambda one: one.span)), lexicon)


def _is_sure(text: str, label: NameLabel) -> bool:
    shown = label.score >= LEAST_CAPITALISED and is_capitalised(text, label.span)
    return shown or label.score >= LEAST


def is_capitalised(text: str, span: Span) -> bool:
    """Whether capitals alone show a name: of all large words, and not those of a sentence."""
    tokens = TOKEN.findall(span.cut(text))
    large = [one for one in tokens if one[0].isupper() or one[0].isdigit()]
    before = text[max(0, span.start - 3) : span.start].rstrip()
    begins = not before or before[-1] in '.!?:\n“"' or text[span.start - 1] == "\n"
    shouting = span.cut(text).isupper() and len(span) > 6
    return (
        bool(tokens)
        and len(large) == len(tokens)
        and not shouting
        and (len(tokens) > 1 or not begins)
    )


def _find_repeats(text: str, names: list[Name], lexicon: Lexicon) -> Iterator[Name]:
    """The places where the words of a name stand again and the encoder saw none."""
    taken = bytearray(len(text) + 1)
    for name in names:
        taken[name.span.start : name.span.end] = b"\1" * len(name.span)
    known: dict[str, Name] = {}
    for name in names:
        words = name.span.cut(text)
        if _can_repeat(words, name, lexicon):
            known.setdefault(words, name)
        last = words.split()[-1]
        if name.label == "PER" and last != words and _can_repeat(last, name, lexicon):
            known.setdefault(last, replace(name, words=name.words[-1:], address=""))
    first = defaultdict(list)
    for words in sorted(known, key=len, reverse=True):
        first[TOKEN.match(words)[0].rstrip(".") if TOKEN.match(words) else words].append(words)  # type: ignore[index]
    for token in TOKEN.finditer(text):
        word = POSSESSIVE.sub("", token[0]).rstrip(".")
        for words in first.get(word, ()):
            end = token.start() + len(words)
            whole = text.startswith(words, token.start()) and not text[end : end + 1].isalnum()
            if whole and not any(taken[token.start() : end]):
                taken[token.start() : end] = b"\1" * len(words)
                yield replace(known[words], span=Span(token.start(), end), found_by="repeat")
                break


def _can_repeat(words: str, name: Name, lexicon: Lexicon) -> bool:
    if " " in words:
        return words[0].isupper() or words[0].isdigit()
    capital = words[0].isupper() and len(words) >= _REPEATABLE and name.score >= _SURE
    return capital and words.casefold() not in lexicon.function_words and name.label != "MISC"


def _settle_labels(names: tuple[Name, ...], lexicon: Lexicon) -> tuple[Name, ...]:
    """The names with one label for all that are written alike: the one with the greatest weight.

    A lone word that is the last name of a person of the text is a person's too.
    """
    votes: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for name in names:
        if name.found_by == "names":
            votes[name.words][name.label] += name.score  # type: ignore[assignment]
    settled = {
        words: max(weights, key=lambda label: (weights[label], label))
        for words, weights in votes.items()
    }
    people = {
        words[-1]
        for words, label in settled.items()
        if label == "PER" and len(words) > 1 and words[-1] not in lexicon.country_words
    }
    settled |= {(last,): "PER" for last in people}
    for words, label in settled.items():  # "Washington" is nobody but where a George is named
        place = len(words) == 1 and words[0] in lexicon.country_words
        named = any(other[-1:] == words and len(other) > 1 for other in settled)
        if place and label == "PER" and not named:
            settled[words] = "LOC"
    for words in settled:  # a body that everybody knows is no person
        if " ".join(words) in lexicon.aliases and settled[words] == "PER":
            settled[words] = "ORG"
    given = {words[0] for words, label in settled.items() if label == "PER" and len(words) > 1}
    settled |= {(first,): "PER" for first in given if settled.get((first,)) == "MISC"}
    return tuple(replace(name, label=settled.get(name.words, name.label)) for name in names)
