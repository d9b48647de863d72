"""What became of the counted: killed, wounded, captured ... read off the governing verb or noun."""

from __future__ import annotations

from dateline.mentions.counts.numbers import words
from dateline.ontology.nouns import noun_class
from dateline.syntax import Syntax

NOMINAL = ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET")
HARM = frozenset(("killed", "wounded", "captured", "abducted", "displaced"))
_THROUGH = frozenset(("including", "among", "like", "as", "with", "besides", "plus"))
_TOGETHER = frozenset(("together", "along"))
# Of kinds joined in one breath the number is their sum: "20 killed or wounded" is neither 20 killed nor 20 wounded.
CASUALTIES = "other"
_TALLIES = frozenset(("number", "total", "count", "figure", "tally"))
_RESULTS = frozenset(("acomp", "oprd", "advcl", "xcomp", "ccomp", "advmod", "dobj", "attr", "prep", "conj"))


def is_person(syntax: Syntax, noun: int) -> bool:
    """Whether a noun names persons: by our lists, by its ending, or as a nationality."""
    lemma = syntax.lemmas[noun]
    if lemma in words()["persons"] or syntax.lowers[noun] in words()["persons"]:
        return True
    if syntax.labels[noun] in ("NORP", "PERSON"):
        return True
    known = noun_class(syntax.lowers[noun])
    if known is not None and known.kind == "person":
        return True
    return lemma.endswith(("man", "woman", "men", "women", "people")) and len(lemma) > 4


def is_thing(syntax: Syntax, noun: int) -> bool:
    """Whether a noun names things or animals, vehicles or places: nothing that is killed or arrested."""
    if syntax.lemmas[noun] in words()["things"]:
        return True
    known = noun_class(syntax.lowers[noun])
    return known is not None and known.kind in ("vehicle", "place", "country") and not is_person(syntax, noun)


def is_force(syntax: Syntax, noun: int) -> bool:
    """Whether a noun names fighters, soldiers, police or a crowd."""
    if syntax.lemmas[noun] in words()["forces"] or syntax.lowers[noun] in words()["forces"]:
        return True
    known = noun_class(syntax.lowers[noun])
    return known is not None and known.name in ("combatant", "soldier")


def kind_of(syntax: Syntax, target: int, noun: int | None) -> str | None:
    """The kind of a count: `target` is the token that stands in the clause, `noun` the counted.

    Returns killed, wounded, captured, abducted or displaced, other where killed and wounded are told as one sum, or
    None where none of these is said.
    """
    found = _kind_of(syntax, target, noun)
    if found == "wounded" and is_deadly(syntax, target):
        return "killed"
    if found in ("killed", "wounded") and _is_sum(syntax, target, noun, found):
        return CASUALTIES
    return found


def is_deadly(syntax: Syntax, target: int) -> bool:
    """Fatally wounded, mortally injured: the word stands right before the one that tells the harm."""
    about = (target, syntax.heads[target], *syntax.children[target])
    return any(syntax.lowers[child] in ("fatally", "mortally") for token in about for child in syntax.children[token])


def _is_sum(syntax: Syntax, target: int, noun: int | None, kind: str) -> bool:
    """Whether the word that tells the kind stands in one breath with another: 20 killed or wounded."""
    about = {target, syntax.heads[target]} | (set() if noun is None else {noun, syntax.heads[noun]})
    near = about.union(*(syntax.children[token] for token in about))
    other = {"killed": "wounded", "wounded": "killed"}[kind]
    return any(
        _says(syntax, token) == kind and other in (_says_beyond(syntax, token, 1), _says_beyond(syntax, token, -1))
        for token in near
    )


def _says(syntax: Syntax, token: int) -> str | None:
    """The kind that a verb, a state or a plural such as "deaths" says by itself."""
    tables, lemma = words(), syntax.lemmas[token]
    kind: str | None = tables["states"].get(syntax.lowers[token]) or tables["verbs"].get(lemma)
    return kind or (tables["nouns"].get(lemma) if syntax.tags[token] == "NNS" else None)


def _says_beyond(syntax: Syntax, token: int, step: int) -> str | None:
    """What the word behind (1) or before (-1) "and" or "or" says, None where no such word joins it."""
    joined = token + step
    if not 0 <= joined + step < len(syntax) or syntax.lowers[joined] not in ("and", "or", "/", "&"):
        return None
    return _says(syntax, joined + step)


