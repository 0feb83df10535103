"""The door: who may ask, from where, how much and how often; and what a browser may do with the answer."""

from __future__ import annotations

import hashlib
import hmac
import time
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from onrecord.web.hosts import is_known

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 20 * 1024 * 1024
"""Bytes of one request: a page with its pictures left out is a hundredth of it."""
COOKIE = "onrecord"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN_PATHS = ("/token", "/assets/")
WRITES = (30.0, 90.0)
"""Writes a second and at once, by one address: faster than anybody judges."""
TRIES = (0.2, 5.0)
"""Tokens tried a second and at once, by one address."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY, "x-content-type-options": "nosniff", "x-frame-options": "DENY",
    "referrer-policy": "same-origin", "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}  # fmt: skip


class Pace:
    """Lets so many a second through for each address, and so many at once."""

    def __init__(self, rate: float, burst: float) -> None:
        self.rate, self.burst = rate, burst
        self._left: dict[str, tuple[float, float]] = {}

    def takes(self, address: str) -> bool:
        """Tell whether one more is let through now."""
        now = time.monotonic()
        if len(self._left) > 1000:
            self._left.clear()
        left, at = self._left.get(address, (self.burst, now))
        left = min(self.burst, left + (now - at) * self.rate)
        self._left[address] = (left - 1 if left >= 1 else left, now)
        return left >= 1


class Guard:
    """Wraps the application; what it refuses never reaches a page."""

    def __init__(self, app: ASGIApp, *, host: str, port: int, token: str | None = None) -> None:
        self.app, self.host, self.port, self.token = app, host, port, token
        self.writes, self.tries = Pace(*WRITES), Pace(*TRIES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refused = self._refusal(scope)
        await (refused or self.app)(scope, _bounded(receive), sealed)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host, path, method = headers.get("host", ""), scope["path"], scope["method"]
        address = (scope.get("client") or ("",))[0]
        if not is_known(host, self.host, self.port):
            return PlainTextResponse("This host name is not one of the reading room's.", 421)
        strange = headers.get("sec-fetch-site", "none") in {"cross-site", "same-site"} and method not in SAFE
        if strange or headers.get("origin", f"http://{host}") != f"http://{host}":
            return PlainTextResponse("Requests from other sites are refused.", 403)
        if not headers.get("content-length", "0").isdecimal() or int(headers.get("content-length", "0")) > LARGEST:
            return PlainTextResponse(f"A request holds at most {LARGEST:,} bytes.", 413)
        pace = self.tries if path == "/token" else self.writes
        if method not in SAFE and not pace.takes(address):
            return PlainTextResponse("Too fast. Wait a moment.", 429, {"retry-after": "5"})
        if self.token is not None and not path.startswith(OPEN_PATHS) and not self._admitted(headers):
            return _to_the_door(path)
        return None

    def _admitted(self, headers: Headers) -> bool:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return same(given, self.token or "")
        try:
            found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return False
        return found is not None and same(found.value, pass_of(self.token or ""))


def _to_the_door(path: str) -> Response:
    if path.startswith("/api"):
        return PlainTextResponse("Give the token: Authorization: Bearer TOKEN.", 401, {"www-authenticate": "Bearer"})
    return RedirectResponse("/token", 303)


def same(given: str, wanted: str) -> bool:
    """Compare secrets in a time that does not depend on where they differ."""
    return hmac.compare_digest(given.encode(), wanted.encode())


def pass_of(token: str) -> str:
    """Make what the cookie holds instead of the token."""
    return hmac.new(token.encode(), b"reading room", hashlib.sha256).hexdigest()


def _bounded(receive: Receive) -> Receive:
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST:
            raise HTTPException(413, f"A request holds at most {LARGEST:,} bytes.")
        return message

    return counted
