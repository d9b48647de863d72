"""Whether a place name stands for the place, or for its government or people (metonymy)."""

from __future__ import annotations

from dateline.gazetteer.countries import country_by_capital
from dateline.gazetteer.places import abbreviated, find, place_key
from dateline.mentions.toponyms.words import word_lists
from dateline.spans import Span
from dateline.syntax import Syntax

_TIES = frozenset({"with", "between", "against", "toward", "towards"})
_FROM_STATES = frozenset(
    {"support", "aid", "threat", "demand", "pressure", "response", "message", "backing", "funding"}
)
_MODIFIERS = frozenset({"compound", "poss", "amod", "nmod", "npadvmod"})


def is_literal(syntax: Syntax, span: Span) -> bool:
    """False where the word acts, is acted upon, or stands before a noun, as a government or people.

    Follows the split of Gritta et al. (2020) into literal and associative toponyms, by the syntax around the name.
    """
    head = syntax.head_of(span)
    if head is None:
        return True
    while syntax.deps[head] == "conj" and syntax.heads[head] != head:
        head = syntax.heads[head]
    dep, above = syntax.deps[head], syntax.heads[head]
    if dep == "nsubj":
        return not _acts(syntax, span, above)
    if dep in ("dobj", "obj", "nsubjpass", "dative"):
        return syntax.lemmas[above] not in word_lists()["patient_verbs"]
    if dep == "pobj":
        return not _bound(syntax, span, above)
    if dep in _MODIFIERS:
        return not _owns(syntax, span, above)
    return dep != "agent"


def _is_state(text: str) -> bool:
    """Whether a name is that of a country or a capital, which governments go by."""
    if abbreviated(text) or country_by_capital(text):
        return True
    return any(c.level == "country" and c.quality <= 1 for c in find(place_key(text))[:4])


def _acts(syntax: Syntax, span: Span, verb: int) -> bool:
    """Whether a verb makes its subject an actor. Towns seldom act; states and capitals nearly always do."""
    lists = word_lists()
    text = syntax.text[span.start : span.end]
    if _is_state(text):
        return syntax.pos[verb] in ("VERB", "AUX") and syntax.lemmas[verb] not in lists["place_verbs"]
    if syntax.lemmas[verb] not in lists["agent_verbs"]:
        return False
    return any(c.level in ("adm1", "area", "continent") or c.population > 50_000 for c in find(place_key(text))[:6])


def _bound(syntax: Syntax, span: Span, preposition: int) -> bool:
    """Whether a preposition ties the name to others ("talks with X"), or names the doer ("attacked by X")."""
    word, above = syntax.lowers[preposition], syntax.heads[preposition]
    lists = word_lists()
    if word == "by":
        return syntax.deps[preposition] == "agent" or syntax.pos[above] in ("NOUN", "PROPN")
    if word == "from":
        return syntax.lemmas[above] in _FROM_STATES
    if word in _TIES:
        if syntax.lemmas[above] in lists["place_bonds"] or syntax.lemmas[above] in ("fill", "border", "dot"):
            return False
        return syntax.lowers[above] in lists["bond_nouns"] or _is_state(syntax.text[span.start : span.end])
    return word in ("for", "on", "to") and syntax.lowers[above] in lists["bond_nouns"]


def _owns(syntax: Syntax, span: Span, noun: int) -> bool:
    """Whether the name before a noun is a government or people: "U.S. troops", "Iran's policy"; not "Iraq's north"."""
    lists = word_lists()
    forms = (syntax.lowers[noun], syntax.lemmas[noun])
    text = syntax.text[span.start : span.end]
    if abbreviated(text):
        # "U.S.", "UK" and the like are adjectives as well as names: a U.S. attack is one by the United States.
        return not any(form in lists["place_nouns"] for form in forms)
    if _is_state(text):
        return not any(form in lists["place_heads"] for form in forms)
    return any(form in lists["people_nouns"] for form in forms)
