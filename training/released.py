"""A released model back to weights that training can go on from.

What ``training.shipped`` made of the layers is undone: weights evened, attention in one, loud units
apart.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from onrecord.encoder.sessions import GRAPHS
from training.model import Encoder, size_of

PREFIXES = {"meaning": "meaning."}
"""What the names of a graph's weights lack."""


def load_released(folder: Path) -> Encoder:
    """An encoder with what the files of ``folder`` hold, given back their scales.

    Heads that the files lack have fresh weights.
    """
    found: dict[str, Tensor] = {}
    for graph in GRAPHS:
        prefix = PREFIXES.get(graph, "")
        weights = read_weights(onnx.load(str(folder / f"{graph}.onnx")))
        found |= {prefix + name: torch.from_numpy(value) for name, value in weights.items()}
    if "pieces.rows" in found:
        found["pieces.weight"] = found.pop("pieces.rows") * found.pop("pieces.scale")
    layers = {name.removesuffix("less") for name in found if name.endswith(".less")}
    for layer in sorted(layers):
        found |= undo(layer, found)
    model = Encoder(size_of(found))
    state = model.state_dict()
    for name, value in found.items():
        if name in state and value.shape == state[name].shape:
            state[name] = value
    model.load_state_dict(state)
    return model


def read_weights(graph: onnx.ModelProto) -> dict[str, np.ndarray]:
    """The parameters of a graph in fp32, by the names of the modules that hold them."""
    stored = {one.name: numpy_helper.to_array(one) for one in graph.graph.initializer}
    found = {name: value.astype(np.float32) for name, value in stored.items() if "::" not in name}
    for node in graph.graph.node:
        if node.op_type not in ("MatMul", "MatMulInteger"):
            continue
        source = next((one for one in node.input if one in stored and stored[one].ndim == 2), "")
        if source:
            weight = stored[source].astype(np.float32)
            if source.endswith("_quantized"):
                stem = source.removesuffix("_quantized")
                weight = (weight - stored[f"{stem}_zero_point"]) * stored[f"{stem}_scale"]
            module = ".".join(node.name.strip("/").split("/")[:-1])
            found[f"{module}.weight"] = np.ascontiguousarray(weight.T, np.float32)
    return found


def undo(layer: str, found: dict[str, Tensor]) -> dict[str, Tensor]:
    """The parameters of one shipped layer as those of a plain one; units in another order."""
    own = {
        name.removeprefix(layer): value for name, value in found.items() if name.startswith(layer)
    }
    attention = own["attention.weight"] * own["less"]
    parts = zip(attention.chunk(3), own["attention.bias"].chunk(3), strict=True)
    plain = {}
    for name, (weight, bias) in zip(("query", "key", "value"), parts, strict=True):
        plain |= {f"{name}.weight": weight, f"{name}.bias": bias}
    inner, bias = own["inner.weight"] * own["less_inner"], own["inner.bias"]
    outer = own["outer.weight"]
    if "loud_inner.weight" in own:
        inner = torch.cat([inner, own["loud_inner.weight"]])
        bias = torch.cat([bias, own["loud_inner.bias"]])
        outer = torch.cat([outer, own["loud_outer.weight"]], 1)
    plain |= {"inner.weight": inner, "inner.bias": bias, "outer.weight": outer}
    return {layer + name: value for name, value in plain.items()}
