"""Train the second look at links: ``python -m training.links FOLDER DATA``.

The encoder's vectors choose the likeliest antecedents of each mention; a small net weighs those
again by what both mentions are. It is trained on GUM's training part as the int8 file in FOLDER
reads it, and written into the file's metadata. The trunk stays as it is.
"""

from __future__ import annotations

import argparse
import base64
import io
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder import Encoder
from onrecord.encoder.link_features import PLAIN, WIDTH
from onrecord.encoder.mention_labels import CANDIDATES, candidates_of
from training.prepare import passages_of, read_rows

INNER = 96
ROUNDS = 12
RATE = 2e-3
NOISE = 0.3
"""Spread of what is added to the score of the vectors in training: they have seen these very texts
and are surer there than elsewhere. The vectors themselves, shown to the net, made it worse."""
SCORE = WIDTH - PLAIN
"""Where in a row the score stands."""


@dataclass
class Case:
    """One mention: its candidates' rows [candidates, WIDTH], and which of them are right."""

    rows: Tensor
    right: Tensor


class Net(nn.Module):
    """A pair's row to what is added to the score of the vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, 1)
        self.dropout = nn.Dropout(0.25)

    def forward(self, rows: Tensor) -> Tensor:
        """[…, WIDTH] → […]."""
        if self.training:
            rows = rows.clone()
            rows[..., SCORE] += NOISE * torch.randn(rows.shape[:-1])
        return self.outer(self.dropout(torch.relu(self.inner(self.dropout(rows))))).squeeze(-1)


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    encoder = Encoder(options.folder)
    train, dev = (read_cases(encoder, options.data, part) for part in ("train", "dev"))
    print(f"{len(train)} mentions to train on, {len(dev)} to look at", flush=True)
    net = train_net(train, dev)
    write_net(net, options.folder / "encoder.onnx")


def read_cases(encoder: Encoder, data: Path, part: str) -> list[Case]:
    """The mentions of GUM that have a candidate."""
    cases = []
    for row in read_rows(data / "coref" / f"ontogum-{part}.jsonl.gz"):
        cluster = {tuple(span): n for n, one in enumerate(row["clusters"]) for span in one}
        table = encoder.table(row["text"], passages_of(row["text"]))
        spans, blocks = candidates_of(table, encoder.pairs, row["text"])
        chain = [cluster.get((one.start, one.end), -1 - n) for n, one in enumerate(spans)]
        number = 0
        for block in blocks:
            ends = np.cumsum(block.sizes)[:-1]
            parts = zip(np.split(block.places, ends), np.split(block.features, ends), strict=True)
            for earlier, rows in parts:
                if len(earlier):
                    right = [chain[one] == chain[number] for one in earlier.tolist()]
                    cases.append(Case(torch.from_numpy(rows), torch.tensor(right)))
                number += 1
    return cases


def train_net(train: list[Case], dev: list[Case]) -> Net:
    """The net with the least loss on ``dev`` of all rounds."""
    net = Net()
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, ROUNDS)
    best, kept = float("inf"), net.state_dict()
    for number in range(ROUNDS):
        net.train()
        order = torch.randperm(len(train)).tolist()
        for start in range(0, len(order), 256):
            loss = loss_of(net, [train[n] for n in order[start : start + 256]])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        schedule.step()
        net.eval()
        with torch.no_grad():
            value = float(loss_of(net, dev))
        print(f"round {number}: dev loss {value:.4f}", flush=True)
        if value < best:
            best, kept = value, {name: one.clone() for name, one in net.state_dict().items()}
    net.load_state_dict(kept)
    return net.eval()


def loss_of(net: Net, cases: list[Case]) -> Tensor:
    """The mean negative log-likelihood of a right antecedent, or of having none."""
    size = max(len(one.rows) for one in cases)
    rows = torch.stack([functional.pad(one.rows, (0, 0, 0, size - len(one.rows))) for one in cases])
    there = torch.stack([torch.arange(size) < len(one.rows) for one in cases])
    right = torch.stack([functional.pad(one.right, (0, size - len(one.right))) for one in cases])
    scores = net(rows).masked_fill(~there, -1e4)
    whole = torch.cat([torch.zeros(len(cases), 1), scores], 1)
    fits = torch.cat([~right.any(1, keepdim=True), right], 1)
    return (torch.logsumexp(whole, 1) - torch.logsumexp(whole.masked_fill(~fits, -1e4), 1)).mean()


def write_net(net: Net, path: Path) -> None:
    """Put the net into the file's metadata, as base64 of an npz of float16."""
    stream = io.BytesIO()
    arrays = {
        name: one.detach().numpy().astype(np.float16) for name, one in net.state_dict().items()
    }
    np.savez_compressed(stream, **arrays)
    model = onnx.load(str(path))
    kept = [one for one in model.metadata_props if one.key != "links"]
    del model.metadata_props[:]
    model.metadata_props.extend(kept)
    model.metadata_props.add(key="links", value=base64.b64encode(stream.getvalue()).decode())
    onnx.save(model, str(path))
    print(json.dumps({"candidates": CANDIDATES, "bytes": len(stream.getvalue())}))


if __name__ == "__main__":
    main()
