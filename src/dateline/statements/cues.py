"""Which tokens are verbs of saying, and which of them share the source of another."""

from __future__ import annotations

from dateline.statements.lexicon import Entry, phrases, verbs
from dateline.syntax import Syntax

_VERBAL = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))


def _taken_for_noun(syntax: Syntax, token: int) -> bool:
    """A verb in -s that the parser took for a plural: the sentence has no other verb, a noun stands before it, and
    a complement behind it ("The alliance advocates for ...", "Rebels vows to ...").
    """
    if syntax.tags[token] != "NNS" or syntax.deps[token] not in ("conj", "ROOT", "appos", "dobj", "dep"):
        return False
    first, end = syntax.sentences[syntax.sentence[token]]
    if first == token or token + 1 >= end or syntax.lowers[token + 1] not in ("for", "that", "to"):
        return False
    if any(_is_finite(syntax, other) for other in range(first, end)):
        return False
    return noun_before(syntax, token) is not None


def _is_finite(syntax: Syntax, token: int) -> bool:
    """Whether a token is the finite verb of a clause, and no participle behind a noun that was taken for one."""
    return syntax.tags[token] in ("VBD", "VBZ", "VBP", "MD") and syntax.deps[token] not in ("acl", "relcl")


def noun_before(syntax: Syntax, token: int) -> int | None:
    """The subject of a verb taken for a noun: the head of its sentence before it."""
    own = syntax.child(token, "nsubj")
    if own is not None:
        return own
    head = syntax.heads[token]
    return head if head < token and syntax.pos[head] in ("NOUN", "PROPN", "PRON") else None


def lookup(syntax: Syntax, token: int) -> Entry | None:
    """The lexicon entry of a token that is a verb of saying here; None for others ("the said order")."""
    lemma = phrases().forms.get(syntax.lowers[token], syntax.lemmas[token])
    entry = verbs().get(lemma)
    if entry is None:
        return None
    if syntax.tags[token] not in _VERBAL and syntax.lowers[token] not in phrases().forms:
        return entry if _taken_for_noun(syntax, token) else None
    if syntax.deps[token] in ("amod", "compound", "aux", "auxpass"):
        return None
    if entry.needs and not any(kid > token and syntax.lowers[kid] in entry.needs for kid in syntax.children[token]):
        return None
    return entry


def outer_cue(syntax: Syntax, verb: int) -> int | None:
    """The verb of saying whose subject also says this one, where the parser put it into that verb's clause:
    "they said the road was cut and accused the rebels of ...", "they said it was cut, citing ...".
    """
    relation, node = syntax.deps[verb], syntax.heads[verb]
    if relation not in ("conj", "advcl") or syntax.child(verb, "nsubj", "nsubjpass", "mark", "aux") is not None:
        return None
    for _ in range(4):
        if syntax.deps[node] == "ccomp":
            break
        if syntax.heads[node] == node:
            return None
        node = syntax.heads[node]
    cue = syntax.heads[node]
    if cue > node or lookup(syntax, cue) is None:
        return None
    if relation == "conj":
        return cue if syntax.tags[verb] == syntax.tags[cue] and syntax.tags[cue] in ("VBD", "VBZ") else None
    apart = syntax.tags[verb] == "VBG" and syntax.words[syntax.left[verb] - 1] == ","
    return cue if apart and syntax.left[verb] == verb else None


def _stands_apart(syntax: Syntax, token: int, verb: int) -> bool:
    """Whether a cue inside a clause is a statement of its own: it shares the verb's source, or follows a semicolon,
    or has a source of its own behind ", while" or ", but".
    """
    if outer_cue(syntax, token) == verb:
        return True
    left = syntax.left[token]
    if syntax.words[left - 1] == ";":
        return True
    if syntax.child(token, "nsubj") is None or syntax.tags[token] != syntax.tags[verb]:
        return False
    opening = syntax.lowers[left - 1] if syntax.deps[token] == "conj" else syntax.lowers[left]
    return opening in ("while", "whereas", "but") and "," in syntax.words[left - 2 : left + 1]


def next_cues(syntax: Syntax, verb: int, clause: int) -> list[int]:
    """Cues inside a clause that belong beside the verb instead."""
    last = syntax.right[clause]
    return [
        token
        for token in range(clause + 1, last + 1)
        if syntax.deps[token] in ("conj", "advcl", "parataxis", "ccomp")
        and lookup(syntax, token) is not None
        and _stands_apart(syntax, token, verb)
    ]
