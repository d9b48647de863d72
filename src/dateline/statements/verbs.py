"""Verbs of saying and their complements: "they said that ...", "accused X of ...", "was said to have ..."."""

from __future__ import annotations

from dateline.statements.draft import Draft
from dateline.statements.grammar import (
    RELATIVES,
    agent,
    antecedent,
    below,
    is_expletive,
    is_passive,
    source_span,
    spans_of,
    speaks,
    subject,
)
from dateline.statements.lexicon import Entry, phrases, verbs
from dateline.syntax import Syntax

_VERBAL = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_EMPTY_OBJECTS = frozenset(
    (
        "it",
        "this",
        "that",
        "so",
        "them",
        "him",
        "her",
        "me",
        "us",
        "you",
        "himself",
        "herself",
        "themselves",
        "itself",
        "nothing",
        "anything",
        "something",
        "everything",
        "more",
        "much",
    )
)
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
        """ "The attack claimed by X": the noun that the participle hangs from."""
        syntax, verb = self.syntax, self.verb
        if syntax.deps[verb] == "acl":
            return syntax.heads[verb]
        if syntax.deps[verb] == "conj":
            return syntax.child(syntax.heads[verb], "nsubjpass")
        return None


def _is_gerund(syntax: Syntax, token: int) -> bool:
    """"ordering", "having ordered"."""
    if syntax.tags[token] == "VBG":
        return not any(syntax.tags[kid] in ("VBD", "VBZ", "VBP", "MD") for kid in syntax.children[token])
    return any(syntax.lowers[kid] in ("having", "being") for kid in syntax.children[token])


def _asks(syntax: Syntax, token: int) -> bool:
    """Whether a clause begins with a question word."""
    first = syntax.left[token]
    return syntax.tags[first] in ("WRB", "WP", "WDT") or syntax.lowers[first] in ("whether", "if")


def _referent(syntax: Syntax, verb: int, obj: int) -> set[int]:
    """The tokens of an object; for a relative pronoun, those of the noun that it stands for."""
    noun = antecedent(syntax, obj) if syntax.lowers[obj] in RELATIVES else None
    if noun is not None:
        clause = {kid for kid in syntax.children[noun] if syntax.deps[kid] == "relcl"}
        return below(syntax, noun, without=clause)
    return below(syntax, obj, without=(verb,))


def _with_tail(taken: Complement, tokens: set[int]) -> set[int]:
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


def _parenthetical(syntax: Syntax, verb: int, entry: Entry) -> set[int]:
    """ "The road, he said, was mined", "As he said, the road was mined": the clause around the cue."""
    if "clause" not in entry.frames or syntax.heads[verb] == verb:
        return set()
    head, relation = syntax.heads[verb], syntax.deps[verb]
    mark = syntax.child(verb, "mark", "advmod")
    as_clause = relation == "advcl" and mark is not None and syntax.lowers[mark] == "as"
    if relation != "parataxis" and not as_clause:
        return set()
    if syntax.pos[head] not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
        return set()
    return below(syntax, head, without=(verb,))


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


def _next_cues(syntax: Syntax, verb: int, clause: int) -> list[int]:
    """Cues inside a clause that belong beside the verb instead."""
    last = syntax.right[clause]
    return [
        token
        for token in range(clause + 1, last + 1)
        if syntax.deps[token] in ("conj", "advcl", "parataxis", "ccomp")
        and lookup(syntax, token) is not None
        and (outer_cue(syntax, token) == verb or syntax.words[syntax.left[token] - 1] == ";")
    ]


def _fronted(syntax: Syntax, verb: int, clause: int, source: int | None) -> set[int]:
    """"In the south, the general said, the roads were cut": what stands before a cue between commas."""
    if source is None or clause < verb or verb + 1 >= len(syntax) or syntax.words[verb + 1] != ",":
        return set()
    first, left = syntax.sentences[syntax.sentence[verb]][0], syntax.left[source]
    if left - 1 <= first or syntax.words[left - 1] != "," or source > verb or syntax.sentence[source] != syntax.sentence[verb]:
        return set()
    if any(syntax.labels[token] in ("DATE", "TIME") for token in range(first, left)):
        return set()
    return set(range(first, left - 1))


def _finite(taken: Complement, entry: Entry) -> set[int]:
    """Clauses and infinitives."""
    syntax, verb = taken.syntax, taken.verb
    if taken.clause is not None and "clause" in entry.frames:
        return below(syntax, taken.clause, without=(verb, *_next_cues(syntax, verb, taken.clause)))
    if taken.infinitive is not None:
        tokens = below(syntax, taken.infinitive, without=(verb,))
        if taken.passive and entry.frames & {"clause", "object+to", "infinitive"} and taken.obj is not None:
            if is_expletive(syntax, taken.obj):
                return tokens
            return tokens | below(syntax, taken.obj, without=(verb,))
        if taken.obj is not None and "object+to" in entry.frames:
            return tokens | below(syntax, taken.obj, without=(verb,))
        if entry.frames & {"infinitive", "object+to"}:
            return tokens
    if taken.gerund is not None and "gerund" in entry.frames:
        return below(syntax, taken.gerund)
    return set()


def _finite_frame(taken: Complement, entry: Entry) -> str:
    """The frame that a clause or infinitive fills."""
    if taken.clause is not None and "clause" in entry.frames:
        return "clause"
    if taken.infinitive is not None:
        return "object+to" if taken.obj is not None and "object+to" in entry.frames else "infinitive"
    return "gerund"


