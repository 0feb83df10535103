"""Which addresses may be connected to: public ones only, checked after the name is resolved."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import SplitResult, urlsplit

from onrecord.errors import UnreadableError

Allow: TypeAlias = Callable[[str], bool]
"""Says whether an IP address may be connected to."""

PORTS = {"http": 80, "https": 443}
SAVE_IT = "Open the page in a browser, save it, and give its file."


def is_public(address: str) -> bool:
    """Tell an IP address of the public internet: not private, loopback, link-local, reserved or multicast.

    IPv4 addresses inside IPv6 (mapped, 6to4, Teredo, NAT64) are judged as what they lead to.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inner(ip) if isinstance(ip, ipaddress.IPv6Address) else None
    return _is_open(ip if inner is None else inner)


def _is_open(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local)


def _inner(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if ip in ipaddress.ip_network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def check_url(url: str) -> SplitResult:
    """Split an address; raises UnreadableError where it is no plain http(s) address."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UnreadableError(url, f"is no address: {error}", "Give an http(s) address.") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise UnreadableError(url, "is no http(s) address", "Give an address that begins with https:// or http://.")
    if parts.username is not None or parts.password is not None:
        raise UnreadableError(url, "holds a user name or password", "Give the address without them.")
    if port == 0:
        raise UnreadableError(url, "names port 0", "Give the address without a port.")
    return parts


def resolve(url: str, parts: SplitResult, allow: Allow) -> str:
    """Give the IP address to connect to.

    Raises UnreadableError where the name is not known, or where any of its addresses is not allowed.
    """
    host = parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, parts.port or PORTS[parts.scheme], type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableError(url, f"host {host} is not known", "Check the address and the connection.") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(allow(address) for address in addresses):
        raise UnreadableError(url, f"host {host} is not on the public internet", SAVE_IT)
    return addresses[0]
