"""What kind of text came in, by its content; the ending of a file's name is only a hint."""

from __future__ import annotations

import json
import re

KINDS = ("text", "html", "markdown", "jsonl")
_HTML = re.compile(
    r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]|<(?:p|div|span|h1|meta|title|script|table)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"</(?:html|head|body|article|p|div|span|h1|title|script|table|a)\s*>", re.IGNORECASE)
_MARKDOWN = (
    re.compile(r"^#{1,4} \S", re.MULTILINE),
    re.compile(r"\[[^\[\]\n]{1,300}\]\((?:https?:|/|\.)[^)\n]*\)"),
    re.compile(r"\*\*\S(?:[^*\n]*\S)?\*\*|__\S(?:[^_\n]*\S)?__"),
    re.compile(r"^\s{0,3}```", re.MULTILINE),
    re.compile(r"^> \S", re.MULTILINE),
)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?=[^\n]*\w:)(?:[^\n]*\n){0,40}?---[ \t]*\r?\n")
_SAMPLE = 20_000
_ENDINGS = {
    ".htm": "html", ".html": "html", ".xhtml": "html", ".md": "markdown", ".markdown": "markdown",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".txt": "text", ".text": "text",
}  # fmt: skip


def _is_json(text: str) -> bool:
    """Whether the text, or its first line, is a JSON object."""
    start = text.lstrip("\ufeff \t\r\n")
    if not start.startswith("{"):
        return False
    for candidate in (start.split("\n", 1)[0], start):
        try:
            return isinstance(json.loads(candidate), dict)
        except (ValueError, RecursionError):
            continue
    return bool(re.match(r'\{\s*"(?:id|text|title|date|url|publisher|language)"\s*:', start))


def sniff(text: str, *, name: str = "", content_type: str = "") -> str:
    """One of `text`, `html`, `markdown`, `jsonl`.

    Args:
        text: the content, of which the first 20,000 characters are looked at.
        name: a file's name, whose ending tips the scales for Markdown and HTML fragments.
        content_type: the type that a server names.
    """
    if _is_json(text):
        return "jsonl"
    sample = text[:_SAMPLE]
    hint = _ENDINGS.get("." + name.rsplit(".", 1)[-1].lower() if "." in name else "", "")
    if "html" in content_type:
        hint = "html"
    tags = _HTML.search(sample)
    if tags and (hint == "html" or not sample[: tags.start()].strip() or _CLOSING.search(sample)):
        return "html"
    signs = sum(sign.search(sample) is not None for sign in _MARKDOWN)
    front = _FRONT_MATTER.match(sample) is not None
    if signs + 2 * front >= (1 if hint == "markdown" else 2):
        return "markdown"
    return "text"
