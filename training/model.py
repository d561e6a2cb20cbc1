"""The encoder: MiniLM-L6 read once for all cues, its upper third once more for each cue.

A word is first asked whether it anchors a cue. For every anchor the states after the lower
layers go through a second copy of the upper layers with the anchor marked, and each word is
given its role in *that* attribution: none, source, cue or content. Links between source and
content, shared sources, split contents and nesting need no further step. All that is said of words
by themselves (names, mentions, events, factuality) is read from the upper layers: see heads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.features import QUOTED_VALUES, SHAPES
from training.heads import PairWeights, WordHeads

WIDTH, HEADS, LAYERS, LOWER, INNER = 384, 12, 6, 4, 1536
HEAD_WIDTH = WIDTH // HEADS
LEVELS = (0, 2, 4, 6)
"""Layers whose mean states tell what a sentence means; 0 = before the first."""
MEANING = 1024
VOCABULARY = 30522
MAX_DISTANCE = 48
ROLE_COUNT = 4
MARKS = 3
"""0 = none, 1 = source, 2 = target of the event that is asked for."""


@dataclass(frozen=True)
class Size:
    """Of a layer: attention heads, each HEAD_WIDTH wide, and inner units."""

    heads: int = HEADS
    inner: int = INNER


def size_of(state: Mapping[str, Tensor]) -> Size:
    """The size of the layers whose weights ``state`` holds."""
    first = state["layers.0.query.weight"], state["layers.0.inner.weight"]
    return Size(len(first[0]) // HEAD_WIDTH, len(first[1]))


class Layer(nn.Module):
    """One BERT layer (post-norm)."""

    def __init__(self, dropout: float, size: Size) -> None:
        super().__init__()
        self.size = size
        wide = size.heads * HEAD_WIDTH
        self.query, self.key, self.value = (nn.Linear(WIDTH, wide) for _ in range(3))
        self.output = nn.Linear(wide, WIDTH)
        self.inner, self.outer = nn.Linear(WIDTH, size.inner), nn.Linear(size.inner, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm_output = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """The states [rows, pieces, width] one layer up."""
        rows, length, _ = states.shape
        split = (rows, length, self.size.heads, HEAD_WIDTH)
        query, key, value = (
            part(states).view(split).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        weights = torch.softmax(query @ key.transpose(2, 3) * HEAD_WIDTH**-0.5 + bias, -1)
        mixed = (weights.to(value.dtype) @ value).transpose(1, 2).reshape(rows, length, -1)
        states = self.norm_attention(states + self.dropout(self.output(mixed)))
        inner = functional.gelu(self.inner(states))
        return self.norm_output(states + self.dropout(self.outer(inner)))


class Encoder(nn.Module):
    """Reads passages; tags the roles of cues; gives words their vectors."""

    def __init__(self, size: Size = Size(), *, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.quoted = nn.Embedding(QUOTED_VALUES, WIDTH)
        self.marks = nn.Embedding(MARKS, WIDTH, padding_idx=0)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout, size) for _ in range(LAYERS))
        self.cue_layers = nn.ModuleList(Layer(dropout, size) for _ in range(LAYERS - LOWER))
        self.anchor = nn.Linear(WIDTH, 1)
        self.distances = nn.Embedding(2 * MAX_DISTANCE + 1, WIDTH)
        self.cue_state = nn.Linear(WIDTH, WIDTH)
        self.roles = nn.Linear(WIDTH, ROLE_COUNT)
        self.heads = WordHeads(WIDTH, dropout)
        self.pairs = PairWeights()
        self.meaning = nn.Sequential(
            nn.Linear(len(LEVELS) * WIDTH, MEANING), nn.GELU(), nn.Linear(MEANING, WIDTH)
        )
        for fresh in (self.shapes, self.quoted, self.distances, self.marks):
            nn.init.normal_(fresh.weight, std=0.01)
        nn.init.zeros_(self.marks.weight[0])
        nn.init.normal_(self.cue_state.weight, std=0.01)
        nn.init.zeros_(self.cue_state.bias)

    def encode(
        self, pieces: Tensor, mask: Tensor, shapes: Tensor, quoted: Tensor, marks: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """(states after the lower layers, states after all, attention bias)."""
        levels, bias = self.climb(pieces, mask, shapes, quoted, marks)
        return levels[LOWER], levels[-1], bias

    def climb(
        self, pieces: Tensor, mask: Tensor, shapes: Tensor, quoted: Tensor, marks: Tensor
    ) -> tuple[list[Tensor], Tensor]:
        """(the states before the first layer and after each, attention bias)."""
        position = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.pieces(pieces) + self.positions(position)
        states = states + self.shapes(shapes) + self.quoted(quoted) + self.marks(marks)
        states = self.dropout(self.norm(states))
        bias = (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        levels = [states]
        for layer in self.layers:
            levels.append(layer(levels[-1], bias))
        return levels, bias

    def tag(self, states: Tensor, bias: Tensor, rows: Tensor, anchors: Tensor) -> Tensor:
        """Role logits [cues, pieces, 4] for anchors at (row, piece)."""
        position = torch.arange(states.shape[1], device=states.device)
        distance = (position[None, :] - anchors[:, None]).clamp(-MAX_DISTANCE, MAX_DISTANCE)
        cue = self.cue_state(states[rows, anchors])
        marked = states[rows] + self.distances(distance + MAX_DISTANCE) + cue[:, None, :]
        for layer in self.cue_layers:
            marked = layer(marked, bias[rows])
        return self.roles(marked)


def mean_states(levels: list[Tensor], mask: Tensor) -> Tensor:
    """[rows, LEVELS · width]: the means of some levels' states over the pieces of each row."""
    states = torch.cat([levels[number] for number in LEVELS], -1)
    weights = mask[:, :, None].to(states.dtype)
    return (states * weights).sum(1) / weights.sum(1)


def load_base(folder: Path) -> Encoder:
    """An encoder with the base's weights; the cue layers start as its upper layers."""
    model = Encoder()
    base = load_file(folder / "model.safetensors")
    base = {name.removeprefix("bert."): value for name, value in base.items()}
    with torch.no_grad():
        model.pieces.weight.copy_(base["embeddings.word_embeddings.weight"])
        types = base["embeddings.token_type_embeddings.weight"][0]
        model.positions.weight.copy_(base["embeddings.position_embeddings.weight"] + types)
        model.norm.weight.copy_(base["embeddings.LayerNorm.weight"])
        model.norm.bias.copy_(base["embeddings.LayerNorm.bias"])
        for number, layer in enumerate(model.layers):
            _copy_layer(layer, base, f"encoder.layer.{number}.")
        for number, layer in enumerate(model.cue_layers):
            _copy_layer(layer, base, f"encoder.layer.{LOWER + number}.")
    return model


def _copy_layer(layer: Layer, base: dict[str, Tensor], prefix: str) -> None:
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "output": "attention.output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "norm_output": "output.LayerNorm",
    }
    for ours, theirs in names.items():
        part = getattr(layer, ours)
        part.weight.copy_(base[prefix + theirs + ".weight"])
        part.bias.copy_(base[prefix + theirs + ".bias"])
