"""Which countries a report is about: states, peoples and adjectives in the text, and where its publisher sits."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.knowledge.keys import name_key
from onrecord.knowledge.outlets import publisher_country
from onrecord.knowledge.states import demonym_country

if TYPE_CHECKING:
    from onrecord.model import Report

CAPITALISED = re.compile(r"\b[A-Z][\w.’'-]+(?: [A-Z][\w-]+)?")


def countries_in(text: str) -> Counter[str]:
    """Count the peoples and adjectives of a text by country."""
    found: Counter[str] = Counter()
    for phrase in CAPITALISED.findall(text):
        country = _country_of(phrase)
        if country:
            found[country] += 1
    return found


@lru_cache(maxsize=1 << 13)
def _country_of(phrase: str) -> str | None:
    return demonym_country(phrase) or demonym_country(phrase.split(" ", maxsplit=1)[0])


def home_of(report: Report) -> str | None:
    """Give the country of the publisher by its host, its name or the country domain, or None."""
    return publisher_country(report.publisher, _host(report))


def outlet_of(report: Report) -> str:
    """Give the letters of the publisher's name and host, in which the place that it serves often stands."""
    return name_key(f"{report.publisher or ''} {_host(report) or ''}").replace(" ", "")


def _host(report: Report) -> str | None:
    try:
        return urlsplit(report.url).hostname if report.url else None
    except ValueError:
        return None
