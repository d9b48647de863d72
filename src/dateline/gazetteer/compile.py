"""Writes `data/compiled.json`, the quick form of the YAML files: python -m dateline.gazetteer.compile."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from dateline.gazetteer.data_files import COMPILED, data_folder, digest, names_in


def compiled() -> dict[str, Any]:
    """Countries, peoples, roles and actors as plain values, each with the digest of the file that it was made from."""
    paths = ["countries.yaml", "peoples.yaml", "roles.yaml", *(f"actors/{name}" for name in names_in("actors"))]
    made: dict[str, Any] = {}
    for path in paths:
        text = data_folder().joinpath(*path.split("/")).read_text(encoding="utf-8")
        made[path] = {"sha256": digest(text), "content": yaml.safe_load(text)}
    return made


def main() -> None:
    """Write the file into the source tree."""
    target = Path(str(data_folder())) / COMPILED
    rows = (f"{json.dumps(path)}: {json.dumps(row, ensure_ascii=False)}" for path, row in compiled().items())
    target.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
