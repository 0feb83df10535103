"""What comes of an input from which no report can be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from onrecord.errors import UnreadableError


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """An input set aside: which one, what was found in it, and what the user can do.

    A reader gives one of these for every input that gives no report, so that a caller with many inputs can count:
    reports and refusals together are the inputs.
    """

    ref: str
    reason: str
    advice: str

    @classmethod
    def from_error(cls, error: UnreadableError) -> Refused:
        """Keep an error as a value."""
        return cls(ref=error.ref, reason=error.found, advice=error.advice)

    def __str__(self) -> str:
        return f"{self.ref}: {self.reason}. {self.advice}"
