"""One spelling for many: the key under which names are kept and looked up."""

from __future__ import annotations

import functools
import re
import unicodedata

_POSSESSIVE = re.compile(r"(?:(?<=[\w.])['’]s\b|(?<=s)['’](?=\s|$))")
_MARKS = re.compile(r"['’‘ʻʿʾ`´.]")
_GAPS = re.compile(r"[\s\-‐‑–—/,_()\[\]\"“”&+]+")
_WIDE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})


@functools.lru_cache(maxsize=65536)
def normalise(text: str) -> str:
    """A name without case, diacritics, dots, apostrophes, hyphens, possessive endings or a leading "the".

    >>> normalise("The U.S.'s"), normalise("Côte d'Ivoire"), normalise("Guinea-Bissau")
    ('us', 'cote divoire', 'guinea bissau')
    """
    text = _POSSESSIVE.sub("", text.strip())
    text = text.casefold() if text.isascii() else _plain(text.casefold())
    words = _GAPS.sub(" ", _MARKS.sub("", text)).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def _plain(text: str) -> str:
    """Latin letters without their diacritics; other scripts as they are."""
    parts = unicodedata.normalize("NFKD", text.translate(_WIDE))
    return "".join(c for c in parts if not unicodedata.combining(c))
