"""An address to its bytes: guarded, bounded, polite."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from onrecord.errors import UnreadableError
from onrecord.fetch.guard import SAVE_IT, Allow, check_url, is_public, resolve
from onrecord.fetch.request import Answer, Limits, request
from onrecord.fetch.robots import check_robots

if TYPE_CHECKING:
    from collections.abc import Callable

TOOL = f"onrecord/{version('onrecord')}"
AGENT = f"{TOOL} (reads single news pages at a person's request)"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
KEPT_HEADERS = (
    "content-type", "content-language", "content-location", "date", "etag", "last-modified", "age", "server", "via",
)  # fmt: skip
"""Headers that go into the capture record; cookies and the like are left out."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page that was fetched; `url` is where it came from in the end, `capture` the record of the fetching."""

    url: str
    data: bytes
    media_type: str | None
    charset: str | None
    capture: dict[str, str]


def fetch_page(
    url: str,
    *,
    limits: Limits | None = None,
    allow: Allow = is_public,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Fetched:
    """Fetch one page. Every step of a redirection is checked like the first: address, public host, robots.txt.

    Raises UnreadableError, with the reason, for whatever keeps the page from being read.
    """
    bounds = limits or Limits()
    asked = url
    for _ in range(bounds.redirects + 1):
        answer = _polite(asked, bounds, allow)
        if answer.status not in REDIRECTS or "location" not in answer.headers:
            return _fetched(url, asked, answer, now())
        asked = urljoin(asked, answer.headers["location"].strip())
    raise UnreadableError(url, f"leads on more than {bounds.redirects} times", SAVE_IT)


def _polite(url: str, limits: Limits, allow: Allow) -> Answer:
    parts = check_url(url)
    address = resolve(url, parts, allow)
    robots_url = f"{parts.scheme}://{parts.netloc}/robots.txt"
    check_robots(url, TOOL, _follow_robots(robots_url, address, limits, allow))
    return request(url, parts, address, AGENT, limits)


def _follow_robots(url: str, address: str, limits: Limits, allow: Allow) -> Answer:
    """Fetch robots.txt; as RFC 9309 has it, redirects are followed up to five times, then count as no rules."""
    asked = url
    for _ in range(limits.redirects):
        answer = request(asked, check_url(asked), address, AGENT, limits)
        if answer.status not in REDIRECTS or "location" not in answer.headers:
            return answer
        asked = urljoin(asked, answer.headers["location"].strip())
        address = resolve(asked, check_url(asked), allow)
    return Answer(404, {}, b"")


def _fetched(given: str, url: str, answer: Answer, at: datetime) -> Fetched:
    if not 200 <= answer.status < 300:
        raise UnreadableError(given, f"answers with status {answer.status}", SAVE_IT)
    kind = Message()
    kind["content-type"] = answer.headers.get("content-type", "")
    capture = {"at": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "tool": TOOL, "status": str(answer.status)}
    if urlsplit(given).geturl() != urlsplit(url).geturl():
        capture["asked"] = given
    capture.update({name: answer.headers[name] for name in KEPT_HEADERS if name in answer.headers})
    media_type = kind.get_content_type() if answer.headers.get("content-type") else None
    return Fetched(url, answer.data, media_type, kind.get_content_charset(), capture)
