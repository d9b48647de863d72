"""Reads the YAML files of this room, from their compiled form where that is up to date."""

from __future__ import annotations

import functools
import hashlib
import json
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from dateline.errors import ResourceError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
COMPILED = "compiled.json"


def data_folder() -> Traversable:
    """The folder `gazetteer/data`."""
    return resources.files("dateline.gazetteer").joinpath("data")


def digest(text: str) -> str:
    """What tells whether a compiled copy belongs to a text."""
    return hashlib.sha256(text.encode()).hexdigest()


@functools.lru_cache(maxsize=1)
def _compiled() -> dict[str, Any]:
    """The compiled files by path; empty where there are none. JSON loads twenty times faster than YAML."""
    try:
        found: dict[str, Any] = json.loads(data_folder().joinpath(COMPILED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def read_yaml(*path: str) -> Any:
    """The content of a file under `gazetteer/data`. A compiled copy counts only if it was made from the very
    text of the file, so an edited file is always read as it stands.

    Raises:
        ResourceError: the file is missing or is no YAML.
    """
    name = "/".join(path)
    try:
        text = data_folder().joinpath(*path).read_text(encoding="utf-8")
        kept = _compiled().get(name)
        if kept is not None and kept["sha256"] == digest(text):
            return kept["content"]
        # The loader is a safe one: it makes plain values only.
        return yaml.load(text, Loader=_LOADER)  # noqa: S506
    except (OSError, yaml.YAMLError) as error:
        raise ResourceError(name, expected="a readable YAML file", hint="reinstall dateline") from error


def names_in(*path: str) -> list[str]:
    """Names of the YAML files in a folder under `gazetteer/data`, sorted."""
    folder = data_folder().joinpath(*path)
    return sorted(item.name for item in folder.iterdir() if item.name.endswith(".yaml"))
