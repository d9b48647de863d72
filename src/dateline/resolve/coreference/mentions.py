"""Mentions as coreference sees them: number, sex, noun class, the bare name, the words that set one apart."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.document import Document
from dateline.gazetteer.countries import country_by_demonym, country_by_name
from dateline.gazetteer.normalise import normalise
from dateline.ontology.nouns import gender, is_collective, is_plural, noun_class
from dateline.records import Actor, Entity
from dateline.resolve.coreference.data import words
from dateline.syntax import Syntax

_FUNCTION = frozenset(
    {"of", "in", "for", "and", "the", "de", "la", "al", "el", "bin", "van", "von", "del", "-", "'", "’"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_MODIFIES = frozenset({"compound", "amod", "nmod", "npadvmod"})
_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_THING = frozenset({"it", "its", "itself"})


@dataclass(slots=True)
class Mention:
    """One entity with what is known of it. `number` is sg, pl or '' (either); `sex` m, f or '' (unknown);
    `noun` its class ('name' for a name that tells none); `bare` the normalised name or head noun;
    `apart` the words that set a description apart from others with the same noun; `described` whether
    words behind it say which one is meant ("the men who ..."); `entity_words` all words of a name.
    """

    index: int
    entity: Entity
    first: int
    last: int
    head: int
    sentence: int
    paragraph: int
    number: str
    sex: str
    noun: str
    bare: str
    apart: frozenset[str]
    definite: bool
    subject: bool
    modifier: bool
    country: str
    actor: Actor | None
    described: bool = False
    entity_words: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """name, nominal or pronoun."""
        return self.entity.kind

    @property
    def type(self) -> str:
        """The entity's type."""
        return self.entity.type


def mentions(document: Document) -> list[Mention]:
    """All entities that may have a cluster, in their order; times, numbers and instruments have none."""
    actors = document.actors or (None,) * len(document.entities)
    found = []
    for index, (entity, actor) in enumerate(zip(document.entities, actors, strict=True)):
        if entity.kind == "value":
            continue
        inside = document.syntax.tokens(entity.span)
        if inside:
            found.append(_mention(document.syntax, index, entity, inside, actor))
    return found


def _mention(syntax: Syntax, index: int, entity: Entity, inside: range, actor: Actor | None) -> Mention:
    head = entity.head if entity.head is not None else (syntax.head_of(entity.span) or inside[-1])
    sentence = syntax.sentence[head]
    first, last = inside[0], inside[-1]
    word = syntax.lowers[head]
    noun, bare, apart, country = "", word, frozenset[str](), ""
    if entity.kind == "name":
        bare = bare_name(syntax, first, last, head, entity.type)
        noun = _class_of_name(syntax, first, last, head)
        found = country_by_name(bare) or country_by_demonym(bare)
        country = found.code if found else ""
    elif entity.kind == "nominal":
        known = noun_class(word)
        noun, bare = (known.name, known.singular) if known else ("", word)
        apart = _apart(syntax, first, head)
        country = _country_of(syntax, first, head)
    return Mention(
        index, entity, first, last, head, sentence, syntax.paragraphs[sentence],
        _number(syntax, entity, head), _sex(syntax, entity, first, last, head), noun, bare, apart,
        definite=syntax.lowers[first] in words().definite,
        subject=_is_subject(syntax, head),
        modifier=syntax.deps[head] in _MODIFIES and syntax.heads[head] > last,
        country=country, actor=actor, described=_described(syntax, last, head),
        entity_words=frozenset(syntax.lowers[first : last + 1]) if entity.kind == "name" else frozenset(),
    )  # fmt: skip


def _described(syntax: Syntax, last: int, head: int) -> bool:
    """Whether a clause or an "of", "from", "behind" right behind a noun says which one is meant."""
    if last > head:
        return True
    found = noun_class(syntax.lowers[head])
    place = found is not None and found.kind == "place"  # "the village near X" is not the place before
    for child in syntax.children[head]:
        if child > head and syntax.left[child] == head + 1:
            says = syntax.deps[child] in ("relcl", "acl") or syntax.lowers[child] in ("of", "from", "behind")
            return says or (place and syntax.deps[child] == "prep")
    return False


def _is_subject(syntax: Syntax, head: int) -> bool:
    token = head
    while syntax.deps[token] == "conj" and syntax.heads[token] != token:
        token = syntax.heads[token]
    if syntax.deps[token] == "pobj":
        token = syntax.heads[token]
    return syntax.deps[token] in _SUBJECTS


