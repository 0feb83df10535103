"""The pages that benchmarks read: real HTML where the data sets are, else the bundled demo."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import onrecord

LARGEST = 600_000
"""Bytes; a handful of pages above this would drown the others."""


def unpack_pages(folder: Path, limit: int) -> list[Path]:
    """Write up to `limit` HTML pages into a folder, and give their paths in order of name."""
    real = Path(os.environ.get("ONRECORD_DATA", "../shared")) / "data/article_extraction/html"
    bundled = Path(onrecord.__file__).parent / "demo"
    packed = sorted(real.glob("*.html.gz")) if real.is_dir() else sorted(bundled.rglob("*.html"))
    pages: list[Path] = []
    for path in packed:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        if len(data) < LARGEST and len(pages) < limit:
            page = folder / path.name.removesuffix(".gz")
            page.write_bytes(data)
            pages.append(page)
    return pages
