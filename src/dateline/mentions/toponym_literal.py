"""Whether a place name stands for the place, or for its government or people (metonymy)."""

from __future__ import annotations

from dateline.gazetteer.countries import country_by_capital
from dateline.gazetteer.places import abbreviated, find, place_key
from dateline.mentions.toponym_words import word_lists
from dateline.spans import Span
from dateline.syntax import Syntax

_BONDS = frozenset({"with", "between", "against", "by", "from", "to", "for", "on", "and"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


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
    words = word_lists()
    if dep in _SUBJECTS:
        return not _acts(syntax, span, above)
    if dep in ("dobj", "obj") or dep == "nsubjpass":
        return syntax.lemmas[above] not in words["patient_verbs"]
    if dep == "pobj":
        return not _bound(syntax, above)
    if dep == "agent":
        return False
    if dep in ("compound", "poss", "amod", "nmod", "npadvmod"):
        return syntax.lowers[above] not in words["people_nouns"] and syntax.lemmas[above] not in words["people_nouns"]
    return True


def _acts(syntax: Syntax, span: Span, verb: int) -> bool:
    """Whether a verb makes its subject an actor. Small towns seldom act; states and capitals do."""
    if syntax.lemmas[verb] not in word_lists()["agent_verbs"]:
        return False
    text = syntax.text[span.start : span.end]
    if country_by_capital(text) or abbreviated(text):
        return True
    return any(c.level in ("country", "adm1", "area", "continent") or c.population > 50_000 for c in find(place_key(text))[:6])


def _bound(syntax: Syntax, preposition: int) -> bool:
    """Whether a preposition ties the name to a bond ("talks with X"), or names the doer ("attacked by X")."""
    word, above = syntax.lowers[preposition], syntax.heads[preposition]
    if word == "by":
        return syntax.deps[preposition] == "agent" or syntax.pos[above] in ("NOUN", "PROPN", "VERB")
    if word not in _BONDS:
        return False
    if word == "from":
        return syntax.lemmas[above] in ("support", "aid", "threat", "demand", "pressure", "response", "message")
    lists = word_lists()
    if word in ("against", "with") and syntax.pos[above] == "VERB":
        return syntax.lemmas[above] not in ("fill", "border", "dot")
    return syntax.lowers[above] in lists["bond_nouns"] or (word == "to" and syntax.lemmas[above] in ("ambassador", "envoy", "threat"))