def _kind_of(syntax: Syntax, target: int, noun: int | None) -> str | None:
    tables = words()
    if noun is not None and syntax.lemmas[noun] in tables["nouns"]:
        own: str = tables["nouns"][syntax.lemmas[noun]]
        fate = _fate(syntax, target, person=True)
        if own in ("killed", "wounded") or fate is None or (own == "abducted" and fate == "captured"):
            return own
        return fate
    if noun is not None and is_thing(syntax, noun):
        return None
    if noun is not None and noun == target and syntax.lowers[noun] in tables["states"]:
        return _kind(tables["states"], syntax.lowers[noun])
    person = noun is None or is_person(syntax, noun)
    found = _fate(syntax, target, person=person)
    if found is None:
        found = _beside(syntax, target, person=person)
    if found is None and noun is not None and noun != target:
        found = _beside(syntax, noun, person=person)
    if found == "displaced" and noun is not None and _beside(syntax, noun, person=person) == "wounded":
        # "evacuated 40 wounded people"
        return "wounded"
    return found


def _fate(syntax: Syntax, target: int, *, person: bool) -> str | None:
    """What the governing words say, climbing through lists and "including"."""
    token = target
    for _ in range(8):
        dep, head = syntax.deps[token], syntax.heads[token]
        if head == token:
            return _state_of_root(syntax, token)
        if dep in ("nsubjpass", "dobj", "nsubj", "attr", "oprd", "dative"):
            return _by_verb(syntax, token, head, dep, person=person)
        if dep == "pobj":
            found, following = _by_preposition(syntax, token, head)
            if found or following is None:
                return found
            token = following
            continue
        if dep not in ("conj", "appos") or syntax.pos[head] not in NOMINAL:
            inside = dep in ("nummod", "amod", "quantmod", "compound", "nmod")
            return _kind(words()["nouns"], syntax.lemmas[head]) if inside else None
        token = head
    return None


def _state_of_root(syntax: Syntax, token: int) -> str | None:
    """Headlines: "12 dead", "Five wounded in blast"."""
    kind: str | None = words()["states"].get(syntax.lowers[token])
    return kind


def _by_verb(syntax: Syntax, token: int, verb: int, dep: str, *, person: bool) -> str | None:
    """The fate of a verb's subject or object."""
    tables, lemma = words(), syntax.lemmas[verb]
    if syntax.pos[verb] == "ADJ" or syntax.lowers[verb] in ("dead", "homeless"):
        # "left five people dead" is often parsed with the five as subject of "dead".
        return _kind(tables["states"], syntax.lowers[verb])
    if dep == "attr":
        return _equated(syntax, verb)
    if dep in ("nsubjpass", "dobj") and lemma in tables["verbs"]:
        return None if lemma in tables["loose"] and not person else _kind(tables["verbs"], lemma)
    found = None
    if dep == "nsubj":
        found = _equated(syntax, verb) if lemma == "be" else _by_subject(syntax, verb)
    elif dep == "dobj" and lemma in ("bring", "put", "take", "raise"):
        found = _total_in(syntax, verb)
    elif dep == "dobj" and lemma in ("reach", "pass", "exceed", "top", "surpass"):
        found = _total_subject(syntax, verb)
    found = found or (_state_beside(syntax, verb, token) if person else None)
    return "captured" if found is None and person and dep == "nsubjpass" and lemma == "hold" else found


def _kind(table: dict[str, str], word: str) -> str | None:
    return table.get(word)


def _by_subject(syntax: Syntax, verb: int) -> str | None:
    """Twelve died; 300 fled; the headline's "12 killed in blast", where the verb has no object."""
    tables, lemma = words(), syntax.lemmas[verb]
    if lemma in tables["happens"]:
        return _kind(tables["happens"], lemma)
    bare = lemma in tables["verbs"] and syntax.tags[verb] in ("VBN", "VBD") and syntax.child(verb, "dobj") is None
    if bare:
        return _kind(tables["verbs"], lemma)
    return _by_object(syntax, verb) or _in_flight(syntax, verb)


def _in_flight(syntax: Syntax, verb: int) -> str | None:
    """As in "900 people arrived, fleeing the fighting"."""
    fleeing = (c for c in syntax.children[verb] if syntax.deps[c] == "advcl" and syntax.lowers[c] == "fleeing")
    return "displaced" if any(fleeing) else None


