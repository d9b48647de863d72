"""Sources given beside the clause: "according to X", "in X's view", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.statements.draft import Draft
from dateline.statements.grammar import below, source_span, spans_of, speaks
from dateline.statements.lexicon import phrases
from dateline.syntax import Syntax

_CLAUSES = frozenset(("ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "acl", "pcomp"))
_CLIMB = 6


def _clause_above(syntax: Syntax, token: int) -> int:
    """The head of the clause that a phrase stands in."""
    node = syntax.heads[token]
    for _ in range(_CLIMB):
        if syntax.pos[node] in ("VERB", "AUX") and syntax.deps[node] in _CLAUSES:
            break
        if syntax.heads[node] == node:
            break
        node = syntax.heads[node]
    return node


def _whole(syntax: Syntax, token: int, clause: int) -> int:
    """The clause that a phrase at a sentence's edge speaks of: all coordinated clauses, not the last alone."""
    first, end = syntax.sentences[syntax.sentence[token]]
    at_edge = syntax.left[token] <= first + 1 or syntax.right[token] >= end - 2
    node = clause
    for _ in range(_CLIMB):
        if not at_edge or syntax.deps[node] not in ("conj", "advcl", "relcl", "acl"):
            break
        node = syntax.heads[node]
    return node if syntax.pos[node] in ("VERB", "AUX") else clause


def _beside(syntax: Syntax, token: int, last: int, speaker: int, act: str) -> Draft | None:
    """A statement whose content is the clause around a phrase that begins at `token`."""
    clause = _whole(syntax, token, _clause_above(syntax, token))
    content = spans_of(syntax, below(syntax, clause, without=(token,)))
    if not content:
        return None
    return Draft(
        token=token,
        cue=syntax.span(min(token, last), max(token, last)),
        act=act,
        speaker=speaker,
        source=source_span(syntax, speaker, token),
        content=content,
        quotes=True,
        rank=2,
    )


def _according(syntax: Syntax, token: int) -> Draft | None:
    """As in "according to the army", "per the ministry"."""
    if syntax.lowers[token] == "per":
        speaker = syntax.child(token, "pobj")
        if speaker is None or syntax.labels[speaker] not in ("ORG", "PERSON", "GPE") or syntax.deps[token] != "prep":
            return None
        return _beside(syntax, token, token, speaker, "say")
    if token + 1 >= len(syntax) or syntax.lowers[token + 1] != "to":
        return None
    to = token + 1
    speaker = syntax.child(to, "pobj")
    if speaker is None or _is_measure(syntax, speaker):
        return None
    if syntax.heads[token] == token:
        return _before_comma(syntax, token, speaker)
    return _beside(syntax, token, to, speaker, "say")


def _is_measure(syntax: Syntax, noun: int) -> bool:
    """As in "according to plan", "according to need"."""
    lemma = syntax.lemmas[noun]
    bare = not any(syntax.deps[kid] in ("det", "poss", "compound", "amod", "nmod") for kid in syntax.children[noun])
    return lemma in phrases().not_sources or (bare and lemma in phrases().not_sources_bare)


def _before_comma(syntax: Syntax, token: int, speaker: int) -> Draft | None:
    """As in "According to X, ..." where the parser made it the head of the sentence: the comma parts the two."""
    first, end = syntax.sentences[syntax.sentence[token]]
    comma = next((t for t in range(speaker, end) if syntax.words[t] == ","), None)
    if token != first or comma is None or comma + 2 >= end:
        return None
    return Draft(
        token=token,
        cue=syntax.span(token, token + 1),
        act="say",
        speaker=speaker,
        source=syntax.span(token + 2, comma - 1),
        content=spans_of(syntax, range(comma + 1, end)),
        quotes=True,
        rank=2,
    )


def _viewpoint(syntax: Syntax, token: int) -> Draft | None:
    """As in "in the words of X", "in X's view", "in its telling"."""
    noun = syntax.child(token, "pobj")
    if noun is None or syntax.lemmas[noun] not in phrases().viewpoints or syntax.deps[token] != "prep":
        return None
    speaker = syntax.child(noun, "poss")
    of = syntax.child(noun, "prep")
    if speaker is None and of is not None and syntax.lowers[of] == "of":
        speaker = syntax.child(of, "pobj")
    if speaker is None or not speaks(syntax, speaker):
        return None
    return _beside(syntax, token, noun, speaker, "say")


def _adverb(syntax: Syntax, token: int) -> Draft | None:
    """As in "reportedly", "allegedly": the report says that somebody says so, and not who."""
    head = syntax.heads[token]
    tokens = below(syntax, head, without=(token,))
    if syntax.pos[head] in ("VERB", "AUX") and syntax.deps[head] == "conj":
        tokens |= _shared_subject(syntax, head)
    content = spans_of(syntax, tokens)
    if not content:
        return None
    act = phrases().hearsay_adverbs[syntax.lowers[token]]
    return Draft(token=token, cue=syntax.span(token, token), act=act, content=content, rank=2)


def _shared_subject(syntax: Syntax, verb: int) -> set[int]:
    if syntax.child(verb, "nsubj", "nsubjpass") is not None:
        return set()
    shared = syntax.child(syntax.heads[verb], "nsubj", "nsubjpass")
    return below(syntax, shared) if shared is not None else set()


def hearsay_drafts(syntax: Syntax) -> Iterator[Draft]:
    """The statements whose cue is a preposition or an adverb, in order."""
    adverbs = phrases().hearsay_adverbs
    for token, word in enumerate(syntax.lowers):
        draft = None
        if word in ("according", "per"):
            draft = _according(syntax, token)
        elif word in ("in", "to"):
            draft = _viewpoint(syntax, token)
        elif word in adverbs and syntax.deps[token] == "advmod":
            draft = _adverb(syntax, token)
        if draft is not None:
            yield draft
