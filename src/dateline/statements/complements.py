"""What a verb of saying takes: clause, infinitive, object and prepositional phrases, each found once."""

from __future__ import annotations

from dateline.statements.grammar import RELATIVES, antecedent, below, is_passive
from dateline.statements.lexicon import phrases
from dateline.syntax import Syntax

_TAILS = frozenset(("of", "for", "against", "to", "from", "in", "over", "about", "between", "with", "as", "because"))


class Complement:
    """What a verb takes, found once: the tokens of each slot, None or empty where it is not there."""

    __slots__ = ("clause", "gerund", "infinitive", "obj", "passive", "predicate", "prepositions", "syntax", "verb")

    def __init__(self, syntax: Syntax, verb: int) -> None:
        self.syntax, self.verb = syntax, verb
        self.passive = is_passive(syntax, verb)
        self.clause: int | None = None
        self.infinitive: int | None = None
        self.gerund: int | None = None
        self.obj: int | None = None
        self.predicate: int | None = None
        self.prepositions: list[int] = []
        for kid in syntax.children[verb]:
            self._sort(kid)
        if self.passive and self.obj is None:
            self.obj = self._passive_object()

    def _sort(self, kid: int) -> None:
        relation = self.syntax.deps[kid]
        if relation in ("ccomp", "xcomp"):
            self._sort_clause(kid, relation)
        elif relation == "dobj":
            self.obj = kid
        elif relation in ("oprd", "acomp"):
            self.predicate = kid
        elif relation == "prep":
            self.prepositions.append(kid)
        elif relation == "nsubjpass":
            self.obj = kid

    def _sort_clause(self, kid: int, relation: str) -> None:
        syntax = self.syntax
        kids = [(syntax.deps[k], syntax.lowers[k]) for k in syntax.children[kid]]
        if ("aux", "to") in kids and not any(d == "mark" for d, _ in kids) and not _asks(syntax, kid):
            self.infinitive = kid
        elif _is_gerund(syntax, kid) and not any(d in ("nsubj", "nsubjpass") for d, _ in kids):
            if self.clause is None:
                self.gerund = kid
        elif relation == "ccomp" or _asks(syntax, kid):
            marked = self.clause is not None and syntax.child(self.clause, "mark") is not None
            if not marked and (self.clause is None or kid > self.verb):
                self.clause = kid
        elif syntax.pos[kid] in ("NOUN", "PROPN", "ADJ"):
            self.predicate = kid

    def _passive_object(self) -> int | None:
        """As in "The attack claimed by X": the noun that the participle hangs from."""
        syntax, verb = self.syntax, self.verb
        own = syntax.child(verb, "nsubj")
        if own is not None:
            return own
        if syntax.deps[verb] == "acl":
            return syntax.heads[verb]
        if syntax.deps[verb] == "conj":
            return syntax.child(syntax.heads[verb], "nsubjpass")
        return None


def _is_gerund(syntax: Syntax, token: int) -> bool:
    """As in "ordering", "having ordered"."""
    if syntax.tags[token] == "VBG":
        return not any(syntax.tags[kid] in ("VBD", "VBZ", "VBP", "MD") for kid in syntax.children[token])
    return any(syntax.lowers[kid] in ("having", "being") for kid in syntax.children[token])


def _asks(syntax: Syntax, token: int) -> bool:
    """Whether a clause begins with a question word."""
    first = syntax.left[token]
    return syntax.tags[first] in ("WRB", "WP", "WDT") or syntax.lowers[first] in ("whether", "if")


def referent(syntax: Syntax, verb: int, obj: int) -> set[int]:
    """The tokens of an object; for a relative pronoun, those of the noun that it stands for."""
    noun = antecedent(syntax, obj) if syntax.lowers[obj] in RELATIVES else None
    if noun is not None:
        clause = {kid for kid in syntax.children[noun] if syntax.deps[kid] in ("relcl", "acl")}
        return below(syntax, noun, without=clause)
    return below(syntax, obj, without=(verb,))


def with_tail(taken: Complement, tokens: set[int]) -> set[int]:
    """Content with the prepositional phrases right behind it that the parser hung from the verb:
    "denied any role in the attack"; not those of time or occasion ("on Monday", "in a statement").
    """
    syntax = taken.syntax
    last = max(tokens, default=len(syntax))
    for prep in taken.prepositions:
        inner = syntax.child(prep, "pobj", "pcomp")
        if prep != last + 1 or inner is None or syntax.lowers[prep] not in _TAILS:
            continue
        if syntax.labels[inner] in ("DATE", "TIME") or syntax.lemmas[inner] in phrases().occasions:
            break
        tokens = tokens | below(syntax, prep)
        last = max(tokens)
    return tokens
