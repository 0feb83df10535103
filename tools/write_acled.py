"""`python -m tools.write_acled`: writes docs/acled.md, the published crosswalk, from exports/acled.toml."""

from pathlib import Path

from onrecord.exports.acled import crosswalk

PAGE = Path("docs/acled.md")
HEAD = """# From PLOVER to ACLED

`--format csv` gives every event ACLED's event type and sub-event type where ACLED has one. The table is read from
the top; the first row whose type, mode and recipient fit is taken. Types that are not here (talks, statements of
support, accusations, threats …) have no type in ACLED: their cells stay empty, and `plover_type` says what they are.

This page is written by `python -m tools.write_acled` from `src/onrecord/exports/acled.toml`.

| PLOVER type | mode | recipient | event_type | sub_event_type |
|---|---|---|---|---|
"""
MIDDLE = """
`inter1` and `inter2` follow from the entity's type:

| entity type | inter |
|---|---|
"""
TAIL = """
What to know before these rows are put beside ACLED's own:

- ACLED's rows are incidents that its researchers accepted. Ours are what one report says. **A row may be a denial or a
  plan**: read `factuality_author`, `factuality_holders` and `tense` before counting.
- `fatalities` is the lowest number given, as at ACLED; it is empty, not 0, where the report gives none.
- `event_id_cnty` is a hash of the text and the event's words, stable across versions; it is no ACLED number.
- `region`, `iso`, `admin3`, `source_scale`, `tags`, `timestamp` stay empty.
"""


def acled_page() -> str:
    """Give the page."""
    table = crosswalk()
    rows = [
        f"| {row.type} | {row.mode or 'any'} | {row.recipient or 'any'} | {row.event} | {row.sub_event} |\n"
        for row in table.row
    ]
    inter = [f"| `{type_}` | {label or '(empty)'} |\n" for type_, label in table.inter.items()]
    return HEAD + "".join(rows) + MIDDLE + "".join(inter) + TAIL


if __name__ == "__main__":
    PAGE.write_text(acled_page(), encoding="utf-8")
    print(f"wrote {PAGE}")
