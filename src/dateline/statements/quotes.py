"""Who speaks a quotation: the cue behind it, before it, or that of the quotation that it continues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.records import Quotation
from dateline.spans import Span
from dateline.statements.draft import Draft
from dateline.statements.grammar import source_span
from dateline.syntax import Syntax

_SHORTEST_SPEECH = 5  # words; shorter quotations without a mark of speech are names, titles, scare quotes
_NEAR = 14  # tokens between a quotation and the cue beside it
_OPEN_END = frozenset(",?!-–—")
_BEFORE_SPEECH = frozenset(".,:;?!-–—…\n\"'”’)»")
_APART = frozenset(":(-–—.?!")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_INSIDE_NAME = frozenset(("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"))
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Zone:
    """The tokens from `first` to `end` (exclusive) in which a quotation's cue is sought."""

    first: int
    end: int


class Speeches:
    """Gives the quotations of one report to its drafts."""

    def __init__(self, syntax: Syntax, quotations: Sequence[Quotation], drafts: Sequence[Draft]) -> None:
        self.syntax = syntax
        self.text = syntax.text
        self.quotations = [item for item in quotations if syntax.tokens(item.inner)]
        inside = [(item.inner.start, item.inner.end) for item in self.quotations]
        self.cues = {
            draft.token: draft
            for draft in drafts
            if draft.quotes and not any(a <= draft.cue.start < b for a, b in inside)
        }
        self.last: Draft | None = None
        self.made: list[Draft] = []

    def settle(self) -> list[Draft]:
        """Give every quotation that is speech to a draft; returns the drafts made for bare colons."""
        previous: Quotation | None = None
        for number, item in enumerate(self.quotations):
            after = self.quotations[number + 1] if number + 1 < len(self.quotations) else None
            draft = self._speaker(item, previous, after)
            if draft is not None:
                draft.content.append(item.outer)
                self.last = draft
            previous = item
        return self.made

    def _speaker(self, item: Quotation, previous: Quotation | None, after: Quotation | None) -> Draft | None:
        """The draft that a quotation belongs to; None for one that is no speech or has no speaker."""
        holder = self._holder(item)
        if not self._is_speech(item):
            if holder is not None:
                self.last = holder
            return None
        behind = self._behind(item, after)
        if behind is not None:
            return behind
        if holder is not None:
            return holder
        opens = self._opens(item)
        before = self._before(item, previous) if opens or not self._in_phrase(item) else None
        if before is not None:
            return before
        return self.last if opens and self._continues(item, previous) else None

    def _in_phrase(self, item: Quotation) -> bool:
        """Whether the word before a quotation binds it: "the", "its", "on", "army's"."""
        own = self.syntax.tokens(item.outer)[0]
        return own > 0 and self.syntax.pos[own - 1] in ("DET", "ADP", "PART", "ADJ", "CCONJ")

    def _opens(self, item: Quotation) -> bool:
        """Whether a quotation begins a sentence or stands behind a mark or the cue itself, and is no mere part
        of a phrase (at its "peace conference," ...).
        """
        head = self.text[: item.outer.start].rstrip(" \u00a0")
        if not head or head[-1] in _BEFORE_SPEECH:
            return True
        own = self.syntax.tokens(item.outer)[0]
        return own > 0 and (own - 1 in self.cues or self.syntax.lowers[own - 1] in ("that", "as"))

    def _is_speech(self, item: Quotation) -> bool:
        inner = self.text[item.inner.start : item.inner.end]
        if inner[-1] in ",.?!" or not item.closed:
            return len(_WORD.findall(inner)) > 1 or self._colon_before(item) or inner[-1] in ",?!"
        own = self.syntax.tokens(item.outer)[0]
        if own and (own - 1 in self.cues) and not self.cues[own - 1].content:
            return True
        return self._colon_before(item) or len(_WORD.findall(inner)) >= _SHORTEST_SPEECH

    def _colon_before(self, item: Quotation) -> bool:
        return self.text[: item.outer.start].rstrip()[-1:] == ":"

    def _holder(self, item: Quotation) -> Draft | None:
        """The innermost draft whose content already holds the quotation, in whole or its beginning."""
        found: Draft | None = None
        for draft in self.cues.values():
            if any(span.start <= item.inner.start < span.end for span in draft.content) and (
                found is None or draft.token > found.token
            ):
                found = draft
        return found

    def _behind(self, item: Quotation, after: Quotation | None) -> Draft | None:
        """The cue behind a quotation: "...", the general said."""
        syntax = self.syntax
        tail = self.text[item.inner.end - 1]
        rest = self.text[item.outer.end : item.outer.end + 3].lstrip()
        if not item.closed or not rest or "\n" in self.text[item.outer.end : item.outer.end + 2]:
            return None
        if tail not in _OPEN_END and rest[0] not in ",–—-" and not rest[0].islower():
            return None
        tokens = syntax.tokens(Span(item.outer.end, min(len(self.text), item.outer.end + 400)))
        if not tokens:
            return None
        stop = after.outer.start if after is not None else len(self.text)
        number = syntax.sentence[tokens[0]]
        for token in tokens[: 2 * _NEAR]:
            if syntax.starts[token] >= stop or syntax.sentence[token] > number + (token == tokens[0]):
                break
            draft = self.cues.get(token)
            if draft is not None and self._speaks_here(draft, item):
                self._narrow(draft, item)
                return draft
        return None

    def _narrow(self, draft: Draft, item: Quotation) -> None:
        """Take from a cue behind a quotation what the parser hung from it besides: words behind the cue, and words
        before the quotation that a colon, a dash or a full stop parts from it.
        """
        before = self.text[: item.outer.start].rstrip()[-1:]
        apart = before in _APART
        kept = []
        for part in draft.content:
            span = part
            if span.start >= draft.cue.end and self.text[draft.cue.end : span.start].lstrip()[:1] == ",":
                continue
            if apart and span.start < item.outer.start:
                if span.end <= item.outer.start:
                    continue
                span = Span(item.outer.start, span.end)
            kept.append(span)
        draft.content = kept

    def _speaks_here(self, draft: Draft, item: Quotation) -> bool:
        """Whether a cue behind a quotation has its source there too, or finds one behind itself ("said X")."""
        syntax, verb = self.syntax, draft.token
        if draft.speaker is not None and syntax.starts[draft.speaker] >= item.outer.end:
            return True
        if self._seat(draft, item):
            return True
        return draft.speaker is not None and syntax.sentence[draft.speaker] == syntax.sentence[verb]

    def _seat(self, draft: Draft, item: Quotation) -> bool:
        """Find the source of a cue behind a quotation where the parser took words of the quotation for it: the
        noun phrase right before the cue ("they said") or right behind it ("said the governor").
        """
        syntax, verb = self.syntax, draft.token
        if syntax.tags[verb] == "VBG":
            return False
        found: int | None = None
        if verb and syntax.starts[verb - 1] >= item.outer.end and syntax.pos[verb - 1] in _NOMINAL:
            found = verb - 1
        elif syntax.starts[verb] - item.outer.end < 4 and verb + 1 < len(syntax):
            last = verb + 1
            while last < len(syntax) and syntax.pos[last] in _INSIDE_NAME:
                last += 1
            if last > verb + 1 and syntax.pos[last - 1] in _NOMINAL:
                found = last - 1
        if found is None or syntax.sentence[found] != syntax.sentence[verb]:
            return False
        first = found
        while first and syntax.starts[first - 1] >= item.outer.end and first - 1 != verb:
            if syntax.pos[first - 1] not in _INSIDE_NAME:
                break
            first -= 1
        draft.speaker, draft.source = found, syntax.span(first, found)
        return True

    def _before(self, item: Quotation, previous: Quotation | None) -> Draft | None:
        """The cue before a quotation: the general said: "..."."""
        syntax = self.syntax
        colon = self._colon_before(item)
        own = syntax.tokens(item.outer)[0]
        first = syntax.sentences[syntax.sentence[own]][0]
        if first >= own and first > 0:
            if not colon:
                return None
            first = syntax.sentences[syntax.sentence[own - 1]][0]
        if previous is not None:
            behind = syntax.tokens(Span(previous.outer.end, item.outer.start))
            first = max(first, behind[0] if behind else own)
        nearest = None if colon else own - _NEAR
        for token in range(own - 1, first - 1, -1):
            if nearest is not None and token < nearest:
                break
            draft = self.cues.get(token)
            if draft is not None and (colon or self._touches(token, own)):
                return draft
        return self._bare_colon(first, own) if colon else None

    def _touches(self, cue: int, own: int) -> bool:
        """Whether only a comma, an adverb, the hearer or a time stand between cue and quotation."""
        return not any(self.syntax.pos[token] in ("VERB", "AUX") for token in range(cue + 1, own))

    def _bare_colon(self, first: int, own: int) -> Draft | None:
        """A quotation behind a colon with no verb of saying: what stands before is the source if it is a name."""
        syntax = self.syntax
        colon = own - 1
        while colon > first and syntax.words[colon] != ":":
            colon -= 1
        if syntax.words[colon] != ":" or colon == first:
            return None
        draft = Draft(token=colon, cue=syntax.span(colon, colon), act="say", quotes=True)
        head = syntax.head_of(syntax.span(first, colon - 1))
        if head is not None:
            root = head if syntax.pos[head] in ("NOUN", "PROPN", "PRON") else syntax.child(head, "nsubj", "nsubjpass")
            if root is not None and root < colon:
                draft.speaker, draft.source = root, source_span(syntax, root, colon)
        self.made.append(draft)
        return draft

    def _continues(self, item: Quotation, previous: Quotation | None) -> bool:
        """Whether a quotation without a cue of its own goes on with the speech before it."""
        if self.last is None or not self.last.content:
            return False
        gap_start = max(span.end for span in self.last.content)
        gap_start = max(gap_start, self.last.cue.end)
        gap = self.text[gap_start : item.outer.start]
        breaks = gap.count("\n")
        if previous is not None and not previous.closed:
            return len(_WORD.findall(gap)) <= 3
        words = len(_WORD.findall(gap))
        return words <= 40 if not breaks else words <= 3
