"""`python -m tools.write_schema`: writes docs/schema.json from the model."""

from pathlib import Path

from onrecord.exports.schema import json_schema

PAGE = Path("docs/schema.json")

if __name__ == "__main__":
    PAGE.write_text(json_schema(), encoding="utf-8")
    print(f"wrote {PAGE}")
