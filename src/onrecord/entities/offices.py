"""Offices led back to their holders, "the newspaper" to the medium: "the US President" is a person.

Invariant: an office without an article ("Minister …") is a title, not somebody spoken of.
"""

from __future__ import annotations

from collections import defaultdict

from onrecord.entities.chains import Chain, Chains
from onrecord.entities.names import TOKEN, fold

_LONGEST = 5
"""Words of a noun phrase that names an office: "the former US vice president"."""


class Offices:
    """Who was called by which office, by the noun of the office."""

    def __init__(self, chains: Chains) -> None:
        """Gathers the roles of all people in ``chains``."""
        self._chains = chains
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for number in range(len(chains.points)):
            point = chains.points[number]
            if point.name is None or chains.names[point.name].kind != "person":
                continue
            for head in chains.heads_at(number):
                self._holders[head].append(number)

    def find_holder(self, number: int) -> int | None:
        """The point before this one where the person got the office that it names.

        Of several holders the one spoken of last; None where the noun is no office, has no
        article, or nobody was called by it before.
        """
        chains, lexicon = self._chains, self._chains.lexicon
        point = chains.points[number]
        if point.word not in lexicon.office_nouns or point.word not in self._holders:
            return None
        words = [fold(token) for token in TOKEN.findall(chains.words(number))]
        if not 1 < len(words) <= _LONGEST or words[0] not in lexicon.definite:
            return None
        if lexicon.roles.others & set(words):
            return None
        last = {
            at: chains.of(at).last_before(number)
            for at in self._holders[point.word]
            if at < number and self._agrees(chains.of(at), words[1:])
        }
        return max(last, key=lambda at: last[at]) if last else None

    def _agrees(self, chain: Chain, words: list[str]) -> bool:
        """Whether a role of the chain is not of another country, another rank, or over."""
        chains, lexicon = self._chains, self._chains.lexicon
        own = set(words[:-1]) & lexicon.country_words
        for name in chain.names:
            for role in chains.names[name].name.roles:
                theirs = {fold(token) for token in TOKEN.findall(role.cut(chains.text))}
                country = theirs & lexicon.country_words
                rank = lexicon.roles.ranks & (theirs ^ set(words))
                past = theirs & lexicon.roles.past <= set(words)
                elsewhere = own and country and not own & country
                if words[-1] in theirs and past and not rank and not elsewhere:
                    return True
        return False


def find_medium(chains: Chains, number: int) -> int | None:
    """The medium named last before "the newspaper" that is not the page's own, or None."""
    lexicon = chains.lexicon
    noun = chains.points[number].word
    words = [fold(token) for token in TOKEN.findall(chains.words(number))]
    led = noun in lexicon.media.references and noun not in lexicon.documents
    if not led or len(words) > _LONGEST or words[0] not in lexicon.definite:
        return None
    for at in range(number - 1, -1, -1):
        name = chains.points[at].name
        if name is None or chains.names[name].kind != "outlet":
            continue
        own = chains.names[name].name.words
        if not chains.own or (own != chains.own and own != chains.own[-1:]):
            return at
    return None
