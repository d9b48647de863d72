"""PLOVER contexts: what an act is about, from its paragraph."""

from __future__ import annotations

from functools import lru_cache

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.lexicon import read_data, split


@lru_cache(maxsize=1)
def _cues() -> dict[str, tuple[str, ...]]:
    """Contexts by cue word."""
    found: dict[str, list[str]] = {}
    for context, words in read_data("contexts").items():
        for word in split(words):
            found.setdefault(word, []).append(context)
    return {word: tuple(contexts) for word, contexts in found.items()}


def fill(document: Document, drafts: list[Draft]) -> None:
    """Adds to each draft the contexts that words of its paragraph stand for, in alphabetical order."""
    syntax = document.syntax
    cues = _cues()
    by_paragraph: dict[int, set[str]] = {}
    wanted = {syntax.paragraphs[syntax.sentence[d.token]] for d in drafts}
    for number, (first, end) in enumerate(syntax.sentences):
        paragraph = syntax.paragraphs[number]
        if paragraph not in wanted:
            continue
        seen = by_paragraph.setdefault(paragraph, set())
        for token in range(first, end):
            seen.update(cues.get(syntax.lemmas[token], ()))
    for draft in drafts:
        seen = by_paragraph[syntax.paragraphs[syntax.sentence[draft.token]]]
        draft.contexts = tuple(sorted(seen.union(draft.contexts)))
