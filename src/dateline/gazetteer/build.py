"""`python -m dateline.gazetteer.build`: builds the gazetteer of places now, and prints where it is."""

from __future__ import annotations

from dateline.gazetteer.places_build import build, gazetteer_path


def main() -> None:
    """Builds the file unless it is there."""
    path = gazetteer_path()
    if not path.exists():
        build(path)
    print(path)  # noqa: T201


if __name__ == "__main__":
    main()
