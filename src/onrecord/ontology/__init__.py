"""Event codes as data: PLOVER's types, modes and quad classes, CAMEO as a view, trigger words.

Invariant: a code is looked up, never computed; words of a language stand in its tables.
"""

from onrecord.ontology.coding import Coding, choose_type
from onrecord.ontology.lemmas import Lemmatiser, load_lemmatiser
from onrecord.ontology.lexicon import Family, Lexicon, Match, Sense, load_lexicon
from onrecord.ontology.plover import EventType, cameo_of, load_plover, modes_of, quad_of

__all__ = [
    "Coding",
    "EventType",
    "Family",
    "Lemmatiser",
    "Lexicon",
    "Match",
    "Sense",
    "cameo_of",
    "choose_type",
    "load_lemmatiser",
    "load_lexicon",
    "load_plover",
    "modes_of",
    "quad_of",
]
