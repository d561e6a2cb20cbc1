"""Words to the pieces that the encoder knows; what was looked up once is kept.

A word's pieces do not depend on those beside it, so that a text costs only its new words.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer

from onrecord.encoder.features import shape_of
from onrecord.record import ModelError

KEPT = 20_000
"""Words that are kept; set for memory."""


class Word(NamedTuple):
    """The numbers of a word's pieces, none where it has no known character, and its letter case."""

    ids: tuple[int, ...]
    shape: int


class Vocabulary:
    """The pieces of words; ``opening`` and ``closing`` are those around each passage."""

    def __init__(self, path: Path) -> None:
        """Load ``path``, a file of the tokenizers library. Raises ModelError."""
        if not path.is_file():
            raise ModelError(f"the model file {path} is missing: install onrecord again")
        try:
            self._tokenizer = Tokenizer.from_file(str(path))
            self.opening, self.closing = self._tokenizer.encode("").ids
        except Exception as error:  # the library raises its own bare exceptions
            raise ModelError(f"the model file {path} cannot be loaded: {error}") from error
        self._known: dict[str, Word] = {}

    def look_up(self, words: Sequence[str]) -> list[Word]:
        """The pieces of each of ``words``."""
        new = list({word for word in words if word not in self._known})
        if len(self._known) + len(new) > KEPT:
            self._known.clear()
            new = list(set(words))
        found = self._tokenizer.encode_batch(
            [[word] for word in new], is_pretokenized=True, add_special_tokens=False
        )
        for word, encoding in zip(new, found, strict=True):
            self._known[word] = Word(tuple(encoding.ids), shape_of(word))
        return [self._known[word] for word in words]
