"""PLOVER to ACLED: the published crosswalk (`acled.toml`) and how its rows are chosen."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from onrecord.errors import DataError
from onrecord.model.entity import EntityType
from onrecord.model.event import EventType

DISORDER = {
    "Battles": "Political violence", "Explosions/Remote violence": "Political violence", "Riots": "Demonstrations",
    "Violence against civilians": "Political violence", "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
}  # fmt: skip


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the crosswalk; None fits everything."""

    type: EventType
    event: str
    sub_event: str
    mode: str | None = None
    recipient: str | None = None


class Crosswalk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole crosswalk: `inter` labels an actor by its entity type, `row` an event."""

    inter: dict[EntityType, str]
    row: list[Row]


NO_ROW = Row("ASSAULT", "", "")


@cache
def crosswalk() -> Crosswalk:
    """Read the crosswalk. Raises DataError where the file does not hold what it should."""
    raw = files("onrecord.exports").joinpath("acled.toml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(tomllib.loads(raw), Crosswalk)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        file = "exports/acled.toml"
        raise DataError(file, str(error), "Correct the file.") from error


def acled_row(type_: EventType, mode: str | None, recipient: str) -> Row:
    """Give the first row that fits an event; `NO_ROW`, whose cells are empty, where ACLED has no such type."""
    for row in crosswalk().row:
        if row.type == type_ and row.mode in {None, mode} and row.recipient in {None, recipient}:
            return row
    return NO_ROW
