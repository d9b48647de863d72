"""How much one report may hold."""

from __future__ import annotations

from dateline.errors import TooLarge

MAX_BYTES = 10_000_000  # of one source: file, standard input or page
MAX_CODE_POINTS = 1_000_000  # of one report: some three books


def check_length(text: str, what: str = "a report") -> None:
    """Refuse a text that is longer than one report can be.

    Raises:
        TooLarge: more than a million code points.
    """
    if len(text) > MAX_CODE_POINTS:
        raise TooLarge(
            f"{what} of {len(text):,} characters",
            expected=f"at most {MAX_CODE_POINTS:,}",
            hint="cut it into reports, or write one JSON object a line and use annotate",
        )


def too_many_bytes(seen: str) -> TooLarge:
    """The error for a source that holds too many bytes."""
    return TooLarge(
        seen,
        expected=f"at most {MAX_BYTES // 1_000_000} MB",
        hint="give one report at a time; many reports go as JSON lines to annotate",
    )
