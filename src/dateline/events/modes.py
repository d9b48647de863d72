"""Sharpens the modes of a draft by the instrument and the words around it."""

from __future__ import annotations

from functools import lru_cache

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.lexicon import read_data, split
from dateline.events.view import View


@lru_cache(maxsize=1)
def _rules() -> tuple[dict[str, tuple[str, str]], list[tuple[str, str, frozenset[str]]]]:
    data = read_data("modes")
    kinds = {kind: (value[0], value[1]) for kind, value in data["instruments"].items()}
    words = [(rule["mode"], rule["cameo"], frozenset(split(rule["words"]))) for rule in data["words"]]
    return kinds, words


def refine(document: Document, view: View, draft: Draft) -> None:
    """Sets the mode and code of an ASSAULT that names its means; leaves a draft that already has a mode."""
    if draft.type != "ASSAULT" or draft.modes:
        return
    kinds, rules = _rules()
    first, end = view.syntax.sentences[view.syntax.sentence[draft.token]]
    reach = set(view.reach(draft.token))
    for token in (*draft.outcomes, *(() if draft.support is None else (draft.support,))):
        reach.update(view.reach(token))
    reach.update(form for t in view.modifiers(draft.token) for form in view.forms(t))
    reach.update(form for t in view.subjects(draft.token) for form in view.forms(t))
    for mode, cameo, words in rules:
        if not words.isdisjoint(reach):
            draft.modes = (mode,)
            if draft.cameo in ("190", "182"):
                draft.cameo = cameo
            return
    span = view.syntax.span(first, end - 1)
    near = [i for i in document.instruments if span.covers(i.span) and i.kind in kinds]
    if len(near) == 1:
        mode, cameo = kinds[near[0].kind]
        draft.modes = (mode,)
        if draft.cameo == "190":
            draft.cameo = cameo
