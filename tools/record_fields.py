"""Which fields of the model docs/records.md does not define."""

import re
from typing import Any

import msgspec

from onrecord import model

_SECTION = re.compile(r"^## ([A-Z][A-Za-z]+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
INHERITED = set(model.Record.__struct_fields__)


def undefined_fields(page: str) -> list[str]:
    """Name each field of each record that has no row under its record's heading; Record's own are defined once."""
    sections = dict(_SECTION.findall(page))
    missing = []
    for name, type_ in _structs():
        fields = set(type_.__struct_fields__) - (INHERITED if name != "Record" else set())
        body = sections.get(name, "")
        missing += [f"{name}.{field}" for field in sorted(fields) if f"| `{field}`" not in body]
    return missing


def _structs() -> list[tuple[str, Any]]:
    named = [(name, getattr(model, name)) for name in model.__all__]
    return [(name, one) for name, one in named if isinstance(one, type) and issubclass(one, msgspec.Struct)]
