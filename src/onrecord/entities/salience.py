"""Who "he" or "she" is where the encoder does not know: the person spoken of most nearby.

Invariant: only people of the pronoun's gender, or of none known, who were spoken of before.
"""

from __future__ import annotations

from onrecord.entities.chains import Chain, Chains

REACH = 6
"""Sentences back within which somebody may be meant; with the weights below, right for 80 % of 746
third-person singulars of GUM's news, speeches, interviews and lives (training part, gold mentions),
89 % of 139 of the development part."""
_PER_SENTENCE, _PER_MENTION, _KNOWN_GENDER = 1.0, 0.5, 2.0
"""Lost for each sentence back; won for each mention in the last sentences, and for a gender that
is known to fit. Tried on the training part by hand: all choices tried lie within 2 points."""
_RECENT, _MOST = 3, 3
"""Sentences back in which mentions are counted, and how many at most."""


def find_person(chains: Chains, number: int, sentences: tuple[int, ...]) -> int | None:
    """The last point before ``number`` of the person that a third-person singular means, or None.

    ``sentences`` = the number of each point's sentence.
    """
    word = chains.points[number].word
    if word not in ("he", "she"):
        return None
    mine = chains.of(number)
    best: tuple[float, int] | None = None
    seen: set[int] = set()
    for at in range(number - 1, -1, -1):
        if sentences[number] - sentences[at] > REACH:
            break
        chain = chains.of(at)
        if id(chain) in seen or chain is mine:
            continue
        seen.add(id(chain))
        if chain.kind != "person" or chain.gender not in ("", word) or chain.number == "many":
            continue
        if chains.points[at].span.covers(chains.points[number].span):
            continue
        score = _weigh(chain, (number, at), sentences, word)
        if best is None or score > best[0]:
            best = (score, at)
    return best[1] if best is not None else None


def _weigh(chain: Chain, pair: tuple[int, int], sentences: tuple[int, ...], word: str) -> float:
    number, last = pair
    here = sentences[number]
    recent = sum(1 for one in chain.points if one < number and here - sentences[one] <= _RECENT)
    return (
        _PER_MENTION * min(recent, _MOST)
        + _KNOWN_GENDER * (chain.gender == word)
        - _PER_SENTENCE * (here - sentences[last])
    )
