"""What a request, promise, refusal or threat is about, and the type, mode and code that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dateline.events.lexicon import Words, condition, read_data
from dateline.events.view import View

Coded = tuple[str, tuple[str, ...], str]
FAMILIES = ("agree", "announce", "request", "reject", "threaten")


@dataclass(frozen=True, slots=True)
class Matter:
    """One subject matter: `either` holds one set of words, or two that must both be met."""

    id: str
    either: tuple[Words, ...]
    codes: dict[str, Coded]


def _coded(value: list[str]) -> Coded:
    return value[0], (value[1],) if value[1] else (), value[2]


def _matter(raw: dict[str, object]) -> Matter:
    lists = raw["both"] if "both" in raw else [raw["any"]]
    assert isinstance(lists, list)
    either = tuple(condition({"any": str(item)}, {})[0][1] for item in lists)
    codes = {family: _coded(value) for family in FAMILIES if isinstance(value := raw.get(family), list)}
    return Matter(str(raw["id"]), either, codes)


@lru_cache(maxsize=1)
def matters() -> tuple[tuple[Matter, ...], tuple[Matter, ...], dict[str, Coded]]:
    """The matters of promises, requests and refusals; those of threats; the codes where none fits."""
    data = read_data("content")
    return (
        tuple(_matter(raw) for raw in data["matters"]),
        tuple(_matter(raw) for raw in data["threats"]),
        {family: _coded(value) for family, value in data["default"].items()},
    )


def content_of(view: View, token: int) -> list[int]:
    """Heads of the clauses and noun phrases that tell what is asked, promised, refused or threatened."""
    s = view.syntax
    heads = list(view.complements(token))
    if s.pos[token] in ("NOUN", "PROPN"):
        heads += [t for word in ("for", "of", "to", "on", "against") for t in view.prep(token, word)]
    else:
        heads += [t for t in view.objects(token) if t not in heads]
        for word in ("for", "to", "with", "on", "of", "against", "in", "from"):
            heads += [t for t in view.prep(token, word) if t not in heads]
    return [t for t in heads if t != token]


def span_tokens(view: View, heads: list[int]) -> list[int]:
    """The words of a content, without relative clauses that tell of something else."""
    s = view.syntax
    found: list[int] = []
    queue = list(heads)
    while queue:
        token = queue.pop(0)
        if token in found:
            continue
        found.append(token)
        queue.extend(c for c in s.children[token] if s.deps[c] not in ("relcl", "advcl") or view.infinitive(c))
    return sorted(found)


def classify(view: View, heads: list[int], family: str) -> tuple[str, Coded, int | None]:
    """Matter, code and first matching word of a content, for one family of speech acts."""
    calm, threats, default = matters()
    tokens = span_tokens(view, heads)
    forms = [(t, view.forms(t), view.syntax.labels[t]) for t in tokens]
    words = {form for _, each, _ in forms for form in each}
    labels = {label for _, _, label in forms}
    for matter in threats if family == "threaten" else calm:
        if family not in matter.codes:
            continue
        if all(not side.lemmas.isdisjoint(words) or not side.labels.isdisjoint(labels) for side in matter.either):
            first = matter.either[0].lemmas
            where = next((t for t, each, _ in forms if any(form in first for form in each)), None)
            return matter.id, matter.codes[family], where
    return "", default[family], heads[0] if heads else None
