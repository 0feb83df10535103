"""One request to one pinned address, bounded in bytes and seconds."""

from __future__ import annotations

import socket
import ssl
import threading
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import TYPE_CHECKING
from urllib.parse import quote

from onrecord.errors import UnreadableError
from onrecord.fetch.guard import PORTS, SAVE_IT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.parse import SplitResult

CHUNK = 65_536
ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.8,application/json;q=0.5,*/*;q=0.1"

_PATH = "/%:@!$&'()*+,;=~-._"
_QUERY = _PATH + "?[]|"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may cost: bytes once unpacked, seconds a request, seconds to wait for more bytes, redirects."""

    size: int = 20 * 1024 * 1024
    seconds: float = 30.0
    wait: float = 10.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer; `headers` have lower-case names, `data` is unpacked."""

    status: int
    headers: dict[str, str]
    data: bytes


def request(url: str, parts: SplitResult, address: str, agent: str, limits: Limits) -> Answer:
    """Ask the host at `address`, and no other, for a page.

    Raises UnreadableError beyond the limits and without an answer.
    """
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    headers = {"Host": parts.netloc, "User-Agent": agent, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"}
    target = quote(parts.path or "/", safe=_PATH) + (f"?{quote(parts.query, safe=_QUERY)}" if parts.query else "")
    try:
        plain = socket.create_connection((address, port), timeout=limits.wait)
        with _secured(plain, parts) as sock, _deadline(sock, limits) as late:
            try:
                if isinstance(sock, ssl.SSLSocket):
                    sock.do_handshake()
                connection = HTTPConnection(host, port)
                connection.sock = sock
                connection.request("GET", target, headers={**headers, "Connection": "close"})
                answer = _answer(url, connection.getresponse(), limits)
            except (HTTPException, OSError, ValueError) as error:
                if late.is_set():
                    raise _too_slow(url, limits) from error
                raise
            # a socket shut by the watch reads as the end of the page
            if late.is_set():
                raise _too_slow(url, limits)
            return answer
    except TimeoutError as error:
        raise UnreadableError(url, f"gave no answer for {limits.wait:g} s", SAVE_IT) from error
    except (HTTPException, OSError, ValueError, zlib.error) as error:
        raise UnreadableError(url, f"cannot be fetched: {error or type(error).__name__}", SAVE_IT) from error


def _secured(plain: socket.socket, parts: SplitResult) -> socket.socket:
    """Wrap the socket where the address says https; the certificate must fit the host's name, not the address."""
    if parts.scheme != "https":
        return plain
    context = ssl.create_default_context()
    return context.wrap_socket(plain, server_hostname=parts.hostname, do_handshake_on_connect=False)


@contextmanager
def _deadline(sock: socket.socket, limits: Limits) -> Iterator[threading.Event]:
    """Shut the socket when time is up: a server that drips single bytes never runs into a wait."""
    late = threading.Event()

    def close() -> None:
        late.set()
        try:
            sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            sock.close()

    timer = threading.Timer(limits.seconds, close)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def _answer(url: str, response: HTTPResponse, limits: Limits) -> Answer:
    headers: dict[str, str] = {}
    for name, value in response.getheaders():
        headers.setdefault(name.lower(), value)
    unpack = _unpacker(headers.get("content-encoding", ""))
    promised, came = response.length, 0
    data = bytearray()
    while chunk := response.read1(CHUNK):
        came += len(chunk)
        data += unpack.decompress(chunk, limits.size + 1 - len(data)) if unpack else chunk
        if len(data) > limits.size:
            raise UnreadableError(url, f"is larger than {limits.size:,} bytes", SAVE_IT)
    if promised is not None and came < promised:
        raise UnreadableError(url, f"broke off after {came:,} of {promised:,} bytes", "Try again.")
    return Answer(response.status, headers, bytes(data))


def _unpacker(encoding: str) -> zlib._Decompress | None:
    """Give what unpacks gzip and deflate; None where nothing is packed. Raises ValueError for another packing."""
    name = encoding.strip().lower()
    if name in {"", "identity"}:
        return None
    if name in {"gzip", "x-gzip", "deflate"}:
        return zlib.decompressobj(47)  # 32 + 15: tells gzip and zlib apart by itself
    message = f"packed as {name}, which was not asked for"
    raise ValueError(message)


def _too_slow(url: str, limits: Limits) -> UnreadableError:
    return UnreadableError(url, f"took longer than {limits.seconds:g} s", SAVE_IT)
