"""Of a large record only what may have to do with a claim is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.cli import gathering
from onrecord.cli.gathering import gather_record_near
from onrecord.record import Corpus
from onrecord.store import Record, neighbours, open_record
from onrecord.stories.trace import read_corpus
from tests.stories.weeks import EELS, PAGES

CLAIM = "Pavo Lindt smuggled eels worth 4 million."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_record(tmp_path / "kept.db", write=True) as record:
        record.put(PAGES)
    return tmp_path / "kept.db"


def texts(corpus: Corpus) -> set[str]:
    return {one.article.text for one in corpus.readings}


def test_a_small_record_is_looked_at_whole(path: Path) -> None:
    gathered, corpus = gather_record_near(path, (CLAIM,))
    assert (len(gathered.readings), gathered.whole) == (len(PAGES), None)
    assert corpus.stories == read_corpus(PAGES).stories


@pytest.mark.parametrize("judged", [True, False])
def test_of_a_large_one_the_nearest_pages_are_and_it_is_said(
    path: Path,
    judged: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if judged:
        with open_record(path, write=True) as record:
            record.put_corpus(read_corpus(PAGES))
    monkeypatch.setattr(gathering, "WHOLE", 3)
    monkeypatch.setattr(neighbours, "NEIGHBOURS", 2)
    monkeypatch.setattr(Record, "corpus", None)
    monkeypatch.setattr(Record, "readings", None)
    gathered, corpus = gather_record_near(path, (CLAIM,))
    assert texts(corpus) == set(EELS)
    assert gathered.whole is not None
    assert gathered.whole.pages == len(PAGES)
    assert dict(gathered.whole.having)["eel"] == 2
    assert len(corpus.stories) == 1
    assert set(gathered.places) == set(corpus.articles)
    assert "2 articles of 7 looked through" in capsys.readouterr().err
