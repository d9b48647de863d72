"""Reads the YAML files of this room."""

from __future__ import annotations

from importlib import resources
from typing import Any

import yaml

from dateline.errors import ResourceError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(*path: str) -> Any:
    """The content of a file under `gazetteer/data`.

    Raises:
        ResourceError: the file is missing or is no YAML.
    """
    place = resources.files("dateline.gazetteer").joinpath("data", *path)
    try:
        # The loaders used are the safe ones: they make plain values only.
        return yaml.load(place.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506
    except (OSError, yaml.YAMLError) as error:
        raise ResourceError("/".join(path), expected="a readable YAML file", hint="reinstall dateline") from error


def names_in(*path: str) -> list[str]:
    """Names of the YAML files in a folder under `gazetteer/data`, sorted."""
    folder = resources.files("dateline.gazetteer").joinpath("data", *path)
    return sorted(item.name for item in folder.iterdir() if item.name.endswith(".yaml"))
