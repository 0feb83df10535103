"""What a site asks of robots (RFC 9309)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protego import Protego

from onrecord.errors import UnreadableError

if TYPE_CHECKING:
    from onrecord.fetch.request import Answer

LONGEST = 512 * 1024
"""Bytes of robots.txt that are read; RFC 9309 asks for 500 KiB at least."""
ADVICE = "Open the page in a browser, save it, and give its file."


def check_robots(url: str, agent: str, robots: Answer) -> None:
    """Raise UnreadableError where robots.txt forbids the address, or cannot be had because the server fails."""
    if robots.status >= 500:
        raise UnreadableError(
            url, f"its robots.txt cannot be had (status {robots.status}), so it is not fetched", ADVICE
        )
    if robots.status >= 400:
        return
    rules = Protego.parse(robots.data[:LONGEST].decode("utf-8", "replace"))
    if not rules.can_fetch(url, agent):
        raise UnreadableError(url, "is closed to robots by the site's robots.txt", ADVICE)
