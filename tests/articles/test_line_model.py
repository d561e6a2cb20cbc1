import hashlib
import tomllib
from importlib.resources import files

import numpy as np
import pytest

from onrecord.articles.line_model import Forest, load_model, score_lines, walk
from onrecord.articles.line_units import divide_lines
from tests.articles import dump_samples as sample

FOLDER = files("onrecord.articles") / "model"


def stump():
    """One tree: column 0 up to 1.5 is worth −2, above it +2."""
    return Forest(
        column=np.array([0, 0, 0], dtype=np.int16),
        threshold=np.array([1.5, 0, 0], dtype=np.float32),
        left=np.array([1, 1, 2], dtype=np.int32),
        right=np.array([2, 1, 2], dtype=np.int32),
        value=np.array([0, -2, 2], dtype=np.float32),
        roots=np.array([0], dtype=np.int32),
        depth=1,
    )


def test_a_row_goes_left_up_to_the_threshold_and_right_above_it():
    found = walk(stump(), np.array([[1.5], [1.6]], dtype=np.float32))
    assert found == pytest.approx([1 / (1 + np.exp(2)), 1 / (1 + np.exp(-2))])


def test_the_card_names_the_model_that_is_shipped():
    card = tomllib.loads((FOLDER / "lines.toml").read_text(encoding="utf-8"))
    body = (FOLDER / card["file"]).read_bytes()
    assert hashlib.sha256(body).hexdigest() == card["sha256"]
    assert len(body) < 2_000_000
    assert card["data"][0]["licence"]
    assert card["scores"]["line_f1"] > 0.93


def test_the_model_file_needs_no_pickle():
    with (FOLDER / "lines.npz").open("rb") as handle, np.load(handle, allow_pickle=False) as arrays:
        assert all(arrays[name].dtype != object for name in arrays.files)


def test_paragraphs_are_more_probable_than_menus():
    lines = divide_lines(sample.dump())
    scores = score_lines(lines, load_model()).article
    worst = min(
        one for line, one in zip(lines, scores, strict=True) if line.text in sample.PARAGRAPHS
    )
    best = max(one for line, one in zip(lines, scores, strict=True) if line.text in sample.MENU)
    assert worst > best
