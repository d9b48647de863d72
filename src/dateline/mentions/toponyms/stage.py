"""Place names as they stand in the text: what the entities say, what the gazetteer adds, minus what is no place."""

from __future__ import annotations

from typing import ClassVar

from dateline.document import Document
from dateline.gazetteer.places import place_key
from dateline.mentions.toponyms.capitals import described_capitals
from dateline.mentions.toponyms.fit import countries_of, fits
from dateline.mentions.toponyms.literal import is_literal
from dateline.mentions.toponyms.names import Run, Words, runs_of, tidy
from dateline.mentions.toponyms.shape import article_names, ends_like_place, listed_after, unknown_place
from dateline.mentions.toponyms.words import word_lists
from dateline.records import Toponym
from dateline.spans import Span
from dateline.stage import Stage

_PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})
# Longest name looked for, in tokens ("Al-Hol" has three).
_LONGEST = 7


class ToponymsStage(Stage):
    """Finds place names, and whether each stands for the place itself."""

    name: ClassVar[str] = "toponyms.v1"
    reads: ClassVar[tuple[str, ...]] = ("syntax", "entities")
    makes: ClassVar[tuple[str, ...]] = ("toponyms",)

    def annotate(self, document: Document) -> None:
        """Sets `toponyms`, in the order of the text, none overlapping another."""
        words = Words(document.syntax)
        runs = runs_of(document)
        found = _named(words, runs)
        _embedded(words, runs, found)
        _scanned(words, runs, found)
        _listed(words, found)
        found.update(dict.fromkeys(article_names(words), True))
        found.update(dict.fromkeys(described_capitals(words, countries_of(words, found)), True))
        document.toponyms = tuple(
            Toponym(span, literal=literal and (words.opens(span) or is_literal(words.syntax, span)))
            for span, literal in _spans(words, found)
        )


def _spans(words: Words, found: dict[tuple[int, int], bool]) -> list[tuple[Span, bool]]:
    """Text spans of the token spans found; of two that overlap, the longer one."""
    taken: list[tuple[Span, bool]] = []
    for (first, last), literal in sorted(found.items(), key=lambda item: (item[0][0] - item[0][1], item[0])):
        span = tidy(words.syntax, first, last)
        if span is not None and not any(span.overlaps(other) for other, _ in taken):
            taken.append((span, literal))
    return sorted(taken)


def _named(words: Words, runs: list[Run]) -> dict[tuple[int, int], bool]:
    """Entities that are places by their type, trimmed; those that are a person's last name or a people left out."""
    surnames = words.surnames(runs)
    found: dict[tuple[int, int], bool] = {}
    for run in runs:
        if run.type not in _PLACE_TYPES and not ends_like_place(words, run):
            continue
        trimmed = words.trim(run.first, run.last)
        if trimmed is None:
            continue
        first, last = trimmed
        text = words.text(first, last)
        if words.is_never(text) or words.is_people(text):
            continue
        if first == last and words.lowers[first] in surnames and not words.after_locative(first):
            continue
        if first == last and words.syntax.pos[first] == "NOUN" and not words.candidates(first, last):
            continue
        for part in words.split(first, last):
            found[words.shortened(*part) or words.extended(*part)] = True
    return found


def _embedded(words: Words, runs: list[Run], found: dict[tuple[int, int], bool]) -> None:
    """Places in the names of institutions, which stand for these: "[Kenya] Defence Forces", "University of [Iowa]"."""
    for run in runs:
        if run.type not in ("ORG", "FAC", "EVENT"):
            continue
        if any(words.lowers[i] in word_lists()["not_institutions"] for i in range(run.first, run.last + 1)):
            continue
        first = run.first + (words.lowers[run.first] == "the")
        for last in range(min(run.last - 1, first + _LONGEST - 1), first - 1, -1):
            if words.is_place(first, last):
                if words.lends_name(first, last):
                    found.setdefault((first, last), False)
                break
        for index in range(run.first + 1, run.last):
            if words.lowers[index] in ("of", "in", "at"):
                _after_of(words, index + 1, run.last, found)


