"""The rules of the house that a tool can check: small rooms, no stray prints, names of this project alone."""

from __future__ import annotations

import ast
import pathlib
import subprocess
import tomllib

import pytest

import dateline

ROOT = pathlib.Path(__file__).parents[1]
MODULES = sorted((ROOT / "src").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_rooms_are_small(path: pathlib.Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 450, "split the module: one reason to change"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno <= 60, f"{node.name} is too long"


def test_public_names_are_sorted_and_exist() -> None:
    assert list(dateline.__all__) == sorted(dateline.__all__)
    assert all(hasattr(dateline, name) for name in dateline.__all__)


def test_version_agrees_with_the_package_and_the_changelog() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == dateline.__version__
    assert f"## [{dateline.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_torch_at_run_time() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert not [name for name in project["dependencies"] if name.startswith(("torch", "transformers"))]


def test_importing_is_light() -> None:
    code = "import sys, dateline; print('spacy' in sys.modules)"
    done = subprocess.run([__import__("sys").executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False", "the parser is loaded when it is needed, not on import"
