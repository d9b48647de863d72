"""Reads one web page, and nothing but a web page: public hosts only, a limit on time, size and redirects.

The connection goes to the very address that was checked, so that a host cannot answer one address to the check and
another to the connection. Proxies of the environment are not used.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urljoin

from dateline.errors import FetchError
from dateline.reports.addresses import Resolve, Target, parse, public_address, resolve
from dateline.reports.limits import MAX_BYTES, too_many_bytes
from dateline.version import __version__

TIMEOUT = 20.0  # seconds, for the whole page with its redirects
CONNECT_TIMEOUT = 4.0  # seconds until the host takes the call: a live one does so within one
MAX_REDIRECTS = 5
_CHUNK = 65_536
_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/json",
          "application/x-ndjson", "application/jsonl", "application/xml", "text/xml")  # fmt: skip
_REDIRECTS = {301, 302, 303, 307, 308}
_SAVE = "save the page from your browser and give the file"
_HEADERS = {
    "User-Agent": f"dateline/{__version__} (reads one news report at a person's request)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


class Answer(Protocol):
    """What of an HTTP answer is needed; `http.client.HTTPResponse` has it."""

    status: int
    headers: http.client.HTTPMessage

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes of the body, b'' at its end."""

    def close(self) -> None:
        """Let go of the connection."""


Open = Callable[[Target, str, float], Answer]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: `url` is where it was found after redirects; `charset` what the server says, or None."""

    url: str
    data: bytes
    content_type: str
    charset: str | None


def open_pinned(target: Target, address: str, timeout: float) -> Answer:
    """Ask for a page over a connection to one IP address; TLS is checked against the host's name."""
    sock = socket.create_connection((address, target.port), timeout=min(timeout, CONNECT_TIMEOUT))
    sock.settimeout(timeout)
    try:
        if target.scheme == "https":
            sock = ssl.create_default_context().wrap_socket(sock, server_hostname=target.host)
        connection = http.client.HTTPConnection(target.host, target.port, timeout=timeout)
        connection.sock = sock
        connection.request("GET", target.path, headers={"Host": target.authority, **_HEADERS})
        return connection.getresponse()
    except BaseException:
        sock.close()
        raise


def _inflate(data: bytes, encoding: str) -> bytes:
    """Unpack a body that came compressed although we asked for it plain, no further than the limit."""
    if encoding in {"", "identity"}:
        return data
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise FetchError(f"a page packed with {encoding}", expected="a page that is not packed", hint=_SAVE)
    unpacker = zlib.decompressobj(47 if encoding != "deflate" or data[:1] == b"\x78" else -15)
    try:
        plain = unpacker.decompress(data, MAX_BYTES + 1)
    except zlib.error:
        raise FetchError("a page whose packing is damaged", hint="try again, or " + _SAVE) from None
    if len(plain) > MAX_BYTES:
        raise too_many_bytes("a page that unpacks to more")
    return plain


def _body(answer: Answer, deadline: float) -> bytes:
    length = answer.headers.get("Content-Length", "")
    if length.isdigit() and int(length) > MAX_BYTES:
        raise too_many_bytes(f"a page of {int(length):,} bytes")
    parts: list[bytes] = []
    size = 0
    while part := answer.read(_CHUNK):
        size += len(part)
        parts.append(part)
        if size > MAX_BYTES:
            raise too_many_bytes("a page that goes on")
        if time.monotonic() > deadline:
            raise TimeoutError
    return b"".join(parts)


def _page(target: Target, answer: Answer, deadline: float) -> Fetched:
    content_type = answer.headers.get_content_type() if "Content-Type" in answer.headers else "text/html"
    if answer.status != http.client.OK:
        words = http.client.responses.get(answer.status, "no reason given")
        raise FetchError(f"{target.url} answers {answer.status} ({words})", expected="a page (200)", hint=_SAVE)
    if content_type not in _TYPES:
        raise FetchError(f"{target.url} is {content_type}", expected="HTML or plain text", hint=_SAVE)
    encoding = answer.headers.get("Content-Encoding", "").strip().lower()
    data = _inflate(_body(answer, deadline), encoding)
    return Fetched(target.url, data, content_type, answer.headers.get_content_charset())


def _ask(target: Target, address: str, deadline: float, opener: Open) -> Fetched | str:
    """The page, or where it has moved to."""
    answer = opener(target, address, max(deadline - time.monotonic(), 0.001))
    try:
        if answer.status in _REDIRECTS:
            location = answer.headers.get("Location")
            if not location:
                raise FetchError(f"{target.url} has moved and does not say where", hint=_SAVE)
            return urljoin(target.url, location)
        return _page(target, answer, deadline)
    finally:
        answer.close()


def fetch(url: str, *, timeout: float = TIMEOUT, lookup: Resolve = resolve, opener: Open = open_pinned) -> Fetched:
    """Read a web page.

    Args:
        url: an http or https address without user name or password.
        timeout: seconds for everything together.
        lookup: finds the IP addresses of a host; every one is checked, on each redirect anew.
        opener: opens a connection to one checked IP address.

    Raises:
        FetchError: the address is refused, or the page does not come, is not text, or moves too often.
        TooLarge: more than 10 MB.
    """
    deadline = time.monotonic() + timeout
    target = parse(url)
    for _ in range(MAX_REDIRECTS + 1):
        address = public_address(target, lookup)
        try:
            found = _ask(target, address, deadline, opener)
        except TimeoutError:
            raise FetchError(f"{target.url} did not answer in time", hint="try again later") from None
        except ssl.SSLError as error:
            raise FetchError(f"no safe connection to {target.host} ({error.reason})", hint=_SAVE) from None
        except (OSError, http.client.HTTPException) as error:
            words = str(error) or type(error).__name__
            raise FetchError(
                f"{target.url} cannot be read ({words})", hint="check the address and your connection"
            ) from None
        if isinstance(found, Fetched):
            return found
        target = parse(found)
    raise FetchError(f"{url} moves on more than {MAX_REDIRECTS} times", expected="a page", hint=_SAVE)
