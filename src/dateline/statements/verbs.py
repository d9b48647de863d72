"""Verbs of saying and their complements: "they said that ...", "accused X of ...", "was said to have ..."."""

from __future__ import annotations

from dateline.statements.complements import Complement, referent, with_tail
from dateline.statements.cues import lookup, next_cues, noun_before, outer_cue
from dateline.statements.draft import Draft
from dateline.statements.grammar import (
    RELATIVES,
    agent,
    antecedent,
    below,
    is_expletive,
    is_negated,
    is_nobody,
    source_span,
    spans_of,
    speaks,
    subject,
)
from dateline.statements.lexicon import Entry, nouns, phrases
from dateline.syntax import Syntax


def _parenthetical(syntax: Syntax, verb: int, entry: Entry) -> set[int]:
    """As in "The road, he said, was mined", "As he said, the road was mined": the clause around the cue."""
    if "clause" not in entry.frames or syntax.heads[verb] == verb:
        return set()
    head, relation = syntax.heads[verb], syntax.deps[verb]
    mark = syntax.child(verb, "mark", "advmod")
    as_clause = relation == "advcl" and mark is not None and syntax.lowers[mark] == "as"
    if as_clause and syntax.child(verb, "xcomp", "acomp", "attr") is not None:
        return set()  # "as shells continued to fall": time, not source
    if relation != "parataxis" and not as_clause:
        return set()
    if syntax.pos[head] not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
        return set()
    return below(syntax, head, without=(verb,))


def _before_semicolon(syntax: Syntax, clause: int, tokens: set[int]) -> set[int]:
    """As in "One side says A; the other says B": without the second half, where the parser made it the clause."""
    own = syntax.child(clause, "nsubj")
    if own is None or lookup(syntax, clause) is None or syntax.words[syntax.left[own] - 1] != ";":
        return tokens
    return {token for token in tokens if token < syntax.left[own] - 1} or tokens


def _fronted(syntax: Syntax, verb: int, clause: int, source: int | None) -> set[int]:
    """As in "In the south, the general said, the roads were cut": what stands before a cue between commas."""
    if source is None or clause < verb or verb + 1 >= len(syntax) or syntax.words[verb + 1] != ",":
        return set()
    first, left = syntax.sentences[syntax.sentence[verb]][0], syntax.left[source]
    if (
        left - 1 <= first
        or syntax.words[left - 1] != ","
        or source > verb
        or syntax.sentence[source] != syntax.sentence[verb]
    ):
        return set()
    if any(syntax.labels[token] in ("DATE", "TIME") for token in range(first, left)):
        return set()
    return set(range(first, left - 1))


def _infinitive(taken: Complement, entry: Entry) -> tuple[set[int], str]:
    """As in "promised to leave", "urged them to leave", "is said to have left"."""
    syntax, verb, obj = taken.syntax, taken.verb, taken.obj
    if taken.infinitive is None:
        return set(), ""
    tokens = below(syntax, taken.infinitive, without=(verb,))
    frame = "object+to" if obj is not None and "object+to" in entry.frames else "infinitive"
    if obj is not None and taken.passive and entry.frames & {"clause", "object+to", "infinitive"}:
        return tokens if is_expletive(syntax, obj) else tokens | below(syntax, obj, without=(verb,)), frame
    if obj is not None and frame == "object+to":
        return tokens | below(syntax, obj, without=(verb,)), frame
    return (tokens, frame) if entry.frames & {"infinitive", "object+to"} else (set(), "")


def _loose_clause(taken: Complement, entry: Entry) -> tuple[set[int], str] | None:
    """Clauses that the parser hung elsewhere: "asked if the raid had failed", "called for the men to be freed",
    "promised the colonel that help would come".
    """
    syntax, verb, obj = taken.syntax, taken.verb, taken.obj
    if obj is not None and "clause" in entry.frames:
        told = syntax.child(obj, "acl", "relcl")
        mark = syntax.child(told, "mark") if told is not None else None
        hearer = speaks(syntax, obj) and syntax.lemmas[obj] not in nouns()
        if hearer and told is not None and mark is not None and syntax.lowers[mark] == "that":
            return below(syntax, told), "clause"
    marks = {}
    if "if-clause" in entry.frames:
        marks.update({"if": "clause", "whether": "clause"})
    if "for" in entry.phrases:
        marks["for"] = "for-phrase"
    if not marks:
        return None
    for kid in (*syntax.children[verb], *syntax.children[syntax.heads[verb]]):
        mark = syntax.child(kid, "mark")
        if syntax.deps[kid] != "advcl" or mark is None or mark < verb or syntax.lowers[mark] not in marks:
            continue
        if "," not in syntax.words[verb:mark] and not any(syntax.pos[t] == "VERB" for t in range(verb + 1, mark)):
            frame = marks[syntax.lowers[mark]]
            return below(syntax, kid, without=(mark,) if frame == "for-phrase" else ()), frame
    return None


