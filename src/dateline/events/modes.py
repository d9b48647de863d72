"""Sharpens the modes of a draft by the instrument and the words around it."""

from __future__ import annotations

from functools import lru_cache

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.lexicon import read_data, split
from dateline.events.view import View
from dateline.ontology.instruments import instrument_kinds

Rule = tuple[str, str, frozenset[str]]


@lru_cache(maxsize=1)
def _rules() -> tuple[dict[str, str], list[Rule]]:
    data = read_data("modes")
    words = [(rule["mode"], rule["cameo"], frozenset(split(rule["words"]))) for rule in data["words"]]
    return dict(data["codes"]), words


def refine(document: Document, view: View, draft: Draft) -> None:
    """Sets the mode and code of an ASSAULT that names its means; leaves a draft that already has a mode."""
    if draft.type != "ASSAULT":
        return
    if draft.modes:
        _from_the_air(view, draft)
        return
    codes, rules = _rules()
    first, end = view.syntax.sentences[view.syntax.sentence[draft.token]]
    reach = set(view.reach(draft.token))
    for token in (*draft.outcomes, *(() if draft.support is None else (draft.support,))):
        reach.update(view.reach(token))
    reach.update(form for t in view.modifiers(draft.token) for form in view.forms(t))
    reach.update(form for t in view.subjects(draft.token) for form in view.forms(t))
    for mode, cameo, words in rules:
        if not words.isdisjoint(reach):
            draft.modes = (mode, *_in_a_row(view, draft.token, words, rules))
            if draft.cameo in ("190", "182"):
                draft.cameo = cameo
            return
    span = view.syntax.span(first, end - 1)
    means = {i.kind for i in document.instruments if span.covers(i.span)}
    modes = {mode for kind in means for mode in instrument_kinds()[kind].modes}
    if len(modes) == 1:
        draft.modes = tuple(modes)
        if draft.cameo == "190":
            draft.cameo = codes[draft.modes[0]]


def _in_a_row(view: View, token: int, words: frozenset[str], rules: list[Rule]) -> tuple[str, ...]:
    """The modes of further means told in one row with the first: "with machetes and rifles"."""
    s = view.syntax
    reach = view.reach(token)
    first = [t for form, t in reach.items() if form in words]
    row = {c for t in first for c in s.children[t] if s.deps[c] == "conj"}
    row |= {s.heads[t] for t in first if s.deps[t] == "conj"}
    named = {form for t in row for form in view.forms(t)}
    return tuple(mode for mode, _, others in rules if others is not words and not others.isdisjoint(named))


def _from_the_air(view: View, draft: Draft) -> None:
    """Missiles that a manned aircraft fires are an aerial act, not one of heavy weapons."""
    if (draft.modes, draft.cameo) not in ((("heavy-weapons",), "194"), (("explosives",), "183")):
        return
    places = [draft.token, *(t for t in draft.outcomes if view.syntax.pos[t] == "VERB")]
    doers = {form for place in places for t in view.subjects(place) for form in view.forms(t)}
    if not doers.isdisjoint(_AIRCRAFT):
        draft.modes, draft.cameo = ("aerial",), "195"


_AIRCRAFT = frozenset({"warplane", "jet", "aircraft", "helicopter", "plane", "bomber", "gunship"})
