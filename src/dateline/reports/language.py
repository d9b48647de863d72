"""Which language a text is in: scripts by counting letters, Latin-script languages by their commonest words.

Only English is read so far; everything else is refused by name. Short texts get the benefit of the doubt.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections import Counter
from dataclasses import dataclass
from importlib import resources

import yaml

from dateline.errors import UnsupportedLanguage

UNDECIDED = "und"
_FEW_WORDS = 8
_SAMPLE = 20_000  # code points: more tells nothing new
_FOREIGN_SHARE = 0.5  # of letters: an English report may quote and name in Arabic, Cyrillic, Chinese
_RUN_OF_TEXT = 60  # words: in a text this long English shows its function words
_ENGLISH_LEAST = 0.08  # of words: English news has 0.3 and more, lists of names have few
_CLEARLY = 1.5  # times as many function words as English, before another language is named
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_BEYOND_LATIN = re.compile(
    r"[\u0370-\u1cff\u1f00-\u1fff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufdff\ufe70-\uffdc\U00020000-\U0002fa1f]"
)


@dataclass(frozen=True, slots=True)
class _Profiles:
    """languages.yaml, ready for use: block starts with (last code point, language, script), words by language."""

    starts: tuple[int, ...]
    blocks: tuple[tuple[int, str, str], ...]
    letters: dict[str, frozenset[str]]
    names: dict[str, str]
    words: dict[str, frozenset[str]]


@functools.lru_cache(maxsize=1)
def _profiles() -> _Profiles:
    text = resources.files("dateline.reports").joinpath("languages.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    blocks = sorted(
        (first, last, script["code"], script["name"]) for script in data["scripts"] for first, last in script["blocks"]
    )
    return _Profiles(
        starts=tuple(block[0] for block in blocks),
        blocks=tuple(block[1:] for block in blocks),
        letters={code: frozenset(letters) for code, letters in data["letters"].items()},
        names=data["names"],
        words={code: frozenset(words.split()) for code, words in data["words"].items()},
    )


def _script_counts(letters: list[str]) -> Counter[str]:
    """How many letters of each language's script, by language code."""
    known = _profiles()
    counts: Counter[str] = Counter()
    for letter, number in Counter(letters).items():
        place = bisect.bisect_right(known.starts, ord(letter)) - 1
        last, code, _ = known.blocks[max(place, 0)]
        counts[code if place >= 0 and ord(letter) <= last else UNDECIDED] += number
    return counts


def _of_script(letters: list[str]) -> str:
    """The language of letters beyond Latin: that of the commonest script, refined by letters of its own."""
    counts = _script_counts(letters)
    if counts["ja"] > 0.1 * counts["zh"]:  # Japanese mixes Kana with Han
        counts["ja"] += counts.pop("zh", 0)
    code = max(sorted(counts), key=lambda key: counts[key])
    present = Counter(letters)
    family = {"ar": ("ur", "ps", "ckb", "fa"), "ru": ("uk", "sr"), "he": ("yi",)}.get(code, ())
    for other in family:
        own = sum(present[letter] for letter in _profiles().letters[other])
        if own > 0.01 * len(letters):
            return other
    return code


def _of_words(words: list[str]) -> str:
    """The Latin-script language whose function words stand thickest; `und` where none stands out."""
    counts = Counter(word.lower().replace("’", "'") for word in words)
    scores = {
        code: sum(counts[word] for word in profile if word in counts) for code, profile in _profiles().words.items()
    }
    english = scores.pop("en")
    best = max(sorted(scores), key=lambda code: scores[code])
    if scores[best] > _CLEARLY * english and scores[best] >= max(3, 0.12 * len(words)):
        return best
    thin = len(words) >= _RUN_OF_TEXT and english < _ENGLISH_LEAST * len(words)
    return UNDECIDED if thin or not english else "en"


def detect(text: str) -> str:
    """The language of a text as an ISO 639 code; `und` where it cannot be told.

    A text of fewer than eight words in Latin script is `und`, unless it is plainly English.
    """
    sample = text[:_SAMPLE]
    foreign = [] if sample.isascii() else _BEYOND_LATIN.findall(sample)
    words = _WORD.findall(sample)
    if foreign:
        letters = sum(map(len, words))
        if len(foreign) > _FOREIGN_SHARE * letters:
            return _of_script(foreign)
        words = [word for word in words if not _BEYOND_LATIN.match(word)]
    if len(words) < _FEW_WORDS:
        known = _profiles().words["en"]
        return "en" if any(word.lower() in known for word in words) else UNDECIDED
    return _of_words(words)


def require_english(text: str) -> None:
    """Refuse a text that is not in English.

    A text whose language cannot be told passes when it is short; a long one without English function words is
    refused.

    Raises:
        UnsupportedLanguage: the text is in another language, or too long a list of words to be English.
    """
    code = detect(text)
    if code == "en":
        return
    if code == UNDECIDED and len(_WORD.findall(text[:_SAMPLE])) < _RUN_OF_TEXT:
        return
    name = _profiles().names[code]
    raise UnsupportedLanguage(
        f"a text in {name}" if code != UNDECIDED else "a text without the common words of English",
        expected="a report in English, the only language that is read so far",
        hint="translate it first, and keep the original beside it",
    )
