"""Train the encoder on all its heads: ``python -m training.train DATA START OUT [--rounds N]``.

START is the folder of the base encoder, or that of a released one to go on from. DATA is the
folder of all sets. A round takes a share of every set; resumable: the state after each round lies
in OUT/last.pt and training goes on from there.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.coreference import gap_documents, gum_documents
from training.events import (
    bag_examples,
    factuality_examples,
    plover_examples,
    side_examples,
    syntax_examples,
    trigger_examples,
)
from training.losses import losses, total
from training.model import Encoder, load_base
from training.names import add_silver, name_examples
from training.prepare import Document, Example, cue_strengths, label, read_rows
from training.released import load_released

PIECES_A_BATCH = 2048
PEAK_RATE = 1.2e-4
HEAD_RATE = 8e-4
WARM_UP = 0.05
MARKED = 0.75
"""Share of the sentences with a known source and target that are read with both marked."""
FRESH = ("heads.", "pairs.", "marks.")
TIMES = {
    "attribution": 2, "gum": 10, "gap": 2, "names": 2.5, "plover": 12, "bags": 2.5, "sides": 5,
    "triggers": 5, "factuality": 3, "syntax": 2,
}  # fmt: skip
"""How often each set is read in all rounds together; small sets more often."""


@dataclass
class Batch:
    """What is read in one step: passages, and the document where they are one."""

    examples: list[Example]
    document: Document | None = None


def main() -> None:
    """Read the arguments, prepare, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with attribution, names, coref, events …")
    parser.add_argument("start", type=Path, help="folder of the base encoder, or of a released one")
    parser.add_argument("out", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json of the base")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(options.tokenizer)
    sets = read_sets(options.data, tokenizer)
    for name, batches in sets.items():
        pieces = sum(len(e.pieces) for batch in batches for e in batch.examples)
        print(f"{name}: {len(batches)} batches, {pieces} pieces, {TIMES[name]} times", flush=True)
    run(sets, options)


def load_tokenizer(path: Path) -> Tokenizer:
    """The base's tokenizer, without padding or truncation."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def read_sets(data: Path, tokenizer: Tokenizer) -> dict[str, list[Batch]]:
    """All sets, cut into batches."""
    return {
        "attribution": cut(attribution_examples(data, tokenizer)),
        "gum": [Batch(one.examples, one) for one in gum_documents(data, tokenizer)],
        "gap": [Batch(one.examples, one) for one in gap_documents(data, tokenizer)],
        "names": cut(name_examples(data, tokenizer)),
        "plover": cut(plover_examples(data, tokenizer), 1024),
        "bags": cut(bag_examples(data, tokenizer)),
        "sides": cut(side_examples(data, tokenizer)),
        "triggers": cut(trigger_examples(data, tokenizer)),
        "factuality": cut(factuality_examples(data, tokenizer)),
        "syntax": cut(syntax_examples(data, tokenizer)),
    }


def attribution_examples(data: Path, tokenizer: Tokenizer) -> list[Example]:
    """PolNeAR with its attributions and with machine-made names."""
    rows = read_rows(data / "attribution" / "polnear-train.jsonl.gz")
    silver = {
        row["id"]: row["ents"]
        for row in read_rows(data / "names" / "polnear-silver-train.jsonl.gz")
    }
    strengths = cue_strengths(rows)
    found = []
    for row in rows:
        examples = label(row, strengths, tokenizer)
        if row["id"] in silver:
            add_silver(examples, row["text"], silver[row["id"]])
        found += examples
    return found


def cut(examples: list[Example], pieces: int = PIECES_A_BATCH) -> list[Batch]:
    """Batches of like length, about ``pieces`` each with the padding."""
    ranked = sorted(examples, key=lambda e: len(e.pieces) + random.random() * 8)
    found: list[list[Example]] = [[]]
    for example in ranked:
        if found[-1] and (len(found[-1]) + 1) * len(example.pieces) > pieces:
            found.append([])
        found[-1].append(example)
    return [Batch(one) for one in found if one]


def plan(sets: dict[str, list[Batch]], rounds: int) -> list[list[Batch]]:
    """The batches of each round in order; every set is spread over all rounds."""
    chance = random.Random(1)
    found: list[list[Batch]] = [[] for _ in range(rounds)]
    for name, batches in sets.items():
        queue: list[Batch] = []
        while len(queue) < TIMES[name] * len(batches):
            queue += chance.sample(batches, len(batches))
        queue = queue[: round(TIMES[name] * len(batches))]
        for number, batch in enumerate(queue):
            found[number * rounds // len(queue)].append(batch)
    for batches in found:
        chance.shuffle(batches)
    return found


def run(sets: dict[str, list[Batch]], options: argparse.Namespace) -> None:
    """All rounds, going on from the last checkpoint if there is one."""
    if (options.start / "words.onnx").is_file():
        model = load_released(options.start)
    else:
        model = load_base(options.start)
    named = list(model.named_parameters())
    groups = [
        {"params": [p for n, p in named if not n.startswith(FRESH)], "peak": PEAK_RATE},
        {"params": [p for n, p in named if n.startswith(FRESH)], "peak": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, lr=PEAK_RATE, weight_decay=0.01, betas=(0.9, 0.98))
    done = step = 0
    checkpoint = options.out / "last.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        done, step = state["round"], state["step"]
    rounds = plan(sets, options.rounds)
    steps = sum(map(len, rounds))
    for number in range(done, len(rounds)):
        model.train()
        train_round(model, optimizer, rounds[number], step, steps)
        step += len(rounds[number])
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
        torch.save({**state, "round": number + 1, "step": step}, checkpoint)
        torch.save(model.state_dict(), options.out / f"round-{number + 1}.pt")


def train_round(
    model: Encoder, optimizer: torch.optim.Optimizer, batches: list[Batch], step: int, steps: int
) -> None:
    """One round; prints the mean losses of the last hundred steps."""
    began, sums, counts = time.time(), defaultdict[str, float](float), defaultdict[str, int](int)
    for seen, batch in enumerate(batches, 1):
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * schedule((step + seen) / steps)
        mark(batch.examples)
        found = losses(model, batch.examples, batch.document)
        optimizer.zero_grad(set_to_none=True)
        total(found).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        for name, value in found.items():
            sums[name] += float(value.detach())
            counts[name] += 1
        if seen % 100 == 0 or seen == len(batches):
            means = " ".join(f"{name} {sums[name] / counts[name]:.4f}" for name in sorted(sums))
            print(f"{step + seen}/{steps} {time.time() - began:.0f} s {means}", flush=True)
            sums.clear()
            counts.clear()


def mark(examples: list[Example]) -> None:
    """Mark the source and target of most sentences whose type is known."""
    for example in examples:
        if example.pair is None or not example.types:
            continue
        example.marks = [0] * len(example.pieces)
        if random.random() < MARKED:
            mark_pieces(example, example.pair)


def mark_pieces(example: Example, pair: tuple[set[int], set[int]]) -> None:
    """1 at the first pieces of the source's words, 2 at those of the target's."""
    for value, words in enumerate(pair, 1):
        for word in words:
            if example.first[word]:
                example.marks[example.first[word]] = value


def schedule(done: float) -> float:
    """Linear warm-up, then half a cosine to a twentieth."""
    if done < WARM_UP:
        return done / WARM_UP
    return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * (done - WARM_UP) / (1 - WARM_UP)))


if __name__ == "__main__":
    main()