def bare_name(syntax: Syntax, first: int, last: int, head: int, kind: str) -> str:
    """The normalised name without articles, titles and descriptions before it ("the rebel group X" is "x")."""
    start, end = name_tokens(syntax, first, last, head, kind)
    return normalise(syntax.text[syntax.starts[start] : syntax.ends[end]])


def name_tokens(syntax: Syntax, first: int, last: int, head: int, kind: str) -> tuple[int, int]:
    """First and last token of the name proper inside a phrase."""
    if kind == "PERSON" and syntax.labels[head] == "PERSON":
        start = end = head
        while start > first and not syntax.begins[start] and syntax.labels[start - 1] == "PERSON":
            start -= 1
        return _behind_titles(syntax, start, end), end
    start = last
    while start > first and (_is_capital(syntax, start - 1) or syntax.lowers[start - 1] in _FUNCTION):
        start -= 1
    while start < last and not _is_capital(syntax, start):
        start += 1
    return (_behind_titles(syntax, start, last) if kind == "PERSON" else start), last


def _behind_titles(syntax: Syntax, start: int, last: int) -> int:
    """The first token of a person's name that is no rank, office or form of address."""
    table = words()
    while start < last:
        lower = syntax.lowers[start]
        found = noun_class(lower)
        if not (
            lower in table.ranks or lower in table.male or lower in table.female or (found and found.kind == "person")
        ):
            break
        start += 1
    return start


def _is_capital(syntax: Syntax, token: int) -> bool:
    return syntax.words[token][0].isupper() and syntax.pos[token] != "DET"


def _class_of_name(syntax: Syntax, first: int, last: int, head: int) -> str:
    """The class of the noun in a name ("Ministry of Defence": ministry), 'name' where it has none."""
    for token in (head, *range(last, first - 1, -1)):
        found = noun_class(syntax.lowers[token])
        if found and (token == head or syntax.pos[token] == "PROPN"):
            return found.name
    return "name"


def _apart(syntax: Syntax, first: int, head: int) -> frozenset[str]:
    """Content words before a head, without those that tell nothing: lemmas of adjectives, nouns, numbers, names."""
    neutral = words().neutral
    return frozenset(
        syntax.lowers[token]
        for token in range(first, head)
        if syntax.pos[token] in ("ADJ", "NOUN", "PROPN", "NUM", "VERB") and syntax.lowers[token] not in neutral
    )


def _country_of(syntax: Syntax, first: int, head: int) -> str:
    """The country that a description names before its noun ("the Iraqi army"), '' for none or several."""
    found = set()
    for token in range(first, head):
        word = syntax.words[token]
        tied = syntax.words[token + 1].startswith("-") or syntax.words[token - 1].endswith("-")
        if word[0].isupper() and not tied:  # not "Iran-backed", "pro-Iran"
            country = country_by_demonym(word) or country_by_name(word)
            if country:
                found.add(country.code)
    return found.pop() if len(found) == 1 else ""


def _number(syntax: Syntax, entity: Entity, head: int) -> str:
    word = syntax.lowers[head]
    if entity.kind == "pronoun":
        return "pl" if word in _PLURAL else "sg" if word in _THING | _MALE | _FEMALE else ""
    if entity.kind == "name":
        if entity.type == "NORP":
            return "pl"
        return "" if entity.type == "ORG" else "sg"
    if is_plural(word) or syntax.tags[head] in ("NNS", "NNPS") or syntax.pos[head] in ("ADJ", "NUM"):
        return "" if word == "militia" else "pl"
    found = noun_class(word)
    return "" if found and is_collective(found.singular) else "sg"


def _sex(syntax: Syntax, entity: Entity, first: int, last: int, head: int) -> str:
    word = syntax.lowers[head]
    if entity.kind == "pronoun":
        return "m" if word in _MALE else "f" if word in _FEMALE else ""
    if entity.type != "PERSON":
        return ""
    table = words()
    for token in range(first, last + 1):
        lower = syntax.lowers[token]
        if lower in table.male:
            return "m"
        if lower in table.female:
            return "f"
        found = gender(lower)
        if found:
            return found
    start = name_tokens(syntax, first, last, head, "PERSON")[0] if entity.kind == "name" else head
    lower = syntax.lowers[start]
    return "m" if lower in table.male_names else "f" if lower in table.female_names else ""
