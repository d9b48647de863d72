"""Ids hashed from content, so that a rerun makes the same ids."""

from __future__ import annotations

import hashlib


def content_id(*parts: str) -> str:
    """16 hexadecimal digits of SHA-256 over the parts; equal parts give equal ids."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\x1f")
    return digest.hexdigest()[:16]