def _phrase(taken: Complement, entry: Entry) -> tuple[set[int], str]:
    """Content brought by a preposition, with or without an object before it, and the frame that it fills."""
    syntax, verb = taken.syntax, taken.verb
    for prep in taken.prepositions:
        word = syntax.lowers[prep]
        if taken.obj is not None and word in entry.with_object:
            return below(syntax, prep) | below(syntax, taken.obj, without=(verb,)), f"object+{word}-phrase"
    for prep in taken.prepositions:
        word = syntax.lowers[prep]
        if word in entry.phrases and (taken.obj is None or taken.passive) and prep > verb:
            inner = syntax.child(prep, "pobj", "pcomp")
            if inner is not None and syntax.lowers[inner] not in _EMPTY_OBJECTS:
                return _with_tail(taken, below(syntax, inner)), f"{word}-phrase"
    return set(), ""


def _object(taken: Complement, entry: Entry) -> tuple[set[int], str]:
    """Content that is a noun phrase: "claimed responsibility", "called him a liar"."""
    syntax, verb, obj = taken.syntax, taken.verb, taken.obj
    if obj is not None and taken.predicate is not None and "object+predicate" in entry.frames:
        return below(syntax, obj, without=(verb,)) | below(syntax, taken.predicate), "object+predicate"
    if taken.clause is not None and "object+predicate" in entry.frames:
        return below(syntax, taken.clause, without=(verb,)), "object+predicate"
    if obj is None and taken.predicate is not None and "object+predicate" in entry.frames:
        return below(syntax, taken.predicate), "object+predicate"
    if "object" not in entry.frames:
        return set(), ""
    if obj is None:
        return _gap(syntax, verb), "object"
    if syntax.lowers[obj] in _EMPTY_OBJECTS and not syntax.children[obj]:
        noun = antecedent(syntax, obj)
        if noun is None or noun == obj:
            return set(), ""
    if syntax.lemmas[obj] in entry.not_objects:
        return set(), ""
    return _with_tail(taken, _referent(syntax, verb, obj)), "object"


def _gap(syntax: Syntax, verb: int) -> set[int]:
    """ "The truce that they announced", "the truce they announced": the noun before a relative clause."""
    if syntax.deps[verb] != "relcl":
        return set()
    own = syntax.child(verb, "nsubj")
    if own is None or syntax.lowers[own] in RELATIVES or syntax.child(verb, "prep", "ccomp", "xcomp") is not None:
        return set()
    noun = syntax.heads[verb]
    return below(syntax, noun, without=(verb,))


def _content(taken: Complement, entry: Entry) -> tuple[set[int], str]:
    """The content's tokens and the frame that they fill; empty where the verb takes none of its frames."""
    found = _finite(taken, entry)
    if found:
        return found, _finite_frame(taken, entry)
    found, frame = _phrase(taken, entry)
    if found:
        return found, frame
    found, frame = _object(taken, entry)
    if found:
        return found, frame
    return _parenthetical(taken.syntax, taken.verb, entry), "clause"


def _source(taken: Complement) -> int | None:
    """The head of the source; None where the report gives none."""
    if taken.passive:
        return agent(taken.syntax, taken.verb)
    outer = outer_cue(taken.syntax, taken.verb)
    found = subject(taken.syntax, taken.verb if outer is None else outer)
    return None if found == taken.verb else found


def _cue(syntax: Syntax, verb: int, frame: str) -> tuple[int, int]:
    """First and last token of the cue: the verb, its particle, the preposition right behind it."""
    last = verb
    for kid in syntax.children[verb]:
        if kid == last + 1 and (
            syntax.deps[kid] == "prt" or (syntax.deps[kid] == "prep" and frame == f"{syntax.lowers[kid]}-phrase")
        ):
            last = kid
    return verb, last


def _fits(taken: Complement, entry: Entry, frame: str, source: int | None) -> bool:
    """Whether a frame that needs a speaker has one."""
    if frame not in entry.speakers:
        return True
    if source is None:
        return taken.passive and frame not in ("object", "infinitive")
    return speaks(taken.syntax, source)


def lookup(syntax: Syntax, token: int) -> Entry | None:
    """The lexicon entry of a token that is a verb of saying here; None for others ("the said order")."""
    lemma = phrases().forms.get(syntax.lowers[token], syntax.lemmas[token])
    entry = verbs().get(lemma)
    if entry is None:
        return None
    if syntax.tags[token] not in _VERBAL and syntax.lowers[token] not in phrases().forms:
        return None
    if syntax.deps[token] in ("amod", "compound", "aux", "auxpass"):
        return None
    if entry.needs and not any(syntax.lowers[kid] in entry.needs for kid in syntax.children[token]):
        return None
    return entry


def verb_draft(syntax: Syntax, verb: int) -> Draft | None:
    """The statement that a verb makes, its content still empty where only a quotation can fill it."""
    entry = lookup(syntax, verb)
    if entry is None:
        return None
    taken = Complement(syntax, verb)
    tokens, frame = _content(taken, entry)
    speaker = _source(taken)
    if tokens and not _fits(taken, entry, frame, speaker):
        tokens = set()
    if syntax.tags[verb] == "VB" and is_expletive(syntax, speaker) and syntax.pos[syntax.heads[verb]] in ("ADJ", "AUX"):
        return None
    quotes = "quote" in entry.frames
    if not tokens and not quotes:
        return None
    if is_expletive(syntax, speaker) and taken.passive:
        speaker = None
    if tokens and taken.clause is not None:
        tokens |= _fronted(syntax, verb, taken.clause, speaker)
    first, last = _cue(syntax, verb, frame)
    tokens -= set(range(first, last + 1))
    return Draft(
        token=verb,
        cue=syntax.span(first, last),
        act=entry.act_in(frame),
        speaker=speaker,
        source=source_span(syntax, speaker, verb) if speaker is not None else None,
        content=spans_of(syntax, tokens),
        quotes=quotes,
        frame=frame,
    )
