"""What an address asks for: filters, a page of a list, and the same address with something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import msgspec
from starlette.exceptions import HTTPException

from onrecord.store.filters import Filters

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE, MOST, FARTHEST, LONGEST = 50, 200, 100_000, 200
"""Rows a page, most rows a page, the farthest row that is turned to, and the longest word that is looked for."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The filters, and the address's own words for them."""

    filters: Filters
    given: dict[str, str]

    @property
    def limit(self) -> int:
        """Rows that the page shows; one more is asked for, to know whether there is a next page."""
        return self.filters.limit - 1

    def address(self, **changed: object) -> str:
        """Write the query of an address with something changed; None leaves it out."""
        kept = {name: value for name, value in {**self.given, **changed}.items() if value not in (None, "", 0)}
        return f"?{urlencode(kept)}" if kept else "?"


def asked_of(query: Mapping[str, str], most: int = MOST) -> Asked:
    """Read filters. Raises HTTPException 400 for what is not known or has a wrong value."""
    given = {name: value.strip() for name, value in query.items() if value.strip()}
    known = Filters.__struct_fields__
    if unknown := sorted(set(given) - set(known)):
        raise HTTPException(400, f"{unknown[0]!r} is not known here. Known are {', '.join(known)}.")
    if long := [name for name, value in given.items() if len(value) > LONGEST]:
        raise HTTPException(400, f"{long[0]}: at most {LONGEST} characters.")
    wanted: dict[str, object] = {"limit": PAGE, **given}
    if "near" in given:
        wanted["near"] = given["near"].split(",")
    try:
        filters = msgspec.convert(wanted, Filters, strict=False)
    except msgspec.ValidationError as error:
        raise HTTPException(400, f"This cannot be asked: {error}.") from error
    if not (1 <= filters.limit <= most and 0 <= filters.offset <= FARTHEST):
        raise HTTPException(400, f"limit goes from 1 to {most}, offset from 0 to {FARTHEST:,}. Narrow the filters.")
    return Asked(filters=msgspec.structs.replace(filters, limit=filters.limit + 1), given=given)
