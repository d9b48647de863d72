"""What of a web page was left out of the report, block by block, with the reason."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

OUTSIDE = "outside the report"
_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "svg", "head", "iframe", "option", "select", "object",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "em", "font", "i", "img", "label", "mark",
    "picture", "q", "s", "small", "source", "span", "strong", "sub", "sup", "time", "u", "wbr",
})  # fmt: skip
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_TELLING = 25  # characters: a shorter piece may stand in the report and in a menu alike


@dataclass(frozen=True, slots=True)
class _Rule:
    reason: str
    tags: frozenset[str]
    roles: frozenset[str]
    words: frozenset[str]

    def fits(self, tag: str, role: str, words: set[str]) -> bool:
        return tag in self.tags or role in self.roles or not self.words.isdisjoint(words)


@functools.lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    text = resources.files("dateline.reports").joinpath("blocks.yaml").read_text(encoding="utf-8")
    rows = yaml.load(text, Loader=yaml.CSafeLoader)["blocks"]
    return tuple(
        _Rule(row["reason"], *(frozenset(row.get(part, ())) for part in ("tags", "roles", "words"))) for row in rows
    )


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _reason(element: HtmlElement) -> str | None:
    """Why a block is no part of a report, by what it is called."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    words = {part.lower() for part in _NAME_PARTS.findall(names)}
    role = (element.get("role") or "").lower()
    return next((rule.reason for rule in _rules() if rule.fits(element.tag, role, words)), None)


def _pieces(element: HtmlElement) -> Iterator[str]:
    """The words of a block, one piece for each paragraph, cell, item or stray text in it."""
    current: list[str] = []
    for kind, node in _events(element):
        if kind == "text":
            current.append(node)
        elif current:
            if piece := _squeeze("".join(current)):
                yield piece
            current = []
    if piece := _squeeze("".join(current)):
        yield piece


def _events(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """("text", words) and ("break", "") for what is seen of a block, in order; without recursion."""
    stack: list[tuple[HtmlElement | None, str]] = [(element, "")]
    while stack:
        node, tail = stack.pop()
        if node is None:
            yield ("text", tail) if tail else ("break", "")
            continue
        if tail:
            stack.append((None, tail))
        if not isinstance(node.tag, str) or node.tag in _UNSEEN:
            continue
        inline = node.tag in _INLINE and node.tag != "br"
        if not inline:
            yield "break", ""
            stack.append((None, ""))
        stack.extend((child, child.tail or "") for child in reversed(node))
        if node.text:
            yield "text", node.text


class _Sorter:
    """Walks a page against the report that was taken from it."""

    def __init__(self, report: str) -> None:
        self.report = _squeeze(report)
        self.lines = {_squeeze(line).lstrip("-|• ") for line in report.splitlines()}

    def kept(self, piece: str) -> bool:
        """Whether a piece of the page stands in the report."""
        return piece in self.lines or (len(piece) >= _TELLING and piece in self.report)

    def walk(self, root: HtmlElement) -> Iterator[tuple[str, str]]:
        stack: list[tuple[HtmlElement, str | None]] = [(root, None)]
        while stack:
            element, above = stack.pop()
            if not isinstance(element.tag, str) or element.tag in _UNSEEN:
                continue
            reason = _reason(element) or above
            pieces = list(_pieces(element)) if reason or self._is_leaf(element) else []
            holds = any(self.kept(piece) for piece in pieces if len(piece) >= _TELLING)
            if self._is_leaf(element) or (reason and not holds):
                left = [piece for piece in pieces if not self.kept(piece) or (reason and not holds)]
                if left:
                    yield "\n".join(left), reason or OUTSIDE
                continue
            # A block that holds the report says nothing by its name about what else is in it.
            below = None if holds else above
            stack.extend((child, below) for child in reversed(element))

    @staticmethod
    def _is_leaf(element: HtmlElement) -> bool:
        return all(not isinstance(child.tag, str) or child.tag in _INLINE for child in element)


def left_out(root: HtmlElement, report: str) -> list[tuple[str, str]]:
    """What the page shows and the report does not hold, as (words, reason), in the order of the page.

    Neighbours with the same reason are one piece. The page is taken as it was before anything was cut.
    """
    found: list[tuple[str, str]] = []
    for words, reason in _Sorter(report).walk(root):
        if found and found[-1][1] == reason:
            found[-1] = (f"{found[-1][0]}\n{words}", reason)
        else:
            found.append((words, reason))
    return found
