"""Scores the registry on the actor phrases of the PLOVER and CAMEO sentence sets.

The sets give words, not codes. The wanted country is that of the first state, people or seat in the phrase (a plain
scan); it is compared with the entity, or else the place, that reading the whole sentence gives there. Coverage asks
the registry for the phrase alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evaluation.actors_gold import score_gold
from evaluation.read import read_plain
from evaluation.score import Score, load_lines
from onrecord.knowledge.phrases import link_phrase
from onrecord.knowledge.states import demonym_country, seat_country, state_named

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model import Reading, Span

SAMPLE = 500
END_TO_END = 400
"""Sentences read; the sets hold some 2,000, and reading takes 20 ms each."""


def evaluate(data: Path) -> list[Score]:
    """Score coverage of names, and countries end to end."""
    plover = load_lines(data / "data/plover_sentences/plv_train.jsonl")
    cameo = load_lines(data / "data/cameo_sentences/cameo_train.jsonl")
    spans = {"plover_sentences": _plover(plover), "cameo_sentences": _cameo(cameo)}
    countries = [_countries(name, found) for name, found in spans.items()]
    return [*_coverage(spans), *countries, score_gold(data / "gold")]


def _plover(rows: list[dict[str, Any]]) -> list[tuple[str, list[Span]]]:
    return [(row["text"], [tuple(row[key]) for key in ("source", "target") if row[key]]) for row in rows]


def _cameo(rows: list[dict[str, Any]]) -> list[tuple[str, list[Span]]]:
    return [
        (row["text"], [tuple(span) for key in ("sources", "targets") for span in row[key] or []])
        for row in rows
        if not row["text_is_tokenised"]
    ]


def _coverage(sets: dict[str, list[tuple[str, list[Span]]]]) -> list[Score]:
    phrases = {text[slice(*span)] for rows in sets.values() for text, spans in rows for span in spans}
    named = sorted(phrase for phrase in phrases if any(char.isupper() for char in phrase[1:]) or phrase[0].isupper())
    sample = named[:: max(1, len(named) // SAMPLE)][:SAMPLE]
    states = [(phrase, wanted) for phrase in sample if (wanted := country_in(phrase))]
    rest = [phrase for phrase in sample if not country_in(phrase)]
    wrong = [f"{phrase}: wanted {wanted}" for phrase, wanted in states if _country(phrase) is None]
    missed = [phrase for phrase in rest if link_phrase(phrase) is None]
    return [
        Score(
            "actors",
            "sentences",
            "coverage, states and organs",
            1 - len(wrong) / len(states),
            len(states),
            misses=wrong,
        ),
        Score("actors", "sentences", "coverage, other names", 1 - len(missed) / len(rest), len(rest), misses=missed),
    ]


def _country(phrase: str) -> str | None:
    link = link_phrase(phrase)
    return link.country if link is not None else None


def _countries(name: str, rows: list[tuple[str, list[Span]]]) -> Score:
    total = right = other = 0
    misses = []
    for text, spans in rows[:: max(1, len(rows) // END_TO_END)]:
        wanted = [(span, country) for span in spans if (country := country_in(text[slice(*span)]))]
        reading = read_plain(text) if wanted else None
        for span, country in wanted:
            found = country_at(reading, span) if reading is not None else None
            total += 1
            right += found == country
            other += found not in {country, None}
            if found != country:
                misses.append(f"{text[slice(*span)]}: {found} for {country} in {text[:120]}")
    metric = f"country of source and target, end to end (wrong {other / total:.2f})"
    return Score("actors", name, metric, right / total, total, misses=misses)


def country_at(reading: Reading, span: Span) -> str | None:
    """Give the country of the entity whose mention shares most with a span, else of the place there."""
    actors = [(mention.span, entity.country) for entity in reading.entities for mention in entity.mentions]
    return _most_shared(actors, span) or _most_shared([(place.span, place.country) for place in reading.places], span)


def _most_shared(found: list[tuple[Span, str | None]], span: Span) -> str | None:
    shared = [(min(span[1], end) - max(span[0], start), country) for (start, end), country in found]
    best = max(shared, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] > 0 else None


def country_in(phrase: str) -> str | None:
    """Give the country of the first state, people or seat among a phrase's words."""
    words = [word.strip(".,;:()'’") for word in phrase.replace("'s", "").replace("’s", "").replace("-", " ").split()]
    for start in range(len(words)):
        for length in (4, 3, 2, 1):
            run = " ".join(words[start : start + length])
            if run and run[0].isupper() and start + length <= len(words):
                state = state_named(run)
                country = state.iso2 if state else demonym_country(run) or seat_country(run)
                if country:
                    return country
    return None
