"""Nouns and adjectives of saying: "the claim that ...", "their threat to ...", "was confident that ..."."""

from __future__ import annotations

from dateline.statements.cues import lookup
from dateline.statements.draft import Draft
from dateline.statements.grammar import (
    agent,
    below,
    is_negated,
    is_nobody,
    is_passive,
    source_span,
    spans_of,
    speaks,
    subject,
)
from dateline.statements.lexicon import Entry, nouns, phrases
from dateline.syntax import Syntax


def _clause_of(syntax: Syntax, noun: int, entry: Entry) -> int | None:
    """The clause or infinitive that says what was said, None where there is none."""
    for kid in syntax.children[noun]:
        if syntax.deps[kid] not in ("acl", "relcl", "ccomp") or kid < noun:
            continue
        first = syntax.left[kid]
        infinitive = any(syntax.lowers[k] == "to" and syntax.deps[k] == "aux" for k in syntax.children[kid])
        if infinitive and syntax.deps[kid] != "ccomp":
            if "infinitive" in entry.frames:
                return kid
            continue
        if "clause" not in entry.frames:
            continue
        if syntax.lowers[first] in ("that", "whether", "how", "why") and syntax.deps[first] in ("mark", "advmod"):
            return kid
    return None


def _phrase_of(syntax: Syntax, noun: int, entry: Entry) -> int | None:
    """The preposition that brings the content, None where there is none."""
    for kid in syntax.children[noun]:
        if syntax.deps[kid] == "prep" and syntax.lowers[kid] in entry.phrases:
            inner = syntax.child(kid, "pobj", "pcomp")
            if inner is None or syntax.lemmas[inner] in entry.not_objects:
                continue
            if not (syntax.lowers[kid] == "of" and speaks(syntax, inner)):
                return kid
    return None


def _behind(syntax: Syntax, noun: int) -> int | None:
    """Who makes a claim: possessor, by- or from-phrase, adjective of a country, subject of a light verb."""
    for kid in syntax.children[noun]:
        if syntax.deps[kid] == "poss" and speaks(syntax, kid):
            return kid
    for kid in syntax.children[noun]:
        if syntax.deps[kid] in ("prep", "agent") and syntax.lowers[kid] in ("by", "from", "among"):
            inner = syntax.child(kid, "pobj")
            if inner is not None and speaks(syntax, inner):
                return inner
    for kid in syntax.children[noun]:
        if syntax.deps[kid] in ("amod", "compound", "nmod") and syntax.labels[kid] in ("NORP", "GPE", "ORG", "PERSON"):
            return kid
    verb = syntax.heads[noun]
    if syntax.deps[noun] == "dobj" and syntax.lemmas[verb] in phrases().light_verbs and not is_passive(syntax, verb):
        found = subject(syntax, verb)
        return found if speaks(syntax, found) else None
    return None


def _is_content(syntax: Syntax, noun: int) -> bool:
    """Whether the noun is itself the object of a verb of saying, whose statement then holds it."""
    verb = syntax.heads[noun]
    passive = syntax.deps[noun] == "nsubjpass" and agent(syntax, verb) is not None
    if syntax.deps[noun] != "dobj" and not passive:
        return False
    entry = lookup(syntax, verb)
    return entry is not None and "object" in entry.frames


def noun_draft(syntax: Syntax, noun: int) -> Draft | None:
    """The statement that a noun of saying makes."""
    entry = nouns().get(syntax.lemmas[noun])
    if entry is None or syntax.deps[noun] in ("compound", "amod") or _is_content(syntax, noun):
        return None
    if syntax.lowers[noun] == "order" and noun and syntax.lowers[noun - 1] == "in":
        return None
    clause = _clause_of(syntax, noun, entry)
    last, frame = noun, "clause"
    if clause is not None:
        tokens = below(syntax, clause)
        if syntax.lowers[syntax.left[clause]] == "to":
            frame = "infinitive"
    else:
        prep = _phrase_of(syntax, noun, entry)
        if prep is None:
            return None
        tokens = below(syntax, prep) - {prep}
        last = prep if prep == noun + 1 else noun
        frame = f"{syntax.lowers[prep]}-phrase"
    speaker = _behind(syntax, noun)
    if is_nobody(syntax, speaker) or is_negated(syntax, noun):
        return None
    if speaker is not None and speaker in tokens:
        speaker = None
    return Draft(
        token=noun,
        cue=syntax.span(noun, last),
        act=entry.act,
        speaker=speaker,
        source=source_span(syntax, speaker, noun) if speaker is not None else None,
        content=spans_of(syntax, tokens),
        rank=1,
        frame=frame,
    )


def adjective_draft(syntax: Syntax, adjective: int) -> Draft | None:
    """The belief that an adjective carries: "were worried that the road was mined"."""
    act = phrases().adjectives.get(syntax.lowers[adjective])
    if act is None or syntax.deps[adjective] not in ("acomp", "ROOT", "conj", "oprd", "advcl", "attr"):
        return None
    clause = syntax.child(adjective, "ccomp", "xcomp")
    tokens: set[int] = set()
    if clause is not None and clause > adjective:
        tokens = below(syntax, clause)
    else:
        prep = next((k for k in syntax.children[adjective] if syntax.lowers[k] in ("about", "of", "over")), None)
        if prep is not None and prep > adjective:
            tokens = below(syntax, prep) - {prep}
    speaker = subject(syntax, adjective)
    if speaker is None or not tokens or not speaks(syntax, speaker):
        return None
    return Draft(
        token=adjective,
        cue=syntax.span(adjective, adjective),
        act=act,
        speaker=speaker,
        source=source_span(syntax, speaker, adjective),
        content=spans_of(syntax, tokens),
        rank=1,
    )
