"""What the words right beside a name say: its kind ("Helmand province"), what it lies in ("Raqqa, Syria")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.knowledge.gazetteer import find_places
from onrecord.knowledge.states import demonym_country, state_named
from onrecord.stages.places.words import kind_of_plural, kind_of_word, place_words

if TYPE_CHECKING:
    from onrecord.knowledge.gazetteer import GazetteerEntry
    from onrecord.model import Span
    from onrecord.model.place import PlaceKind

REACH = 60
LINKS = frozenset({"of", "the", "and"})
WORD = re.compile(r"[^\W\d_][\w.’'-]*")
AFTER_COMMA = re.compile(r"(?:’s|'s)?,? ?(?:\(|, ?| in (?:the )?)((?:[A-Z][\w.’'-]* ?){1,4})")
LIST_GOES_ON = re.compile(r",? and |, [A-Z]")
LARGE = 300_000
KIND_AFTER = re.compile(r"['’]?s? ?(\w+)(?: (\w+))?")
REST_OF_LIST = re.compile(r"(?:(?:,? and |,? or |, )[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?){0,12} ([a-z]+)")
KIND_BEFORE = re.compile(r"(\w+)(?: of| in)? (?:the )?$")


def kind_of_list(text: str, span: Span) -> PlaceKind | None:
    """Read the kind off the noun that ends a list of names: "Walton and Oconee counties"."""
    found = REST_OF_LIST.match(text, span[1], span[1] + 4 * REACH)
    return kind_of_plural().get(found.group(1)) if found is not None else None


def kind_beside(text: str, span: Span) -> PlaceKind | None:
    """Read the kind off the words after or before a name, or give None."""
    kinds = kind_of_word()
    if (listed := kind_of_list(text, span)) is not None:
        return listed
    after = KIND_AFTER.match(text, span[1], span[1] + REACH)
    if after is not None and text[span[1] : span[1] + 1] == " ":
        word = after.group(1).lower()
        if word in kinds:
            return kinds[word]
    before = KIND_BEFORE.search(text[max(0, span[0] - 30) : span[0]])
    return kinds.get(before.group(1).lower()) if before is not None else None


def containers_beside(text: str, span: Span) -> list[GazetteerEntry]:
    """Give the countries and divisions that the text says the name lies in: "Raqqa, Syria", "Alexandria, La."."""
    found = AFTER_COMMA.match(text, span[1], span[1] + REACH)
    if found is None:
        return []
    words = found.group(1).split()
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length]).rstrip(",'’")
        if _opens_list(text, found.start(1) + len(name), name):
            return []
        upper = [entry for entry in find_places(name, near=False) if entry.kind in {"country", "admin1"}]
        if not upper and name.endswith("."):
            upper = [e for e in find_places(name.rstrip("."), near=False) if e.kind in {"country", "admin1"}]
        if upper:
            return upper
    return []


def _opens_list(text: str, end: int, name: str) -> bool:
    """Tell whether a name that is also a large city stands in a list: "Washington, New York and Boston"."""
    if not LIST_GOES_ON.match(text, end):
        return False
    return any(entry.kind == "city" and entry.population > LARGE for entry in find_places(name, near=False))


def countries_beside(text: str, span: Span) -> set[str]:
    """Give the country that an adjective or genitive before the name says it lies in.

    "the Syrian city of Raqqa", "Iraq's northern Mosul"; only kind words and compass words may stand between.
    """
    words = WORD.findall(text, max(0, span[0] - REACH), span[0])
    between = place_words().context.parts | kind_of_word().keys() | LINKS
    while words and words[-1].lower() in between:
        words.pop()
    if not words:
        return set()
    last = words[-1]
    stem = last.removesuffix("'s").removesuffix("’s")
    if stem != last:
        state = state_named(stem) or (state_named(f"{words[-2]} {stem}") if len(words) > 1 else None)
        return {state.iso2} if state else set()
    country = (demonym_country(f"{words[-2]} {last}") if len(words) > 1 else None) or demonym_country(last)
    return {country} if country and last[0].isupper() else set()


def lies_in(entry: GazetteerEntry, container: GazetteerEntry) -> bool:
    """Tell whether a place lies in a country or a first-level division."""
    if container.kind == "country":
        return entry.country == container.country and entry.id != container.id
    return entry.admin1_id == container.id and entry.id != container.id
