"""Make a trained encoder thinner: ``python -m training.prune DATA CHECKPOINT OUT``.

The attention heads and inner units of each layer that matter least to the losses are left out
(first-order Taylor expansion: Molchanov et al. 2017, Michel et al. 2019), and the product that
reads the others is fitted by least squares to give what it gave before. Then the layers are taught
to give the states, word vectors and roles of the whole encoder on the texts of all sets
(distillation). Embeddings and heads stay as they are, so that thresholds and calibration nearly
hold. Resumable: OUT/last.pt; the result is OUT/thin.pt.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.heads import split
from training.losses import losses, tensors, total
from training.model import HEAD_WIDTH, HEADS, LOWER, Encoder, Layer, Size
from training.prepare import Example
from training.train import Batch, cut, load_tokenizer, mark, read_sets, schedule

PIECES_A_BATCH = 1024
WEIGHED = 80
"""Batches on which heads and units are weighed."""
RIDGE = 1e-3
"""What is added to the moments' diagonal, in its means, so that they can be inverted."""
TAUGHT, LEVELS = ("layers.", "cue_layers."), (2, 4, 6)
"""The parameters that learn, and after how many layers states are compared."""
RATE, LATER_RATE = 4e-4, 2e-4
"""The highest learning rate, and that of one that is thin already."""
CUES_A_STEP, CUE_CHANCE = 24, 0.1
WEIGHTS = {"states": 1.0, "vectors": 1.0, "anchors": 2.0, "roles": 2.0}
"""Of the lessons; set by hand, not tuned."""
SHARES = {"attribution": 0.5, "gap": 0.25, "syntax": 0.25}
"""How much of a set a round reads; the whole of those not named."""
SAVED, TOLD = 300, 50


def main() -> None:
    """Read the arguments, prune, teach, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with attribution, names, coref, events …")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json of the base")
    parser.add_argument(
        "--thin", type=Path, help="a checkpoint that is thin already, to go on from"
    )
    parser.add_argument("--heads", type=int, default=8)
    parser.add_argument("--inner", type=int, default=768)
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    random.seed(0)
    options.out.mkdir(parents=True, exist_ok=True)
    whole = Encoder().eval()
    whole.load_state_dict(torch.load(options.checkpoint, weights_only=True))
    sets = read_sets(options.data, load_tokenizer(options.tokenizer))
    thin = Encoder(Size(options.heads, options.inner)).eval()
    last = options.out / "last.pt"
    if options.thin is not None:
        thin.load_state_dict(torch.load(options.thin, weights_only=True))
    elif not last.exists():
        batches = [one for own in sets.values() for one in own]
        thin.load_state_dict(prune(whole, random.sample(batches, WEIGHED), thin.layers[0].size))
    rate = RATE if options.thin is None else LATER_RATE
    teach(thin, whole, sets, Course(last, options.steps, rate))
    torch.save(thin.state_dict(), options.out / "thin.pt")


@dataclass
class Course:
    """Where the state is kept, how many steps there are, and the highest learning rate."""

    last: Path
    steps: int
    rate: float


@dataclass
class Seen:
    """What goes into a product: how much each column matters, and the columns' moments."""

    matters: Tensor
    moments: Tensor


def prune(whole: Encoder, batches: list[Batch], size: Size) -> dict[str, Tensor]:
    """The weights of ``whole`` without what matters least on ``batches``."""
    state = whole.state_dict()
    names = {id(part): name for name, part in whole.named_modules()}
    for layer, (mixed, inner) in weigh(whole, batches).items():
        by_head = mixed.matters.reshape(HEADS, HEAD_WIDTH).sum(1)
        heads = by_head.topk(size.heads).indices.sort().values
        columns = (heads[:, None] * HEAD_WIDTH + torch.arange(HEAD_WIDTH)).flatten()
        units = inner.matters.topk(size.inner).indices.sort().values
        prefix = names[id(layer)]
        for part, kept in (("query", columns), ("key", columns), ("value", columns),
                           ("inner", units)):  # fmt: skip
            for kind in ("weight", "bias"):
                state[f"{prefix}.{part}.{kind}"] = state[f"{prefix}.{part}.{kind}"][kept]
        for part, seen, kept in (("output", mixed, columns), ("outer", inner, units)):
            name = f"{prefix}.{part}.weight"
            state[name] = refit(state[name], seen.moments, kept)
    return state


def refit(weight: Tensor, moments: Tensor, kept: Tensor) -> Tensor:
    """The weight on the columns ``kept`` that gives nearly what ``weight`` gives on all."""
    own = moments[kept][:, kept].double()
    own += RIDGE * own.diagonal().mean() * torch.eye(len(kept))
    return torch.linalg.solve(own, moments[kept].double() @ weight.T.double()).T.float()


