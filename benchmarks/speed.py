"""How long does Dateline take beside the parser alone, on the same reports, in the same run?

    python benchmarks/speed.py [--reports DIR] [--rounds N]

Prints the time of the spaCy pipeline alone and of the warm library call, a report of about 400 words each, their ratio,
and the time and memory of one cold `dateline read`. Only the ratio is comparable between machines.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parent.parent
WORDS = 400


def _texts(folder: Path) -> list[str]:
    """The golden reports without page furniture, which Dateline leaves unread, joined to texts of about 400 words."""
    from dateline.reports.intake import from_text

    words: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        words += (from_text(path.read_text(encoding="utf-8")).report.text + "\n\n").split(" ")
    return [" ".join(words[at : at + WORDS]) for at in range(0, max(len(words) - WORDS, 1), WORDS)]


def _rounds(work: Callable[[str], object], texts: list[str], rounds: int) -> list[float]:
    """Seconds a report, one figure a round."""
    figures = []
    for _ in range(rounds):
        started = time.perf_counter()
        for text in texts:
            work(text)
        figures.append((time.perf_counter() - started) / len(texts))
    return figures


def _cold(path: Path) -> tuple[float, float]:
    """Seconds and MB of one `dateline read` in a fresh process."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "dateline", "read", str(path), "--format", "jsonl"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - started
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=Path, default=ROOT / "tests" / "golden" / "reports")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()

    import dateline
    from dateline.language.parser import load

    texts = _texts(args.reports)
    parser_alone = load()
    parser_alone(texts[0])
    dateline.read(texts[0], date="2024-03-01")
    alone, ours = [], []
    for _ in range(args.rounds):
        alone += _rounds(parser_alone, texts, 1)
        ours += _rounds(lambda text: dateline.read(text, date="2024-03-01"), texts, 1)
    ratio = statistics.median(b / a for a, b in zip(alone, ours, strict=True))
    print(f"reports of {WORDS} words     {len(texts)}")
    print(f"spaCy pipeline alone     {statistics.median(alone) * 1000:7.1f} ms a report")
    print(f"dateline.read, warm      {statistics.median(ours) * 1000:7.1f} ms a report")
    print(f"ratio (2.0 is the limit) {ratio:7.2f}")
    seconds, megabytes = _cold(sorted(args.reports.glob("*.txt"))[0])
    print(f"dateline read, cold      {seconds:7.2f} s (5 is the limit), {megabytes:.0f} MB (1,200 is the limit)")
    return 0 if ratio <= 2.0 and seconds < 5 and megabytes < 1200 else 1


if __name__ == "__main__":
    sys.exit(main())
