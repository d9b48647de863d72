"""Finds the words that tell an act, and what kind of act they tell.

Every verb, noun and participle is looked up in the lexicon; the best entry whose conditions hold wins. Then the
tellings of one sentence are put together (`merge.py`): one telling of one act gives one draft.
"""

from __future__ import annotations

from dateline.document import Document
from dateline.events import contexts, merge, modes
from dateline.events.draft import Draft
from dateline.events.lexicon import Entry, lexicon, support_verbs
from dateline.events.matters import classify, content_of
from dateline.events.outlook import duty, is_coming, negated, tense, told_past, will_not
from dateline.events.view import View
from dateline.spans import Span

_PARTS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_NOUN_PLACES = frozenset({"pobj", "pcomp", "dobj", "nsubj", "nsubjpass"})
_APART = frozenset(
    {
        "for",
        "from",
        "against",
        "about",
        "over",
        "after",
        "since",
        "despite",
        "before",
        "at",
        "during",
        "amid",
        "near",
        "outside",
    }
)
_BEING = {"on": "doer", "under": "bearer"}
_GIVING = frozenset({"AID", "SUPPORT", "COOPERATE"})
_RELATIVE = frozenset({"that", "which", "who", "whom"})
_NO_EVENT_LABELS = frozenset({"LAW", "WORK_OF_ART", "PRODUCT", "LANGUAGE"})


def find_triggers(document: Document) -> list[Draft]:
    """The tellings of acts in a document, in the order of the text, with type, modes, code, frame and confidence.

    Senses that are no event come as drafts of type NONE, for `screen` to set aside.
    """
    syntax = document.syntax
    view = View(syntax)
    found: list[merge.Find] = []
    for token in range(len(syntax)):
        request = duty(view, token)
        if request is not None:
            found.append(request)
            continue
        entry, words = best_entry(view, token)
        if entry is not None:
            found.append(make(view, token, entry, words))
    kept = merge.merge(view, found)
    for draft in kept:
        modes.refine(document, view, draft)
    contexts.fill(document, kept)
    return kept


def best_entry(view: View, token: int) -> tuple[Entry | None, list[int]]:
    """The entry that fires on a token, with the tokens of its words; None where none does."""
    s = view.syntax
    part = _PARTS.get(s.pos[token])
    if part == "noun" and unread_verb(view, token):
        part = "verb"
    if part is None or s.labels[token] in _NO_EVENT_LABELS:
        return None, []
    if part == "noun" and s.deps[token] in ("compound", "nmod") and s.heads[token] > token:
        return None, []
    found = first_fit(view, token, part)
    if found[0] is None and s.tags[token] == "VBG" and names_act(view, token):
        return first_fit(view, token, "noun")
    return found


def names_act(view: View, token: int) -> bool:
    """Whether an -ing form stands as a noun: "in police firing", which the parser often reads as a clause."""
    s = view.syntax
    head = s.heads[token]
    bare = s.deps[token] == "acl" and head == token - 1 and s.deps[head] == "pobj" and not s.children[head][:-1]
    return bare or s.deps[token] in _NOUN_PLACES


def first_fit(view: View, token: int, part: str) -> tuple[Entry | None, list[int]]:
    """The first entry of a part of speech whose conditions hold."""
    for entry, words in candidates(view, token, part):
        if not entry.rest and part == "verb" and particle(view, token):
            continue
        if "negated" in entry.flags and not will_not(view, token):
            continue
        if "modal" in entry.flags or (entry.one_of and not view.one(token, entry.one_of)):
            continue
        if view.every(token, entry.all_of) and not (entry.none_of and view.one(token, entry.none_of)):
            return entry, words
    return None, []


def unread_verb(view: View, token: int) -> bool:
    """Whether a plural noun is a verb that the parser missed: it stands after a comma with no article, in a sentence
    that has no finite verb otherwise ("The alliance, made up of militias, advocates for ...").
    """
    s = view.syntax
    if s.tags[token] != "NNS" or s.deps[token] not in ("appos", "conj", "ROOT") or s.words[token - 1] != ",":
        return False
    first, end = s.sentences[s.sentence[token]]
    return not any(s.tags[t] in ("VBZ", "VBD", "VBP", "MD") for t in range(first, end))


