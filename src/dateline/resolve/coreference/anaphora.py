"""Descriptions and pronouns that point back: to the most salient earlier mention that fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.records import Quotation
from dateline.resolve.coreference.clusters import Clusters
from dateline.resolve.coreference.data import words
from dateline.resolve.coreference.mentions import Mention
from dateline.syntax import Syntax

# How far back, in sentences, each kind of word looks.
_REACH = {"person": 4, "thing": 2, "it": 1, "nominal": 12, "general": 4}
# Weights of a candidate, after Lappin and Leass (1994), "An algorithm for pronominal anaphora resolution", table 1,
# halved with every sentence.
_RECENCY, _SUBJECT, _OBJECT, _OTHER_ROLE, _PARALLEL = 100.0, 80.0, 50.0, 40.0, 35.0
# Our own: a name stands out, a subject binds its possessive, near words count more, a body is not often "they".
_NAME, _BOUND, _NEAR, _BODY_AS_THEY = 15.0, 60.0, 30.0, 40.0
_NEAR_TOKENS = 30  # tokens after which nearness adds nothing
_LATER_CONJUNCT = 15.0  # "X and Y attacked. They ...": the first one is taken
_OBJECTS = frozenset({"dobj", "dative", "pobj", "attr"})
_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_SPEAKERS = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
_ONE_SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
_PLACE_TYPES = frozenset({"LOC", "FAC"})
# Classes and nouns that stay one body through a report though no article says so.
_STANDING = frozenset({"forces", "police", "government", "ministry", "legislature", "court", "authority", "prosecutor"})
_OF_A_STATE = frozenset({"army", "military", "government"})
_PLACE_NAMES = frozenset({"GPE", "LOC", "FAC"})
_BODIES_OF_STATES = frozenset({"IGO", "UNO", "EUR"})
_BODIES = frozenset({"ORG", "NORP", "GPE", "OTHER"})


def join_anaphora(
    syntax: Syntax, items: Sequence[Mention], clusters: Clusters, quotations: Sequence[Quotation]
) -> None:
    """Resolve descriptions and pronouns from left to right."""
    for number, mention in enumerate(items):
        if mention.kind == "nominal" and clusters.alone(number):
            _description(syntax, items, clusters, number)
        elif mention.kind == "pronoun" and syntax.lowers[mention.head] not in _SPEAKERS:
            _pronoun(syntax, items, clusters, number)
        elif syntax.lowers[mention.head] in _ONE_SPEAKER:
            _speaker(syntax, items, clusters, number, quotations)


def _backwards(items: Sequence[Mention], number: int, reach: int) -> Iterator[int]:
    """Numbers of earlier mentions within so many sentences, the nearest first."""
    sentence = items[number].sentence
    for other in range(number - 1, -1, -1):
        if sentence - items[other].sentence > reach:
            return
        yield other


def _salience(syntax: Syntax, candidate: Mention, mention: Mention) -> float:
    """How much a candidate stands out for a mention: role, distance, being a name."""
    role = _SUBJECT if candidate.subject else _OBJECT if syntax.deps[candidate.head] in _OBJECTS else _OTHER_ROLE
    weight = _RECENCY + role
    if candidate.kind == "name":
        weight += _NAME
    if syntax.deps[candidate.head] == "conj":
        weight -= _LATER_CONJUNCT
    objects = syntax.deps[candidate.head] in _OBJECTS and syntax.deps[mention.head] in _OBJECTS
    if (candidate.subject and mention.subject) or (objects and not candidate.subject and not mention.subject):
        weight += _PARALLEL
    weight += _NEAR * max(0.0, 1 - (mention.head - candidate.head) / _NEAR_TOKENS)
    weight *= 0.5 ** (mention.sentence - candidate.sentence)
    return weight if candidate.paragraph == mention.paragraph else weight * 0.9


# ---------------------------------------------------------------- descriptions


def _description(syntax: Syntax, items: Sequence[Mention], clusters: Clusters, number: int) -> None:
    """A definite description to what it points back to: the same words, a general noun, or the same noun."""
    mention = items[number]
    if mention.modifier or mention.noun == "" or mention.apart & words().different:
        return
    if mention.described:
        return
    if not mention.definite:
        _repeated(items, clusters, number)
        return
    general = mention.bare in words().general or (mention.noun == "combatant" and not mention.apart)
    reach = _REACH["general"] if general else _REACH["nominal"]
    found: list[tuple[float, int]] = []
    for other in _backwards(items, number, reach):
        candidate = items[other]
        if _fits(mention, candidate, general=general) and not _encloses(candidate, mention):
            weight = _salience(syntax, candidate, mention) if general else 0.5 ** (number - other)
            found.append((weight + _closeness(mention, candidate), other))
    _take(found, clusters, number)


def _repeated(items: Sequence[Mention], clusters: Clusters, number: int) -> None:
    """A body named without an article by the same words as before ("local police"), or by its noun alone where the
    report has but one such body so far ("police").
    """
    mention = items[number]
    if mention.noun not in _STANDING and mention.bare not in _STANDING:
        return
    alike = [n for n in range(number) if items[n].kind == "nominal" and items[n].bare == mention.bare]
    same = [n for n in alike if items[n].apart == mention.apart and not items[n].described]
    roots = {clusters.root(n) for n in alike}
    if same and (mention.apart or mention.noun != "forces"):
        clusters.join(same[-1], number)
    elif not mention.apart and len(roots) == 1 and mention.noun != "forces":
        clusters.join(alike[-1], number)


def _closeness(mention: Mention, candidate: Mention) -> float:
    """More for a candidate of the very class or noun: "this alliance" looks for an alliance first."""
    if candidate.kind == "nominal" and candidate.bare == mention.bare:
        return 60.0
    return 40.0 if candidate.noun == mention.noun else 0.0


def _fits(mention: Mention, candidate: Mention, *, general: bool) -> bool:
    """Whether a description may point back to a candidate by noun, number, type and the words that set it apart."""
    if candidate.kind == "pronoun" or candidate.modifier or candidate.apart & words().different:
        return False
    clash = mention.number and candidate.number and mention.number != candidate.number
    if clash or (mention.type == "PERSON") != (candidate.type == "PERSON"):
        return False
    if not general:
        return _same_noun(mention, candidate)
    if mention.noun == "group" and candidate.actor and candidate.actor.code in _BODIES_OF_STATES:
        return False
    fits = words().fits.get(mention.noun, frozenset())
    if candidate.noun not in fits or mention.apart - _words_of(candidate) or candidate.type in _PLACE_NAMES:
        return _is_country(mention, candidate)
    return candidate.kind == "name" or candidate.bare == mention.bare or not mention.apart


def _is_country(mention: Mention, candidate: Mention) -> bool:
    """A name that "the country" or "the city" may point back to: of a country, or of a place that is none."""
    if candidate.type != "GPE" or candidate.kind != "name" or mention.apart:
        return False
    if mention.noun == "country":
        return bool(candidate.country)
    return mention.noun == "settlement" and not candidate.country and mention.bare != "capital"


def _words_of(candidate: Mention) -> frozenset[str]:
    return candidate.apart | frozenset(candidate.bare.split())


def _same_noun(mention: Mention, candidate: Mention) -> bool:
    """The same noun, and no word that sets the two apart: "the ministry" and "the Ministry of Defence"."""
    if candidate.kind == "nominal":
        return candidate.bare == mention.bare and mention.apart <= candidate.apart
    inside = candidate.entity_words
    if mention.bare in _OF_A_STATE and candidate.actor is not None and "REB" in candidate.actor.sectors:
        return False  # "the army" is not the "Free Northern Army" that it fights
    return (mention.bare in inside or mention.bare + "s" in inside) and mention.apart <= inside


def _encloses(candidate: Mention, mention: Mention) -> bool:
    return candidate.entity.span.overlaps(mention.entity.span)


def _take(found: list[tuple[float, int]], clusters: Clusters, number: int) -> None:
    """Join the best candidate; one that contradicts gives way to the next."""
    for _, other in sorted(found, key=lambda item: (-item[0], -item[1])):
        if clusters.join(other, number):
            return


# ---------------------------------------------------------------- pronouns


def _pronoun(syntax: Syntax, items: Sequence[Mention], clusters: Clusters, number: int) -> None:
    """A pronoun to the most salient mention that agrees with it and that grammar allows."""
    mention = items[number]
    if syntax.lowers[mention.head] == "it" and _is_loose(syntax, mention.head):
        return
    found = []
    for other in _agreeing(syntax, items, clusters, number):
        candidate = items[other]
        weight = _salience(syntax, candidate, mention)
        if _binds(syntax, candidate, mention):
            weight += _BOUND
        if mention.number == "pl" and candidate.number != "pl":
            weight -= _BODY_AS_THEY
        found.append((weight, other))
    _take(found, clusters, number)


def _agreeing(syntax: Syntax, items: Sequence[Mention], clusters: Clusters, number: int) -> Iterator[int]:
    """Earlier mentions that agree with a pronoun, the nearest first; a pronoun among them must be resolved itself."""
    mention, none_yet = items[number], True
    word = syntax.lowers[mention.head]
    for other in _backwards(items, number, _REACH["person" if mention.sex else "it" if word == "it" else "thing"]):
        candidate = items[other]
        if candidate.kind == "pronoun":
            alike = (candidate.number, candidate.sex) == (mention.number, mention.sex) and _chained(clusters, other)
        else:
            alike = _may_be(mention, candidate)
            if none_yet and mention.number == "pl" and not alike and _is_pair(syntax, candidate):
                return  # "X and Y met. They ...": both, and no cluster is both
        if alike and not _barred(syntax, candidate, mention):
            none_yet = False
            yield other


def _is_pair(syntax: Syntax, candidate: Mention) -> bool:
    """Whether a name is the first of several that are the subject together."""
    joined = syntax.child(candidate.head, "conj")
    return candidate.subject and candidate.kind == "name" and joined is not None and syntax.pos[joined] == "PROPN"


def _is_loose(syntax: Syntax, token: int) -> bool:
    """Whether "it" is the object of a verb that mostly takes a fact or nothing: "do it", "make it"."""
    return syntax.deps[token] == "dobj" and syntax.lemmas[syntax.heads[token]] in words().loose


def _chained(clusters: Clusters, other: int) -> bool:
    """Whether a pronoun has been resolved, so that it can be pointed back to."""
    return clusters.told(other)


def _may_be(mention: Mention, candidate: Mention) -> bool:
    """Number, sex and sort of a pronoun against a name or description."""
    if candidate.modifier:
        return False
    if mention.sex:
        return candidate.type == "PERSON" and candidate.sex in ("", mention.sex)
    if candidate.type in ("PERSON", "EVENT"):
        return False
    if mention.number == "pl":
        several = candidate.type == "GPE" and candidate.number == "pl"
        return several or (candidate.number != "sg" and candidate.type in ("ORG", "NORP", "OTHER"))
    return candidate.number != "pl" and (candidate.type in _BODIES or candidate.type in _PLACE_TYPES)


def _speaker(
    syntax: Syntax, items: Sequence[Mention], clusters: Clusters, number: int, quotations: Sequence[Quotation]
) -> None:
    """The word "I" between quotation marks is who says it: the person outside them that is subject of a verb of
    saying in the same or the next sentence.
    """
    mention = items[number]
    inside = next((q.outer for q in quotations if q.outer.covers(mention.entity.span)), None)
    if inside is None:
        return
    found = [
        other
        for other, candidate in enumerate(items)
        if abs(candidate.sentence - mention.sentence) <= 1
        and candidate.paragraph == mention.paragraph
        and candidate.type == "PERSON"
        and candidate.subject
        and not inside.overlaps(candidate.entity.span)
        and syntax.lemmas[_governor(syntax, candidate.head)] in words().saying
        and not any(q.outer.covers(candidate.entity.span) for q in quotations)
    ]
    nearest = sorted(found, key=lambda n: (abs(items[n].sentence - mention.sentence), abs(n - number)))
    if nearest:
        clusters.join(nearest[0], number)


def _barred(syntax: Syntax, candidate: Mention, mention: Mention) -> bool:
    """A phrase cannot hold its own pronoun, and "X hit it" is not about X itself; a reflexive must be."""
    if candidate.entity.span.covers(mention.entity.span) or mention.entity.span.covers(candidate.entity.span):
        return True
    word = syntax.lowers[mention.head]
    if word in _POSSESSIVE and syntax.deps[mention.head] == "poss":
        return False
    same = _governor(syntax, candidate.head) == _governor(syntax, mention.head)
    if word in _REFLEXIVE:
        return not same
    return same


def _governor(syntax: Syntax, token: int) -> int:
    """The verb that a phrase depends on, through prepositions and coordination."""
    while syntax.heads[token] != token:
        dep, token = syntax.deps[token], syntax.heads[token]
        if dep not in ("pobj", "prep", "conj", "agent") or syntax.pos[token] in ("VERB", "AUX"):
            return token
    return -1 - token


def _binds(syntax: Syntax, candidate: Mention, mention: Mention) -> bool:
    """Whether a candidate is the subject of a verb above a possessive: "X announced its decision"."""
    if not candidate.subject or candidate.sentence != mention.sentence or syntax.deps[mention.head] != "poss":
        return False
    verb, steps = mention.head, 0
    above = _governor(syntax, candidate.head)
    while syntax.heads[verb] != verb and steps < _DEEPEST:
        verb, steps = syntax.heads[verb], steps + 1
        if verb == above:
            return True
        if syntax.pos[verb] == "VERB" and syntax.child(verb, "nsubj", "nsubjpass") is not None:
            return False
    return False


_DEEPEST = 8  # heads between a possessive and the verb whose subject may bind it
