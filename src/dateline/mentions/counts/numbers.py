"""Number expressions: "at least 12", "twenty-five", "10 to 15", "dozens of", "more than 2.5 million"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from dateline.syntax import Syntax

Bound = int | None
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+|\d+\.\d+")
_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "``", "''"))
_LARGEST = 10**10
_EITHER = frozenset(("over", "under", "about", "around"))


@functools.lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """The tables of counts.yaml; kinds turned round, so that a word says its kind."""
    source = resources.files("dateline.mentions.counts").joinpath("counts.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(source, Loader=yaml.CSafeLoader)
    for table in ("nouns", "deeds", "verbs", "happens", "states", "totals"):
        data[table] = {word: kind for kind, entries in data[table].items() for word in entries}
    for table, entries in data.items():
        if isinstance(entries, list):
            data[table] = frozenset(entries)
    data["persons"] |= data["forces"]
    data["starts"] = (
        frozenset(data["units"]) | frozenset(data["tens"]) | frozenset(data["vague"]) | frozenset(data["powers"])
    )
    data["before"] = [(tuple(key.split()), effect) for key, effect in data["before"].items()]
    data["before"].sort(key=lambda pair: -len(pair[0]))
    data["after"] = [(tuple(key.split()), effect) for key, effect in data["after"].items()]
    return data


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression: tokens `first` to `last` with its modifiers, `core` the token that carries it."""

    first: int
    last: int
    core: int
    low: Bound
    best: Bound
    high: Bound
    vague: bool = False


def _figure(text: str) -> float | None:
    """The value of digits; None for anything else."""
    if not text[0].isdigit() or not text.isascii() or not _DIGITS.fullmatch(text):
        return None
    return float(text.replace(",", ""))


def _plain(syntax: Syntax, at: int) -> tuple[int, float] | None:
    """(end, value) of a plain number that begins at a token: 12; 2.5 million; twenty-five; two hundred and six."""
    tables = words()
    lowers, size = syntax.lowers, len(syntax)
    total, current, end, seen = 0.0, 0.0, at, False
    while end < size:
        word = lowers[end]
        figure = _figure(word)
        if figure is not None and not seen:
            current, seen = figure, True
        elif word in tables["units"] and (not seen or (current % 10 == 0 and current % 100 != 10)):
            current, seen = current + tables["units"][word], True
        elif word in tables["tens"] and (not seen or current % 100 == 0):
            current, seen = current + tables["tens"][word], True
        elif word in tables["powers"] and (seen or lowers[end - 1] in ("a", "half")):
            current, total, seen = _power(current, total, word, tables["powers"][word])
        elif not _links(syntax, end, seen=seen):
            break
        end += 1
    while end > at and lowers[end - 1] in ("-", "and"):
        end -= 1
    value = total + current
    return (end, value) if seen and value <= _LARGEST else None


def _power(current: float, total: float, word: str, power: int) -> tuple[float, float, bool]:
    """Hundred and dozen multiply what stands before them; thousand and above close a group."""
    current = (current or 1) * power
    return (current, total, True) if word in ("hundred", "dozen") else (0.0, total + current, True)


def _links(syntax: Syntax, at: int, *, seen: bool) -> bool:
    """Whether a hyphen or "and" inside a number in words goes on: twenty-five, two hundred and six."""
    tables, following = words(), at + 1
    if not seen or following >= len(syntax):
        return False
    if syntax.lowers[at] == "-":
        return syntax.lowers[at - 1] in tables["tens"] and syntax.lowers[following] in tables["units"]
    joined = syntax.lowers[following] in tables["units"] or syntax.lowers[following] in tables["tens"]
    return syntax.lowers[at] == "and" and syntax.lowers[at - 1] in ("hundred", "thousand") and joined


def _glued(syntax: Syntax, first: int, last: int) -> bool:
    """Whether a token is part of a longer string or a name: AK-47, 12-year-old, 3/4, #5, $20, the "709" case."""
    if first and last + 1 < len(syntax) and syntax.words[first - 1] in _QUOTES and syntax.words[last + 1] in _QUOTES:
        return True
    if first and syntax.ends[first - 1] == syntax.starts[first]:
        before = syntax.words[first - 1]
        if before in ("-", "–", "/", "#", "$", "€", "£", ":", ".", "№", "+") or before[-1].isalnum():
            return True
    if last + 1 < len(syntax) and syntax.starts[last + 1] == syntax.ends[last]:
        after = syntax.words[last + 1]
        return after in ("-", "/", ":", "%", "°") or after[0].isalnum()
    return False


