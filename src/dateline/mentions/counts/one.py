"""Counts that no number tells: a soldier, another, no one, a name, "the commander", "him"."""

from __future__ import annotations

from dateline.mentions.counts.kind import HARM, is_deadly, is_person, kind_of
from dateline.mentions.counts.numbers import words
from dateline.records import Count
from dateline.syntax import Syntax

_INDEFINITE = frozenset(("a", "an", "another", "no", "any", "each", "every"))


def single(syntax: Syntax, at: int) -> Count | None:
    """A soldier was killed; another insurgent: one person to whom something was done."""
    noun = syntax.heads[at]
    if noun <= at or syntax.deps[at] != "det" or syntax.tags[noun] not in ("NN", "NNP") or noun - at > 8:
        return None
    if not is_person(syntax, noun) or syntax.lemmas[noun] in words()["plurals"]:
        return None
    if any(syntax.deps[child] == "nummod" for child in syntax.children[noun]):
        return None
    head = syntax.heads[noun]
    # A part of a number told beside it, or the doer where the parser lost the object.
    if syntax.lowers[head] == "including" or (syntax.deps[noun] == "nsubj" and syntax.lemmas[head] in words()["verbs"]):
        return None
    kind = kind_of(syntax, noun, noun)
    if kind not in HARM or syntax.lemmas[noun] in words()["nouns"] or _is_aim(syntax, noun):
        return None
    # The article alone would show a reader nothing.
    return Count(syntax.span(at, noun), 1, 1, 1, kind, syntax.span(at + 1, noun))


def another(syntax: Syntax, at: int) -> Count | None:
    """One was killed and another wounded."""
    if syntax.lowers[at] != "another":
        return None
    kind = kind_of(syntax, at, None)
    return Count(syntax.span(at, at), 1, 1, 1, kind, None) if kind in HARM else None


def none(syntax: Syntax, at: int) -> Count | None:
    """No one was killed; no deaths: nought of killed or wounded, where the text says so in as many words."""
    following = syntax.lowers[at + 1] if at + 1 < len(syntax) else ""
    if following in ("fewer", "less", "more", "longer"):
        return None
    last = at + 1 if following == "one" else at
    noun = last if last > at else syntax.heads[at]
    if noun < last or (last == at and syntax.deps[at] != "det") or noun - at > 6:
        return None
    kind = kind_of(syntax, noun, noun)
    if kind not in ("killed", "wounded"):
        return None
    who = syntax.span(at + 1, noun) if last == at else None
    return Count(syntax.span(at, last), 0, 0, 0, kind, who)


def named(syntax: Syntax, at: int) -> Count | None:
    """One named or pointed-out person: "killed the commander", "killing him", "the murder of Ali Dar".

    Only for what is told as done; the words that stand for the one are the count's own.
    """
    kind = _kind_of_deed(syntax, at) if syntax.deps[at] == "pobj" else _kind_of_verb(syntax, at)
    if kind is None:
        return None
    if syntax.lowers[at] in ("him", "her", "he", "she"):
        # "injured her back" may leave "her" as the object.
        possessive = at + 1 < len(syntax) and syntax.pos[at + 1] in ("NOUN", "ADJ") and syntax.lowers[at] == "her"
        return None if possessive else Count(syntax.span(at, at), 1, 1, 1, kind, syntax.span(at, at))
    if not _is_one_person(syntax, at):
        return None
    edges = ("compound",) if syntax.labels[at] == "PERSON" else ("compound", "amod", "nmod")
    first = at
    while first and first <= syntax.heads[first - 1] <= at and syntax.deps[first - 1] in edges:
        if syntax.labels[first - 1] in ("DATE", "TIME"):
            break
        first -= 1
    return Count(syntax.span(first, at), 1, 1, 1, kind, syntax.span(first, at))


def _kind_of_verb(syntax: Syntax, at: int) -> str | None:
    """What a verb that is told as done says of its object or passive subject."""
    verb = syntax.heads[at]
    kind: str | None = words()["verbs"].get(syntax.lemmas[verb])
    if kind is None or syntax.lemmas[verb] in words()["loose"] - {"capture"} or not _told_as_done(syntax, verb):
        return None
    return "killed" if kind == "wounded" and is_deadly(syntax, at) else kind


def _kind_of_deed(syntax: Syntax, at: int) -> str | None:
    """Killed, for a name behind "the killing of"; "the death of" may be a natural one where no violence is told."""
    of = syntax.heads[at]
    deed = syntax.heads[of]
    if syntax.lowers[of] != "of" or syntax.labels[at] != "PERSON" or syntax.tags[at] != "NNP":
        return None
    if syntax.lowers[deed] in ("killing", "murder", "slaying"):
        return "killed"
    first, after = syntax.sentences[syntax.sentence[deed]]
    violent = syntax.lowers[deed] == "death" and any(
        syntax.lemmas[t] in words()["violence"] for t in range(first, after)
    )
    return "killed" if violent else None


def _is_one_person(syntax: Syntax, at: int) -> bool:
    """Whether a noun is a name, or a single person pointed out with "the" or "his"."""
    if syntax.tags[at] not in ("NN", "NNP") or not is_person(syntax, at) or syntax.lemmas[at] in words()["plurals"]:
        return False
    inside = [child for child in syntax.children[at] if child < at]
    if any(syntax.deps[child] == "nummod" or syntax.lowers[child] in _INDEFINITE for child in inside):
        return False
    if syntax.labels[at] == "PERSON" or any(syntax.deps[child] in ("det", "poss") for child in inside):
        return True
    # "killed rebel leader Ali Dar", parsed as a noun with a name beside it
    apposed = [child for child in syntax.children[at] if syntax.deps[child] == "appos" and child > at]
    return any(syntax.labels[child] == "PERSON" for child in apposed)


def _is_aim(syntax: Syntax, noun: int) -> bool:
    """Whether a person is the object of what is only aimed at: "a raid to capture a commander"."""
    verb = syntax.heads[noun]
    if syntax.deps[noun] != "dobj" or syntax.tags[verb] != "VB":
        return False
    return any(syntax.lowers[child] == "to" for child in syntax.children[verb] if syntax.deps[child] == "aux")


def _told_as_done(syntax: Syntax, verb: int) -> bool:
    """Whether a verb tells what happened: past or participle, not negated, no modal, no infinitive."""
    if syntax.tags[verb] not in ("VBD", "VBN", "VBG"):
        return False
    for child in syntax.children[verb]:
        helper = syntax.deps[child] in ("aux", "auxpass") and syntax.tags[child] in ("MD", "TO", "VB")
        # "killed off" a song and no singer
        if helper or syntax.deps[child] == "neg" or syntax.lowers[child] == "off":
            return False
    if syntax.tags[verb] != "VBG":
        return True
    head = syntax.heads[verb]
    return syntax.deps[verb] in ("advcl", "conj", "acl") and syntax.tags[head] in ("VBD", "VBN")
