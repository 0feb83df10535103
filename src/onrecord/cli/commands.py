"""The commands, as one list: where each is defined, and its help in a line.

A command is imported when it is called: reading needs the language engine, which takes two seconds to import, and
looking into a store does not.
"""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """The module under `onrecord.cli` and the name in it that hold a command; what `onrecord --help` says of it."""

    module: str
    name: str
    about: str


COMMANDS: dict[str, Place] = {
    "read": Place("read", "read", "Read reports and show what they put on record."),
    "explain": Place("explain", "explain", "Say why a record is there."),
    "demo": Place("demo", "demo", "Read the bundled reports and write them in every format."),
    "ingest": Place("ingest", "ingest_command", "Read reports into a store."),
    "quarantine": Place("quarantine", "quarantine", "List, show or retry what was set aside."),
    "dump": Place("dump", "dump_command", "Write all evidence of a store as JSON Lines."),
    "verify": Place("verify", "verify_command", "Check that a store is as it was written."),
    "seal": Place("seal", "seal_command", "Write down the hash of a store, so that any changed byte is found."),
    "ledger": Place("ledger", "ledger", "List statements: who is on record with what."),
    "events": Place("ledger", "events", "List events, report by report."),
    "incidents": Place("ledger", "incidents", "List incidents: events of the world, with their standing."),
    "figures": Place("ledger", "figures", "List figures, and whether other reports agree."),
    "sources": Place("ledger", "sources", "List who is on record, the most quoted first."),
    "stories": Place("ledger", "stories", "List stories: reports on the same happening."),
    "timeline": Place("ledger", "timeline", "List dated incidents in the order in which they happened."),
    "search": Place("search", "search", "Find reports by the words of their text."),
    "show": Place("show", "show", "Open an id: the exact words, and who else says so."),
    "diff": Place("diff", "diff", "List what was added since a date, or after a line of the log."),
    "serve": Place("serve", "serve", "Open a store in the browser: look, check, decide."),
    "registry": Place("registry", "registry", "See, correct and extend the registry of actors."),
    "schema": Place("schema", "schema", "Print the JSON Schema of the records."),
}
