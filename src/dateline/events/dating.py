"""When an act was: the time expression that the syntax ties to it.

A time belongs to the act whose words govern it, and to acts that share the clause ("clashed on Thursday, leaving two
dead"). It never jumps over the words of another act, and it never falls back to the day of publication: where no
words tell the day, the window is left open and says why.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.grammar import Grammar
from dateline.ontology.nouns import noun_class
from dateline.records import Time, When

BEFORE, AFTER = "before publication", "after publication"
SINCE = "since"
_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr", "dative", "conj"})
_INSIDE_NOUN = frozenset({"compound", "nummod", "amod", "poss", "nmod"})
_WINDOWS = ((0, "day"), (5, "days"), (6, "week"), (30, "month"), (366, "year"))
_SMALL = ("ADP", "SCONJ", "ADV")
_FRONTED = 8  # distance of a time that opens the sentence to a later clause of the row


def precision(earliest: datetime.date | None, latest: datetime.date | None) -> str:
    """The precision that a window of days has; "open" where an end is missing."""
    if earliest is None and latest is None:
        return "unknown"
    if earliest is None or latest is None:
        return "open"
    days = (latest - earliest).days
    return next((name for limit, name in _WINDOWS if days <= limit), "open")


def heads(draft: Draft) -> tuple[int, ...]:
    """The words of an act that something may hang from."""
    support = () if draft.support is None else (draft.support,)
    return (draft.token, *support, *draft.outcomes)


@dataclass(slots=True)
class Dater:
    """Dates the drafts of one document. `owned`: the tokens of all acts; `shared`: words above an act in its clause."""

    document: Document
    grammar: Grammar
    owned: dict[int, int]
    shared: Callable[[Draft], list[int]]

    def date(self, by_sentence: dict[int, list[Draft]]) -> None:
        """Set `when` of every draft."""
        syntax = self.document.syntax
        best: dict[int, tuple[int, int]] = {}
        for index, time in enumerate(self.document.times):
            token = syntax.head_of(time.span)
            if token is None or (time.earliest is None and time.latest is None):
                continue
            for draft in by_sentence.get(syntax.sentence[token], []):
                distance = self._distance(time, token, draft)
                if distance is not None and (id(draft) not in best or (distance, index) < best[id(draft)]):
                    best[id(draft)] = (distance, index)
                    draft.when = self._when(index, time)
        for draft in (d for group in by_sentence.values() for d in group):
            if draft.when is None:
                draft.when = self._unsaid(draft)

    def _distance(self, time: Time, token: int, draft: Draft) -> int | None:
        """Steps from a time to the act: the first word above it, prepositions aside, has to be of the act's clause."""
        syntax, own = self.document.syntax, heads(draft)
        inside = syntax.tokens(time.span)
        if self._opens_clause(inside, draft):
            return 1
        chain = [n for n in self.grammar.ancestors(token) if n not in inside and syntax.pos[n] not in _SMALL]
        if not chain:
            return None
        node = chain[0]
        if node in own:
            return 0
        if syntax.heads[token] == node and syntax.deps[token] in _INSIDE_NOUN and not self.grammar.is_verb(node):
            return 3 if self._before_subject(inside, node, own) else None
        if self._is_argument(node, own) or (node := self._above_thing(node, own)) in own:
            return 4
        return self._from_above(node, inside, draft)

    def _from_above(self, node: int, inside: range, draft: Draft) -> int | None:
        """Distance over a verb above the act that shares its clause, or whose fronted time opens the whole row."""
        syntax, above = self.document.syntax, self.shared(draft)
        if not self.grammar.is_verb(node):
            return None
        if node in above:
            return 5 + min(above.index(node), 3)
        first, _ = syntax.sentences[syntax.sentence[node]]
        top = draft.support if draft.support is not None else draft.token
        in_row = syntax.deps[top] == "conj" and syntax.heads[top] == node
        return _FRONTED if in_row and inside.start - first <= 1 else None

    def _above_thing(self, node: int, own: tuple[int, ...]) -> int:
        """As in "hit a convoy on the road on Monday": a road or a town has no day; the verb above them has."""
        syntax = self.document.syntax
        for _ in range(4):
            thing = noun_class(syntax.lowers[node]) is not None or syntax.labels[node] in ("GPE", "LOC", "FAC")
            if node in own or node in self.owned or self.grammar.is_verb(node) or not thing:
                return node
            head = syntax.heads[node]
            if syntax.deps[node] == "pobj" and syntax.deps[head] == "prep":
                head = syntax.heads[head]
            elif syntax.deps[node] not in _ARGUMENTS:
                return node
            if head == node:
                return node
            node = head
        return node

    def _opens_clause(self, inside: range, draft: Draft) -> bool:
        """As in "since November, when a group hijacked a ship": the clause tells what was then."""
        syntax = self.document.syntax
        node = draft.support if draft.support is not None else draft.token
        for _ in range(4):
            head = syntax.heads[node]
            if syntax.deps[node] in ("relcl", "advcl") and head in inside:
                return any(syntax.lowers[c] == "when" for c in syntax.children[node])
            if syntax.deps[node] not in ("ccomp", "xcomp", "conj") or head == node:
                return False
            node = head
        return False

    def _before_subject(self, inside: range, noun: int, own: tuple[int, ...]) -> bool:
        """As in "last month rebels attacked": words of time before the subject belong to the clause."""
        syntax = self.document.syntax
        if inside.start != syntax.left[noun] or any(syntax.deps[c] == "poss" for c in syntax.children[noun]):
            return False
        if syntax.lowers[inside.start] in ("the", "a", "an"):
            return False
        subject = syntax.deps[noun] in ("nsubj", "nsubjpass") and syntax.heads[noun] in own
        misread = any(syntax.tags[t] == "VBD" and syntax.heads[t] == noun for t in own)
        return (subject or misread) and syntax.pos[noun] == "NOUN" and inside.stop <= noun and len(inside) > 1

    def _is_argument(self, node: int, own: tuple[int, ...]) -> bool:
        """Whether a noun hangs from the act's own words ("killed three soldiers on Monday" may be read so)."""
        syntax = self.document.syntax
        if node in self.owned:
            return False
        head = syntax.heads[node]
        direct = head in own and syntax.deps[node] in _ARGUMENTS
        return direct or (syntax.deps[node] == "pobj" and syntax.heads[head] in own)

    def _when(self, index: int, time: Time) -> When:
        """A time as the window of an act; "since" opens it towards the day of publication."""
        syntax = self.document.syntax
        first = syntax.tokens(time.span).start
        words = {syntax.lowers[t] for t in range(max(0, first - 1), first + 1)}
        if "since" in words and time.earliest is not None:
            latest = self.document.report.date
            if latest is not None and latest < time.earliest:
                latest = None
            return When(time.earliest, latest, "open", index, SINCE)
        return When(time.earliest, time.latest, precision(time.earliest, time.latest), index, None)

    def _unsaid(self, draft: Draft) -> When:
        """The window of an act whose day no words tell: up to the day of publication, or after it for plans."""
        day = self.document.report.date
        if draft.status in ("planned", "hypothetical"):
            return When(
                day if draft.status == "planned" else None,
                None,
                "unknown",
                None,
                AFTER if draft.status == "planned" else None,
            )
        return When(None, day, "unknown", None, BEFORE)
