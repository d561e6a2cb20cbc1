"""The words of a sentence with their base forms, and where a span lies among them.

Invariant: the three rows of a sentence are of one length; white space alone is in none of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from onrecord.ontology import Lemmatiser
from onrecord.record import Span

# "don't" is do and n't, "Iran's" is Iran and 's: a verb and its negation, a name and its case.
_WORD = re.compile(r"\w+?(?=n[’']t\b)|n[’']t\b|[’'](?:s|ll|d|ve|re|m)\b|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: ``spans`` of its words and marks, ``words`` in small letters, ``lemmas``."""

    span: Span
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    capitals: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.words)

    def locate(self, span: Span) -> tuple[int, int] | None:
        """First and end number of the words that ``span`` shares a letter with; None without."""
        first = bisect_right(self.spans, span.start, key=lambda one: one.end)
        end = bisect_left(self.spans, span.end, key=lambda one: one.start)
        return (first, end) if first < end else None

    def hull(self, first: int, end: int) -> Span:
        """The span from the word ``first`` to before the word ``end``."""
        return Span(self.spans[first].start, self.spans[end - 1].end)


def _dash(text: str, at: int) -> str:
    """A hyphen between spaces is a dash."""
    return "–" if text[max(0, at - 1)].isspace() and text[at + 1 : at + 2].isspace() else "-"


def read_sentence(text: str, span: Span, lemmatiser: Lemmatiser) -> Sentence:
    """The words of one sentence of ``text``."""
    found = list(_WORD.finditer(text, span.start, span.end))
    words = tuple(_dash(text, one.start()) if one[0] == "-" else one[0].lower() for one in found)
    return Sentence(
        span,
        tuple(Span(*one.span()) for one in found),
        words,
        tuple(map(lemmatiser.lemma, words)),
        tuple(one[0][0].isupper() for one in found),
    )


def divide_sentence(sentence: Sentence, longest: int) -> tuple[Sentence, ...]:
    """The sentence itself, or stretches of ``longest`` words where it has more."""
    if len(sentence) <= longest:
        return (sentence,) if sentence.words else ()
    return tuple(
        Sentence(
            sentence.hull(first, min(first + longest, len(sentence))),
            sentence.spans[first : first + longest],
            sentence.words[first : first + longest],
            sentence.lemmas[first : first + longest],
            sentence.capitals[first : first + longest],
        )
        for first in range(0, len(sentence), longest)
    )
