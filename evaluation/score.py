"""Annotate the development sets with this version and print their scores; floors make quality a test.

    python -m evaluation.score --shared DIR            print the table
    python -m evaluation.score --shared DIR --write    ... and put it into docs/scores.md
    python -m evaluation.score --shared DIR --floors   ... and fail where a figure fell below evaluation/floors.toml

The development sets are third-party texts and no part of this repository. Where DIR is absent this says so and stops.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from typing import Any

from dateline import __version__

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "evaluation" / "floors.toml"
TABLE = ROOT / "docs" / "scores.md"
BEGIN, END = "<!-- scores: begin -->", "<!-- scores: end -->"


def _run(*command: str, out: Path | None = None) -> str:
    """Run a command; its output goes to a file where one is given, else it is returned."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    if out is None:
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
        return done.stdout
    with out.open("w", encoding="utf-8") as stream:
        subprocess.run(command, check=True, stdout=stream, env=environment)
    return ""


def _annotate(given: Path, out: Path, workers: int, *options: str) -> None:
    """Annotate a file; status 1 is no failure as long as every line is answered (some texts are not in English)."""
    command = [sys.executable, "-m", "dateline", "annotate", str(given), "--workers", str(workers), *options]
    with out.open("w", encoding="utf-8") as stream:
        done = subprocess.run(command, check=False, stdout=stream, env={**os.environ, "OMP_NUM_THREADS": "1"})
    asked, answered = (len(path.read_text(encoding="utf-8").split("\n")) for path in (given, out))
    if done.returncode > 1 or asked != answered:
        message = f"annotate ended with {done.returncode}, {answered} of {asked} lines answered"
        raise SystemExit(message)


def _score(shared: Path, folder: Path, workers: int, only: str | None) -> list[dict[str, Any]]:
    """Inputs, annotation and report; `merge` runs by itself, as its scorer asks."""
    scorer, gold = str(shared / "bench" / "score.py"), str(shared / "gold")
    tasks = [only] if only else sorted(path.name for path in (shared / "gold").iterdir() if path.is_dir())
    given, out = folder / "in.jsonl", folder / "out.jsonl"
    rows: list[dict[str, Any]] = []
    plain = [task for task in tasks if task != "merge"]
    with given.open("w", encoding="utf-8") as stream:
        for task in plain:
            stream.write(_run(sys.executable, scorer, "inputs", gold, "--task", task))
    started = time.perf_counter()
    _annotate(given, out, workers)
    print(f"annotated in {time.perf_counter() - started:.0f} s", file=sys.stderr)
    for task in plain:
        report = folder / f"{task}.json"
        _run(sys.executable, scorer, "report", gold, str(out), "--task", task, "--json", str(report))
        rows += json.loads(report.read_text(encoding="utf-8"))
    if "merge" in tasks:
        _run(sys.executable, scorer, "inputs", gold, "--task", "merge", out=given)
        _annotate(given, out, workers, "--merge")
        report = folder / "merge.json"
        _run(sys.executable, scorer, "report", gold, str(out), "--task", "merge", "--json", str(report))
        rows += json.loads(report.read_text(encoding="utf-8"))
    return rows


def _value(value: float | None) -> str:
    return "n/a" if value is None else f"{value:.3f}"


def _table(rows: list[dict[str, Any]]) -> str:
    """The scores as a Markdown table."""
    lines = ["| task | metric | ours | n | best known | whose |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {r['task']} | {r['metric']} | {_value(r['value'])} | {r['n']} | "
        f"{'' if r['best_known'] is None else _value(r['best_known'])} | {r['best_known_of'] or ''} |"
        for r in rows
    ]
    return "\n".join(lines)


def _write(rows: list[dict[str, Any]]) -> None:
    """Put the table between its two marks in docs/scores.md."""
    page = TABLE.read_text(encoding="utf-8")
    head, rest = page.split(BEGIN, 1)
    tail = rest.split(END, 1)[1]
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    body = f"{BEGIN}\nVersion {__version__}, {today}, made by `make score`.\n\n{_table(rows)}\n{END}"
    TABLE.write_text(head + body + tail, encoding="utf-8")


def below_floor(rows: list[dict[str, Any]], floors: dict[str, dict[str, float]]) -> list[str]:
    """A line for each figure under its floor, and for each floor whose figure was not measured."""
    got = {(row["task"], row["metric"]): row["value"] for row in rows}
    lines = []
    for task, metrics in floors.items():
        for metric, floor in metrics.items():
            value = got.get((task, metric))
            if value is None or value < floor:
                lines.append(f"{task}, {metric}: {_value(value)} is below the floor {floor:.3f}")
    return lines


def _exactness(rows: list[dict[str, Any]]) -> list[str]:
    return [
        f"{row['task']}: evidence exact is {_value(row['value'])}, must be 1"
        for row in rows
        if row["metric"] == "evidence exact" and row["value"] not in (None, 1.0)
    ]


def main() -> int:
    """Score, print, and fail below a floor where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--task")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--floors", action="store_true")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    if not (args.shared / "gold").is_dir():
        print(f"scores skipped: no development sets in {args.shared} (they are no part of the repository)")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        rows = _score(args.shared, Path(folder), args.workers, args.task)
    for row in rows:
        best = "" if row["best_known"] is None else f"{_value(row['best_known'])} {row['best_known_of']}"
        print(f"{row['task']:14s} {row['metric']:42s} {_value(row['value']):>7s} {row['n']:7d}  {best}".rstrip())
    if args.write:
        _write(rows)
    if not args.floors:
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    if args.task:
        floors = {args.task: floors.get(args.task, {})}
    failures = below_floor(rows, floors) + _exactness(rows)
    print("\n".join(failures) if failures else "every figure is at or above its floor")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
