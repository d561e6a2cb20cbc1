"""The claims of a story, found by themselves in the words of its pages.

Invariant: a claim is worded as one of the pages words it; what only one page says and nobody
contests is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord import languages
from onrecord.record import Reading, Span
from onrecord.record.stories import Story, Telling
from onrecord.stories.assertions.claims import check_claim
from onrecord.stories.assertions.sentences import PageSentences, Sentence
from onrecord.stories.assertions.telling_index import TellingIndex
from onrecord.stories.assertions.tellings import Embed, find_in
from onrecord.stories.assertions.wordings import Token, load_words, tokenise

FEWEST_WORDS, MOST_WORDS = 3, 22
"""Words of matter that a wording has: fewer say too little, more are several claims; by hand."""
MOST_WORDINGS = 400
"""Wordings of a story that are tried, those that share most words with other pages first."""
MOST_CLAIMS = 40
"""Claims of a story that are given."""
FEWEST_PAGES = 2
"""Pages that tell a claim which nobody contests."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """Words of a page that may be a claim, and the sentence that they stand in."""

    text: str
    article: str
    sentence: Span


@dataclass(frozen=True, slots=True)
class _Found:
    """A wording with the pages on both sides and the sentences that assert it."""

    wording: _Wording
    asserting: frozenset[str]
    denying: frozenset[str]
    places: frozenset[tuple[str, int]]

    @property
    def rank(self) -> tuple[int, int, int]:
        """By pages, contested first among as many, then the shortest wording."""
        return -len(self.asserting | self.denying), -len(self.denying), len(self.wording.text)


def discover_claims(
    story: Story, readings: Sequence[Reading], *, embed: Embed | None = None
) -> tuple[str, ...]:
    """What several pages of ``story`` say, or one says and somebody denies; most told first."""
    wanted = set(story.articles)
    index = TellingIndex(one for one in readings if one.article.id in wanted)
    found = [_judge(one, index, embed) for one in _choose_wordings(index)]
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: one.rank):
        if len(one.asserting) < FEWEST_PAGES and not (one.asserting and one.denying):
            continue
        if not any(_same_claim(one, other) for other in kept):
            kept.append(one)
    return tuple(one.wording.text for one in kept[:MOST_CLAIMS])


def _judge(wording: _Wording, index: TellingIndex, embed: Embed | None) -> _Found:
    tellings = find_in(wording.text, index, embed=embed)
    return _Found(
        wording,
        frozenset(one.article for one in tellings if one.side == "asserts"),
        frozenset(one.article for one in tellings if one.side == "denies"),
        frozenset(_places(tellings)),
    )


def _places(tellings: Sequence[Telling]) -> Iterator[tuple[str, int]]:
    for one in tellings:
        if one.side == "asserts":
            yield from ((one.article, at) for part in one.spans for at in (part.start, part.end))


def _same_claim(one: _Found, other: _Found) -> bool:
    """Whether each of two wordings is told where the other stands."""
    return _stands_in(one.wording, other) and _stands_in(other.wording, one)


def _stands_in(wording: _Wording, found: _Found) -> bool:
    sentence = wording.sentence
    return any(
        article == wording.article and sentence.start <= at <= sentence.end
        for article, at in found.places
    )


def _choose_wordings(index: TellingIndex) -> list[_Wording]:
    """The wordings of all pages, those first whose words stand on most other pages."""
    seen: dict[str, tuple[float, _Wording]] = {}
    for page in range(len(index)):
        divided = index.divided(page)
        for sentence in divided.sentences:
            for wording in _wordings_of(divided, sentence):
                shared = index.sharing(sentence.said)
                seen.setdefault(wording.text.lower(), (-shared, wording))
    ranked = sorted(seen.values(), key=lambda pair: (pair[0], pair[1].text))
    return [wording for _, wording in ranked[:MOST_WORDINGS]]


def _wordings_of(page: PageSentences, sentence: Sentence) -> Iterator[_Wording]:
    """The contents of a sentence's statements; all of one that the outlet says itself."""
    article = page.reading.article
    contents = [
        one.content[0]
        for one in page.reading.statements
        if len(one.content) == 1 and sentence.span.covers(one.content[0])
    ]
    voiced = not any(
        part.overlaps(sentence.span) for one in page.reading.statements for part in one.content
    )
    for span in contents or ([sentence.span] if voiced else []):
        tokens = tokenise(article.text, span.start, span.end, page.language)
        for end in _ends(tokens, page.language):
            text = _make_sentence(article.text, tokens[:end], page.language)
            if text is not None:
                yield _Wording(text, article.id, sentence.span)


