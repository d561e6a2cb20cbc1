"""Write the model card: ``python -m training.card FP32 DATA BASE EVALUATION``.

Measures the shipped int8 file and the fp32 file on PolNeAR's development part with the scorer in
EVALUATION, head by head, and writes ``src/onrecord/encoder/model/card.toml``.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from onrecord.encoder import CONTENT, CUE, SOURCE, Encoder
from training.prepare import passages_of, read_rows

MODEL = Path("src/onrecord/encoder/model")
HEADS = {"source": SOURCE, "cue": CUE, "content": CONTENT}
SURE = 0.45


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "fp32", type=Path, help="the fp32 file, encoder.onnx in a folder of its own"
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("evaluation", type=Path)
    parser.add_argument("--commit", default="", help="the commit of the training code")
    options = parser.parse_args()
    small = measure(MODEL, options.data, options.evaluation)
    full = measure(options.fp32.parent, options.data, options.evaluation)
    commit = options.commit or subprocess.check_output(
        ["git", "rev-parse", "--short=12", "HEAD"], text=True
    )
    (MODEL / "card.toml").write_text(card(small, full, options, commit.strip()), encoding="utf-8")


def measure(folder: Path, data: Path, evaluation: Path) -> dict[str, float]:
    """Token F1 of each head of the model in ``folder``, in per cent, before any rule."""
    encoder = Encoder(folder)
    with tempfile.TemporaryDirectory() as place:
        gold, predicted = Path(place) / "gold.jsonl", Path(place) / "predicted.jsonl"
        gold.write_bytes(gzip.decompress((data / "polnear-dev.jsonl.gz").read_bytes()))
        with predicted.open("w", encoding="utf-8") as out:
            for row in read_rows(data / "polnear-dev.jsonl.gz"):
                out.write(json.dumps(predict(row, encoder)) + "\n")
        scorer = evaluation / "attribution" / "score_attribution.py"
        printed = subprocess.check_output(
            [sys.executable, str(scorer), str(gold), str(predicted), "--json"], text=True
        )
    figures = json.loads(printed)["figures"]
    return {head: round(100 * figures[f"{head}.token"][2], 2) for head in HEADS}


def predict(row: dict, encoder: Encoder) -> dict:
    """The attributions that the labels alone give."""
    passages = passages_of(row["text"])
    attributions = []
    for labels in encoder.label(row["text"], passages, threshold=SURE):
        words = passages[labels.passage].words
        attributions.append(
            {
                head: [
                    [words[n].start, words[n].end]
                    for n, value in enumerate(labels.roles)
                    if value == role
                ]
                for head, role in HEADS.items()
            }
        )
    return {"id": row["id"], "attributions": attributions}


def card(
    small: dict[str, float], full: dict[str, float], options: argparse.Namespace, commit: str
) -> str:
    """The card as TOML."""

    def digest(path: Path) -> str:
        return hashlib.sha256(path.read_bytes()).hexdigest()

    model = MODEL / "encoder.onnx"
    heads = "\n".join(f"{head} = {{ int8 = {small[head]}, fp32 = {full[head]} }}" for head in HEADS)
    return f"""# Written by training/card.py.
name = "onrecord attribution encoder"
languages = ["en"]
file = "encoder.onnx"
sha256 = "{digest(model)}"
bytes = {model.stat().st_size}
precision = "int8 (dynamic, per channel)"
licence = "Apache-2.0 (weights); see the data below"
training_commit = "{commit}"
recipe = "python -m training.train DATA BASE OUT --epochs 5; python -m training.export \
OUT/epoch-3.pt OUT/epoch-4.pt OUT/epoch-5.pt encoder.onnx"
training = "one seed, bf16 autocast on two CPU cores, about 70 minutes"
intended_use = "find cues of attribution in English news text and, for each, its source and content"
limits = "US political news of 2015-16 taught it; headlines, fiction and chat are out of its field"

[base]
name = "all-MiniLM-L6-v2"
licence = "Apache-2.0"
sha256 = "{digest(options.base / "model.safetensors")}"

[[data]]
name = "PolNeAR 1.0, training part (840 articles)"
licence = "none stated by its authors"
sha256 = "{digest(options.data / "polnear-train.jsonl.gz")}"

[[development]]
name = "PolNeAR 1.0, development part (84 articles)"
licence = "none stated by its authors"
sha256 = "{digest(options.data / "polnear-dev.jsonl.gz")}"

# Token F1 in per cent on the development part, labels alone, no rules.
[scores]
{heads}
"""


if __name__ == "__main__":
    main()
