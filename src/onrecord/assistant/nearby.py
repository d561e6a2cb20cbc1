"""The pages of a large record that a claim can stand on: those of the stories that have its words.

Invariant: a story comes whole or not at all, so that who took it from whom is known within it.
"""

from __future__ import annotations

from onrecord.encoder import load_encoder
from onrecord.record import Corpus
from onrecord.store import Hit, Record
from onrecord.store.parts import corpus_of, count_vectors
from onrecord.stories.assertions.claims import read_claim
from onrecord.stories.trace import read_corpus

HITS = 100
"""Passages that are looked at by words, and as many by meaning."""

MOST_PAGES = 150
"""Pages that are looked through: each costs some 40 ms of work, and an asker waits for seconds."""


def read_nearby(record: Record, claim: str) -> Corpus:
    """The readings of the likeliest stories with what holds across them.

    MOST_PAGES at most, but for the likeliest story of all, which comes whole. Raises
    ModelError where the record has vectors and the model cannot be loaded.
    """
    chosen: dict[str, None] = {}
    for hit in _find_hits(record, claim):
        story = record.story(hit.article.story) if hit.article.story else None
        pages = story.articles if story is not None else (hit.article.id,)
        if not chosen or len(chosen | dict.fromkeys(pages)) <= MOST_PAGES:
            chosen |= dict.fromkeys(pages)
    corpus = corpus_of(record, chosen)
    return corpus if record.is_judged() else read_corpus(corpus.readings)


def _find_hits(record: Record, claim: str) -> tuple[Hit, ...]:
    """By words and by meaning in turn, the best first."""
    words = read_claim(claim)
    by_words = record.search(" ".join(one.lemma for one in words.terms), limit=HITS)
    by_meaning: tuple[Hit, ...] = ()
    if kept := dict(count_vectors(record)):
        encoder = load_encoder()
        if encoder.digest in kept:
            (vector,) = encoder.embed((claim,))
            by_meaning = record.search_meaning(vector, encoder.digest, limit=HITS)
    many = max(len(by_words), len(by_meaning))
    return tuple(
        one for at in range(many) for one in (*by_words[at : at + 1], *by_meaning[at : at + 1])
    )
