"""A Markdown file as a reader sees it: words without marks, front matter as metadata, pictures set aside."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(?P<body>.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|<[^>]+>", re.DOTALL)
_FIELDS = {
    "title": ("title", "headline"),
    "date": ("date", "published", "date_published", "pubdate"),
    "url": ("url", "link", "source_url", "canonical_url"),
    "publisher": ("publisher", "site", "sitename", "source"),
    "language": ("language", "lang"),
}


@dataclass(slots=True)
class Rendered:
    """A page's words: `text` with one paragraph a block, `fields` from its front matter, `cut` as (words, reason)."""

    text: str
    fields: dict[str, str] = field(default_factory=dict)
    cut: list[tuple[str, str]] = field(default_factory=list)


def _front_matter(body: str) -> dict[str, str]:
    """The fields that we know among those at the head of a file; damaged front matter says nothing."""
    try:
        data = yaml.safe_load(body)
    except yaml.YAMLError:
        return {}
    if not isinstance(data, dict):
        return {}
    lower = {str(key).lower(): value for key, value in data.items()}
    found: dict[str, str] = {}
    for name, keys in _FIELDS.items():
        value = next((lower[key] for key in keys if lower.get(key) is not None), None)
        if isinstance(value, datetime.datetime):
            value = value.date()
        if isinstance(value, str | datetime.date):
            found[name] = str(value).strip()
    return found


def _inline(token: Token, cut: list[tuple[str, str]]) -> str:
    """The words of a paragraph: a line that was broken at a column is one line, a hard break stays."""
    parts = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
        elif child.type == "image":
            cut.append((child.content or str(child.attrs.get("src", "")), "picture"))
    return "".join(parts).strip()


def _blocks(tokens: list[Token], cut: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """(kind, words) of each block; kind is the tag of what holds it."""
    holder = ""
    for token in tokens:
        if token.type in {"fence", "code_block"}:
            yield "code", token.content.strip("\n")
        elif token.type == "html_block":
            yield "html", _TAG.sub("", token.content).strip()
        elif token.type == "inline":
            yield holder, _inline(token, cut)
        elif token.nesting == 1:
            holder = token.tag


def render(source: str) -> Rendered:
    """The words of a Markdown text. Newlines are expected as line feeds."""
    fields: dict[str, str] = {}
    match = _FRONT_MATTER.match(source)
    if match:
        fields = _front_matter(match["body"])
        source = source[match.end() :]
    cut: list[tuple[str, str]] = []
    blocks = []
    for kind, words in _blocks(MarkdownIt("commonmark").enable("table").parse(source), cut):
        if words:
            blocks.append(words)
            if kind == "h1" and "title" not in fields:
                fields["title"] = words
    return Rendered("\n\n".join(blocks), fields, cut)
