"""Descriptions ("the group", "Iraqi police", "three soldiers") and pronouns as mentions."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.mentions.entities.names import cues
from dateline.mentions.entities.phrases import before_and, first_of_base, last_of_base
from dateline.ontology.nouns import NounClass, is_plural, is_risky, needed_before, noun_class
from dateline.records import Entity
from dateline.syntax import Syntax

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIER = frozenset({"compound", "amod", "nmod", "npadvmod"})
_TYPE_OF_KIND = {"body": "ORG", "country": "GPE", "vehicle": "VEHICLE"}
_ACTING = frozenset({"combatant", "soldier", "group", "alliance", "forces", "police", "government"})
_BEFORE = frozenset({"det", "poss", "compound", "nmod", "nummod", "amod"})


def nominals(syntax: Syntax) -> Iterator[Entity]:
    """Phrases headed by a noun for people, a body, a country or a place, in the order of their heads."""
    table = cues()
    for token, lower in enumerate(syntax.lowers):
        found = noun_class(lower) if syntax.tags[token] in _NOUN_TAGS else None
        if found is not None and _stands_alone(syntax, token, found):
            first, last = first_of_base(syntax, token), last_of_base(syntax, token)
            if found.kind in ("person", "body") and first < token:
                first = before_and(syntax, first, token)
            yield Entity(syntax.span(first, last), type_of(syntax, token, found), "nominal", token)
        elif found is not None and _does_act(syntax, token, found):
            yield Entity(syntax.span(token, token), "ORG", "nominal", token)
        elif lower in table.people_adjectives and _is_people(syntax, token):
            yield Entity(syntax.span(first_of_base(syntax, token), token), "ORG", "nominal", token)
        elif lower in table.quantities:
            yield from _quantified(syntax, token)


def type_of(syntax: Syntax, token: int, found: NounClass) -> str:
    """PERSON for one person, ORG for a body or several people; a place is FAC where it was built, else LOC."""
    if found.kind == "person":
        return "ORG" if is_plural(syntax.lowers[token]) or syntax.tags[token] == "NNS" else "PERSON"
    if found.kind in _TYPE_OF_KIND:
        return _TYPE_OF_KIND[found.kind]
    return "FAC" if found.name == "facility" else "LOC"


def _stands_alone(syntax: Syntax, token: int, found: NounClass) -> bool:
    """Whether the noun heads its phrase and means a thing: not "police station", not "in general"."""
    if syntax.deps[token] in _MODIFIER and syntax.heads[token] > token:
        return False
    lower = syntax.lowers[token]
    if lower in ("person", "party", "side") and any(
        syntax.lowers[child] in ("first", "second", "third", "part") for child in syntax.children[token]
    ):
        return False
    needed = needed_before(lower)
    if needed is not None:
        return any(
            child < token and (syntax.lowers[child] in needed or syntax.words[child][0].isupper())
            for child in syntax.children[token]
        )
    if not is_risky(found.singular) or is_plural(lower):
        return True
    return any(child < token and syntax.deps[child] in _BEFORE for child in syntax.children[token])


def _does_act(syntax: Syntax, token: int, found: NounClass) -> bool:
    """Whether a body or its fighters stand before the noun of their act: "a coalition airstrike"."""
    acts = syntax.lemmas[syntax.heads[token]] in cues().acts
    return acts and syntax.deps[token] in ("compound", "nmod") and found.name in _ACTING


def _is_people(syntax: Syntax, token: int) -> bool:
    """An adjective with "the" before it and no noun behind it: "the wounded"."""
    if not token or syntax.lowers[token - 1] != "the":
        return False
    return token + 1 == len(syntax) or syntax.pos[token + 1] not in ("NOUN", "PROPN", "ADJ", "NUM")


def _quantified(syntax: Syntax, token: int) -> Iterator[Entity]:
    """A quantity with "of" and a noun for people or bodies: "one of the attackers", "dozens of people"."""
    after = token + 1
    if after >= len(syntax) or syntax.lowers[after] != "of" or syntax.heads[after] != token:
        return
    noun = syntax.child(after, "pobj")
    found = noun_class(syntax.lowers[noun]) if noun is not None else None
    if noun is None or found is None or found.kind not in ("person", "body"):
        return
    single = syntax.lowers[token] == "one" and found.kind == "person"
    span = syntax.span(first_of_base(syntax, token), last_of_base(syntax, noun))
    yield Entity(span, "PERSON" if single else "ORG", "nominal", token)


def pronouns(syntax: Syntax) -> Iterator[Entity]:
    """Personal and possessive pronouns that stand for somebody or something; an empty "it" is left out."""
    table = cues().pronouns
    for token, tag in enumerate(syntax.tags):
        if tag not in ("PRP", "PRP$"):
            continue
        lower = syntax.lowers[token]
        kind = table.get(lower)
        if kind is None or syntax.words[token] == "US" or (lower == "it" and not _is_referring(syntax, token)):
            continue
        yield Entity(syntax.span(token, token), kind, "pronoun", token)


def _is_referring(syntax: Syntax, token: int) -> bool:
    """Whether "it" points back: not "it is clear that", "it was reported that", "it seems"."""
    if syntax.deps[token] not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return False
    verb = syntax.heads[token]
    if syntax.deps[token] not in ("nsubj", "nsubjpass"):
        return True
    if syntax.lemmas[verb] in cues().empty_it:
        return False
    if syntax.lemmas[verb] == "be" or syntax.deps[token] == "nsubjpass":
        return syntax.child(verb, "ccomp", "xcomp", "advcl", "csubj") is None and _tells_of_it(syntax, verb)
    return True


def _tells_of_it(syntax: Syntax, verb: int) -> bool:
    """Whether "it is ..." goes on as about a body or country: not "it is a pity", "it was unclear"."""
    told = syntax.child(verb, "attr", "acomp")
    if told is None or syntax.lemmas[verb] != "be":
        return True
    return syntax.lowers[told] in cues().it_is or noun_class(syntax.lowers[told]) is not None
