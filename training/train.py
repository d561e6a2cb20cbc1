"""Train the encoder on attribution: ``python -m training.train DATA BASE OUT [--epochs N]``.

Resumable: the state after each epoch lies in OUT/last.pt and training goes on from there.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from training.model import Encoder, load_base
from training.prepare import IGNORED, Example, cue_strengths, label, read_rows

PIECES_A_BATCH = 2048
PEAK_RATE = 2e-4
HEAD_RATE = 1e-3
WARM_UP = 0.06
CUES_A_STEP = 64


def main() -> None:
    """Read the arguments, prepare, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with polnear-*.jsonl.gz")
    parser.add_argument("base", type=Path, help="folder of the base encoder")
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    rows = read_rows(options.data / "polnear-train.jsonl.gz")
    strengths = cue_strengths(rows)
    examples = [example for row in rows for example in label(row, strengths, tokenizer)]
    print(f"{len(examples)} passages, {sum(len(e.pieces) for e in examples)} pieces", flush=True)
    run(examples, options)


def run(examples: list[Example], options: argparse.Namespace) -> None:
    """All epochs, going on from the last checkpoint if there is one."""
    model = Encoder()
    load_base(model, options.base)
    fresh = ("anchor.", "roles.", "cue_state.", "distances.", "shapes.", "quoted.")
    named = list(model.named_parameters())
    groups = [
        {"params": [p for n, p in named if not n.startswith(fresh)], "peak": PEAK_RATE},
        {"params": [p for n, p in named if n.startswith(fresh)], "peak": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, lr=PEAK_RATE, weight_decay=0.01, betas=(0.9, 0.98))
    epoch = step = 0
    checkpoint = options.out / "last.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        epoch, step = state["epoch"], state["step"]
    total = options.epochs * len(list(batches(examples, 0)))
    while epoch < options.epochs:
        model.train()
        began, loss_sum, role_sum = time.time(), 0.0, 0.0
        for seen, batch in enumerate(batches(examples, epoch), 1):
            rate = schedule(step / total)
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * rate
            anchor_loss, role_loss = losses(model, batch)
            loss = anchor_loss + role_loss
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            loss_sum += float(anchor_loss.detach())
            role_sum += float(role_loss.detach())
            if seen % 50 == 0:
                print(
                    f"epoch {epoch} step {step}/{total} anchor {loss_sum / seen:.4f} "
                    f"roles {role_sum / seen:.4f} {time.time() - began:.0f} s",
                    flush=True,
                )
        epoch += 1
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
        torch.save({**state, "epoch": epoch, "step": step}, checkpoint)
        torch.save(model.state_dict(), options.out / f"epoch-{epoch}.pt")


def schedule(done: float) -> float:
    """Linear warm-up, then half a cosine to a twentieth."""
    if done < WARM_UP:
        return done / WARM_UP
    return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * (done - WARM_UP) / (1 - WARM_UP)))


def batches(examples: list[Example], epoch: int) -> Iterator[list[Example]]:
    """Batches of like length, in an order of the epoch's own."""
    order = random.Random(epoch)
    ranked = sorted(examples, key=lambda e: len(e.pieces) + order.random() * 12)
    cut: list[list[Example]] = [[]]
    for example in ranked:
        if (len(cut[-1]) + 1) * len(example.pieces) > PIECES_A_BATCH and cut[-1]:
            cut.append([])
        cut[-1].append(example)
    order.shuffle(cut)
    yield from cut


def losses(model: Encoder, batch: list[Example]) -> tuple[torch.Tensor, torch.Tensor]:
    """(anchor loss, role loss) a word, of one batch."""
    length = max(len(example.pieces) for example in batch)
    anchors = torch.full((len(batch), length), IGNORED)
    cues = [(row, *cue) for row, example in enumerate(batch) for cue in example.cues]
    for row, example in enumerate(batch):
        for word, value in enumerate(example.anchors):
            if example.first[word]:
                anchors[row, example.first[word]] = value
    roles = torch.full((len(cues), length), IGNORED)
    for number, (row, _, values) in enumerate(cues):
        for word, value in enumerate(values):
            if batch[row].first[word]:
                roles[number, batch[row].first[word]] = value
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states, logits, bias = model.encode(*tensors(batch, length))
        known = anchors != IGNORED
        anchor_loss = functional.binary_cross_entropy_with_logits(
            logits[known].float(), anchors[known].float(), reduction="sum"
        ) / max(1, int(known.sum()))  # a batch may hold discarded regions alone
        role_loss = torch.zeros(())
        for start in range(0, len(cues), CUES_A_STEP):
            part = cues[start : start + CUES_A_STEP]
            where = torch.tensor([cue[0] for cue in part])
            at = torch.tensor([batch[cue[0]].first[cue[1]] for cue in part])
            tagged = model.tag(states, bias, where, at).float()
            wanted = roles[start : start + CUES_A_STEP]
            role_loss = role_loss + functional.cross_entropy(
                tagged.reshape(-1, 4), wanted.reshape(-1), ignore_index=IGNORED, reduction="sum"
            )
    return anchor_loss * 10, role_loss / max(1, int((roles != IGNORED).sum())) * 2


def tensors(batch: list[Example], length: int) -> tuple[torch.Tensor, ...]:
    """(pieces, mask, shapes, quoted), each [rows, length]."""
    shape = (len(batch), length)
    pieces, mask, shapes, quoted = (torch.zeros(shape, dtype=torch.long) for _ in range(4))
    for row, example in enumerate(batch):
        end = len(example.pieces)
        pieces[row, :end] = torch.tensor(example.pieces)
        mask[row, :end] = 1
        shapes[row, :end] = torch.tensor(example.shapes)
        quoted[row, :end] = torch.tensor(example.quoted)
    return pieces, mask, shapes, quoted


if __name__ == "__main__":
    main()