def _by_object(syntax: Syntax, verb: int) -> str | None:
    """Nine lost their lives; ten sustained injuries, were treated for wounds."""
    lemma, suffered = syntax.lemmas[verb], syntax.child(verb, "dobj")
    if suffered is None:
        return None
    if lemma in ("lose", "lay"):
        return "killed" if syntax.lemmas[suffered] == "life" else None
    if syntax.lowers[suffered] == "martyrdom":
        return "killed" if lemma in ("attain", "embrace", "achieve", "receive") else None
    hurt = lemma in ("sustain", "suffer", "receive") and syntax.lemmas[suffered] in ("injury", "wound", "burn")
    return "wounded" if hurt else None


def _state_beside(syntax: Syntax, verb: int, token: int) -> str | None:
    """Were found dead, left wounded, reported killed, taken hostage, shot dead, shot and killed."""
    tables, lemma = words(), syntax.lemmas[verb]
    for child in syntax.children[verb]:
        lower, dep = syntax.lowers[child], syntax.deps[child]
        if dep in _RESULTS and lower in tables["states"] and _is_result(syntax, child, dep, lemma, token):
            return _kind(tables["states"], lower)
        if lower == "to" and dep == "prep" and _has(syntax, child, "death") and lemma in tables["deadly_if"]:
            return "killed"
        if lower == "into" and lemma == "take" and _has(syntax, child, "custody"):
            return "captured"
        if lower == "prisoner" and lemma == "take":
            return "captured"
    return None


def _is_result(syntax: Syntax, child: int, dep: str, verb: str, token: int) -> bool:
    """Whether a state tells the outcome of a verb: hostages are taken or held, a second verb is a participle."""
    if any(syntax.deps[t] in ("nsubj", "nsubjpass", "dobj") for t in syntax.children[child] if t != token):
        # "both said that 40 were injured", "five were recruited and two were killed": others than those asked for
        return False
    hostage = syntax.lowers[child] in ("hostage", "captive")
    if hostage:
        return verb in words()["hostage_verbs"]
    return dep != "dobj" and (dep != "conj" or syntax.tags[child] == "VBN")


def _has(syntax: Syntax, token: int, lemma: str) -> bool:
    return any(syntax.lemmas[child] == lemma for child in syntax.children[token])


def _equated(syntax: Syntax, verb: int) -> str | None:
    """The dead were 12; among the dead were five children."""
    tables = words()
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    if subject is not None and syntax.lemmas[subject] in tables["nouns"]:
        return _kind(tables["nouns"], syntax.lemmas[subject])
    for child in syntax.children[verb]:
        if syntax.lowers[child] in ("among", "of"):
            for inner in syntax.children[child]:
                found = _kind(tables["states"], syntax.lowers[inner]) or _kind(tables["nouns"], syntax.lemmas[inner])
                if found:
                    return found
    return None


def _by_preposition(syntax: Syntax, token: int, prep: int) -> tuple[str | None, int | None]:
    """(kind, None) where a preposition's head tells it, (None, token) where that one must be asked in turn."""
    word, head = syntax.lowers[prep], syntax.heads[prep]
    following: int | None = None
    if word == "of":
        return (_toll_before(syntax, head), None) if syntax.lemmas[head] == "speak" else _of_deed(syntax, head)
    if word == "at" and syntax.deps[head] == "acl":
        return _number_of(syntax, head), None
    if word == "to" and "injury" in (syntax.lemmas[head], syntax.lemmas[prep - 1]):
        return "wounded", None
    if word in ("to", "at", "from", "above", "past"):
        return _total_subject(syntax, head) or _total_in(syntax, head), None
    if word in _THROUGH and syntax.pos[head] in NOMINAL:
        following = head
    elif word in _THROUGH and _is_together(syntax, prep, head):
        while syntax.pos[head] not in ("VERB", "AUX") and syntax.heads[head] != head:
            head = syntax.heads[head]
        following = syntax.child(head, "nsubjpass", "dobj")
    elif word in ("including", "among") and syntax.pos[head] in ("VERB", "AUX"):
        victim = syntax.child(head, "nsubjpass", "dobj")
        following = victim if victim != token else None
    return None, following


def _is_together(syntax: Syntax, prep: int, head: int) -> bool:
    """Whether "with" joins companions: detained the leader together with four guards, along with a driver."""
    if syntax.lowers[prep] != "with":
        return False
    return syntax.lowers[head] in _TOGETHER or (prep > 0 and syntax.lowers[prep - 1] in _TOGETHER)


