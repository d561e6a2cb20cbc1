"""Write the trained encoder as one int8 ONNX file: ``python -m training.export CHECKPOINT… OUT``.

Of several checkpoints the weights are averaged (the last epochs of one run make a better model).

The graph takes a batch of passages and a threshold, finds the anchors itself and tags each of them
in the same run. Inputs [rows, pieces]: pieces, mask, shapes, quoted, marks, askable (1 where a word
that may be an anchor begins); threshold []. Outputs: anchors [rows, pieces] (probabilities), cues
[cues, 2] (row, piece), roles [cues, pieces, 4] (probabilities), words [rows, pieces, WHOLE] (see
``onrecord.encoder.layout``), meaning [rows, width] (the passage as a whole, of any length). The
tables of pairs are in the file's metadata.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from onrecord.encoder.encoder import MEANING, OUTPUTS
from training.heads import PairWeights
from training.model import LOWER, Encoder, mean_states

INPUTS = ("pieces", "mask", "shapes", "quoted", "marks", "askable", "threshold")

WHOLE = (
    "/roles/", "/anchor/", "/heads/",
    "/layers.0/outer/", "/layers.1/outer/", "/layers.2/outer/", "/cue_layers.0/outer/",
)  # fmt: skip
"""What stays in fp32. With the outer products of the first layers in int8, whose inputs have a few
large values, names lose .44, quad classes .39, links .54 and sources of attributions .33 points."""


class Graph(nn.Module):
    """The encoder with the choice of anchors inside."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(
        self,
        pieces: Tensor,
        mask: Tensor,
        shapes: Tensor,
        quoted: Tensor,
        marks: Tensor,
        askable: Tensor,
        threshold: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """See the module."""
        levels, bias = self.encoder.climb(pieces, mask, shapes, quoted, marks)
        states, upper = levels[LOWER], levels[-1]
        anchors = torch.sigmoid(self.encoder.anchor(upper).squeeze(-1)) * askable
        cues = torch.nonzero(anchors > threshold)
        roles = self.encoder.tag(states, bias, cues[:, 0], cues[:, 1])
        meaning = self.encoder.meaning(mean_states(levels, mask))
        return anchors, cues, torch.softmax(roles, -1), self.encoder.heads(upper), meaning


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
    parser.add_argument("out", type=Path, help="the int8 file; the fp32 file lies beside it")
    options = parser.parse_args()
    encoder = Encoder()
    encoder.load_state_dict(average(options.checkpoints))
    full = options.out.with_suffix(".fp32.onnx")
    write_graph(encoder.eval(), full)
    ready = options.out.with_suffix(".rows.onnx")
    encoder.pieces = RowScaled(encoder.pieces.weight.detach())
    write_graph(encoder, ready)
    quantise(ready, options.out)
    ready.unlink()
    for path in (full, options.out):
        add_tables(encoder.pairs, path)
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def average(checkpoints: list[Path]) -> dict[str, Tensor]:
    """The mean of the weights of ``checkpoints``."""
    states = [torch.load(path, weights_only=True) for path in checkpoints]
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def write_graph(encoder: Encoder, path: Path) -> None:
    """The fp32 graph, with free numbers of rows and pieces."""
    shape = (2, 16)
    whole = torch.ones(shape, dtype=torch.long)
    example = (whole, whole, whole, whole, whole, torch.ones(shape), torch.tensor(0.3))
    free = {name: {0: "rows", 1: "pieces"} for name in (*INPUTS[:6], "anchors", "words")}
    torch.onnx.export(
        Graph(encoder).eval(),
        example,
        str(path),
        input_names=list(INPUTS),
        output_names=[*OUTPUTS, MEANING],
        dynamic_axes={
            **free,
            "meaning": {0: "rows"},
            "cues": {0: "cues"},
            "roles": {0: "cues", 1: "pieces"},
        },
        opset_version=17,
        dynamo=False,
    )


def quantise(full: Path, small: Path) -> None:
    """Weights of the matrix products to int8, one scale a channel."""
    ready = full.with_suffix(".ready.onnx")
    quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
    keep = [
        node.name
        for node in onnx.load(str(ready)).graph.node
        if any(name in node.name for name in WHOLE)
    ]
    quantize_dynamic(
        str(ready),
        str(small),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=False,
        nodes_to_exclude=keep,
        op_types_to_quantize=["MatMul", "Gemm"],
    )
    ready.unlink()


def add_tables(pairs: PairWeights, path: Path) -> None:
    """Write the tables of pairs into the file's metadata."""
    model = onnx.load(str(path))
    tables = {name: values.tolist() for name, values in pairs.state_dict().items()}
    model.metadata_props.add(key="pairs", value=json.dumps(tables))
    onnx.save(model, str(path))


if __name__ == "__main__":
    main()
