"""Universal Dependencies to labels: where sentences begin, and who takes part in what a verb says.

Actors are the subjects of active verbs and the agents of passive ones, recipients the objects and
the subjects of passives; a relative clause and a participle take the noun they hang on, a verb
without a subject that of the verb it is joined to. Each is the whole noun phrase without its
clauses, as words of the passage.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from training.prepare import IGNORED, Example

MAX_VERBS = 16
"""Verbs a passage that roles are learned from; the first ones."""
_CLAUSES = ("acl", "acl:relcl", "appos", "parataxis", "punct", "cop", "mark", "discourse")


class Tree:
    """The dependencies of a text: tokens are [start, end, lemma, upos, xpos, feats, head, rel]."""

    def __init__(self, tokens: Sequence[Sequence]) -> None:
        self.tokens = tokens
        self.children: defaultdict[int, list[int]] = defaultdict(list)
        for number, token in enumerate(tokens):
            if token[6] >= 0:
                self.children[token[6]].append(number)

    def relation(self, number: int) -> str:
        """The dependency relation of a token to its head."""
        return self.tokens[number][7]

    def child(self, number: int, *relations: str) -> int | None:
        """The first child in one of ``relations``."""
        return next((c for c in self.children[number] if self.relation(c) in relations), None)

    def phrase(self, number: int) -> set[int]:
        """The tokens of the noun phrase headed by ``number``, without clauses and prepositions."""
        found, open_ones = {number}, [number]
        while open_ones:
            at = open_ones.pop()
            for child in self.children[at]:
                if self.relation(child) in _CLAUSES or (
                    at == number and self.relation(child) == "case"
                ):
                    continue
                if child not in found:
                    found.add(child)
                    open_ones.append(child)
        return found

    def head_of(self, start: int, end: int) -> int | None:
        """The token within the characters start … end whose head lies outside them."""
        inner = [n for n, t in enumerate(self.tokens) if start <= t[0] and t[1] <= end]
        whole = set(inner)
        for number in inner:
            if self.tokens[number][6] not in whole and self.relation(number) != "punct":
                return number
        return None


def add_sentences(example: Example, sentences: Sequence[Sequence[int]]) -> None:
    """1 for words that begin one of ``sentences`` (character ranges), else 0."""
    starts = {start for start, _ in sentences}
    example.starts = [int(word.start in starts) for word in example.words]
    if example.core.start > 0:
        example.starts[0] = IGNORED


def add_roles(example: Example, tree: Tree, by_start: dict[int, int]) -> None:
    """The actors and recipients of the verbs of ``example``, as numbers of words."""
    where = {word.start: number for number, word in enumerate(example.words)}
    for number, word in enumerate(example.words):
        token = by_start.get(word.start)
        if token is None or tree.tokens[token][3] != "VERB" or len(example.roles) >= MAX_VERBS:
            continue
        sides = sides_of(tree, token)
        words = [
            {
                where[tree.tokens[t][0]]
                for n in side
                for t in tree.phrase(n)
                if tree.tokens[t][0] in where
            }
            for side in sides
        ]
        example.roles.append((number, words[0] - {number}, words[1] - {number}))


def sides_of(tree: Tree, verb: int) -> tuple[list[int], list[int]]:
    """The tokens that head the actors and the recipients of ``verb``."""
    passive = tree.child(verb, "nsubj:pass", "aux:pass") is not None
    relation = tree.relation(verb)
    participle = relation == "acl" and "VerbForm=Part" in tree.tokens[verb][5]
    past = "Tense=Past" in tree.tokens[verb][5]
    subject = tree.child(verb, "nsubj", "nsubj:pass", "csubj")
    if subject is not None and "PronType=Rel" in tree.tokens[subject][5]:
        subject = tree.tokens[verb][6]
    if subject is None and relation.startswith("acl"):
        subject, passive = tree.tokens[verb][6], passive or (participle and past)
    if subject is None and relation in ("conj", "xcomp", "advcl"):
        subject = _shared_subject(tree, verb)
    agent = tree.child(verb, "obl:agent")
    objects = [n for n in (tree.child(verb, "obj"), tree.child(verb, "iobj")) if n is not None]
    if passive:
        return [agent] if agent is not None else [], [subject] if subject is not None else objects
    return [subject] if subject is not None else [], objects


def _shared_subject(tree: Tree, verb: int) -> int | None:
    """The subject that a joined or dependent verb has from the one above it."""
    above = tree.tokens[verb][6]
    for _ in range(3):
        if above < 0:
            return None
        if (
            tree.relation(verb) == "xcomp"
            and (thing := tree.child(above, "obj", "iobj")) is not None
        ):
            return thing
        subject = tree.child(above, "nsubj", "nsubj:pass")
        if subject is not None:
            return tree.tokens[above][6] if "PronType=Rel" in tree.tokens[subject][5] else subject
        verb, above = above, tree.tokens[above][6]
    return None
