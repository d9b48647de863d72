"""Descriptions ("the group", "Iraqi police", "three soldiers") and pronouns as mentions."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.mentions.entities_names import cues
from dateline.mentions.entities_phrases import first_of_base, last_of_base
from dateline.ontology.nouns import NounClass, is_plural, noun_class
from dateline.records import Entity
from dateline.syntax import Syntax

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
# Words of the table that are as often something else when bare and singular.
_RISKY = frozenset(
    [
        "head",
        "side",
        "body",
        "state",
        "office",
        "press",
        "post",
        "media",
        "camp",
        "field",
        "square",
        "band",
        "wing",
        "union",
        "fund",
        "mission",
        "command",
        "chief",
        "major",
        "daily",
        "public",
        "general",
        "position",
        "site",
        "division",
        "unit",
        "front",
        "league",
        "team",
        "station",
        "quarter",
        "area",
        "zone",
        "sea",
        "bank",
        "body",
        "cell",
        "resistance",
        "opposition",
        "intelligence",
        "guard",
    ]
)
_MODIFIER = frozenset({"compound", "amod", "nmod", "npadvmod"})
_PEOPLE_ADJECTIVES = frozenset({"dead", "wounded", "injured", "elderly", "poor", "accused", "deceased"})
# "it" before these is empty: "it is clear that", "it seems".
_EMPTY_IT = frozenset({"seem", "appear", "happen", "rain", "snow", "turn", "take", "matter"})


def nominals(syntax: Syntax) -> Iterator[Entity]:
    """Phrases headed by a noun for people, a body, a country or a place, in the order of their heads."""
    for token in range(len(syntax)):
        if syntax.tags[token] in _NOUN_TAGS:
            found = noun_class(syntax.lowers[token])
            if found is not None and _stands_alone(syntax, token, found):
                first, last = first_of_base(syntax, token), last_of_base(syntax, token)
                yield Entity(syntax.span(first, last), type_of(syntax, token, found), "nominal", token)
        elif syntax.lowers[token] in _PEOPLE_ADJECTIVES and _is_people(syntax, token):
            yield Entity(syntax.span(first_of_base(syntax, token), token), "ORG", "nominal", token)


def type_of(syntax: Syntax, token: int, found: NounClass) -> str:
    """PERSON for one person, ORG for a body or several people; a place is FAC where it was built, else LOC."""
    if found.kind == "person":
        return "ORG" if is_plural(syntax.lowers[token]) or syntax.tags[token] == "NNS" else "PERSON"
    if found.kind == "body":
        return "ORG"
    if found.kind == "country":
        return "GPE"
    return "FAC" if found.name == "facility" else "LOC"


def _stands_alone(syntax: Syntax, token: int, found: NounClass) -> bool:
    """Whether the noun heads its phrase and means a thing: not "police station", not "in general", not "at home"."""
    if syntax.deps[token] in _MODIFIER and syntax.heads[token] > token:
        return False
    if found.singular not in _RISKY or is_plural(syntax.lowers[token]):
        return True
    return any(
        child < token and syntax.deps[child] in ("det", "poss", "amod", "compound", "nmod")
        for child in syntax.children[token]
    )


def _is_people(syntax: Syntax, token: int) -> bool:
    """An adjective with "the" and no noun: "the wounded"."""
    if syntax.deps[token] in _MODIFIER or syntax.pos[token] == "VERB":
        return False
    return any(syntax.lowers[child] == "the" and child < token for child in syntax.children[token])


def pronouns(syntax: Syntax) -> Iterator[Entity]:
    """Personal and possessive pronouns that stand for somebody or something; an empty "it" is left out."""
    table = cues().pronouns
    for token in range(len(syntax)):
        if syntax.tags[token] not in ("PRP", "PRP$"):
            continue
        kind = table.get(syntax.lowers[token])
        if kind is None or syntax.words[token] == "US":
            continue
        if syntax.lowers[token] == "it" and not _is_referring(syntax, token):
            continue
        yield Entity(syntax.span(token, token), kind, "pronoun", token)


def _is_referring(syntax: Syntax, token: int) -> bool:
    if syntax.deps[token] not in ("nsubj", "nsubjpass", "dobj", "pobj", "poss"):
        return False
    verb = syntax.heads[token]
    if syntax.deps[token] not in ("nsubj", "nsubjpass"):
        return True
    if syntax.lemmas[verb] in _EMPTY_IT:
        return False
    if syntax.lemmas[verb] == "be" or syntax.deps[token] == "nsubjpass":
        return syntax.child(verb, "ccomp", "xcomp", "advcl", "csubj") is None
    return True
