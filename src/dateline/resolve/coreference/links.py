"""Links that grammar makes: apposition ("X, a group from Y,") and predicate ("X is a group")."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.resolve.coreference.clusters import Clusters
from dateline.resolve.coreference.mentions import Mention
from dateline.syntax import Syntax

_LINKING = frozenset({"be", "become", "remain"})
_PRESENT_OR_PAST = frozenset({"VBZ", "VBP", "VBD"})
_MARKS = frozenset({",", "–", "—", "-", "(", "--"})


def join_links(syntax: Syntax, items: Sequence[Mention], clusters: Clusters) -> None:
    """Put together mentions that an apposition or a predicate noun says are one."""
    by_head: dict[int, int] = {}
    for number, mention in enumerate(items):
        if mention.kind != "pronoun":
            by_head.setdefault(mention.head, number)
    for number, mention in enumerate(items):
        other = _apposed(syntax, mention, items, by_head)
        if other is None and mention.kind == "nominal":
            other = _subject_of_predicate(syntax, mention, by_head)
        if other is None:
            other = _called(syntax, mention, by_head)
            if other is not None:
                clusters.join(number, other)
        elif _alike(items[other], mention):
            clusters.join(other, number)


def _apposed(syntax: Syntax, mention: Mention, items: Sequence[Mention], by_head: dict[int, int]) -> int | None:
    """What a mention is in apposition to, behind a comma, dash or bracket or right behind it or its phrase ("the
    minister for works X").
    """
    head = mention.head
    if syntax.deps[head] != "appos":
        return None
    before, other = mention.first - 1, by_head.get(syntax.heads[head])
    behind = other is not None and items[other].last == before
    if before >= 0 and syntax.words[before] not in _MARKS and before != syntax.heads[head] and not behind:
        return None
    if any(syntax.deps[child] == "conj" for child in syntax.children[head]):
        return None  # the first of a list
    return other


def _called(syntax: Syntax, mention: Mention, by_head: dict[int, int]) -> int | None:
    """The name of a place in "the town of X"."""
    if mention.number == "pl" or mention.noun not in ("settlement", "region") or mention.last == mention.head:
        return None
    of = mention.head + 1
    noun = syntax.child(of, "pobj") if syntax.lowers[of] == "of" else None
    return by_head.get(noun) if noun is not None and syntax.pos[noun] == "PROPN" else None


def _subject_of_predicate(syntax: Syntax, mention: Mention, by_head: dict[int, int]) -> int | None:
    """The subject of "X is a group", told as a fact: not negated, no "would be", no question."""
    verb = syntax.heads[mention.head]
    if syntax.deps[mention.head] != "attr" or syntax.lemmas[verb] not in _LINKING:
        return None
    if syntax.tags[verb] not in _PRESENT_OR_PAST or syntax.child(verb, "neg", "mark") is not None:
        return None
    subject = syntax.child(verb, "nsubj")
    return None if subject is None else by_head.get(subject)


def _alike(one: Mention, other: Mention) -> bool:
    """A name with a description, of the same number and sort; two names or two bodies in a row are a list."""
    both = one.kind == other.kind == "nominal" and _sort(one) != "place"
    if {one.kind, other.kind} != {"name", "nominal"} and not both:
        return False
    if one.number and other.number and one.number != other.number:
        return False
    sorts = [_sort(one), _sort(other)]
    return sorts[0] == sorts[1]


def _sort(mention: Mention) -> str:
    if mention.type in ("GPE", "LOC", "FAC"):
        return "place"
    return "person" if mention.type == "PERSON" else "body"
