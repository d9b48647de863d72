"""What a command prints in the documentation was printed by it: blocks below a `run:` mark are made again and checked.

    python -m evaluation.docs write | check

A mark is a comment `<!-- run: dateline ... -->`, or with the lines to show, `<!-- run: dateline ... | lines 1-40 -->`,
right above a fenced block. docs/reference/cli.md and errors.md are made whole.
"""

from __future__ import annotations

import inspect
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from evaluation.facts import facts, known_misses

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["README.md", *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md"))]
_MARK = re.compile(
    r"(<!-- run: (?P<command>.+?)(?: \| lines (?P<first>\d+)-(?P<last>\d+))? -->\n```\w*\n).*?(?=^```$)", re.S | re.M
)
_FACTS = re.compile(r"(<!-- facts: begin -->\n).*?(?=<!-- facts: end -->)", re.S)
_COMMANDS = ("", "read", "annotate", "text")


def _output(command: str) -> str:
    """What one of our commands prints, 80 columns wide and without colour."""
    words = shlex.split(command)
    if words[0] != "dateline":
        message = f"only dateline's own commands are run in the documentation, not {words[0]}"
        raise SystemExit(message)
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "TERMINAL_WIDTH": "80"}
    run = [sys.executable, "-m", "dateline", *words[1:]]
    done = subprocess.run(run, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    return done.stdout + done.stderr


def _rerun(match: re.Match[str]) -> str:
    lines = _output(match["command"]).splitlines()
    if match["first"]:
        lines = lines[int(match["first"]) - 1 : int(match["last"])]
    return match[1] + "\n".join(line.rstrip() for line in lines) + "\n"


def _cli_page() -> str:
    """Every command's help, as it prints it."""
    parts = ["# The command line\n\nMade by `make docs` from the commands' own help.\n"]
    for command in _COMMANDS:
        name = f"dateline {command}".strip()
        lines = "\n".join(line.rstrip() for line in _output(f"{name} --help").strip().splitlines())
        parts.append(f"## {name}\n\n```text\n{lines}\n```\n")
    return "\n".join(parts)


def _errors_page() -> str:
    """Every error with its code, from the classes themselves."""
    from dateline import errors

    rows = [
        "# Errors\n",
        "Made by `make docs` from `dateline.errors`. Each message says what was seen, what was",
        "expected and what to try.\n",
        "| code | error | what it means |",
        "|---|---|---|",
    ]
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.DatelineError)]
    rows += [
        f"| {kind.code} | `{kind.__name__}` | {(inspect.getdoc(kind) or '').splitlines()[0]} |"
        for kind in sorted(kinds, key=lambda kind: kind.code)
    ]
    return "\n".join(rows) + "\n"


def _facts_line(match: re.Match[str]) -> str:
    """How many facts hold: all but the known misses, which a test keeps true."""
    total, missing = sum(len(items) for _, _, items in facts()), len(known_misses())
    return f"{match[1]}Today {total - missing} of {total} facts hold ({(total - missing) / total:.2f}).\n"


def made() -> dict[Path, str]:
    """Every page with generated parts, as it should read."""
    pages = {ROOT / "docs/reference/cli.md": _cli_page(), ROOT / "docs/reference/errors.md": _errors_page()}
    for name in PAGES:
        path = ROOT / name
        if path not in pages:
            content = path.read_text(encoding="utf-8")
            if "<!-- run: " in content or "<!-- facts: " in content:
                pages[path] = _FACTS.sub(_facts_line, _MARK.sub(_rerun, content))
    return pages


def main() -> int:
    """Write the pages, or fail where one is stale."""
    stale = []
    for path, content in made().items():
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            stale.append(str(path.relative_to(ROOT)))
            if sys.argv[1:] == ["write"]:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8")
    print(f"stale pages: {', '.join(stale) or 'none'}")
    return 1 if stale and sys.argv[1:] != ["write"] else 0


if __name__ == "__main__":
    sys.exit(main())
