"""Which web addresses may be read: http and https, to hosts on the public internet only."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from dateline.errors import FetchError

Resolve = Callable[[str, int], Sequence[str]]
_PORTS = {"http": 80, "https": 443}
_HOW = "an address like https://example.org/news/report.html"
_KEPT = "/%:@!$&'()*+,;=~-._?"  # stay as they are in a path or query
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """One address to read: `host` in ASCII, `path` with its query, `url` as it is sent."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host as a URL or a Host header writes it; the port only where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.authority}{self.path}"


def parse(url: str) -> Target:
    """Take a web address apart.

    Raises:
        FetchError: another scheme, a name or password in it, no host, or characters that no address has.
    """
    if any(character.isspace() or ord(character) < 32 or ord(character) == 127 for character in url.strip()):
        raise FetchError("a web address with white space or control characters in it", expected=_HOW)
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise FetchError(f"a web address that cannot be read ({error})", expected=_HOW) from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise FetchError(f"a web address with the scheme {scheme or 'none'!r}", expected="http or https")
    if parts.username is not None or parts.password is not None:
        raise FetchError(
            "a web address with a user name or password in it",
            expected=_HOW,
            hint="save the page from your browser and give the file",
        )
    if not parts.hostname:
        raise FetchError("a web address without a host", expected=_HOW)
    path = quote(parts.path or "/", safe=_KEPT)
    query = "?" + quote(parts.query, safe=_KEPT) if parts.query else ""
    return Target(scheme, _ascii_host(parts.hostname), port or _PORTS[scheme], path + query)


def _ascii_host(host: str) -> str:
    if host.isascii():
        return host.lower()
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise FetchError(f"a host that cannot be written in ASCII: {host}", expected=_HOW) from None


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system's resolver tells them.

    Raises:
        FetchError: there is no such host.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            f"the host {host} is not found ({error})", hint="check the spelling and your connection"
        ) from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address inside an IPv6 one: mapped, 6to4, Teredo, NAT64."""
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if int(address) >> 32 == 0:  # ::a.b.c.d, an old form
        return ipaddress.IPv4Address(int(address))
    return None


def is_public(address: str) -> bool:
    """Whether an IP address lies on the public internet: not loopback, private, link-local, reserved or multicast."""
    try:
        found = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = _embedded(found)
        if inner is not None:
            return is_public(str(inner))
        if found.is_site_local:
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def _numeric(host: str) -> str | None:
    """The dotted form of an IPv4 address written as 2130706433, 0x7f.1 or 0177.0.0.1, as C libraries read it."""
    if not host[:1].isdigit():
        return None
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        return None


def public_address(target: Target, lookup: Resolve = resolve) -> str:
    """The IP address to connect to. Every address of the host must be public, or a second lookup could go elsewhere.

    Raises:
        FetchError: no address, or one in a private, local or reserved network.
    """
    numeric = _numeric(target.host)
    found = [numeric] if numeric else list(lookup(target.host, target.port))
    inside = [address for address in found if not is_public(address)]
    if inside or not found:
        seen = f"{target.host} leads to {inside[0]}, inside a private network" if inside else f"no host {target.host}"
        raise FetchError(seen, expected="a page on the public internet", hint="save the page and give the file")
    return found[0]
