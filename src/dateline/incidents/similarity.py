"""How alike two reports are in what they speak of: cosine of TF-IDF vectors over the lemmas of content words.

Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval": logarithmic term frequency, inverse
document frequency over the reports of the run, length-normalised. A run of two reports has no document frequencies
to speak of; smoothing keeps the weights positive.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from dateline.document import Document

_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}
_COMMON_SHARE = 0.2
_COMMON_FLOOR = 50


def terms(document: Document) -> Counter[str]:
    """Counts of the lemmas of a report's nouns, names, verbs, adjectives and numbers."""
    syntax = document.syntax
    return Counter(lemma for lemma, pos in zip(syntax.lemmas, syntax.pos, strict=True) if pos in _CONTENT)


def vectors(documents: Sequence[Document]) -> list[dict[str, float]]:
    """One unit vector (term to weight) for each document; an empty one for a document without content words."""
    bags = [terms(document) for document in documents]
    frequency = Counter(term for bag in bags for term in bag)
    found = []
    for bag in bags:
        weights = {
            term: (1 + math.log(count)) * math.log(1 + (1 + len(bags)) / (1 + frequency[term]))
            for term, count in sorted(bag.items())
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        found.append({term: weight / length for term, weight in weights.items()})
    return found


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """Dot product of two unit vectors, 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def neighbours(found: Sequence[dict[str, float]], least: float) -> dict[tuple[int, int], float]:
    """Pairs of documents (lower index first) whose cosine is at least `least`.

    Terms in more than a fifth of a large run's documents are not used to propose pairs, so that cost follows the
    neighbourhood and not the square of the run.
    """
    postings: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(found):
        for term in vector:
            postings[term].append(number)
    limit = max(_COMMON_FLOOR, _COMMON_SHARE * len(found))
    proposed: set[tuple[int, int]] = set()
    for holders in postings.values():
        if len(holders) <= limit:
            proposed.update((a, b) for i, a in enumerate(holders) for b in holders[i + 1 :])
    scored = ((pair, cosine(found[pair[0]], found[pair[1]])) for pair in sorted(proposed))
    return {pair: score for pair, score in scored if score >= least}
