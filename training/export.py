"""Write the trained encoder as int8 ONNX files: ``python -m training.export CHECKPOINT… DATA OUT``.

Of several checkpoints the weights are averaged (the last epochs of one run make a better model).
OUT gets the four graphs of ``training.shipped``, and OUT/fp32 the same before rounding. The tables
of pairs are in the metadata of the first.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import NamedTuple

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.encoder.sessions import GRAPHS, LEVEL_NAMES, PASSAGE_INPUTS
from training.heads import PairWeights
from training.model import LEVELS, WIDTH, Encoder, size_of
from training.prepare import Example
from training.shipped import Cues, Passages, Words, measure_widths
from training.train import attribution_examples, load_tokenizer

WHOLE = ("/roles/", "/loud_", "/anchor/", "/factuality/")
"""Products that stay in fp32."""
EXAMPLES = 400
"""Passages of PolNeAR's training part on which the widths of values are measured."""
GRID = {0: "rows", 1: "pieces"}


class RowScaled(nn.Module):
    """An embedding in int8 with one scale a row: a few large rows cost the others no precision."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, numbers: Tensor) -> Tensor:
        """The rows ``numbers`` in fp32."""
        return self.rows[numbers].float() * self.scale[numbers]


def main() -> None:
    """Export, quantise and say the sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path, help="a folder; the fp32 files lie in a folder in it")
    parser.add_argument("--tokenizer", type=Path, required=True)
    options = parser.parse_args()
    state = average(options.checkpoints)
    encoder = Encoder(size_of(state))
    encoder.load_state_dict(state)
    examples = attribution_examples(options.data, load_tokenizer(options.tokenizer))[:EXAMPLES]
    full, ready = options.out / "fp32", options.out / "ready"
    write_graphs(encoder.eval(), examples, full)
    encoder.pieces = RowScaled(encoder.pieces.weight.detach())
    write_graphs(encoder, examples, ready)
    for name in GRAPHS:
        quantise(ready / f"{name}.onnx", options.out / f"{name}.onnx")
        print(f"{name}: {(options.out / f'{name}.onnx').stat().st_size / 1e6:.1f} MB")
    shutil.rmtree(ready)
    for folder in (full, options.out):
        add_tables(encoder.pairs, folder / "encoder.onnx")


def average(checkpoints: list[Path]) -> dict[str, Tensor]:
    """The mean of the weights of ``checkpoints``."""
    states = [torch.load(path, weights_only=True) for path in checkpoints]
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def write_graphs(encoder: Encoder, examples: list[Example], folder: Path) -> None:
    """The fp32 graphs, with free numbers of rows, pieces, words and cues."""
    folder.mkdir(parents=True, exist_ok=True)
    widths = measure_widths(encoder, examples)
    count = len(encoder.layers)
    grid, row = torch.ones((2, 16), dtype=torch.long), torch.ones(2, dtype=torch.long)
    states = torch.zeros((20, WIDTH))
    write(
        Graph("encoder", Passages(encoder, widths[:count])),
        (grid,) * len(PASSAGE_INPUTS),
        dict.fromkeys(PASSAGE_INPUTS, GRID),
        dict.fromkeys(LEVEL_NAMES, GRID),
        folder,
    )
    write(
        Graph("words", Words(encoder)),
        (states,),
        {"states": {0: "words"}},
        {"words": {0: "words"}, "anchors": {0: "words"}},
        folder,
    )
    write(
        Graph("cues", Cues(encoder, widths[count:])),
        (states, row, grid, grid, grid),
        {"states": {0: "all"}, "anchors": {0: "cues"}}
        | dict.fromkeys(("places", "cues", "distances"), GRID),
        {"roles": GRID},
        folder,
    )
    write(
        Graph("meaning", encoder.meaning),
        (torch.zeros((2, len(LEVELS) * WIDTH)),),
        {"means": {0: "rows"}},
        {"meaning": {0: "rows"}},
        folder,
    )


class Graph(NamedTuple):
    """A part of the encoder that becomes a file of this name."""

    name: str
    part: nn.Module


def write(
    graph: Graph,
    example: tuple[Tensor, ...],
    inputs: dict[str, dict[int, str]],
    outputs: dict[str, dict[int, str]],
    folder: Path,
) -> None:
    """One graph as a file; inputs and outputs with their free axes."""
    torch.onnx.export(
        graph.part.eval(),
        example,
        str(folder / f"{graph.name}.onnx"),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes=inputs | outputs,
        opset_version=17,
        dynamo=False,
    )


def quantise(full: Path, small: Path) -> None:
    """Weights of the matrix products to int8, one scale a channel."""
    keep = [
        name
        for node in onnx.load(str(full)).graph.node
        if any(part in node.name for part in WHOLE)
        for name in (node.name, f"{node.name}_MatMul")  # what a Gemm is made into
    ]
    quantize_dynamic(
        str(full),
        str(small),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=False,
        nodes_to_exclude=keep,
        op_types_to_quantize=["MatMul", "Gemm"],
    )


def add_tables(pairs: PairWeights, path: Path) -> None:
    """Write the tables of pairs into the file's metadata."""
    model = onnx.load(str(path))
    tables = {name: values.tolist() for name, values in pairs.state_dict().items()}
    model.metadata_props.add(key="pairs", value=json.dumps(tables))
    onnx.save(model, str(path))


if __name__ == "__main__":
    main()
