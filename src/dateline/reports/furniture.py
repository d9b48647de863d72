"""Finds page furniture: whole lines on a news page that are no part of the report.

The text is never changed; what is found is marked, and later stages leave it unread. The dateline of an agency's
lead ("HODEIDAH, Yemen, March 4 (Agency) -") is part of the report and stays.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.records import Furniture
from dateline.reports.lines import HEAD_LINES, Line, Page, page
from dateline.reports.mastheads import is_date_line, is_labelled, without_dates
from dateline.reports.rules import Rule, Rules, rules
from dateline.spans import Span, trim

_PARTS = re.compile(r"\s*(?:[|•·]|\s[–—-]\s)\s*")
_LIST_TITLES = 12
_TITLE_WORDS = 20
_PART_WORDS = 3
DATE_LINE = "date line"
_MASTHEAD_REASONS = frozenset({"byline", DATE_LINE, "reading time"})


def _stands(where: str, number: int, whole: Page) -> bool:
    """Whether a line's place on the page fits a rule's `where`."""
    above, below = number < whole.head, number >= whole.tail
    return {"any": True, "head": above, "tail": below, "edge": above or below}[where]


def _is_list_title(line: Line) -> bool:
    """Whether a line below "Related stories" is one of their titles, and not the report again."""
    return line.words <= _TITLE_WORDS and (not line.ends_sentence or line.core.endswith("?"))


def _chronology(whole: Page) -> bool:
    """Whether bare dates stand as headings over paragraphs: then they date what follows, not the page."""
    dated, heads = 0, False
    for line in whole.lines[: whole.tail]:
        if line.is_prose:
            dated, heads = dated + heads, False
        elif not is_labelled(line.core) and is_date_line(line.core):
            heads = True
    return dated > 1


def _bare_date_counts(number: int, whole: Page) -> bool:
    """Whether a date that stands alone at this line is about the page: above or below the report, not within a
    sentence that was broken across lines.
    """
    line = whole.lines[number]
    if number and not line.gap:
        before = whole.lines[number - 1]
        if before.is_prose and not before.ends_sentence:
            return False
    return _stands("edge", number, whole)


def _edged(whole: Page, known: Rules) -> Page:
    """The page with its head and tail found anew: a long line of furniture (a cookie notice, a comment form) is no
    paragraph of the report.
    """

    def is_report(number: int) -> bool:
        line = whole.lines[number]
        if not line.is_prose:
            return False
        signs = any(rule.where == "any" and rule.matches(line.core) for rule in known.lines)
        return not signs and not any(rule.pattern.match(line.core) for rule in known.tails)

    size = len(whole.lines)
    paragraphs = itertools.islice(filter(is_report, range(size)), 2)
    head = min((*itertools.islice(paragraphs, 1, None), size, HEAD_LINES))
    last = next(filter(is_report, range(size - 1, -1, -1)), -1)
    return replace(whole, head=head, tail=last + 1)


class _Finder:
    """One reading of one page: `reasons` says, line by line, why it is furniture (None: it is not)."""

    def __init__(self, whole: Page, known: Rules) -> None:
        self.page = whole
        self.rules = known
        self.reasons: list[str | None] = [None] * len(whole.lines)
        self.chronology: bool | None = None
        self.last_signs: dict[str, int] = {}
        self.prose_to = [0, *itertools.accumulate(line.is_prose for line in whole.lines)]  # lines of prose before each

    def run(self) -> list[str | None]:
        number = 0
        while number < len(self.page.lines):
            number = self._line(number)
        self._spread()
        return self.reasons

    def _line(self, number: int) -> int:
        """Judge one line; returns the number of the next line to judge."""
        core = self.page.lines[number].core
        if len(core) > self.rules.longest:
            return number + 1
        rule = self._rule(number, core)
        if rule is None:
            self.reasons[number] = self._masthead(number, core)
            return number + 1
        self.reasons[number] = rule.reason
        if rule.reach == "list":
            return self._list(number + 1, rule.reason)
        if rule.reach == "rest" and self._rest_is_furniture(number, rule):
            self.reasons[number:] = [rule.reason] * (len(self.reasons) - number)
            return len(self.reasons)
        return number + 1

    def _rule(self, number: int, core: str) -> Rule | None:
        for rule in self.rules.lines:
            if rule.matches(core) and _stands(rule.where, number, self.page):
                return rule
        return None

    def _list(self, number: int, reason: str) -> int:
        """Mark the titles below a heading such as "Related stories"."""
        end = min(number + _LIST_TITLES, len(self.reasons))
        while number < end and _is_list_title(self.page.lines[number]):
            if self._rule(number, self.page.lines[number].core) or is_date_line(self.page.lines[number].core):
                break
            self.reasons[number] = reason
            number += 1
        return number

    def _rest_is_furniture(self, number: int, rule: Rule) -> bool:
        """Whether what stands below "Leave a reply" is comments: a report stands above, and either something else
        there looks like comments, or there is hardly any prose.
        """
        if self.prose_to[number] == 0:
            return False
        if self.prose_to[-1] - self.prose_to[number + 1] <= rule.tolerate:
            return True
        return self._last_sign(rule.reason) > number

    def _last_sign(self, reason: str) -> int:
        """The last line that looks like this furniture, -1 for none; looked for once a page."""
        if reason not in self.last_signs:
            signs = [sign for sign in (*self.rules.lines, *self.rules.weak) if sign.reason == reason]
            numbers = range(len(self.page.lines) - 1, -1, -1)
            found = (n for n in numbers if any(sign.matches(self.page.lines[n].core) for sign in signs))
            self.last_signs[reason] = next(found, -1)
        return self.last_signs[reason]

    def _masthead(self, number: int, core: str) -> str | None:
        """Date lines, and lines that join a byline, a date and the like; none where no report stands beside them."""
        if not self.page.tail:
            return None
        if is_date_line(core):
            if is_labelled(core):
                return DATE_LINE
            if self.chronology is None:
                self.chronology = _chronology(self.page)
            return DATE_LINE if not self.chronology and _bare_date_counts(number, self.page) else None
        if number >= self.page.head:
            return None
        return self._dated_byline(number, core) or self._joined(number, core)

    def _dated_byline(self, number: int, core: str) -> str | None:
        """A line like "By Name, 3 March 2024": a byline when the date is taken away."""
        rest = without_dates(core) if len(core) <= 140 else core
        if rest == core:
            return None
        rule = self._rule(number, rest)
        return rule.reason if rule and rule.reason in _MASTHEAD_REASONS else None

    def _joined(self, number: int, core: str) -> str | None:
        """A line like "Name | 3 March 2024 | 4 min read": some parts are known, and the others are a word or three."""
        parts = [part for part in _PARTS.split(core) if part] if len(core) <= 140 else []
        if len(parts) < 2:
            return None
        found = [self._part(number, part) for part in parts]
        strange = [part for part, reason in zip(parts, found, strict=True) if reason is None]
        known = [reason for reason in found if reason in _MASTHEAD_REASONS]
        if not known or any(part.count(" ") >= _PART_WORDS for part in strange):
            return None
        return known[0]

    def _part(self, number: int, part: str) -> str | None:
        if is_date_line(part):
            return DATE_LINE
        rule = self._rule(number, part)
        return rule.reason if rule else None

    def _spread(self) -> None:
        """Words that are furniture only in company ("Facebook", "Name *"): marked beside a marked line."""
        size = len(self.reasons)
        for order, step in ((range(size), -1), (range(size - 1, -1, -1), 1)):
            for number in order:
                beside = number + step
                if self.reasons[number] is None and 0 <= beside < size and self.reasons[beside] is not None:
                    self.reasons[number] = self._weak(number)

    def _weak(self, number: int) -> str | None:
        core = self.page.lines[number].core
        for rule in self.rules.weak:
            if rule.matches(core) and _stands(rule.where, number, self.page):
                return rule.reason
        return None


def _blocks(whole: Page, reasons: list[str | None]) -> Iterator[Furniture]:
    """Neighbouring lines with the same reason as one piece."""
    start: int | None = None
    for number, reason in enumerate(reasons):
        if reason is None:
            start = None
            continue
        if start is None or reasons[start] != reason:
            start = number
        if number + 1 == len(reasons) or reasons[number + 1] != reason:
            yield Furniture(Span(whole.lines[start].span.start, whole.lines[number].span.end), reason)


def _inline(text: str, known: Rules) -> Iterator[Furniture]:
    """Unmistakable words inside a line: a credit in brackets, a comment form that lost its line breaks."""
    for rule in known.phrases:
        for match in rule.pattern.finditer(text):
            yield Furniture(Span(*match.span()), rule.reason)
    for rule in known.tails:
        if found := rule.pattern.search(text):
            yield Furniture(trim(text, Span(found.start(), len(text))), rule.reason)


def furniture(text: str) -> tuple[Furniture, ...]:
    """The page furniture of a text, in order, pieces that do not overlap; spans count code points of `text`."""
    known = rules()
    whole = _edged(page(text), known)
    found = [*_blocks(whole, _Finder(whole, known).run()), *_inline(text, known)]
    found.sort(key=lambda item: (item.span.start, -item.span.end))
    kept: list[Furniture] = []
    for item in found:
        if kept and item.span.start < kept[-1].span.end:
            if item.span.end > kept[-1].span.end:
                last = kept[-1]
                kept[-1] = Furniture(Span(last.span.start, item.span.end), last.reason)
            continue
        kept.append(item)
    return tuple(kept)