def _finite(taken: Complement, entry: Entry) -> tuple[set[int], str]:
    """Clauses, infinitives and gerunds, and the frame that they fill."""
    syntax, verb = taken.syntax, taken.verb
    if taken.clause is not None and "clause" in entry.frames:
        tokens = below(syntax, taken.clause, without=(verb, *next_cues(syntax, verb, taken.clause)))
        return _before_semicolon(syntax, taken.clause, tokens), "clause"
    asked = _loose_clause(taken, entry)
    if asked:
        return asked
    tokens, frame = _infinitive(taken, entry)
    if not tokens and taken.gerund is not None and "gerund" in entry.frames:
        return below(syntax, taken.gerund), "gerund"
    return tokens, frame


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
            if inner is not None and syntax.lowers[inner] not in phrases().empty_objects:
                return with_tail(taken, below(syntax, inner)), f"{word}-phrase"
    return set(), ""


def _predicate(taken: Complement, entry: Entry) -> tuple[set[int], str]:
    """As in "called him a liar"."""
    syntax, verb, obj = taken.syntax, taken.verb, taken.obj
    if "object+predicate" not in entry.frames:
        return set(), ""
    if taken.predicate is not None:
        tokens = below(syntax, taken.predicate)
        return tokens if obj is None else tokens | below(syntax, obj, without=(verb,)), "object+predicate"
    if taken.clause is not None:
        return below(syntax, taken.clause, without=(verb,)), "object+predicate"
    if obj is not None and not taken.passive and _has_bare_apposition(syntax, obj):
        return below(syntax, obj), "object+predicate"
    return set(), ""


def _has_bare_apposition(syntax: Syntax, obj: int) -> bool:
    """As in "called his son a hero", where the parser took the second noun for another name of the first."""
    second = syntax.child(obj, "appos")
    return second is not None and syntax.words[syntax.left[second] - 1] != ","


def _is_empty(syntax: Syntax, obj: int) -> bool:
    """Whether an object says nothing by itself: "it", "that" where it stands for no noun."""
    if syntax.lowers[obj] not in phrases().empty_objects or syntax.children[obj]:
        return False
    return antecedent(syntax, obj) in (None, obj)


def _object(taken: Complement, entry: Entry) -> tuple[set[int], str]:
    """Content that is a noun phrase: "claimed responsibility for the attack"."""
    syntax, verb, obj = taken.syntax, taken.verb, taken.obj
    if "object" not in entry.frames:
        return set(), ""
    if obj is None:
        return _gap(syntax, verb), "object"
    if _is_empty(syntax, obj) or syntax.lemmas[obj] in entry.not_objects:
        return set(), ""
    return with_tail(taken, referent(syntax, verb, obj)), "object"


def _gap(syntax: Syntax, verb: int) -> set[int]:
    """As in "The truce that they announced", "the truce they announced": the noun before a relative clause."""
    if syntax.deps[verb] != "relcl":
        return set()
    own = syntax.child(verb, "nsubj")
    if own is None or syntax.lowers[own] in RELATIVES or syntax.child(verb, "prep", "ccomp", "xcomp") is not None:
        return set()
    noun = syntax.heads[verb]
    return below(syntax, noun, without=(verb,))


def _content(taken: Complement, entry: Entry) -> tuple[set[int], str]:
    """The content's tokens and the frame that they fill; empty where the verb takes none of its frames."""
    for rule in (_finite, _phrase, _predicate, _object):
        found, frame = rule(taken, entry)
        if found:
            return found, frame
    return _parenthetical(taken.syntax, taken.verb, entry), "clause"


def _source(taken: Complement) -> int | None:
    """The head of the source; None where the report gives none."""
    if taken.passive:
        return agent(taken.syntax, taken.verb)
    if taken.syntax.tags[taken.verb] == "NNS":
        return noun_before(taken.syntax, taken.verb)
    outer = outer_cue(taken.syntax, taken.verb)
    found = subject(taken.syntax, taken.verb if outer is None else outer)
    return None if found == taken.verb else found


def _swallowed(syntax: Syntax, verb: int, tokens: set[int]) -> int | None:
    """As in "..., a close aide to the emir said": a source that the parser took into the clause before it, as
    another name of its last noun.
    """
    if syntax.tags[verb] not in ("VBD", "VBZ", "VBP") or max(tokens) != verb - 1:
        return None
    for token in range(verb - 1, min(tokens), -1):
        if syntax.words[token] == ",":
            return None
        left = syntax.left[token]
        apart = left > min(tokens) and syntax.words[left - 1] == ","
        if syntax.deps[token] in ("appos", "conj", "npadvmod", "dep") and apart and syntax.right[token] == verb - 1:
            return token if speaks(syntax, token) else None
    return None


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


def _is_unsaid(syntax: Syntax, verb: int, speaker: int | None, act: str) -> bool:
    """As in "no group has claimed the attack", "did not accuse the army"."""
    if is_nobody(syntax, speaker):
        return True
    return act in phrases().undone_by_negation and is_negated(syntax, verb)


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
    if (not tokens and not quotes) or _is_unsaid(syntax, verb, speaker, entry.act_in(frame)):
        return None
    if is_expletive(syntax, speaker) and taken.passive:
        speaker = None
    if speaker is None and tokens and not taken.passive:
        speaker = _swallowed(syntax, verb, tokens)
        if speaker is not None:
            tokens = {token for token in tokens if token < syntax.left[speaker] - 1}
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
