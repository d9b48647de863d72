"""Long names one letter wrong or spelt another way: countries, their people and capitals, and persons by full name.

Candidates are found by deleting one letter on both sides, after Garbe (2012), "SymSpell".
"""

from __future__ import annotations

import functools

from dateline.gazetteer.actors import actors
from dateline.gazetteer.countries import countries
from dateline.gazetteer.lexicon import lexicon
from dateline.gazetteer.normalise import normalise

# Shorter names are too near to others: "Indiana" to "Indian", "Niger" to "Nigel".
LEAST_COUNTRY = 8
LEAST_PERSON = 12


@functools.lru_cache(maxsize=1)
def _keys() -> dict[str, tuple[str, ...]]:
    """Keys of the lexicon by what is left of them without one letter."""
    names = [n for c in countries() for n in (c.name, *c.names, *c.demonyms, *c.capitals)]
    keys = {key for name in names if len(key := normalise(name)) >= LEAST_COUNTRY and " " not in key}
    for known in actors():
        if known.kind == "person":
            forms = (normalise(name) for name in (known.name, *known.aliases))
            keys |= {key for key in forms if len(key) >= LEAST_PERSON and " " in key}
    found: dict[str, list[str]] = {}
    for key in sorted(keys):
        for less in _less(key):
            found.setdefault(less, []).append(key)
    return {less: tuple(full) for less, full in found.items()}


def _less(text: str) -> list[str]:
    """A text, and all that it is without one letter; the first letter stays."""
    return [text, *(text[:at] + text[at + 1 :] for at in range(1, len(text)))]


@functools.lru_cache(maxsize=8192)
def nearest(key: str) -> str | None:
    """The one known name that differs from a normalised one by one letter (more, less, other, or two swapped), as its
    key in the lexicon; None where there is none or more than one, and for a name that is known itself.

    >>> nearest("venezuella"), nearest("venezuela"), nearest("valencia")
    ('venezuela', None, None)
    """
    least = LEAST_PERSON if " " in key else LEAST_COUNTRY
    if len(key) < least - 1 or key in lexicon().entries:
        return None
    table = _keys()
    close = {full for less in _less(key) for full in table.get(less, ()) if _one_edit(key, full)}
    return close.pop() if len(close) == 1 else None


def _one_edit(one: str, other: str) -> bool:
    """Whether two texts differ by one letter put in, left out or changed, or by two neighbours swapped."""
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i in range(len(one)) if one[i] != other[i]), len(one))
    if len(other) - len(one) == 1:
        return one[at:] == other[at + 1 :]
    if len(other) != len(one):
        return False
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped
