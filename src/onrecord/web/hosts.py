"""Names under which the reading room answers; any other name may be a stranger's, pointed at this machine."""

from __future__ import annotations

import ipaddress
import socket

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def is_loopback(host: str) -> bool:
    """Tell whether an address to listen on can be reached from this machine only."""
    if host == "localhost":
        return True
    ip = _ip(host)
    return ip is not None and ip.is_loopback


def is_known(header: str, host: str, port: int) -> bool:
    """Tell whether a Host header names the room that listens at `host` and `port`.

    A room on loopback answers to loopback names alone. Another one answers to IP addresses too: a stranger's page can
    point a name at it, but not an address.
    """
    name, given_port = _parts(header)
    if given_port != (str(port) if port != 80 else given_port):
        return False
    if name in LOOPBACK or name == host.lower():
        return True
    return not is_loopback(host) and (_ip(name) is not None or name == socket.gethostname().lower())


def _parts(header: str) -> tuple[str, str]:
    if header.startswith("["):
        name, _, port = header[1:].partition("]")
        return name.lower(), port.removeprefix(":")
    name, _, port = header.partition(":")
    return name.lower(), port


def _ip(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
