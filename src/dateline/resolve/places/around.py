"""What the words right around a toponym say about where it can lie."""

from __future__ import annotations

import re

from dateline.gazetteer.countries import Country, country_by_demonym, country_by_name

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

_ON_BORDER = re.compile(
    r"^,? (?:a (?:town|village|city) )?(?:on|near|along|close to|at) (?:the|its) "
    r"(?:(?P<people>[A-Z]\w+(?: [A-Z]\w+)?)(?:['’]s)? (?:border|frontier)\b|"
    r"(?:border|frontier) with (?:the )?(?P<name>[A-Z]\w+(?: [A-Z]\w+)?))"
)


def is_aside(before: str, after: str) -> bool:
    """Whether a name only says which border is meant: "the border with X", "the X border"."""
    return bool(_BORDER_BEFORE.search(before) or _BORDER_AFTER.match(after))


def is_local(before: str, after: str) -> bool:
    """Whether the words make a name a place on the ground that the report is about, such as a village or a town that
    was taken: a namesake abroad that the world knows is then unlikely.
    """
    return bool(_LOCAL_BEFORE.search(before) or _LOCAL_AFTER.match(after))


def border_of(after: str) -> str:
    """The code of the country whose border a name is said to lie on; '' where none is: "X, on the Syrian border",
    "X, near the border with Syria".
    """
    match = _ON_BORDER.match(after)
    if match is None:
        return ""
    people, name = match["people"], match["name"]
    found = country_by_demonym(people) or country_by_name(people) if people else _first_country(name)
    return found.code if found else ""


def _first_country(name: str) -> Country | None:
    return country_by_name(name) or country_by_name(name.split(maxsplit=1)[0])
