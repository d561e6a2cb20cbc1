"""Sentences, words and quotations as spans: the text cut up for its readers.

Invariant: every span is in coordinates of the article's text; nothing is copied or changed.
"""

from onrecord.passages.passages import Passage, divide
from onrecord.passages.quotations import Quotation, find_quotations
from onrecord.passages.sentences import find_sentences
from onrecord.passages.words import find_words

__all__ = ["Passage", "Quotation", "divide", "find_quotations", "find_sentences", "find_words"]
