"""The parsed report as plain columns, so that rules read lists and no stage depends on the parser that made them.

A token is its index. Column `x` of token `i` is `syntax.x[i]`.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field

from dateline.spans import Span


@dataclass(slots=True)
class Syntax:
    """Tokens of one report, in the order of the text. All lists but `sentences` have one item a token.

    Attributes:
        words: the token as written.
        lowers: the token in lower case.
        lemmas: its base form in lower case.
        pos: universal part of speech (NOUN, VERB ...).
        tags: Penn Treebank tag (VBD, NNS ...).
        deps: relation to its head, in spaCy's English scheme (nsubj, dobj, agent ...); ROOT for a root.
        heads: index of its head; a root's is itself.
        starts, ends: offsets in code points of the report.
        labels: type of the named entity that the token is in (OntoNotes types), '' where none.
        begins: True where the token begins a named entity.
        sentence: number of its sentence.
        sentences: (first token, end token) of each sentence, end exclusive.
        paragraphs: number of the paragraph of each sentence.
        children: indices of the tokens whose head it is, in order.
        left, right: first and last token of its subtree, both inclusive.
    """

    text: str
    words: list[str]
    lowers: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    labels: list[str]
    begins: list[bool]
    sentence: list[int]
    sentences: list[tuple[int, int]]
    paragraphs: list[int]
    children: list[list[int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Derives children and subtree edges from the heads, where they were not given."""
        if self.children or not self.words:
            return
        size = len(self.words)
        self.children = [[] for _ in range(size)]
        for token, head in enumerate(self.heads):
            if head != token:
                self.children[head].append(token)
        self.left, self.right = list(range(size)), list(range(size))
        for token in range(size):
            node, seen = token, 0
            while self.heads[node] != node and seen < size:
                node, seen = self.heads[node], seen + 1
                if self.left[node] <= token <= self.right[node]:
                    break
                self.left[node] = min(self.left[node], token)
                self.right[node] = max(self.right[node], token)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """The text span of tokens `first` to `last`, both inclusive."""
        return Span(self.starts[first], self.ends[last])

    def subtree(self, token: int) -> Span:
        """The text span of a token and all that hangs from it."""
        return self.span(self.left[token], self.right[token])

    def tokens(self, span: Span) -> range:
        """Indices of the tokens that overlap a text span, in order; empty where none does."""
        first = bisect.bisect_right(self.ends, span.start)
        last = bisect.bisect_left(self.starts, span.end)
        return range(first, max(first, last))

    def child(self, token: int, *deps: str) -> int | None:
        """The first child with one of these relations, or None."""
        for other in self.children[token]:
            if self.deps[other] in deps:
                return other
        return None

    def conjuncts(self, token: int) -> list[int]:
        """The token and those coordinated with it to its right ("A, B and C": from A, all three)."""
        found, queue = [token], [token]
        while queue:
            for other in self.children[queue.pop(0)]:
                if self.deps[other] == "conj":
                    found.append(other)
                    queue.append(other)
        return sorted(found)

    def head_of(self, span: Span) -> int | None:
        """The token of a span whose head lies outside it; the first such one; None for a span without tokens."""
        inside = self.tokens(span)
        heads = [t for t in inside if self.heads[t] == t or self.heads[t] not in inside]
        return heads[0] if heads else None

    def sentence_span(self, number: int) -> Span:
        """The text span of a sentence."""
        first, end = self.sentences[number]
        return self.span(first, end - 1)
