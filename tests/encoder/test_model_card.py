"""The card that is shipped with the weights tells the truth about them."""

from __future__ import annotations

import hashlib
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.encoder.sessions import GRAPHS

MODEL = Path(str(files("onrecord.encoder"))) / "model"
CARD = tomllib.loads((MODEL / "card.toml").read_text(encoding="utf-8"))

FIELDS = {
    "name": str,
    "languages": list,
    "files": list,
    "precision": str,
    "licence": str,
    "training_commit": str,
    "recipe": str,
    "intended_use": str,
    "limits": str,
    "base": dict,
    "data": list,
    "development": list,
    "scores": dict,
    "calibration": dict,
}
MAX_LOSS = 0.3
"""Points of token F1 that rounding the weights to int8 may cost a head; set by the project."""
MAX_ERROR = 0.05
"""Expected calibration error that a head may have; set by the project."""
MAX_BYTES = 40_000_000


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_there_and_filled(field: str) -> None:
    assert isinstance(CARD[field], FIELDS[field])
    assert CARD[field]


def test_the_card_names_every_graph() -> None:
    assert [one["name"] for one in CARD["files"]] == [f"{name}.onnx" for name in GRAPHS]


@pytest.mark.parametrize("file", CARD["files"])
def test_digest_and_size_are_those_of_the_file(file: dict[str, str | int]) -> None:
    weights = (MODEL / str(file["name"])).read_bytes()
    assert hashlib.sha256(weights).hexdigest() == file["sha256"]
    assert len(weights) == file["bytes"]


@pytest.mark.parametrize("part", [CARD["base"], *CARD["data"], *CARD["development"]])
def test_what_the_weights_were_made_from_is_named_with_licence_and_digest(
    part: dict[str, str],
) -> None:
    assert part["name"]
    assert part["licence"]
    assert re.fullmatch("[0-9a-f]{64}", part["sha256"])


def test_the_commit_of_the_training_code_is_named() -> None:
    assert re.fullmatch("[0-9a-f]{7,40}", CARD["training_commit"])


@pytest.mark.parametrize("head", CARD["scores"])
def test_each_head_has_its_score_in_int8_and_fp32(head: str) -> None:
    assert set(CARD["scores"][head]) == {"int8", "fp32"}
    assert all(0 < value <= 100 for value in CARD["scores"][head].values())


@pytest.mark.parametrize("head", ["attribution source", "attribution cue", "attribution content"])
def test_int8_costs_a_head_next_to_nothing(head: str) -> None:
    scores = CARD["scores"][head]
    assert 0 < scores["int8"] <= 100
    assert scores["int8"] >= scores["fp32"] - MAX_LOSS


@pytest.mark.parametrize("head", CARD["calibration"])
def test_scores_are_probabilities(head: str) -> None:
    assert CARD["calibration"][head]["cases"] > 50
    assert CARD["calibration"][head]["error"] <= MAX_ERROR


def test_model_and_vocabulary_are_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in MODEL.iterdir()) < MAX_BYTES
