"""The page: one file that asks for nothing outside itself."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from onrecord.exports.certainty import CERTAINTY
from onrecord.exports.page.sheet import lay_out
from onrecord.exports.view import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model import Reading
    from onrecord.model.event import FactualityValue

FONTS = (
    ("Source Serif 4", "normal", 400, "source-serif-4-latin-400-normal"),
    ("Source Serif 4", "italic", 400, "source-serif-4-latin-400-italic"),
    ("Source Serif 4", "normal", 600, "source-serif-4-latin-600-normal"),
    ("Inter", "normal", 400, "inter-latin-400-normal"),
    ("Inter", "normal", 600, "inter-latin-600-normal"),
)
LINES: tuple[FactualityValue, ...] = ("CT+", "PR+", "PS+", "Uu", "CT-")
"""The values that the key to the lines shows."""


def write_html(readings: Iterable[Reading]) -> Iterator[str]:
    """Write one page with all readings; ids are bare ("v3") where there is one report, else numbered ("2-v3")."""
    every = list(readings)
    sheets = [lay_out(reading, f"{n}-" if len(every) > 1 else "") for n, reading in enumerate(every, 1)]
    totals = [(kind[:-1], kind.title(), sum(len(getattr(one, kind)) for one in every)) for kind in KINDS]
    key = [CERTAINTY[value] for value in LINES]
    yield from _template().generate(
        sheets=sheets, totals=totals, key=key, style=_style(), script=_script(), csp=_policy()
    )


def frame_html(reading: Reading) -> str:
    """Give the page in a frame of its own, for a notebook: sealed off from the notebook's page and scripts."""
    page = escape("".join(write_html([reading])))
    return f'<iframe srcdoc="{page}" sandbox="allow-scripts" width="100%" height="720" frameborder="0"></iframe>'


@cache
def _template() -> Template:
    loader = PackageLoader("onrecord.exports", "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.get_template("page.html")


@cache
def _style() -> Markup:
    return Markup("".join(_face(*font) for font in FONTS) + _asset("page.css").decode())  # noqa: S704 - our own file


@cache
def _script() -> Markup:
    return Markup(_asset("page.js").decode())  # noqa: S704 - our own file


def _face(family: str, style: str, weight: int, file: str) -> str:
    data = b64encode(_asset(f"fonts/{file}.woff2")).decode()
    source = f'url("data:font/woff2;base64,{data}") format("woff2")'
    return f'@font-face{{font-family:"{family}";font-style:{style};font-weight:{weight};src:{source}}}\n'


def _asset(name: str) -> bytes:
    return files("onrecord.exports").joinpath("templates", *name.split("/")).read_bytes()


@cache
def _policy() -> str:
    """Allow our own style and script by their hashes, and nothing else: no request leaves the page."""
    style, script = _hash(_style()), _hash(_script())
    return (
        f"default-src 'none'; style-src {style}; script-src {script}; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
