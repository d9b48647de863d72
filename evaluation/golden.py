"""Write the golden annotations again, for review: `git diff tests/golden` shows what a change does to whole reports.

    python -m evaluation.golden [check]

They are made by this script and never edited by hand. `check` writes nothing and fails where one is stale.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from evaluation.facts import FOLDER, facts


def _compact(row: Any) -> str:
    """One item of a layer a line, so that a diff shows what changed."""
    parts = []
    for key, value in row.items():
        if isinstance(value, list):
            body = ",\n".join("  " + json.dumps(item, ensure_ascii=False) for item in value)
            parts.append(f"{json.dumps(key)}: [\n{body}\n]" if value else f"{json.dumps(key)}: []")
        else:
            parts.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def annotated() -> dict[Path, str]:
    """The annotation of every golden report, by the path it belongs at."""
    import dateline
    from dateline.export.annotate import record

    found = {}
    for report, date, _ in facts():
        text = (FOLDER / f"{report}.txt").read_text(encoding="utf-8")
        document = dateline.read(text, date=date, identifier=report)
        found[FOLDER / f"{report}.json"] = _compact(record(document))
    return found


def main() -> int:
    """Write, or check."""
    stale = []
    for path, content in annotated().items():
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            stale.append(path.name)
            if sys.argv[1:] != ["check"]:
                path.write_text(content, encoding="utf-8")
    print(f"{len(stale)} golden annotations changed: {', '.join(stale) or 'none'}")
    return 1 if stale and sys.argv[1:] == ["check"] else 0


if __name__ == "__main__":
    sys.exit(main())