def particle(view: View, token: int) -> bool:
    """Whether a verb has a particle that makes it another verb: "backed out" is not "backed"."""
    s = view.syntax
    return any(s.deps[c] == "prt" for c in s.children[token])


def candidates(view: View, token: int, part: str) -> list[tuple[Entry, list[int]]]:
    """Entries whose words are all there, the most specific first."""
    s = view.syntax
    heads = lexicon().entries[part]
    keys = (s.lemmas[token],) if s.lemmas[token] == s.lowers[token] else (s.lemmas[token], s.lowers[token])
    if part == "verb" and s.deps[token] == "amod":
        heads = lexicon().entries["adjective"]
    found: list[tuple[Entry, list[int]]] = []
    for key in keys:
        for entry in heads.get(key, ()):
            words = matched(view, token, entry)
            if words is not None:
                found.append((entry, words))
    if len(keys) > 1:
        found.sort(key=lambda pair: -pair[0].weight)
    return found


def matched(view: View, token: int, entry: Entry) -> list[int] | None:
    """The tokens of an entry's words, or None where one is missing."""
    s = view.syntax
    words = [token]
    if entry.prefix:
        start = token - 2 * len(entry.prefix)
        if start < 0 or any(
            s.lowers[start + 2 * i] != piece or s.words[start + 2 * i + 1] != "-"
            for i, piece in enumerate(entry.prefix)
        ):
            return None
        words += range(start, token)
    if not entry.rest:
        return words
    if entry.part == "noun":
        before = {form: t for t in view.modifiers(token) for form in view.forms(t)}
        if all(word in before for word in entry.rest):
            return [*words, *(before[word] for word in entry.rest)]
    reach = view.reach(token)
    deepest = 2 if len(entry.rest) == 1 else 3
    if entry.type == "NONE" and len(entry.rest) == 1:
        deepest = 1  # "hit the road" is one thing, "hit a car on the road" another
    if any(word not in reach or view.depth(token, reach[word]) > deepest for word in entry.rest):
        return None
    if any(stray(view, reach[word], entry.rest) for word in entry.rest):
        return None
    return [*words, *(reach[word] for word in entry.rest)]


def stray(view: View, token: int, rest: tuple[str, ...]) -> bool:
    """Whether a word only seems to belong to a phrase: it names a day ("called him on Friday" is not "call on"), or
    hangs from a preposition that the phrase does not have ("called for a truce" is not "call a truce").
    """
    s = view.syntax
    if s.labels[token] in ("DATE", "TIME") or s.deps[token] == "npadvmod":
        return True
    if s.pos[token] == "ADP" and any(s.labels[c] in ("DATE", "TIME") for c in s.children[token]):
        return True
    head = s.heads[token]
    if s.deps[token] == "prep" and len(rest) == 1 and s.pos[head] not in ("ADP", "ADV", "VERB", "AUX"):
        return True
    return s.deps[token] == "pobj" and s.lemmas[head] in _APART and s.lemmas[head] not in rest


def make(view: View, token: int, entry: Entry, words: list[int]) -> merge.Find:
    """A draft from an entry, its code settled by content and tense."""
    s = view.syntax
    draft = Draft(
        token=token,
        trigger=trigger_span(view, token, words),
        type=entry.type,
        modes=entry.modes,
        cameo=entry.cameo,
        entry=entry.id,
        frame=entry.frame,
        contexts=entry.contexts,
        confidence=entry.confidence,
    )
    find = merge.Find(draft, entry, words)
    if entry.type in ("COERCE", "SANCTION"):
        find.content = [t for word in ("for", "of", "on") for t in view.prep(token, word)]
    elif entry.content or "governs" in entry.flags:
        find.content = content_of(view, token)
    if entry.content:
        matter, (draft.type, draft.modes, draft.cameo), draft.matter = classify(view, find.content, entry.content)
        if entry.content == "announce" and (not matter or told_past(view, find.content) or gives(view, find.content)):
            draft.type = draft.cameo = ""
            find.content = []
        elif not matter:
            draft.type = "" if "needs_matter" in entry.flags else draft.type
            draft.confidence -= 0.15
        elif entry.content == "agree" and negated(view, token):
            draft.type, draft.modes, draft.cameo = classify(view, find.content, "reject")[1]
    elif entry.type != "NONE":
        tense(view, draft)
    if s.pos[token] in ("NOUN", "PROPN"):
        draft.support, role = support(view, token)
        bare_noun(view, draft, role)
    return find


