"""Questions about a parse that more than one cue rule asks."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dateline.spans import Span
from dateline.statements.lexicon import phrases
from dateline.syntax import Syntax

RELATIVES = frozenset(("who", "which", "that", "whom", "whose"))
_SPEAKING_PRONOUNS = frozenset(
    ("he", "she", "they", "we", "i", "you", "who", "it", "them", "him", "her", "us", "me", "his", "their", "its", "our")
)
_SPEAKING_LABELS = frozenset(("PERSON", "ORG", "GPE", "NORP", "FAC"))
_AMOUNTS = frozenset(("thousand", "hundred", "dozen", "score", "million", "number", "ten", "handful", "lot", "group"))
_EXPLETIVES = frozenset(("it", "there"))
_EDGE_MARKS = frozenset(",;:-–—.―…")
_OPENING = frozenset(('"', "“", "``", "‘", "''", "«", "„"))
_PARTING = frozenset((":", "--", ";", '"', "”", "''", "“", "``"))
_UPWARD = frozenset(("acomp", "attr", "oprd", "conj", "xcomp", "advcl", "pcomp", "prep", "acl", "ccomp", "dep", "aux"))
_MAX_STEPS = 6


def below(syntax: Syntax, token: int, without: Collection[int] = ()) -> set[int]:
    """A token and all that hangs from it, leaving out the branches that begin at `without`."""
    found, queue = set(), [token]
    while queue:
        node = queue.pop()
        if node in without or node in found:
            continue
        found.add(node)
        queue.extend(syntax.children[node])
    return found


def _is_mark(syntax: Syntax, token: int) -> bool:
    return syntax.words[token] in _EDGE_MARKS or syntax.words[token] in ("--", "...")


def spans_of(syntax: Syntax, tokens: Iterable[int]) -> list[Span]:
    """The stretches that tokens make, in order: marks alone do not part two stretches, and none begins or ends
    with a comma or its like.
    """
    runs: list[list[int]] = []
    for token in sorted(tokens):
        if runs and all(_is_mark(syntax, gap) for gap in range(runs[-1][-1] + 1, token)):
            runs[-1].append(token)
        else:
            runs.append([token])
    spans = []
    for run in runs:
        kept = run
        while kept and _is_mark(syntax, kept[0]):
            kept = kept[1:]
        while kept and (_is_mark(syntax, kept[-1]) or syntax.deps[kept[-1]] == "cc"):
            kept = kept[:-1]
        if kept and any(syntax.pos[token] != "PUNCT" for token in kept):
            spans.append(syntax.span(kept[0], kept[-1]))
    return spans


def is_passive(syntax: Syntax, verb: int) -> bool:
    """Whether what is said stands before the verb, or the verb is a past participle behind a noun."""
    kids = syntax.children[verb]
    if any(syntax.deps[kid] in ("nsubjpass", "auxpass", "csubjpass") for kid in kids):
        return True
    if syntax.tags[verb] == "VBN" and any(syntax.deps[kid] == "agent" for kid in kids):
        return True
    if any(syntax.deps[kid] in ("nsubj", "aux") for kid in kids):
        return False
    return syntax.tags[verb] == "VBN" and syntax.deps[verb] in ("acl", "advcl")


def agent(syntax: Syntax, verb: int) -> int | None:
    """The doer of a passive: the noun behind "by"."""
    by = syntax.child(verb, "agent")
    return syntax.child(by, "pobj") if by is not None else None


def antecedent(syntax: Syntax, pronoun: int) -> int | None:
    """The noun that a relative pronoun stands for; None where the token is no relative pronoun."""
    if syntax.lowers[pronoun] not in RELATIVES:
        return None
    node = syntax.heads[pronoun]
    for _ in range(_MAX_STEPS):
        if syntax.deps[node] in ("relcl", "acl"):
            return syntax.heads[node]
        if syntax.heads[node] == node:
            return None
        node = syntax.heads[node]
    return None


def _own_subject(syntax: Syntax, verb: int) -> int | None:
    for kid in syntax.children[verb]:
        if syntax.deps[kid] in ("nsubj", "nsubjpass") and syntax.lowers[kid] != "there":
            return kid
    return None


def subject(syntax: Syntax, verb: int) -> int | None:
    """Who does an active verb: its subject, or that of the verb it leans on ("said ..., adding that ...")."""
    node = verb
    for _ in range(_MAX_STEPS):
        found = _own_subject(syntax, node)
        if found is not None:
            return found
        relation, head = syntax.deps[node], syntax.heads[node]
        if relation == "relcl":
            return head
        if relation == "acl" or (relation == "pcomp" and syntax.pos[syntax.heads[head]] in ("NOUN", "PROPN")):
            return _of_noun(syntax, head if relation == "acl" else syntax.heads[head])
        if relation not in _UPWARD or head == node or (relation == "ccomp" and node != verb):
            return None
        if relation == "xcomp":
            # "urged them to say": those who are urged are the ones to say it.
            controller = syntax.child(head, "dobj")
            if controller is not None:
                return controller
        node = head
    return None


def _of_noun(syntax: Syntax, noun: int) -> int:
    """Who stands behind a noun with a participle: "they released a statement saying": they; "a letter saying" with
    no such verb: the letter itself.
    """
    verb = syntax.heads[noun]
    if syntax.deps[noun] == "dobj" and syntax.lemmas[verb] in phrases().light_verbs:
        issuer = agent(syntax, verb) if is_passive(syntax, verb) else subject(syntax, verb)
        if issuer is not None:
            return issuer
    return noun


def speaks(syntax: Syntax, token: int | None) -> bool:
    """Whether the words can name somebody who speaks: a name, a person, an office, an organisation."""
    if token is None:
        return False
    if syntax.lowers[token] in RELATIVES:
        noun = antecedent(syntax, token)
        return syntax.lowers[token] == "who" or (noun is not None and noun != token and speaks(syntax, noun))
    if syntax.lowers[token] in _SPEAKING_PRONOUNS:
        return True
    if syntax.lemmas[token] in _AMOUNTS:
        of = syntax.child(token, "prep")
        return of is None or speaks(syntax, syntax.child(of, "pobj"))
    if syntax.labels[token] in _SPEAKING_LABELS or syntax.lemmas[token] in phrases().speakers:
        return True
    return syntax.pos[token] == "PROPN" or syntax.lowers[token] in phrases().speakers


def source_span(syntax: Syntax, token: int, cue: int) -> Span:
    """The words of a source: its noun phrase, without the branch that holds the cue, and without what a colon, a
    dash or a quotation parts from its head.
    """
    if syntax.tags[token] in ("PRP$", "WP$"):
        return syntax.span(token, token)
    for span in spans_of(syntax, below(syntax, token, without=(cue,))):
        if span.start <= syntax.starts[token] < span.end:
            bare = _from_mark(syntax, _without_case(syntax, span, token), token)
            return _without_quotation(syntax, bare, token)
    return syntax.span(token, token)


def _from_mark(syntax: Syntax, span: Span, token: int) -> Span:
    """The span from behind the last colon, dash or quotation mark before its head: no place line, no quotation."""
    first = token
    while first and syntax.starts[first - 1] >= span.start and syntax.words[first - 1] not in _PARTING:
        first -= 1
    opened = first > 0 and syntax.words[first - 1] in _OPENING and syntax.starts[first - 1] > span.start
    if opened and not _parted_before(syntax, span, first - 1):
        return span
    return Span(max(span.start, syntax.starts[first]), span.end)


def _parted_before(syntax: Syntax, span: Span, mark: int) -> bool:
    """Whether a quotation mark inside a source closes a quotation: it follows a comma or a full stop."""
    before = syntax.words[mark - 1] if mark and syntax.starts[mark - 1] >= span.start else ""
    return before in (",", ".", "?", "!")


def _without_case(syntax: Syntax, span: Span, token: int) -> Span:
    """The span without a possessive ending."""
    case = syntax.child(token, "case")
    if case is not None and syntax.ends[case] == span.end:
        return Span(span.start, syntax.starts[case])
    return span


def _without_quotation(syntax: Syntax, span: Span, token: int) -> Span:
    """The span up to a quotation that the parser took for a second name: 'its mayor, "a graveyard"'."""
    for other in range(token + 1, len(syntax)):
        if syntax.starts[other] >= span.end:
            break
        if syntax.words[other] in _OPENING and syntax.words[other - 1] in (",", ":"):
            return Span(span.start, syntax.ends[max(token, other - 2)])
    return span


def is_expletive(syntax: Syntax, token: int | None) -> bool:
    """Whether a subject stands for nothing: "it was reported that"."""
    return token is not None and syntax.lowers[token] in _EXPLETIVES


def is_nobody(syntax: Syntax, token: int | None) -> bool:
    """Whether a source says that there was none: "nobody claimed", "no group has claimed"."""
    if token is None:
        return False
    if syntax.lowers[token] in phrases().nobodies:
        return True
    return any(syntax.lowers[kid] in ("no", "neither") for kid in syntax.children[token])


def is_negated(syntax: Syntax, token: int) -> bool:
    """Whether a verb is negated, or a noun has "no" before it."""
    return any(
        syntax.deps[kid] == "neg" or (syntax.deps[kid] == "det" and syntax.lowers[kid] == "no")
        for kid in syntax.children[token]
    )
