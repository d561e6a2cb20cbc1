"""In how many news articles the forms of a word stand, and whether they have capitals there.

``python -m training.rarity`` writes ``rarity.toml`` from the training part of PolNeAR and from the
unedited articles of the syndication set: two collections of news in which no story is marked.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.ontology import load_lemmatiser
from onrecord.passages import find_words

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
TARGET = ROOT / "src" / "onrecord" / "languages" / "en" / "rarity.toml"
FEWEST = 3
"""Articles that a word must stand in to be listed; what is rarer is as good as unknown."""
STEP = 1.25
"""How far apart the classes are: a tenth of a natural logarithm to either side."""
LINE = 110


def main() -> None:
    """Count and write."""
    seen: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    base = load_lemmatiser("en").lemma
    articles = 0
    for text in read_texts():
        articles += 1
        words = [span.cut(text) for span in find_words(text)]
        letters = [word for word in words if word.isalpha()]
        seen.update({base(word) for word in letters})
        capital.update(
            base(word) if word[0].isupper() else f"{base(word)} small" for word in letters[1:]
        )
    classes: dict[int, tuple[list[str], list[str]]] = {}
    for word, count in sorted(seen.items()):
        if count < FEWEST or len(word) < 2:
            continue
        bound = FEWEST
        while round(bound * STEP + 0.5) <= count:
            bound = round(bound * STEP + 0.5)
        proper = capital[word] > 2 * capital[f"{word} small"]
        classes.setdefault(bound, ([], []))[proper].append(word)
    TARGET.write_text(render(articles, classes), encoding="utf-8")


def read_texts() -> Iterator[str]:
    """The texts of both collections."""
    with gzip.open(DATA / "attribution" / "polnear-train.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            yield json.loads(row)["text"]
    with gzip.open(DATA / "stories" / "syndication-dev.json.gz", "rt", encoding="utf-8") as file:
        for article in json.load(file)["docs"]:
            if article["cls"] in {"seed", "other"}:
                yield article["text"]


def render(articles: int, classes: dict[int, tuple[list[str], list[str]]]) -> str:
    """The table as TOML: one class of words a paragraph, those written with a capital apart."""
    lines = [
        "# In how many news articles the forms of a word stand at least.",
        "# Written by `python -m training.rarity` from counts over PolNeAR's training part and",
        "# the unedited syndication articles.",
        f"articles = {articles}",
    ]
    for bound, (small, proper) in sorted(classes.items()):
        lines += ["", "[[class]]", f"articles = {bound}"]
        for key, words in (("small", small), ("capital", proper)):
            lines += [f'{key} = """', *wrap(words), '"""']
    return "\n".join(lines) + "\n"


def wrap(words: list[str]) -> Iterator[str]:
    """Lines of words."""
    line = ""
    for word in words:
        if len(line) + len(word) > LINE:
            yield line.strip()
            line = ""
        line += f" {word}"
    yield line.strip()


if __name__ == "__main__":
    main()