def gives(view: View, heads: list[int]) -> bool:
    """Whether an announced act is one of giving or working together yet to come ("announced that it will send food"):
    the act itself then tells who promises what, and the announcing yields nothing.
    """
    coming = [t for t in heads if view.syntax.deps[t] == "ccomp" and is_coming(view, t)]
    found = (best_entry(view, t)[0] for t in coming)
    return any(entry is not None and entry.type in _GIVING for entry in found)


def trigger_span(view: View, token: int, words: list[int]) -> Span:
    """The words of the trigger where they stand together, else the head word alone."""
    s = view.syntax
    ordered = sorted(set(words))
    if ordered[-1] - ordered[0] <= len(ordered) + 1:
        return s.span(ordered[0], ordered[-1])
    return s.span(token, token)


def support(view: View, token: int) -> tuple[int | None, str]:
    """The light verb above a noun, and what its subject is to the act: doer, bearer, happen or ''."""
    s = view.syntax
    verbs = support_verbs()
    head, dep = s.heads[token], s.deps[token]
    if dep in ("pobj", "conj") and s.pos[head] == "ADP":
        head, dep = s.heads[head], s.deps[head] + "+pobj"
    if (
        s.pos[head] == "NOUN"
        and dep in ("conj", "prep+pobj")
        and s.lemmas[head] in ("series", "wave", "number", "spate")
    ):
        head, dep = s.heads[head], s.deps[head]
    if s.pos[head] == "VERB" and dep in ("dobj", "nsubjpass", "prep+pobj", "agent+pobj"):
        lemma = s.lemmas[head]
        if lemma in verbs["bearer"] and dep != "nsubjpass":
            return head, "bearer"
        if lemma in verbs["doer"]:
            return head, "doer"
    if s.pos[head] == "VERB" and dep == "nsubj" and s.lemmas[head] in verbs["happen"]:
        return head, "happen"
    if s.lemmas[head] == "be" and dep == "prep+pobj" and s.lowers[s.heads[token]] in _BEING:
        return head, _BEING[s.lowers[s.heads[token]]]
    for child in s.children[token]:
        if s.deps[child] in ("acl", "relcl") and s.lemmas[child] in verbs["doer"] and bears_noun(view, child):
            return child, "doer"
    return None, ""


def bears_noun(view: View, clause: int) -> bool:
    """Whether a clause on a noun has the noun as its object: "an attack launched by", "sanctions that it imposed"."""
    s = view.syntax
    if s.tags[clause] == "VBN" and s.deps[clause] == "acl":
        return True
    own = [c for c in s.children[clause] if s.deps[c] == "nsubj"]
    if not own:
        return s.tags[clause] == "VBN"
    object_ = [c for c in s.children[clause] if s.deps[c] == "dobj"]
    return s.lowers[own[0]] not in _RELATIVE and all(s.lowers[c] in _RELATIVE for c in object_)


def bare_noun(view: View, draft: Draft, role: str) -> None:
    """Adapts frame and confidence of a noun to the verb above it; a noun that names nobody is doubtful."""
    if role == "bearer":
        draft.frame = merge.suffered(draft.frame)
    elif role == "happen":
        draft.frame = merge.happening(draft.frame)
    if draft.support is None and draft.matter is None and not has_party(view, draft.token):
        draft.confidence -= 0.25


def has_party(view: View, token: int) -> bool:
    """Whether a noun names a party: of, by, on, against, between, or a name before it."""
    s = view.syntax
    if any(s.labels[t] in ("GPE", "NORP", "ORG", "PERSON") or s.deps[t] == "poss" for t in view.modifiers(token)):
        return True
    return any(s.deps[c] == "prep" and s.lemmas[c] in _PARTY_PREPS for c in s.children[token])


_PARTY_PREPS = frozenset({"by", "on", "against", "between", "of", "with"})
