"""Names of one entity: the same words, an acronym, a last name, another name by "also known as", one actor."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence

from dateline.gazetteer.countries import country_by_capital
from dateline.records import Actor
from dateline.resolve.coreference.clusters import Clusters, is_particular
from dateline.resolve.coreference.mentions import Mention
from dateline.syntax import Syntax

_SMALL = frozenset({"of", "in", "for", "and", "the", "de", "la", "du", "del", "al", "&"})
_ALIAS = (
    *("also known as", "better known as", "known as", "also called", "or", "formerly", "previously"),
    *("aka", "a.k.a.", "alias"),
)
_LEAST = 2  # letters of an acronym
_GROUP_TYPES = frozenset({"ORG", "NORP", "OTHER", "GPE"})


def join_names(syntax: Syntax, items: Sequence[Mention], clusters: Clusters) -> None:
    """Put together the mentions that name the same entity."""
    _same_words(items, clusters)
    _acronyms(syntax, items, clusters)
    _aliases(syntax, items, clusters)
    _last_names(items, clusters)
    _same_actor(items, clusters)


def _same_words(items: Sequence[Mention], clusters: Clusters) -> None:
    """Equal names and equal countries; a demonym in front of a noun only joins its like."""
    seen: dict[tuple[str, str], int] = {}
    for number, mention in enumerate(items):
        if mention.kind != "name" or not mention.bare:
            continue
        keys = [("name", mention.bare)]
        if mention.country and mention.type == "GPE":
            keys.append(("country", mention.country))
        if mention.type == "NORP":
            keys = [("people", mention.bare)]
        for key in keys:
            if key in seen:
                clusters.join(seen[key], number)
            else:
                seen[key] = number


def initials(name: str) -> frozenset[str]:
    """The acronyms that a normalised name may have: of all its words, and of those that are not small."""
    parts = name.split()
    every = "".join(part[0] for part in parts)
    content = "".join(part[0] for part in parts if part not in _SMALL)
    return frozenset({every, content})


def _acronyms(syntax: Syntax, items: Sequence[Mention], clusters: Clusters) -> None:
    """An acronym and the one full name that it abbreviates: "Free Northern Army (FNA)", later "the FNA"."""
    long: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(items):
        if mention.kind == "name" and " " in mention.bare and mention.type in ("ORG", "GPE", "OTHER", "LOC"):
            for short in sorted(initials(mention.bare)):
                long[short].append(number)
    for number, mention in enumerate(items):
        word = syntax.words[mention.head].replace(".", "")
        if mention.kind == "name" and word.isupper() and len(word) >= _LEAST and " " not in mention.bare:
            roots = sorted({clusters.root(other) for other in long.get(mention.bare, ())})
            if len(roots) == 1:
                clusters.join(roots[0], number)


def _aliases(syntax: Syntax, items: Sequence[Mention], clusters: Clusters) -> None:
    """A second name right behind the first, in brackets or behind "also known as"."""
    names: list[int] = []
    for number, mention in enumerate(items):
        if mention.kind == "name" and not (names and items[names[-1]].entity.span.covers(mention.entity.span)):
            names.append(number)
    for one, other in itertools.pairwise(names):
        a, b = items[one], items[other]
        between = syntax.text[a.entity.span.end : b.entity.span.start].lower()
        after = syntax.text[b.entity.span.end : b.entity.span.end + 2].lstrip("’”\"'")
        if len(between) > _WIDEST or "\n" in between.strip(" ") or not _both_group_or_person(a, b):
            continue
        bracket = between.strip() == "(" and after.startswith(")") and a.type == b.type
        told = between.strip(" ,(–—-\"“'‘") in _ALIAS and between.strip()[:1] in ("(", ",", "–", "—", "a", "k")
        if bracket or told:
            clusters.join(one, other)


_WIDEST = 24  # code points between a name and its alias


def _both_group_or_person(a: Mention, b: Mention) -> bool:
    return (a.type in _GROUP_TYPES and b.type in _GROUP_TYPES) or a.type == b.type


def _last_names(items: Sequence[Mention], clusters: Clusters) -> None:
    """A last name or the first words of a person's name join the nearest earlier person so called, else a later one."""
    people = [n for n, m in enumerate(items) if m.kind == "name" and m.type == "PERSON"]
    full = [n for n in people if " " in items[n].bare]
    for number in people:
        parts = items[number].bare.split()
        fitting = [n for n in full if n != number and _part_of(parts, items[n].bare.split())]
        if not fitting and len(parts) == 1:  # the first of two last names: "Juan Perez Soto", "Perez"
            within = [n for n in full if parts[0] in items[n].bare.split()[1:]]
            fitting = within if len({clusters.root(n) for n in within}) == 1 else []
        earlier = [n for n in fitting if n < number]
        for choice in [*reversed(earlier), *(n for n in fitting if n > number)]:
            if clusters.join(choice, number):
                break


def _part_of(short: list[str], full: list[str]) -> bool:
    """Whether words are the last name, or the first two words or more, of a longer name; or differ by a middle name."""
    if len(short) >= len(full):
        return False
    if len(short) == 1:
        return short[0] == full[-1]
    return full[: len(short)] == short or full[-len(short) :] == short or (short[0], short[-1]) == (full[0], full[-1])


def _is_government(actor: Actor) -> bool:
    return bool(actor.code) and actor.sectors[:1] == ("GOV",)


def _same_actor(items: Sequence[Mention], clusters: Clusters) -> None:
    """Names that the gazetteer gives one actor; a government by its capital, its country or its own name."""
    seen: dict[str, int] = {}
    states: dict[str, int] = {}
    for number, mention in enumerate(items):
        acts = mention.actor is not None and _is_government(mention.actor)
        if mention.type == "GPE" and mention.country and mention.kind == "name" and acts:
            states.setdefault(mention.country, number)
    for number, mention in enumerate(items):
        actor = mention.actor
        if actor is None or mention.kind == "pronoun" or mention.type in ("NORP", "PERSON"):
            continue
        is_body = mention.kind == "nominal" and mention.noun in ("group", "alliance", "party") and not mention.described
        if (mention.kind == "name" or is_body) and is_particular(actor):
            if actor.id in seen:
                clusters.join(seen[actor.id], number, metonym=True)
            seen.setdefault(actor.id, number)
        if actor.code in states and _stands_for_state(mention, actor):
            clusters.join(states[actor.code], number, metonym=True)


def _stands_for_state(mention: Mention, actor: Actor) -> bool:
    """A capital read as a government, a name that the gazetteer knows for the country, or "the X government"."""
    if mention.kind == "nominal":
        return mention.noun == "country" or (
            mention.bare in ("government", "administration") and mention.country == actor.code
        )
    capital = country_by_capital(mention.bare)
    if capital:
        return capital.code == actor.code and _is_government(actor)
    return mention.type == "GPE" and mention.noun == "country"
