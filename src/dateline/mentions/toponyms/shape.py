"""Names that look like places by the words around or in them, whether the gazetteer has them or not."""

from __future__ import annotations

from dateline.mentions.toponyms.names import Run, Words
from dateline.mentions.toponyms.words import word_lists

# People of a town that is known with its article.
_LARGE = 100_000


def unknown_place(words: Words, first: int) -> int | None:
    """The last token of a name that no list has but that a noun behind it makes a place: "Xtown village"."""
    if not words.is_name(first) or (first and words.words[first - 1] in ("-", "'")):
        return None
    last = first
    while last + 1 < len(words) and words.is_name(last + 1) and last - first < 3:
        last += 1
    if last + 1 >= len(words):
        return None
    if words.lowers[last + 1] not in word_lists()["makes_place"] and not _placed(words, first, last):
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


def _placed(words: Words, first: int, last: int) -> bool:
    """Whether a word of place before a name and a country, unit or border behind it make it a place: "near Xtown,
    Mali", "at Xtown on the Y border".
    """
    if words.before(first) not in ("in", "near", "at", "outside", "around"):
        return False
    return words.before_unit(last) or before_border(words, last)


def before_border(words: Words, last: int) -> bool:
    """Whether "on the border" or "near the X border" follows a name."""
    at = last + 1
    at += at < len(words) and words.lowers[at] == ","
    if at + 2 >= len(words) or words.lowers[at] not in ("on", "near", "along") or words.lowers[at + 1] != "the":
        return False
    return any(word in ("border", "frontier") for word in words.lowers[at + 2 : at + 5])


def article_names(words: Words) -> list[tuple[int, int]]:
    """Names that an article is part of: "The Hague". At the start of a sentence only those of large towns."""
    found = []
    for index in range(len(words) - 1):
        if words.words[index] != "The" or not words.is_name(index + 1):
            continue
        first, last = index + 1, index + 1
        while last + 1 < len(words) and words.is_name(last + 1) and last - first < 2:
            last += 1
        if _has_article(words, first, last, least=_LARGE if words.begins_sentence(index) else 0):
            found.append((index, last))
    return found


def _has_article(words: Words, first: int, last: int, *, least: int) -> bool:
    named = f"the {words.text(first, last)}".lower()
    return any(
        c.level == "populated" and c.quality == 0 and c.population >= least and c.name.lower() == named
        for c in words.candidates(first, last)
    )
