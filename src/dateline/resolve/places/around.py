"""What the words right around a toponym say about where it can lie."""

from __future__ import annotations

import re

_BORDER_BEFORE = re.compile(
    r"\b(?:border|borders|frontier|boundary)(?: area| region)? (?:with|between|to) $", re.IGNORECASE
)
_BORDER_AFTER = re.compile(r"^(?:['’]s)? (?:border|frontier)\b", re.IGNORECASE)
_LOCAL_BEFORE = re.compile(
    r"\b(?:(?:village|hamlet|township|settlement|camp) of|retook|retaken|recaptured|recapturing|captured|capturing|"
    r"seized|seizing|overran|overrunning|stormed|besieged|liberated) (?:the (?:village|town) of )?$",
    re.IGNORECASE,
)
_LOCAL_AFTER = re.compile(r"^ (?:village|hamlet|township|settlement)\b", re.IGNORECASE)


def is_aside(before: str, after: str) -> bool:
    """Whether a name only says which border is meant: "the border with X", "the X border"."""
    return bool(_BORDER_BEFORE.search(before) or _BORDER_AFTER.match(after))


def is_local(before: str, after: str) -> bool:
    """Whether the words make a name a place on the ground that the report is about, such as a village or a town that
    was taken: a namesake abroad that the world knows is then unlikely.
    """
    return bool(_LOCAL_BEFORE.search(before) or _LOCAL_AFTER.match(after))
