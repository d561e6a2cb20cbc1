"""No text, however odd, costs more than its length: four times the text, about four times the time.

Costs are compared within one run, so that a slow machine fails nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from onrecord.encoder import CONTENT, CUE, SOURCE, CueLabels
from onrecord.passages import Passage, divide, find_quotations, find_sentences, find_words
from onrecord.record import Article, Block, Span
from onrecord.statements import find_statements
from onrecord.statements.lexicon import load_lexicon
from onrecord.statements.names import capitalised_runs, find_outlets
from onrecord.statements.voices import read_voice

MAX_GROWTH = 12
"""Linear cost grows fourfold and quadratic cost sixteenfold from n to 4n; between the two."""
NOISE = 0.04
"""Seconds of either cost that tell nothing: clocks and collections of garbage."""
SHORT = 6_000
LEXICON = load_lexicon("en")

PIECES = {
    "letters": "a",
    "capitals": "A",
    "digits": "7",
    "straight marks": '"',
    "opening marks": "“",
    "single marks": "‘",
    "apostrophes": "'",
    "full stops": ".",
    "brackets": "(",
    "spaces": " ",
    "initials": "U.",
    "commas": "a, ",
    "cues": "said ",
    "names": "Ab ",
    "joined names": "Ab and ",
    "owners": "Ab's ",
    "plural owners": "dockers’ ",
    "media": "the Star ",
    "relays": "told the ",
    "partitives": "one of ",
    "open quotations": "“a ",
    "turns": "A: ",
    "accents": "e\u0301",
}

FUNCTIONS: dict[str, Callable[[str], object]] = {
    "find_quotations": lambda text: find_quotations(text, (Span(0, len(text)),)),
    "find_sentences": lambda text: find_sentences(text, Span(0, len(text)), frozenset({"mr"})),
    "find_words": find_words,
    "capitalised_runs": lambda text: capitalised_runs(text, 0, len(text), LEXICON),
    "find_outlets": lambda text: find_outlets(text, LEXICON),
    "read_voice": lambda text: read_voice(text, Span(0, len(text)), (), LEXICON),
}


def cost(run: Callable[[str], object], text: str) -> float:
    """The least of three costs."""
    costs = []
    for _ in range(3):
        start = process_time()
        run(text)
        costs.append(process_time() - start)
    return min(costs)


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_cost_grows_with_the_text_alone(name: str, piece: str) -> None:
    words = PIECES[piece]
    short = words * (SHORT // len(words))
    assert cost(FUNCTIONS[name], short * 4) < MAX_GROWTH * cost(FUNCTIONS[name], short) + NOISE


def megabyte(piece: str) -> str:
    return PIECES[piece] * (1_000_000 // len(PIECES[piece]))


@pytest.mark.parametrize("piece", ["letters", "capitals", "digits", "commas"])
def test_a_megabyte_without_a_full_stop_is_cut_up(piece: str) -> None:
    text = megabyte(piece)
    whole = (Span(0, len(text)),)
    assert divide(text, whole, find_quotations(text, whole))
    assert len(find_sentences(text, whole[0], ())) == 1


SPEECH = "Minister Ada {0} told the {0} Star the port was safe."
QUOTED = "“We left,” she said. “We will not go back.”"


def read_by_hand(article: Article) -> object:
    """The statements of an article of SPEECH and QUOTED with the labels that fit them."""
    quotations = find_quotations(article.text, article.paragraphs)
    passages = divide(article.text, article.paragraphs, quotations)
    labels = tuple(label(article.text, number, one) for number, one in enumerate(passages))
    return find_statements(article, quotations, passages, labels, frozenset())


def label(text: str, number: int, passage: Passage) -> CueLabels:
    words = [word.cut(text) for word in passage.words]
    anchor = next(at for at, word in enumerate(words) if word in ("told", "said"))
    spoken = anchor + (4 if words[anchor] == "told" else 2)
    roles = [CONTENT] * len(words)
    roles[anchor] = CUE
    if words[anchor] == "told":
        roles[:anchor] = [SOURCE] * anchor
        roles[anchor + 1 : spoken] = [0] * (spoken - anchor - 1)
    else:
        roles[anchor - 1] = SOURCE
    return CueLabels(number, anchor, 0.9, tuple(roles), 0.9)


def article_of(pairs: int, *, names: int) -> Article:
    letters = "abcdefghij"
    lines = []
    for number in range(pairs):
        name = "".join(letters[int(digit)] for digit in f"{number % names:04}").title()
        lines += [SPEECH.format(name), QUOTED]
    text = "\n".join(lines)
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block("paragraph", Span(start, start + len(line))))
        start += len(line) + 1
    return Article("a", "", "Gazette", "", (), "en", text, blocks=tuple(blocks))


@pytest.mark.parametrize("names", [1, 5000], ids=["one speaker", "a speaker a paragraph"])
def test_cost_grows_with_the_statements_alone(names: int) -> None:
    articles = {pairs: article_of(pairs, names=names) for pairs in (100, 400)}
    costs = {}
    for pairs, article in articles.items():
        costs[pairs] = cost(lambda _, article=article: read_by_hand(article), "")
    assert costs[400] < MAX_GROWTH * costs[100] + NOISE


def test_every_statement_by_hand_is_found() -> None:
    statements, entities = read_by_hand(article_of(30, names=5000))  # type: ignore[misc]
    assert len(statements) == 60
    assert len([one for one in entities if one.kind == "person"]) == 30


def joined_article(pairs: int) -> Article:
    """The sentences of ``SPEECH`` without a full stop between them, as one paragraph."""
    text = " and ".join([SPEECH.format("Berg")[:-1]] * pairs) + "."
    block = Block("paragraph", Span(0, len(text)))
    return Article("a", "", "Gazette", "", (), "en", text, blocks=(block,))


def test_statements_of_one_endless_sentence_are_each_traced_near_it() -> None:
    articles = {pairs: joined_article(pairs) for pairs in (100, 400)}
    costs = {}
    for pairs, article in articles.items():
        costs[pairs] = cost(lambda _, article=article: read_by_hand(article), "")
    assert costs[400] < MAX_GROWTH * costs[100] + NOISE
