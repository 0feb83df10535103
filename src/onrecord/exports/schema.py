"""The JSON Schema of the canonical record, generated from the model."""

from __future__ import annotations

import msgspec

from onrecord.model import Reading
from onrecord.model.reading import SCHEMA


def json_schema() -> str:
    """Give the schema (JSON Schema 2020-12) as indented text."""
    schema = msgspec.json.schema(Reading)
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **schema}
    return msgspec.json.format(msgspec.json.encode(named), indent=2).decode() + "\n"
