"""From quoted words to spans: the pointers of corpus/guidelines/notation.md."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evaluation.corpus.layout import CorpusError

Span = tuple[int, int]
_POINTER = re.compile(r"(\d+):(.+)", re.DOTALL)
_NUMBER = re.compile(r"#(\d+)$")
_GAP = re.compile(r" (?:\.\.\.|…) ")


def _occurrences(text: str, words: str, within: Span) -> list[Span]:
    """Where the words stand as whole words, in order."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    pattern = re.compile(before + re.escape(words) + after)
    return [match.span() for match in pattern.finditer(text, *within)] if words else []


class Pointer:
    """Finds quoted words in the numbered sentences of one text."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self.text = text
        self.sentences = sentences

    def sentence(self, number: int) -> Span:
        """The span of a sentence, counted from 1.

        Raises:
            CorpusError: there is none of that number.
        """
        if not 1 <= number <= len(self.sentences):
            raise CorpusError(f"sentence {number} of {len(self.sentences)}")
        return self.sentences[number - 1]

    def span(self, pointer: str) -> Span:
        """The span that a pointer such as `3:the army`, `3:he#2`, `3:rebels ... town` or `3:*` means.

        Raises:
            CorpusError: it points nowhere, or at two places.
        """
        match = _POINTER.fullmatch(pointer.strip())
        if not match:
            raise CorpusError(f"{pointer!r} is no pointer like 3:the army")
        within = self.sentence(int(match[1]))
        words = match[2].strip()
        if words == "*":
            return within
        parts = _GAP.split(words)
        if len(parts) == 2:
            return self._stretch(parts[0], parts[1], within)
        if len(parts) > 2:
            raise CorpusError(f"{pointer!r}: more than one ' ... '")
        return self._one(words, within)

    def _one(self, words: str, within: Span) -> Span:
        found = _occurrences(self.text, words, within)
        number = _NUMBER.search(words)
        if not found and number:
            bare = words[: number.start()].rstrip()
            found = _occurrences(self.text, bare, within)
            if int(number[1]) > len(found) or number[1] == "0":
                raise CorpusError(f"{bare!r} occurs {len(found)} times, not {number[1]}")
            return found[int(number[1]) - 1]
        if not found:
            shown = self.text[slice(*within)]
            raise CorpusError(f"{words!r} is not in: {shown[:90]!r}")
        if len(found) > 1:
            raise CorpusError(f"{words!r} occurs {len(found)} times: add #1 to #{len(found)}")
        return found[0]

    def _stretch(self, first: str, last: str, within: Span) -> Span:
        start = within[0] if first == "^" else self._one(first, within)[0]
        if last == "$":
            return start, within[1]
        found = _occurrences(self.text, last, (start, within[1]))
        number = _NUMBER.search(last)
        if not found and number:
            found = _occurrences(self.text, last[: number.start()].rstrip(), (start, within[1]))
            found = found[int(number[1]) - 1 : int(number[1])]
        if not found:
            raise CorpusError(f"{last!r} does not follow {first!r}")
        return start, found[0][1]
