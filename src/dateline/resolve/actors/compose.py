"""From a phrase to an actor, by composition: whose (a country, a group) and what (a role)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection

from dateline.gazetteer.actors import index
from dateline.gazetteer.countries import Country, country_by_code
from dateline.gazetteer.normalise import normalise
from dateline.gazetteer.roles import Role
from dateline.records import Actor
from dateline.resolve.actors.items import Item
from dateline.resolve.actors.people import as_actor, choose, in_office, without_namesakes
from dateline.resolve.actors.phrase import Phrase, head

# Those who leave office become ELI; a former rebel or farmer is no elite.
_OFFICIAL = frozenset({"GOV", "LEG", "JUD", "SPY", "MIL", "COP"})
_ARMED = frozenset({"REB", "PRM", "UAF"})
_STATE_ARMS = frozenset({"MIL", "COP", "GOV"})
# Sectors of a modifier that are worth a second place behind the head's own.
_SECOND = frozenset(
    {"MIL", "COP", "OPP", "EDU", "REL", "PTY", "JRN", "LAB", "MED", "REF", "AGR", "BUS", "SPY", "JUD", "LEG"}
)
# "Troops in X" may be anyone's; "police in X" are X's.
_MAY_BE_FOREIGN = frozenset(
    {
        "troop",
        "troops",
        "soldier",
        "force",
        "forces",
        "serviceman",
        "peacekeeper",
        "contingent",
        "diplomat",
        "ambassador",
    }
    | {"tourist", "foreigner", "foreign fighter", "journalist", "correspondent", "embassy", "consulate", "mercenary"}
    | {"expatriate", "visitor", "contractor", "warplane", "aircraft", "jet", "destroyer", "warship", "mission", "envoy"}
    | {"peacekeeping mission", "peacekeeping force", "multinational force", "coalition force", "coalition forces"}
    | {"special envoy", "observer", "marine", "occupation force", "occupation forces", "aid worker"}
)
# Sectors of a religion or a people: "Christian forces" are no state's.
_PEOPLES = frozenset({"REL", "CVL"})
# Heads of anything that has a head: a club's president is no head of state.
_HEADS_OF_ANYTHING = frozenset({"president", "vice president", "vice-president", "first vice president", "company"})
_DIRECTIONS = frozenset({"northern", "southern", "eastern", "western", "nearby", "neighbouring", "neighboring"})
_GROUPLIKE = frozenset({"member", "group"})

PlaceCountry = Callable[[list[Item]], Country | None]


class Composer:
    """Resolves phrases of one report. `named` are the codes of countries that the report names; `place_country`
    gives the country of a place at the head of some items.
    """

    def __init__(self, day: datetime.date | None, named: Collection[str], place_country: PlaceCountry) -> None:
        self.day = day
        self.named = named
        self.place_country = place_country

    def actor(self, phrase: Phrase, type_: str) -> Actor | None:
        """Whom a phrase stands for; None where nothing in it is known."""
        phrase = Phrase(without_namesakes(phrase.core), phrase.tails)
        core = phrase.core
        at = head(core)
        if at is None:
            return self._unknown_head(phrase, type_)
        item = core[at]
        if item.kind == "actor":
            former = any(i.kind == "former" for i in core[:at])
            return self._titled(item, [i.role for i in core[:at] if i.role and not i.role.other], former=former)
        if item.kind == "role" and item.role is not None:
            return self._role(phrase, at, item.role)
        return self._people(phrase, at)

    def _titled(self, item: Item, titles: list[Role], *, former: bool) -> Actor | None:
        """A named actor behind titles; they say what a person was of whom no list knows it for that day."""
        actor = self._named(item, former=former, titled=bool(titles))
        sectors = next((title.sectors for title in reversed(titles) if title.sectors), ())
        if actor is None or actor.sectors or not sectors:
            return actor
        return Actor(actor.id, actor.name, actor.code, _left(sectors) if former else sectors, actor.derived)

    def _named(self, item: Item, *, former: bool, titled: bool = False) -> Actor | None:
        known = choose(item.known, self.day, self.named)
        return as_actor(known, self.day, former=former, titled=titled) if known else None

    def country_of(self, item: Item) -> Country | None:
        """The country an item names; of those that share a name, the one that the report names elsewhere."""
        if not item.unsure:
            return item.country
        for other in item.unsure:
            if other.code in self.named and (item.country is None or item.country.code not in self.named):
                return other
        return item.country

    def _before_noun(self, phrase: Phrase, item: Item) -> Country | None:
        """The country of an item that stands before a noun; "Georgia judge" is no judge of the country's."""
        country = self.country_of(item)
        if country and country.as_modifier and item.kind == "country":
            bare = any(other.first == item.last + 1 for other in phrase.core)  # no possessive between
            return country_by_code(country.as_modifier) if bare else country
        return country

    def _role(self, phrase: Phrase, at: int, role: Role) -> Actor | None:
        """A phrase whose head is a role."""
        before = [item for item in phrase.core[:at] if item.lends]
        holder = self._holder(phrase, at, role, before)
        if holder:
            return holder
        owner = None if role.other else self._owner(phrase, before, role)
        code = self._code(phrase, before, role, owner)
        if owner and (role.kind in _GROUPLIKE or self._same_kind(owner, role)) and code in ("", owner.code):
            former = any(item.kind == "former" for item in before)
            return owner if not former else Actor(owner.id, owner.name, owner.code, _left(owner.sectors), owner.derived)
        sectors = self._sectors(phrase, before, role, owner)
        if any(item.kind == "former" for item in before):
            sectors = _left(sectors)
        if not code and not sectors:
            return None
        rule = "+".join(
            sorted({item.kind for item in before if item.kind in ("country", "people", "actor")} | {"role"})
        )
        return _composed(code, sectors, role.name, f"composition:{rule}")

    def _holder(self, phrase: Phrase, at: int, role: Role, before: list[Item]) -> Actor | None:
        """The one who held the office under that surname on the day: "President X"."""
        names = phrase.core[at + 1 :]
        if role.kind != "office" or not names or any(item.kind == "former" for item in before):
            return None
        surname = " ".join(normalise(item.word) for item in names)
        country = next((c for c in map(self.country_of, before) if c), None)
        held = [
            known
            for known in index().surnames.get(surname, ())
            if (country is None or known.code == country.actor_code) and in_office(known, role.lemma, self.day)
        ]
        return as_actor(held[0], self.day, titled=True) if len(held) == 1 else None

    def _owner(self, phrase: Phrase, before: list[Item], role: Role) -> Actor | None:
        """The named actor that the role belongs to: "Hamas fighters", "leader of Hamas"."""
        for item in reversed(before):
            if item.kind == "actor":
                return self._named(item, former=False)
        if role.sectors and role.kind == "people":
            return None
        for item in phrase.following("of", "for", "from", "with")[:2]:
            if item.kind == "actor" and item.lends:
                return self._named(item, former=False)
        return None

    def _same_kind(self, owner: Actor, role: Role) -> bool:
        """Whether the role only says again what the actor is: "Houthi rebels", "Wagner mercenaries"."""
        return bool(_ARMED & set(owner.sectors)) and (role.weak or bool((_ARMED | {"MIL", "PTY"}) & set(role.sectors)))

    def _code(self, phrase: Phrase, before: list[Item], role: Role, owner: Actor | None) -> str:
        if not role.other:
            found = next((c for c in (self._before_noun(phrase, item) for item in before) if c), None)
            if found:
                return found.actor_code
            if owner and owner.code:
                return owner.code
        place = None if role.other else self.place_country(before)
        openers = ["of", "from", "for"]
        if role.lemma not in _MAY_BE_FOREIGN:
            openers += ["in", "at", "based", "inside", "within", "across"]
        if place is None:
            place = self._place_behind(phrase, openers)
        return place.actor_code if place else ""

    def _place_behind(self, phrase: Phrase, openers: list[str]) -> Country | None:
        for opener, items in phrase.tails:
            if opener not in openers:
                continue
            for item in items:
                if item.kind in ("country", "people") and item.lends:
                    return self.country_of(item)
            place = self.place_country(items)
            if place:
                return place
        return None

    def _sectors(self, phrase: Phrase, before: list[Item], role: Role, owner: Actor | None) -> tuple[str, ...]:
        roles = [item.role for item in reversed(before) if item.role and item.role.sectors]
        mods = [other.sectors for other in roles if other.kind != "people" or other.sectors != ("CVL",)]
        if role.weak:
            return self._lent_sectors(phrase, mods, role, owner)
        own = role.sectors
        if role.lemma in _HEADS_OF_ANYTHING and not owner:
            own = next((s for s in self._sectors_behind(phrase) if "GOV" not in s), own)
        if owner and owner.sectors and owner.code and not (_ARMED & set(owner.sectors)):
            return _joined(owner.sectors, own) if set(own) <= {"GOV"} else _joined(own, owner.sectors)
        for sectors in mods:
            if _ARMED & set(sectors) and _STATE_ARMS & set(own):
                return sectors
            # "Union government" is a federation's, not a trade union's.
            if set(sectors) <= _SECOND and not (sectors == ("LAB",) and "GOV" in own):
                return _joined(own, sectors)
        return own

    def _lent_sectors(
        self, phrase: Phrase, mods: list[tuple[str, ...]], role: Role, owner: Actor | None
    ) -> tuple[str, ...]:
        """Sectors of a weak head: those of the words before it, of its owner, of what follows "of"; else its own."""
        choices = mods + ([owner.sectors] if owner and owner.sectors else []) + self._sectors_behind(phrase)
        if not choices:
            return role.sectors
        if role.sectors == ("MIL",) and set(choices[0]) <= _PEOPLES:
            return _joined(("UAF",), choices[0])
        return choices[0]

    def _sectors_behind(self, phrase: Phrase) -> list[tuple[str, ...]]:
        """Sectors of the roles behind: "members of the rebel army"."""
        after = phrase.following("of", "for", "from")
        return [item.role.sectors for item in after if item.role and item.role.sectors and item.lends]

    def _people(self, phrase: Phrase, at: int) -> Actor | None:
        """A phrase whose head is a country or the word for its people."""
        item = phrase.core[at]
        if item.kind == "country" and self._part_of_name(phrase.core[:at]):
            return None
        ethnic = any(i.word == "ethnic" for i in phrase.core[:at])
        first = next((i for i in phrase.core[:at] if i.kind in ("country", "people") and i.lends), None)
        behind = self._place_behind(phrase, ["of", "in", "from"]) if item.kind == "people" else None
        country = behind if ethnic or (behind and not first) else self.country_of(first or item)
        several = item.kind == "people" and (ethnic or first is not None or behind is not None)
        if country is None:
            return _composed("", ("CVL",), item.word or "people", "composition:people") if ethnic else None
        return _composed(country.actor_code, ("CVL",) if several else (), country.name, "gazetteer:country")

    def _part_of_name(self, before: list[Item]) -> bool:
        """Whether a country's name is the end of another name: "New Jersey", "Latin America"."""
        return bool(before) and before[-1].kind == "name" and before[-1].word not in _DIRECTIONS

    def _unknown_head(self, phrase: Phrase, type_: str) -> Actor | None:
        """A noun that no list has: for a person or body, the country in front of it still holds."""
        core = phrase.core
        if type_ not in ("PERSON", "ORG", "NORP") or len({i.country.code for i in core if i.country and i.lends}) > 1:
            return None
        for at, item in enumerate(core):
            if not item.lends or (item.kind == "country" and self._part_of_name(core[:at])):
                continue
            if item.kind == "actor" and type_ == "ORG" and item is core[0] and core[-1].kind == "name":
                return self._named(item, former=False)
            named = item.kind == "people" or (item.kind == "country" and type_ != "PERSON")
            country = self.country_of(item) if named else None
            if country:
                return _composed(country.actor_code, (), country.name, f"composition:{item.kind}")
        return None


def _left(sectors: tuple[str, ...]) -> tuple[str, ...]:
    return ("ELI",) if _OFFICIAL & set(sectors) else sectors


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first + second))


def _composed(code: str, sectors: tuple[str, ...], name: str, derived: str) -> Actor:
    parts = [code.lower(), sectors[0].lower() if sectors else ""]
    return Actor(
        ".".join(filter(None, parts)), f"{name} ({code})" if code and sectors else name, code, sectors, derived
    )