def _of_deed(syntax: Syntax, head: int) -> tuple[str | None, int | None]:
    """The death of three; a toll of 17; for "a group of 30" the group must be asked, and for "two of 14" nothing."""
    tables, lemma = words(), syntax.lemmas[head]
    for table in ("deeds", "totals"):
        if lemma in tables[table] and syntax.pos[head] == "NOUN":
            return _kind(tables[table], lemma), None
    by = syntax.heads[head]
    if syntax.lowers[by] == "by" and syntax.lemmas[syntax.heads[by]] in tables["deeds"]:
        # "the execution by soldiers of 60 men"
        return _kind(tables["deeds"], syntax.lemmas[syntax.heads[by]]), None
    return None, head if lemma in ("total", "group") else None


def _toll_before(syntax: Syntax, verb: int) -> str | None:
    """As in "the army puts the toll at 40; the rebels speak of 90": the total that the same sentence told before."""
    first = syntax.sentences[syntax.sentence[verb]][0]
    tolls = (_total(syntax, t) for t in range(first, verb) if syntax.pos[t] == "NOUN")
    return next((kind for kind in tolls if kind), None)


def _number_of(syntax: Syntax, participle: int) -> str | None:
    """As in "put the number of villagers killed at 30", where the parser hangs "at" from the participle."""
    noun = syntax.heads[participle]
    if syntax.lowers[syntax.heads[noun]] == "of":
        noun = syntax.heads[syntax.heads[noun]]
    tables, lemma = words(), syntax.lemmas[participle]
    return _kind(tables["verbs"], lemma) if syntax.lemmas[noun] in _TALLIES else None


def _total_subject(syntax: Syntax, verb: int) -> str | None:
    """The toll rose to 17; the number of dead reached 30."""
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    return _total(syntax, subject) if subject is not None else None


def _total_in(syntax: Syntax, verb: int) -> str | None:
    """Bringing the death toll to 17; bringing to 30 the number of wounded."""
    for child in syntax.children[verb]:
        if syntax.deps[child] in ("dobj", "nsubj", "npadvmod") and (found := _total(syntax, child)):
            return found
    return None


def _total(syntax: Syntax, noun: int) -> str | None:
    """What a total counts: the toll, the number of dead, of people killed."""
    tables, lemma = words(), syntax.lemmas[noun]
    if lemma in tables["totals"]:
        return _kind(tables["totals"], lemma)
    if lemma in _TALLIES:
        for child in syntax.children[noun]:
            inner = syntax.child(child, "pobj") if syntax.lowers[child] == "of" else None
            if inner is None:
                continue
            kind = _kind(tables["states"], syntax.lowers[inner]) or _kind(tables["nouns"], syntax.lemmas[inner])
            return kind or _kind(tables["deeds"], syntax.lemmas[inner]) or _beside(syntax, inner, person=True)
    return None


def _beside(syntax: Syntax, noun: int, *, person: bool) -> str | None:
    """Participles, adjectives and relative clauses at the counted: 30 people wounded; five dead civilians; who died."""
    tables = words()
    for child in syntax.children[noun]:
        dep, lemma, lower = syntax.deps[child], syntax.lemmas[child], syntax.lowers[child]
        if dep in ("amod", "acl", "oprd") and lower in tables["states"] and (person or dep == "amod"):
            return _kind(tables["states"], lower)
        if dep == "acl" and syntax.tags[child] == "VBN" and lemma in tables["verbs"]:
            return None if lemma in tables["loose"] and not person else _kind(tables["verbs"], lemma)
        if dep == "relcl":
            found = _relative(syntax, child)
            if found:
                return found
    return None


def _relative(syntax: Syntax, verb: int) -> str | None:
    """Who were killed; who died."""
    tables, lemma = words(), syntax.lemmas[verb]
    if lemma in tables["happens"]:
        return _kind(tables["happens"], lemma)
    if syntax.child(verb, "nsubj") is not None and syntax.lowers[syntax.child(verb, "nsubj") or 0] in ("who", "that"):
        return _by_object(syntax, verb)
    passive = syntax.child(verb, "nsubjpass")
    if passive is not None and syntax.lowers[passive] in ("who", "that", "whom") and lemma in tables["verbs"]:
        return _kind(tables["verbs"], lemma)
    return None
