"""A paragraph as a tape: one letter a token, so that the forms of time expressions are short regular expressions."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

import yaml

# First letter of the private use area: each class of the lexicon gets the next one.
_FIRST = 0xE000
# Digits, by what they can be: 1-12 (month, hour, day), 13-24 (hour, day), 25-31 (day), other two digits (minute,
# short year), a leading zero or 00 likewise, three digits, a year, eight digits (20240301), any other number.
NUMBERS = ("N12", "N24", "N31", "N99", "N00", "N999", "YEAR", "N8", "NBIG")
PUNCTUATION = {
    "COMMA": ",",
    "DOT": ".",
    "DASH": "-",
    "SLASH": "/",
    "COLON": ":",
    "QUOTE": "'",
    "OPEN": "(",
    "CLOSE": ")",
    "PLUS": "+",
}
_AS = {"–": "-", "—": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "[": "(", "]": ")", "−": "-", "~": "-"}
_TOKEN = re.compile(
    r"[aApP] ?\. ?[mM]\b(?: ?\.)?"
    r"|\d{1,3}(?:,\d{3})+(?!\d)|\d+"
    r"|[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*"
    r"|[^\s\w]|_"
)
# Words that are no time word inside a name or a compound: "U.S.", "e-mail" need no rule, for they have no class.
MERIDIEM = "MERIDIEM"
OTHER = "x"


@functools.lru_cache(maxsize=1)
def lexicon() -> tuple[dict[str, tuple[str, Any]], dict[str, str]]:
    """(word -> its class letter and meaning, class name -> letter)."""
    source = resources.files("dateline.mentions.times").joinpath("lexicon.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(source, Loader=yaml.CSafeLoader)
    letters: dict[str, str] = dict(PUNCTUATION)
    words: dict[str, tuple[str, Any]] = {}
    for name in (*NUMBERS, MERIDIEM, "P", *data):
        letters.setdefault(name, chr(_FIRST + len(letters)))
    for name, entries in data.items():
        pairs = entries.items() if isinstance(entries, dict) else ((str(word), str(word)) for word in entries)
        for word, meaning in pairs:
            words.setdefault(str(word), (letters[name], meaning))
    for word in ("am", "pm"):
        words[word] = (letters[MERIDIEM], word)
    return words, letters


_LIMITS = ((0, "N00"), (12, "N12"), (24, "N24"), (31, "N31"), (99, "N99"))
_BY_SIZE = {3: "N999", 8: "N8"}


def _number_class(digits: str) -> str:
    """The class of a number by its size; see NUMBERS."""
    size = len(digits)
    if "," in digits or size > 8:
        return "NBIG"
    value = int(digits)
    if size <= 2:
        return next(name for limit, name in _LIMITS if value <= limit)
    if size == 4 and 1000 <= value <= 2199:
        return "YEAR"
    return _BY_SIZE.get(size, "NBIG")


@dataclass(slots=True)
class Tape:
    """The tokens of one paragraph. `classes` has one letter a token; offsets count in the report."""

    text: str
    classes: str = ""
    words: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def tight(self, token: int) -> bool:
        """Whether no white space stands between a token and the next."""
        return token + 1 < len(self.starts) and self.ends[token] == self.starts[token + 1]

    def capital(self, token: int) -> bool:
        """Whether the token is written with a capital."""
        return self.text[self.starts[token]].isupper()


def _classified(word: str, words: dict[str, tuple[str, Any]], letters: dict[str, str]) -> tuple[str, Any]:
    """(class letter, value) of one token in lower case."""
    if word in words:
        return words[word]
    if word[0].isdigit():
        known = word.isascii() and len(word) < 16
        return (letters[_number_class(word)], int(word.replace(",", ""))) if known else (OTHER, None)
    if word == "p":
        return letters["P"], "pm"
    if len(word) == 1:
        return (OTHER if word.isalpha() else _AS.get(word, word)), None
    if "." in word:
        return letters[MERIDIEM], f"{word[0]}m"
    return words.get(word.replace("’", "'"), (OTHER, None))


def read_tape(text: str, start: int, end: int) -> Tape:
    """The tape of a paragraph `text[start:end]`."""
    words, letters = lexicon()
    tape = Tape(text)
    classes: list[str] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group().lower()
        letter, value = _classified(word, words, letters)
        classes.append(letter)
        tape.words.append(word)
        tape.values.append(value)
        tape.starts.append(match.start())
        tape.ends.append(match.end())
    tape.classes = "".join(classes)
    return _with_spelled_years(tape)


@functools.lru_cache(maxsize=1)
def _spelled() -> re.Pattern[str]:
    """A year in words, right behind a month or a day: nineteen eighty-six, two thousand and five."""
    tail = "(?:WORD_TENS DASH? WORD_NUMBER?|WORD_NUMBER)"
    year = f"(?:WORD_NUMBER HUNDRED AND? {tail}?|(?:WORD_NUMBER|WORD_TENS) {tail})"
    return compile_form(f"(?P<before>MONTH|MAYBE_MONTH|ORDINAL|SUFFIX) COMMA? (?P<year>{year})")


def _with_spelled_years(tape: Tape) -> Tape:
    """The tape with years in words made into one token each, read as figures."""
    letters = lexicon()[1]
    if letters["WORD_NUMBER"] not in tape.classes:
        return tape
    for match in reversed(list(_spelled().finditer(tape.classes))):
        start, end = match.span("year")
        year = _year_in_words(tape, start, end)
        if year is None:
            continue
        tape.classes = tape.classes[:start] + letters["YEAR"] + tape.classes[end:]
        tape.words[start:end], tape.values[start:end] = [str(year)], [year]
        tape.ends[start:end] = [tape.ends[end - 1]]
        del tape.starts[start + 1 : end]
    return tape


def _year_in_words(tape: Tape, start: int, end: int) -> int | None:
    """The year that words stand for, None where they stand for none between 1500 and 2099."""
    head, rest = tape.values[start], tape.values[start + 1 : end]
    low = sum(value for value in rest if isinstance(value, int) and value < 100)
    spoken = tape.words[start:end]
    if low < 10 and "thousand" not in spoken and "hundred" not in spoken:
        # "in June twenty five men died"
        return None
    year = head * 1000 + low if "thousand" in spoken else head * 100 + low
    return year if 1500 <= year <= 2099 else None


_NAME = re.compile(r"[A-Z][A-Z_0-9]+|\b[QP]\b(?!<)")


def compile_form(form: str) -> re.Pattern[str]:
    """A form such as `MONTH DOT? DAY` as a regular expression over class letters.

    Names in upper case are classes; groups, `|`, `?` and `*` mean what they always do. White space means nothing.

    Raises:
        KeyError: a class that the lexicon does not have.
    """
    letters = lexicon()[1]
    pattern = _NAME.sub(lambda match: re.escape(letters[match.group()]), form)
    return re.compile(re.sub(r"\s+", "", pattern))
