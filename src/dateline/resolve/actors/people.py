"""Which of several bearers of a name is meant, and what a person was on the day of the report."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import replace

from dateline.gazetteer.actors import Known, Term, actors_by_id
from dateline.gazetteer.normalise import normalise
from dateline.records import Actor
from dateline.resolve.actors.items import Item

# Offices whose holders are ELI, former officials, once they have left them.
_OFFICIAL = frozenset({"GOV", "LEG", "JUD", "MIL", "SPY", "COP"})

_ADDRESS = frozenset({"mr", "mrs", "ms", "dr", "sir", "lord", "lady", "prof", "hon"})


def choose(known: tuple[Known, ...], day: datetime.date | None, countries: Collection[str]) -> Known | None:
    """The one that a shared name stands for: active by the day, then of a country that the report names; None
    where more than one is left.
    """
    left = [one for one in known if one.active(day)]
    if len(left) > 1:
        left = [one for one in left if one.code in countries] or left
    if len(left) > 1 and day is not None:
        left = [one for one in left if one.until is None or day.year <= one.until] or left
    if len(left) > 1 and len({(one.code, one.sectors) for one in left}) > 1:
        return None
    return left[0] if left else None


def as_actor(known: Known, day: datetime.date | None, *, former: bool = False, titled: bool = False) -> Actor:
    """The actor record of a named actor on a day; `titled` where an office stands before the name: in a report
    without a date it is taken to be held.
    """
    if not known.terms:
        sectors = known.sectors or (actors_by_id()[known.of].sectors if known.of else ())
        derived = "gazetteer:alias" if not known.source else f"gazetteer:{known.source}"
        gone = former and bool(_OFFICIAL & set(sectors))
        return Actor(known.id, known.name, known.code, ("ELI",) if gone else sectors, derived)
    term = held(known, day) or (known.terms[-1] if titled and day is None else None)
    if term is not None and not former:
        since = term.since.isoformat() if term.since else ""
        until = term.until.isoformat() if term.until else ""
        return Actor(known.id, known.name, known.code, term.sectors, f"office:{since}..{until}")
    if former or left_office(known, day):
        # A politician out of office is a former official and still of a party.
        sectors = ("ELI", *(sector for sector in known.sectors if sector != "ELI"))
        return Actor(known.id, known.name, known.code, sectors, "office:former")
    return Actor(known.id, known.name, known.code, known.sectors, "gazetteer:alias")


def held(known: Known, day: datetime.date | None) -> Term | None:
    """The office held on a day; without a day, the one still open."""
    if day is None:
        return next((term for term in reversed(known.terms) if term.until is None), None)
    return next((term for term in reversed(known.terms) if term.covers(day)), None)


def left_office(known: Known, day: datetime.date | None) -> bool:
    """Whether an office of the person had ended by the day."""
    ended = [term for term in known.terms if term.until is not None and (day is None or term.until < day)]
    return any(_OFFICIAL & set(term.sectors) for term in ended)


def in_office(known: Known, office: str, day: datetime.date | None) -> bool:
    """Whether a person held that office on the day; without a day, ever."""
    return any(term.office == office and (day is None or term.covers(day)) for term in known.terms)


def without_namesakes(core: list[Item]) -> list[Item]:
    """Items of a phrase where a surname behind the given name of someone else is a name like any other: nothing is
    known of a farmer who shares the surname of a president.
    """
    found: list[Item] = []
    for item in core:
        before = found[-1] if found else None
        given = before is not None and before.kind == "name" and item.first <= before.last + 2  # 2: a hyphen
        other = item.kind == "actor" and given and item.first == item.last and not _bears(item, found)
        found.append(replace(item, kind="name", known=()) if other else item)
    return found


def _bears(item: Item, before: list[Item]) -> bool:
    """Whether one of the names right before is a given name of the one that the surname stands for; or the item is
    no person.
    """
    names = set()
    for one in reversed(before):
        if one.kind != "name":
            break
        names.add(normalise(one.word))
    if not names - _ADDRESS:
        return True
    people = [known for known in item.known if known.kind == "person"]
    if len(people) < len(item.known):
        return True
    return any(names & set(normalise(name).split()) for known in people for name in (known.name, *known.aliases))
