"""Names that look like places by the words around or in them, whether the gazetteer has them or not."""

from __future__ import annotations

from dateline.mentions.toponyms.names import Run, Words
from dateline.mentions.toponyms.words import word_lists


def unknown_place(words: Words, first: int) -> int | None:
    """The last token of a name that no list has but that a noun behind it makes a place: "Xtown village"."""
    if not words.is_name(first) or (first and words.words[first - 1] in ("-", "'")):
        return None
    last = first
    while last + 1 < len(words) and words.is_name(last + 1) and last - first < 3:
        last += 1
    if last + 1 >= len(words) or words.lowers[last + 1] not in word_lists()["makes_place"]:
        return None
    if words.is_never(words.text(first, last)) or words.is_people(words.text(first, first)):
        return None
    return None if words.after_title(first) or words.lowers[last] in word_lists()["institutions"] else last


def ends_like_place(words: Words, run: Run) -> bool:
    """Whether a name ends in a word for a piece of land or a site: "Jabal Hills", not "School District"."""
    if run.type not in ("ORG", "PERSON") or run.last == run.first or not words.capital[run.last]:
        return False
    lists = word_lists()
    if words.lowers[run.last] not in lists["ends_place"] or words.after_title(run.first):
        return False
    return not any(words.lowers[i] in lists["institutions"] for i in range(run.first, run.last))


def listed_after(words: Words, index: int) -> list[tuple[int, int]]:
    """The names in a list that a word for places opens: "the villages of X, Y and Z"."""
    lists, at = word_lists(), index + 1
    end = words.syntax.sentences[words.syntax.sentence[index]][1]
    at += at < end and words.words[at] == ","
    if words.lowers[index] not in lists["list_heads"] or at >= end or words.lowers[at] not in lists["list_openers"]:
        return []
    names: list[tuple[int, int]] = []
    at += 1
    while at < end and (words.is_name(at) or words.is_article(at)):
        last = at
        while last + 1 < end and (
            words.is_name(last + 1) or words.words[last + 1] == "-" or words.is_article(last + 1)
        ):
            last += 1
        names.append((at, last))
        at = last + 1
        while at < end and words.lowers[at] in (",", "and", "&"):
            at += 1
    return names
