"""The encoder in the form in which it is shipped: four graphs, made for int8 and for few calls.

- ``encoder``: passages to the states of their pieces. A row may hold several passages one behind
  the other, so that little is padded: pieces attend to those of their own passage alone.
- ``words``: states of words to what their heads say, and to their chance of being an anchor.
- ``cues``: states of passages, once more for each anchor, to the roles of their pieces.
- ``meaning``: mean states of a passage to what it means as a whole.

In int8 one scale serves all that goes into a product, so that a few large values cost the others
their precision. The width of each input channel is therefore evened out between the input and the
weights (SmoothQuant: Xiao et al. 2023), and the few inner units of a layer that grow far larger
than the others are computed apart, in fp32. What each graph computes stays the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.losses import tensors
from training.model import HEAD_WIDTH, LOWER, WIDTH, Encoder, Layer
from training.prepare import Example

LOUD = 16
"""Units of a layer that stay in fp32 where its loudest is far louder than the rest."""
FAR = 1.5
"""How many times louder than the loudest of the others that is. On 16 articles of the samples the
vectors of words are off by 1.6 % of their size for 16 units and by 1.7 % for 48."""
EVENNESS = 0.7
"""How much of an input's width moves into the weights: 0 = nothing, 1 = all. Vectors of words are
off by 3.4 % for 0, by 1.7 % for .5 and by 1.6 % for .7."""


@dataclass
class Widths:
    """The largest absolute value of each channel that went into a layer's products."""

    inner: Tensor
    states: Tensor = field(default_factory=lambda: torch.zeros(WIDTH))
    middle: Tensor = field(default_factory=lambda: torch.zeros(WIDTH))


def measure_widths(encoder: Encoder, examples: Iterable[Example]) -> list[Widths]:
    """The widths of all layers, then of the cue layers, on ``examples`` with their cues."""
    layers = [*encoder.layers, *encoder.cue_layers]
    found = [Widths(torch.zeros(layer.size.inner)) for layer in layers]

    def note(widths: Widths, name: str, values: Tensor) -> None:
        largest = values.abs().reshape(-1, values.shape[-1]).amax(0)
        setattr(widths, name, torch.maximum(getattr(widths, name), largest))

    hooks = []
    for layer, widths in zip(layers, found, strict=True):
        tell = partial(note, widths)
        hooks += [
            layer.query.register_forward_hook(lambda _, given, __, t=tell: t("states", given[0])),
            layer.inner.register_forward_hook(lambda _, given, __, t=tell: t("middle", given[0])),
            layer.outer.register_forward_hook(lambda _, given, __, t=tell: t("inner", given[0])),
        ]
    with torch.no_grad():
        for example in examples:
            states, _, bias = encoder.encode(*tensors([example], len(example.pieces)))
            anchors = torch.tensor([example.first[anchor] for anchor, _ in example.cues])
            if len(anchors):
                encoder.tag(states, bias, torch.zeros_like(anchors), anchors)
    for hook in hooks:
        hook.remove()
    return found


class ShippedLayer(nn.Module):
    """A layer with its three products of attention in one, evened out, its loud units apart."""

    def __init__(self, layer: Layer, widths: Widths) -> None:
        super().__init__()
        parts = (layer.query, layer.key, layer.value)
        weight = torch.cat([part.weight for part in parts]).detach()
        self.heads = layer.size.heads
        self.attention, less = even(weight, torch.cat([part.bias for part in parts]), widths.states)
        self.register_buffer("less", less)
        self.output, self.norm_attention = layer.output, layer.norm_attention
        loud = loud_units(widths.inner)
        quiet = torch.tensor(sorted(set(range(layer.size.inner)) - set(loud.tolist())))
        inner, outer = layer.inner, layer.outer
        self.inner, less_inner = even(
            inner.weight.detach()[quiet], inner.bias[quiet], widths.middle
        )
        self.register_buffer("less_inner", less_inner)
        self.outer = linear(outer.weight[:, quiet], outer.bias)
        self.loud_inner = linear(inner.weight[loud], inner.bias[loud]) if len(loud) else None
        self.loud_outer = linear(outer.weight[:, loud], None) if len(loud) else None
        self.norm_output = layer.norm_output

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """The states [rows, pieces, width] one layer up."""
        rows, length, _ = states.shape
        size = (rows, length, self.heads, HEAD_WIDTH)
        query, key, value = (
            part.reshape(size).transpose(1, 2)
            for part in self.attention(states * self.less).split(self.heads * HEAD_WIDTH, -1)
        )
        weights = torch.softmax(query @ key.transpose(2, 3) * HEAD_WIDTH**-0.5 + bias, -1)
        mixed = (weights @ value).transpose(1, 2).reshape(rows, length, self.heads * HEAD_WIDTH)
        states = self.norm_attention(states + self.output(mixed))
        found = self.outer(functional.gelu(self.inner(states * self.less_inner)))
        if self.loud_inner is not None and self.loud_outer is not None:
            found = found + self.loud_outer(functional.gelu(self.loud_inner(states)))
        return self.norm_output(states + found)


