"""Names that the gazetteer of actors knows, as they stand in a report, whatever the parser made of them."""

from __future__ import annotations

from functools import lru_cache

from dateline.gazetteer.actors import Known, index
from dateline.gazetteer.normalise import normalise
from dateline.syntax import Syntax

_TYPE_OF_KIND = {"person": "PERSON"}  # every other kind of actor is a body
_SHORT = 3  # letters of an acronym, and words of a sentence, that tell nothing when all is in capitals
_LONGEST = 9  # tokens of a known name, hyphens included


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """First words of all known names, normalised."""
    table = index()
    return frozenset(name.split()[0] for names in (table.names, table.acronyms) for name in names if name)


@lru_cache(maxsize=16384)
def _lookup(words: str) -> str | None:
    """The type of a known name; acronyms count in capitals only, and a single common word never."""
    key, table = normalise(words), index()
    found: tuple[Known, ...] = table.names.get(key, ())
    if not found and words.replace(".", "").isupper():
        found = table.acronyms.get(key, ())
    return _TYPE_OF_KIND.get(found[0].kind, "ORG") if found else None


def known_names(syntax: Syntax) -> dict[tuple[int, int], str]:
    """{(first, last): type} of the longest known names, from left to right, without overlaps."""
    found: dict[tuple[int, int], str] = {}
    capitals = in_capitals(syntax)
    beginnings, size, at = _beginnings(), len(syntax), 0
    while at < size:
        last = None
        if not syntax.words[at].islower() and normalise(syntax.words[at]) in beginnings:
            last = _longest(syntax, at, min(size, at + _LONGEST))
            if last and last[0] == at and syntax.sentence[at] in capitals and len(syntax.words[at]) <= _SHORT:
                last = None  # "IT IS OVER" names nobody
        if last is not None:
            found[at, last[0]] = last[1]
            at = last[0]
        at += 1
    return found


def in_capitals(syntax: Syntax) -> frozenset[int]:
    """Numbers of the sentences written in capitals throughout, such as headlines."""
    return frozenset(
        number
        for number, (first, end) in enumerate(syntax.sentences)
        if end - first > _SHORT and not any(map(str.islower, "".join(syntax.words[first:end])))
    )


def _longest(syntax: Syntax, first: int, end: int) -> tuple[int, str] | None:
    """The last token and the type of the longest known name that begins here, within its sentence."""
    for last in range(end - 1, first - 1, -1):
        ends = syntax.pos[last] in ("PUNCT", "PART") or syntax.words[last].islower()
        if ends or syntax.sentence[last] != syntax.sentence[first]:
            continue
        kind = _lookup(syntax.text[syntax.starts[first] : syntax.ends[last]])
        if kind:
            return last, kind
    return None
