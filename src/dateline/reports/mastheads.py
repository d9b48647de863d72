"""Lines that carry only a date, an hour and words such as "Published": date lines, and what leads them."""

from __future__ import annotations

import re

from dateline.reports.dates import DATE, TIME, WEEKDAY

_LABEL_WORDS = (
    r"(?:first |originally |last )?(?:published|updated|posted|modified|created|issued|released|edited|revised)"
    r"(?: on| at| by| in)?|(?:publication |publish |release |post |issue |last )?date|updated? at|last update|time"
    r"|as of|dateline|published online|updated online|edition"
)
_LABEL = re.compile(rf"\b(?:{_LABEL_WORDS})\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|issued|released|created|(?:publication|publish|release|post|issue) date|date)\b", re.I
)
_UPDATED = re.compile(r"\b(?:updated?|modified|edited|revised)\b", re.IGNORECASE)
_GLUE = re.compile(r"[\s,;:.|/()\[\]•·–—-]+|\b(?:at|on|the|of|in|and)\b", re.IGNORECASE)
_WEEKDAY = re.compile(rf"\b{WEEKDAY}", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST = 120


def is_labelled(core: str) -> bool:
    """Whether the line says what its date is of: "Published", "Updated"."""
    return _LABEL.search(core) is not None


def label(core: str) -> str | None:
    """`published` or `updated` for a line that begins so, else None."""
    first = min(
        ((match.start(), kind) for kind, pattern in (("published", _PUBLISHED), ("updated", _UPDATED))
         if (match := pattern.search(core))),
        default=None,
    )  # fmt: skip
    return first[1] if first else None


def without_dates(core: str) -> str:
    """What is left of a line when dates, hours, weekdays and their labels are taken out; '' for a pure date line."""
    rest = DATE.sub(" ", core)
    rest = TIME.sub(" ", rest)
    rest = _WEEKDAY.sub(" ", _LABEL.sub(" ", rest))
    return rest.strip(" ,;:.|/()[]•·–—-\t")


def is_date_line(core: str) -> bool:
    """Whether a line holds a date or a labelled hour, and nothing else."""
    if len(core) > _LONGEST or not _DIGIT.search(core):
        return False
    if not DATE.search(core) and not (is_labelled(core) and TIME.search(core)):
        return False
    return not _GLUE.sub("", without_dates(core))
