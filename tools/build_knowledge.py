"""`python -m tools.build_knowledge`: builds the knowledge data out of pinned packages and our own tables.

The same packages and tables give the same bytes; `--check` builds beside the committed file and compares.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.knowledge.curated import airport_rows, curated_rows, rename_cities
from tools.knowledge.database import write_gazetteer
from tools.knowledge.geonames import geonames_rows, historical_rows
from tools.knowledge.outlines import country_rings

TARGET = Path("src/onrecord/knowledge/data/gazetteer.sqlite")


def main(arguments: list[str]) -> int:
    """Build; with `--check`, exit 1 where the committed file differs."""
    target = Path("build/knowledge/gazetteer.sqlite") if "--check" in arguments else TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    known = geonames_rows()
    rename_cities(known)
    write_gazetteer([*known, *curated_rows(known), *historical_rows(known), *airport_rows()], country_rings(), target)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")
    if target != TARGET and target.read_bytes() != TARGET.read_bytes():
        print(f"{TARGET} differs from what is built. Run python -m tools.build_knowledge and commit the file.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
