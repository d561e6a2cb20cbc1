"""The encoder: MiniLM-L6 read once for all cues, its upper third once more for each cue.

A word is first asked whether it anchors a cue. For every anchor the states after the lower
layers go through a second copy of the upper layers with the anchor marked, and each word is
given its role in *that* attribution: none, source, cue or content. Links between source and
content, shared sources, split contents and nesting need no further step.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.features import QUOTED_VALUES, SHAPES

WIDTH, HEADS, LAYERS, LOWER, INNER = 384, 12, 6, 4, 1536
MAX_DISTANCE = 48
ROLE_COUNT = 4


class Layer(nn.Module):
    """One BERT layer (post-norm)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm_output = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """The states [rows, pieces, width] one layer up."""
        rows, length, _ = states.shape
        split = (rows, length, HEADS, WIDTH // HEADS)
        query, key, value = (
            part(states).view(split).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        weights = torch.softmax(query @ key.transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + bias, -1)
        mixed = (weights.to(value.dtype) @ value).transpose(1, 2).reshape(rows, length, WIDTH)
        states = self.norm_attention(states + self.dropout(self.output(mixed)))
        inner = functional.gelu(self.inner(states))
        return self.norm_output(states + self.dropout(self.outer(inner)))


class Encoder(nn.Module):
    """``forward`` gives anchor logits and, for the anchors asked for, role logits."""

    def __init__(self, vocabulary: int = 30522, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.quoted = nn.Embedding(QUOTED_VALUES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.cue_layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS - LOWER))
        self.anchor = nn.Linear(WIDTH, 1)
        self.distances = nn.Embedding(2 * MAX_DISTANCE + 1, WIDTH)
        self.cue_state = nn.Linear(WIDTH, WIDTH)
        self.roles = nn.Linear(WIDTH, ROLE_COUNT)
        for fresh in (self.shapes, self.quoted, self.distances):
            nn.init.normal_(fresh.weight, std=0.01)
        nn.init.normal_(self.cue_state.weight, std=0.01)
        nn.init.zeros_(self.cue_state.bias)

    def encode(
        self, pieces: Tensor, mask: Tensor, shapes: Tensor, quoted: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """(states after the lower layers, anchor logits, attention bias)."""
        position = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.pieces(pieces) + self.positions(position)
        states = states + self.shapes(shapes) + self.quoted(quoted)
        states = self.dropout(self.norm(states))
        bias = (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        for layer in self.layers[:LOWER]:
            states = layer(states, bias)
        upper = states
        for layer in self.layers[LOWER:]:
            upper = layer(upper, bias)
        return states, self.anchor(upper).squeeze(-1), bias

    def tag(self, states: Tensor, bias: Tensor, rows: Tensor, anchors: Tensor) -> Tensor:
        """Role logits [cues, pieces, 4] for anchors at (row, piece)."""
        position = torch.arange(states.shape[1], device=states.device)
        distance = (position[None, :] - anchors[:, None]).clamp(-MAX_DISTANCE, MAX_DISTANCE)
        cue = self.cue_state(states[rows, anchors])
        marked = states[rows] + self.distances(distance + MAX_DISTANCE) + cue[:, None, :]
        for layer in self.cue_layers:
            marked = layer(marked, bias[rows])
        return self.roles(marked)


def load_base(model: Encoder, folder: Path) -> None:
    """Fill ``model`` with the base encoder's weights; the cue layers start as its upper layers."""
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
