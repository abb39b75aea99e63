"""Is this host a public one, and to which of its network addresses may we connect?

Every address that a host resolves to must be public; the caller connects to the one that was checked and to no other, so that a
second, different answer of the name server changes nothing.
"""

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import SplitResult, urlsplit

from sayso.ingest.items import InputError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Allow = Callable[[Address], bool]
"""Whether an address may be connected to."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 addresses written as IPv6. Source: RFC 6052."""


def split(url: str) -> SplitResult:
    """The parts of an http(s) address.

    Raises: InputError, when it is not one.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise InputError("bad-address", "this is not a web address") from None
    if parts.scheme not in ("http", "https"):
        raise InputError("bad-address", f"only http and https are fetched, not {parts.scheme or 'this'}")
    if not parts.hostname or port == 0:
        raise InputError("bad-address", "the address names no host")
    return parts


def resolve(host: str, port: int, allow: Allow) -> Address:
    """The address to connect to: the first of the host's, once all of them were found to be allowed.

    Raises: InputError, when there is none (`unreachable`) or one is not public (`private-address`).
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise InputError("unreachable", f"the host {host} is not known") from None
    addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    if not addresses:
        raise InputError("unreachable", f"the host {host} has no address")
    if not all(map(allow, addresses)):
        raise InputError("private-address", f"the host {host} is on a private network; allow private addresses to fetch it")
    return addresses[0]


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet, also where it hides an IPv4 address within."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def any_address(_: Address) -> bool:
    """Allow every address, those of private networks and of this machine among them."""
    return True


def shown(url: str) -> str:
    """An address as it may be printed and kept: without a user's name and password."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url.rpartition("@")[2]
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl() if "@" in parts.netloc else url