def weigh(whole: Encoder, batches: list[Batch]) -> dict[Layer, tuple[Seen, Seen]]:
    """What goes into the product behind each layer's attention, and into its outer one."""
    found: dict[Layer, tuple[Seen, Seen]] = {}
    given: list[tuple[Seen, Tensor]] = []
    hooks = []

    def note(seen: Seen) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def hook(_: nn.Module, arguments: tuple[Tensor, ...]) -> None:
            arguments[0].retain_grad()
            given.append((seen, arguments[0]))

        return hook

    for layer in [*whole.layers, *whole.cue_layers]:
        parts = (layer.output, layer.outer)
        widths = [part.in_features for part in parts]
        found[layer] = first, second = (
            Seen(torch.zeros(widths[0]), torch.zeros(widths[0], widths[0])),
            Seen(torch.zeros(widths[1]), torch.zeros(widths[1], widths[1])),
        )
        hooks += [parts[0].register_forward_pre_hook(note(first))]
        hooks += [parts[1].register_forward_pre_hook(note(second))]
    for batch in batches:
        given.clear()
        total(losses(whole, batch.examples, batch.document)).backward()
        whole.zero_grad(set_to_none=True)
        for seen, values in given:
            if values.grad is not None:
                flat = values.detach().float().reshape(-1, values.shape[-1])
                seen.matters += (flat * values.grad.float().reshape(flat.shape)).abs().sum(0)
                seen.moments += flat.T @ flat
    for hook in hooks:
        hook.remove()
    return found


def teach(thin: Encoder, whole: Encoder, sets: dict[str, list[Batch]], course: Course) -> None:
    """Teach the layers of ``thin`` what ``whole`` gives, going on where the course stands."""
    steps, last = course.steps, course.last
    for name, parameter in thin.named_parameters():
        parameter.requires_grad_(name.startswith(TAUGHT))
    taught = [parameter for parameter in thin.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(taught, lr=course.rate, weight_decay=0.01, betas=(0.9, 0.98))
    done = 0
    if last.exists():
        state = torch.load(last, weights_only=True)
        thin.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        done = state["step"]
    weights = torch.tensor(list(WEIGHTS.values()))
    began, sums = time.time(), torch.zeros(len(WEIGHTS))
    for step, examples in zip(range(done + 1, steps + 1), stream(sets, done), strict=False):
        for group in optimizer.param_groups:
            group["lr"] = course.rate * schedule(step / steps)
        found = lessons(thin, whole, examples)
        optimizer.zero_grad(set_to_none=True)
        (found * weights).sum().backward()
        torch.nn.utils.clip_grad_norm_(taught, 1.0)
        optimizer.step()
        sums += found.detach()
        if step % TOLD == 0:
            told = " ".join(f"{n} {v:.4f}" for n, v in zip(WEIGHTS, sums / TOLD, strict=True))
            print(f"{step}/{steps} {time.time() - began:.0f} s {told}", flush=True)
            sums.zero_()
        if step % SAVED == 0 or step == steps:
            state = {"model": thin.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
            torch.save(state, last)


def stream(sets: dict[str, list[Batch]], seed: int) -> Iterator[list[Example]]:
    """Batches of all sets without end."""
    chance = random.Random(seed)
    every = {name: [e for batch in own for e in batch.examples] for name, own in sets.items()}
    while True:
        chosen: list[Example] = []
        for name, own in every.items():
            chosen += chance.sample(own, round(SHARES.get(name, 1.0) * len(own)))
        mark(chosen)
        batches = cut(chosen, PIECES_A_BATCH)
        chance.shuffle(batches)
        for batch in batches:
            yield batch.examples


def lessons(thin: Encoder, whole: Encoder, examples: list[Example]) -> Tensor:
    """How far what ``WEIGHTS`` names is from what ``whole`` gives."""
    given = tensors(examples, max(len(example.pieces) for example in examples))
    real = given[1] > 0
    with torch.autocast("cpu", dtype=torch.bfloat16):
        with torch.no_grad():
            wanted, bias = whole.climb(*given)
        levels, _ = thin.climb(*given)
    apart = [
        functional.mse_loss(levels[n][real].float(), wanted[n][real].float())
        / wanted[n][real].float().var()
        for n in LEVELS
    ]
    rows, pieces = torch.tensor(
        [(n, piece) for n, e in enumerate(examples) for piece in sorted(set(e.first)) if piece]
    ).unbind(1)
    ours, theirs = (one[-1][rows, pieces].float() for one in (levels, wanted))
    with torch.no_grad():
        right = whole.heads(theirs)
        chances = torch.sigmoid(whole.anchor(theirs).squeeze(-1))
        least = functional.binary_cross_entropy(chances, chances)
    wrong = (thin.heads(ours) - right) ** 2 / (right.var(0) + 1e-3)
    vectors = torch.stack([part.mean() for part in split(wrong).values()]).mean()
    said = thin.anchor(ours).squeeze(-1)
    anchors = functional.binary_cross_entropy_with_logits(said, chances) - least
    likely = torch.nonzero(chances > CUE_CHANCE).squeeze(-1)
    likely = likely[torch.randperm(len(likely))[:CUES_A_STEP]]
    roles = torch.zeros(())
    if len(likely):
        place = rows[likely], pieces[likely]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            with torch.no_grad():
                tagged = whole.tag(wanted[LOWER], bias, *place)
            told = thin.tag(levels[LOWER], bias, *place)
        inside = real[place[0]]
        roles = functional.kl_div(
            *(torch.log_softmax(one[inside].float(), -1) for one in (told, tagged)),
            reduction="batchmean",
            log_target=True,
        )
    return torch.stack([torch.stack(apart).mean(), vectors, anchors, roles])


if __name__ == "__main__":
    main()
