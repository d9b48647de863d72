"""The key under which a place name is kept: `normalise`, and one spelling for articles and "Saint", "Fort", "Mount"."""

from __future__ import annotations

import functools

from dateline.gazetteer.normalise import normalise

# The Arabic article in its assimilated and colloquial spellings: "Ar Ramadi", "ez-Zor", "el-Arish".
ARTICLES = frozenset(["al", "el", "ar", "as", "ash", "ad", "an", "at", "az", "es", "ez", "er", "ed", "ul"])
_WORDS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "twp": "township", "co": "county"}
_LETTERS = str.maketrans({"ʼ": "", "ə": "a", "Ə": "a", "ʹ": "", "ʺ": "", "′": "", "ː": ""})


@functools.lru_cache(maxsize=65536)
def place_key(name: str) -> str:
    """The key of a place name.

    >>> place_key("Ar Ramādī"), place_key("al-Ramadi"), place_key("St. Paul"), place_key("Deir ez-Zor")
    ('al ramadi', 'al ramadi', 'saint paul', 'deir al zor')
    """
    words = normalise(name.translate(_LETTERS)).split()
    last = len(words) - 1
    for index, word in enumerate(words):
        if index < last and word in ARTICLES:
            words[index] = "al"
        elif word in _WORDS and last and (index < last or word in ("co", "twp")):
            words[index] = _WORDS[word]
    return " ".join(words)


def without_article(key: str) -> str:
    """The key without a leading Arabic article; the same key where it has none."""
    return key[3:] if key.startswith("al ") else key