def _listed(words: Words, found: dict[tuple[int, int], bool]) -> None:
    """The names in lists of villages and towns, known or not."""
    for index in range(len(words)):
        for name in listed_after(words, index):
            found.setdefault(name, True)


def _after_of(words: Words, first: int, last: int, found: dict[tuple[int, int], bool]) -> None:
    """The place after "of" or "in" in an institution's name: "University of [Iowa] Press"."""
    first += words.lowers[first] == "the"
    for end in range(last, first - 1, -1):
        if words.is_place(first, end):
            if end == last or words.lowers[end + 1] in (*word_lists()["institutions"], "'s", "’s", ",", "at"):
                found.setdefault((first, end), False)
            return


def _scanned(words: Words, runs: list[Run], found: dict[tuple[int, int], bool]) -> None:
    """Names of the gazetteer that no entity covers, or that are taken for a person or an organisation."""
    covered = {i for first, last in found for i in range(first, last + 1)}
    kept = {place_key(words.text(first, last)) for first, last in found}
    of_run = {i: run for run in runs for i in range(run.first, run.last + 1)}
    waiting: list[tuple[int, int]] = []
    index = 0
    while index < len(words):
        match = _longest(words, index, covered) if words.may_begin(index) and index not in covered else None
        if match is None:
            unknown = unknown_place(words, index) if index not in covered else None
            if unknown is not None and covered.isdisjoint(range(index, unknown + 1)):
                found[index, unknown] = True
            index = index + 1 if unknown is None else unknown + 1
            continue
        run = of_run.get(match[0])
        if _accepted(words, match, run, of_run, kept):
            found[match] = True
            kept.add(place_key(words.text(*match)))
        else:
            waiting.append(match)
        index = match[1] + 1
    home, surnames = countries_of(words, found), words.surnames(runs)
    for match in waiting:
        run = of_run.get(match[0])
        if words.after_title(match[0]) or words.is_people(words.text(*match)):
            continue
        again = place_key(words.text(*match)) in kept and _free(run, match)
        if again or (_whole(run, match) and fits(words, match, run, home, surnames)):
            found[match] = True


def _whole(run: Run | None, match: tuple[int, int]) -> bool:
    """Whether a match is all of the name that it lies in."""
    return run is None or (run.first >= match[0] - 1 and run.last <= match[1])


def _longest(words: Words, first: int, covered: set[int]) -> tuple[int, int] | None:
    """The longest name of the gazetteer that begins at a token."""
    stop = words.end_of_name(first, _LONGEST, covered)
    for last in range(stop, first - 1, -1):
        if words.is_place(first, last):
            return first, last
    return None


def _free(run: Run | None, match: tuple[int, int]) -> bool:
    """Whether a match is no part of a longer name of something else."""
    if run is None:
        return True
    if run.type in ("NORP", "DATE", "PERSON", "LANGUAGE"):
        return False
    return (run.first, run.last) == match or run.type in ("", "MISC")


def _accepted(words: Words, match: tuple[int, int], run: Run | None, of_run: dict[int, Run], kept: set[str]) -> bool:
    """Whether the words around a match say that it is a place."""
    first, last = match
    text = words.text(first, last)
    if words.is_never(text) or words.is_people(text) or words.after_title(first):
        return False
    if words.is_dateline(first, last):
        return True
    if not _whole(run, match) or words.runs_on(first, last):
        return False
    return words.before_unit(last) or words.place_noun_near(first, last) or _shown(words, match, run, of_run, kept)


def _shown(words: Words, match: tuple[int, int], run: Run | None, of_run: dict[int, Run], kept: set[str]) -> bool:
    """Whether a word of place before it, its rank or another mention show that a match is a place."""
    first, last = match
    text = words.text(first, last)
    located = words.after_locative(first)
    if run is not None and run.type in ("PERSON", "NORP"):
        return ((located or words.is_shelled(last)) and words.is_known_well(text)) or words.is_ours(text)
    if located or run is None or run.type == "ORG":
        return located or words.is_country_or_unit(text)
    return place_key(text) in kept and of_run.get(first - 1) is not run
