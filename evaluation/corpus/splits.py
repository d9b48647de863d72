"""Train, dev and test by story: 70/10/20. No story stands on two sides."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from evaluation.corpus.layout import Text

SPLITS = ("train", "dev", "test")
_TEST, _DEV = 0.20, 0.30
# These texts are also part of a development set for entities (re3d), so nothing is trained on them.
_NEVER_TRAIN = "re3d-"


def split_of(story: str, *, trainable: bool = True) -> str:
    """The split of a story by the first 32 bits of its name's SHA-256, as a share: test below 0.2, dev below 0.3."""
    share = int(hashlib.sha256(story.encode()).hexdigest()[:8], 16) / 2**32
    if share < _TEST:
        return "test"
    if share < _DEV:
        return "dev"
    return "train" if trainable else "test"


def split_all(texts: Iterable[Text]) -> dict[str, str]:
    """The split of every text by its id."""
    return {text.id: split_of(text.story, trainable=not text.id.startswith(_NEVER_TRAIN)) for text in texts}
