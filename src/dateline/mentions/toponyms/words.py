"""The word lists of toponym recognition, as sets."""

from __future__ import annotations

import functools
from importlib import resources
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@functools.lru_cache(maxsize=1)
def word_lists() -> dict[str, frozenset[str]]:
    """List name -> its words, from `toponyms.yaml`."""
    text = resources.files("dateline.mentions.toponyms").joinpath("toponyms.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=_LOADER)  # noqa: S506 -- the safe loader, or its C twin
    return {name: frozenset(str(word) for word in words) for name, words in data.items()}
