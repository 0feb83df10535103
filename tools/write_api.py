"""`python -m tools.write_api`: writes docs/api.md from the docstrings of the public names."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import onrecord

PAGE = Path("docs/api.md")
QUOTED = re.compile(r"(: |-> )'([^']*)'")
"""An annotation that was kept as a string."""
HEAD = """# Python

```python
import onrecord

reading = onrecord.read("page.html", published="2024-05-12")
for event in reading.events:
    for held in event.factuality:
        print(event.type, held.holder, held.value)

for outcome in onrecord.read_all(["folder/"], jobs=4):
    if isinstance(outcome, onrecord.Reading):
        ...
```

A `Reading` is a frozen value; its records are defined in [records.md](records.md). In a notebook it shows itself as the
page of [`--format html`](output.md). In a script, work in several processes needs the usual
`if __name__ == "__main__":`.

This page is written by `python -m tools.write_api` from the docstrings.
"""


def api_page() -> str:
    """Give the page."""
    names = [name for name in onrecord.__all__ if not name.startswith("__")]
    functions = [name for name in names if inspect.isfunction(getattr(onrecord, name))]
    others = [name for name in names if name not in functions]
    return HEAD + "".join(_entry(name, getattr(onrecord, name)) for name in [*functions, *others])


def _entry(name: str, value: Any) -> str:
    if inspect.isfunction(value):
        return f"\n## `onrecord.{name}`\n\n```python\n{name}{_signature(value)}\n```\n\n{inspect.getdoc(value)}\n"
    return f"\n## `onrecord.{name}`\n\n{inspect.getdoc(value)}\n"


def _signature(value: Any) -> str:
    return QUOTED.sub(r"\1\2", str(inspect.signature(value)))


if __name__ == "__main__":
    PAGE.write_text(api_page(), encoding="utf-8")
    print(f"wrote {PAGE}")