def _ends(tokens: tuple[Token, ...], language: str) -> Iterator[int]:
    """Where a wording may end: behind all of the words, and before the first clause joined on."""
    yield len(tokens)
    small = load_small_words(language)
    for at, token in enumerate(tokens[:-1]):
        behind = tokens[at + 1]
        listed = token.word in small.joining and (behind.capital or behind.word in small.listing)
        if token.word in small.cuts and not listed and _bears_verbs(tokens[:at], language):
            yield at
            return


def _make_sentence(text: str, words: tuple[Token, ...], language: str) -> str | None:
    """The words of ``text`` as a sentence that stands by itself, or None where they are none."""
    tokens = list(words)
    joining = load_small_words(language)
    while tokens and (not tokens[0].word[0].isalnum() or tokens[0].word in joining.linking):
        tokens.pop(0)
    while tokens and not tokens[-1].word[0].isalnum() and tokens[-1].word != "%":
        tokens.pop()
    matter = [one for one in tokens if not one.small]
    if not FEWEST_WORDS <= len(matter) <= MOST_WORDS or _is_opening(tokens[0], joining):
        return None
    if any(one.word in joining.first_persons for one in tokens):
        return None
    if not _bears_verbs(tokens, language):
        return None
    claim = " ".join(text[tokens[0].start : tokens[-1].end].split())
    if claim.count("“") != claim.count("”") or claim.count('"') % 2:
        return None
    claim = f"{claim[0].upper()}{claim[1:]}."
    return claim if check_claim(claim, language) is None else None


def _bears_verbs(tokens: Sequence[Token], language: str) -> bool:
    """Whether there are more verbs than relative clauses to take them."""
    relatives = load_small_words(language).relatives
    verbs = sum(_is_verb(one, language) for one in tokens)
    return verbs > sum(one.word in relatives for one in tokens)


def _is_opening(token: Token, small: SmallWords) -> bool:
    """Whether no sentence of its own begins so: with a pronoun, a preposition, a verb alone."""
    word = token.word
    return word in small.pronouns or word in small.prepositions or word in small.auxiliaries


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Words that a claim does not begin with, those of who speaks, and what verbs look like."""

    linking: frozenset[str]
    pronouns: frozenset[str]
    first_persons: frozenset[str]
    auxiliaries: frozenset[str]
    prepositions: frozenset[str]
    joining: frozenset[str]
    cuts: frozenset[str]
    listing: frozenset[str]
    relatives: frozenset[str]
    nouns: frozenset[str]
    past: tuple[str, ...]


@cache
def load_small_words(language: str) -> SmallWords:
    """The words of ``language``; LookupError where it has no table of pronouns or factuality."""
    classes = languages.load(language, "pronouns")["classes"]
    factuality = languages.load(language, "factuality")
    words = factuality["words"]
    own = languages.load(language, "claims")["discovery"]
    return SmallWords(
        frozenset({*words["boundaries"], *words["linking"]}),
        frozenset(word for one in classes for word in one) | frozenset(words["pronouns"]),
        frozenset({*classes[0], *classes[1], *classes[2]}),
        frozenset({*words["auxiliaries"], *words["planned_modals"], *words["conditional_modals"]}),
        frozenset({*words["prepositions"], *words["to"]}),
        frozenset(words["and"]),
        frozenset(own["cuts"]),
        frozenset(own["listing"]),
        frozenset(own["relatives"]),
        frozenset(own["nouns"]),
        tuple(factuality["endings"]["past"]),
    )


def _is_verb(token: Token, language: str) -> bool:
    """Whether a word looks like a verb that bears a sentence: an auxiliary or a past form."""
    small = load_small_words(language)
    if token.word in small.auxiliaries:
        return True
    irregular = load_words(language).lemmatiser.irregular
    past = token.word.endswith(small.past) and token.word != token.lemma
    return past or (token.word in irregular and token.word not in small.nouns)