def even(weight: Tensor, bias: Tensor, widths: Tensor) -> tuple[nn.Linear, Tensor]:
    """The product with evened weights, and what its input is to be multiplied by."""
    own = weight.abs().amax(0).clamp(min=1e-3)
    more = widths.clamp(min=1e-3) ** EVENNESS / own ** (1 - EVENNESS)
    more = more / more.median()
    return linear(weight * more, bias), 1 / more


def linear(weight: Tensor, bias: Tensor | None) -> nn.Linear:
    """A product with these weights."""
    made = nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None)
    made.weight = nn.Parameter(weight.detach().clone())
    if bias is not None:
        made.bias = nn.Parameter(bias.detach().clone())
    return made


def loud_units(widths: Tensor) -> Tensor:
    """The numbers of the inner units that are to stay in fp32; none where no unit stands out."""
    ranked, order = widths.sort(descending=True)
    return order[: LOUD if ranked[0] > FAR * ranked[LOUD] else 0]


class Passages(nn.Module):
    """Passages to the states of their pieces after 0, 2, 4 and 6 layers."""

    def __init__(self, encoder: Encoder, widths: list[Widths]) -> None:
        super().__init__()
        self.pieces, self.positions, self.norm = encoder.pieces, encoder.positions, encoder.norm
        self.shapes, self.quoted, self.marks = encoder.shapes, encoder.quoted, encoder.marks
        self.layers = nn.ModuleList(map(ShippedLayer, encoder.layers, widths))

    def forward(
        self,
        pieces: Tensor,
        positions: Tensor,
        passages: Tensor,
        shapes: Tensor,
        quoted: Tensor,
        marks: Tensor,
    ) -> tuple[Tensor, ...]:
        """All [rows, pieces] → four times [rows, pieces, width]."""
        states = self.pieces(pieces) + self.positions(positions)
        states = states + self.shapes(shapes) + self.quoted(quoted) + self.marks(marks)
        levels = [self.norm(states)]
        bias = bias_of(passages)
        for layer in self.layers:
            levels.append(layer(levels[-1], bias))
        return tuple(levels[:: LOWER // 2])


class Words(nn.Module):
    """States of words [words, width] to their vectors and their chances of being an anchor."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.heads, self.anchor = encoder.heads, encoder.anchor

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """[words, width] → [words, WHOLE] and [words]."""
        return self.heads(states), torch.sigmoid(self.anchor(states).squeeze(-1))


class Cues(nn.Module):
    """The passages of cues, one behind the other in a row, to the roles of their pieces."""

    def __init__(self, encoder: Encoder, widths: list[Widths]) -> None:
        super().__init__()
        self.distances, self.cue_state = encoder.distances, encoder.cue_state
        self.roles = encoder.roles
        self.cue_layers = nn.ModuleList(map(ShippedLayer, encoder.cue_layers, widths))

    def forward(
        self, states: Tensor, anchors: Tensor, places: Tensor, cues: Tensor, distances: Tensor
    ) -> Tensor:
        """Roles [rows, pieces, 4] as probabilities.

        ``states`` [all pieces, width] are those after the lower layers, ``anchors`` [cues] the
        numbers of the anchors' pieces among them. [rows, pieces]: ``places``, the number of the
        piece that stands there, ``cues``, which of the anchors it is read for, and ``distances``,
        how far behind it that stands, from 0.
        """
        marked = states[places] + self.distances(distances) + self.cue_state(states[anchors])[cues]
        bias = bias_of(cues)
        for layer in self.cue_layers:
            marked = layer(marked, bias)
        return torch.softmax(self.roles(marked), -1)


def bias_of(parts: Tensor) -> Tensor:
    """What keeps the parts of a row from one another: [rows, 1, pieces, pieces]."""
    return (parts[:, None, :, None] != parts[:, None, None, :]).float() * -1e4