def number_at(syntax: Syntax, at: int) -> Number | None:
    """The number expression whose core begins at a token, its modifiers included; None where there is none."""
    plain = None if syntax.lowers[at] in words()["powers"] else _plain(syntax, at)
    if plain is None:
        return _vague_at(syntax, at)
    end, value = plain
    upper = _upper(syntax, end)
    if upper is not None:
        high_end, high = upper
        if high > value and not _glued(syntax, at, at) and _whole(value) and _whole(high):
            return _with_between(syntax, Number(at, high_end - 1, high_end - 1, int(value), None, int(high)))
    if not _whole(value) or _glued(syntax, at, end - 1):
        return None
    exact = int(value)
    return _modified(syntax, Number(at, end - 1, end - 1, exact, exact, exact))


def _whole(value: float) -> bool:
    return value == int(value)


def _upper(syntax: Syntax, end: int) -> tuple[int, float] | None:
    """The second number of "10 to 15", "10-15", "two or three"."""
    if end + 1 >= len(syntax) or syntax.lowers[end] not in ("to", "-", "–", "or", "and"):
        return None
    if syntax.lowers[end] == "and" and not _between(syntax, end):
        return None
    return _plain(syntax, end + 1)


def _between(syntax: Syntax, end: int) -> bool:
    return any(syntax.lowers[t] == "between" for t in range(max(0, end - 4), end))


def _with_between(syntax: Syntax, number: Number) -> Number:
    if number.first and syntax.lowers[number.first - 1] in ("between", "from"):
        return Number(number.first - 1, number.last, number.core, number.low, number.best, number.high)
    return number


def _modified(syntax: Syntax, number: Number) -> Number:
    """The number with "at least", "about" and the like taken in."""
    tables, lowers = words(), syntax.lowers
    effect, first, last = None, number.first, number.last
    for phrase, found in tables["before"]:
        start = number.first - len(phrase)
        if start >= 0 and tuple(lowers[start : number.first]) == phrase and not _is_preposition(syntax, start, number):
            effect, first = found, start
            break
    for phrase, found in tables["after"]:
        if tuple(lowers[last + 1 : last + 1 + len(phrase)]) == phrase:
            effect, last = found, last + len(phrase)
            break
    low, best, high = bounds(effect, number.low, number.best, number.high)
    return Number(first, last, number.core, low, best, high, number.vague)


def _is_preposition(syntax: Syntax, at: int, number: Number) -> bool:
    """Whether "over", "about" or "around" governs the counted: "complained over two raids". Rare with large numbers."""
    return syntax.deps[at] == "prep" and syntax.lowers[at] in _EITHER and (number.best or 0) < 10


def bounds(effect: str | None, low: Bound, best: Bound, high: Bound) -> tuple[Bound, Bound, Bound]:
    """What a modifier makes of a number: see `before` in counts.yaml."""
    if effect is None or best is None:
        return low, best, high
    return {
        "least": (best, best, None),
        "more": (best + 1, best + 1, None),
        "most": (None, best, best),
        "less": (None, None, best - 1),
        "about": (None, best, None),
        "nearly": (None, best, best),
    }[effect]


def _vague_at(syntax: Syntax, at: int) -> Number | None:
    """Dozens of, several, a few, hundreds of thousands of; a dozen, half a dozen."""
    tables, lowers = words(), syntax.lowers
    word = lowers[at]
    if word not in tables["vague"]:
        return _dozen(syntax, at)
    of = at + 1 < len(syntax) and lowers[at + 1] == "of"
    if word in tables["partitive"] and not of and word not in tables["alone"]:
        return None
    if word == "both" and _joins(syntax, at):
        return None
    low, best, high = tables["vague"][word]
    first, last = at, at
    if (
        of
        and at + 2 < len(syntax)
        and lowers[at + 2] in ("thousands", "hundreds", "millions")
        and word
        in (
            "tens",
            "hundreds",
            "dozens",
            "scores",
        )
    ):
        power = {"hundreds": 100, "thousands": 1000, "millions": 1000000}[lowers[at + 2]]
        low, last = low * power, at + 2
    if first and lowers[first - 1] in ("a", "an"):
        first -= 1
    elif word in ("couple", "pair", "trio", "handful", "number", "few") and word != "few":
        return None
    return Number(first, last, last, low, best, high, vague=True)


def _joins(syntax: Syntax, at: int) -> bool:
    """Whether "both" only joins: "both soldiers and civilians"."""
    head = syntax.heads[at]
    if head > at and any(child > head and syntax.deps[child] == "conj" for child in syntax.children[head]):
        return True
    # "both local and foreign journalists"
    return at + 1 < len(syntax) and any(syntax.deps[child] == "conj" for child in syntax.children[at + 1])


def _dozen(syntax: Syntax, at: int) -> Number | None:
    """A dozen, half a dozen, a hundred."""
    lowers = syntax.lowers
    power = words()["powers"].get(lowers[at])
    if power is None or at == 0 or lowers[at - 1] != "a":
        return None
    if at > 1 and lowers[at - 2] == "half":
        return _modified(syntax, Number(at - 2, at, at, power // 2, power // 2, power // 2))
    return _modified(syntax, Number(at - 1, at, at, power, power, power))
