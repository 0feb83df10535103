"""The event lexicon: broad, well-formed, and with codes that exist."""

from __future__ import annotations

import re

import pytest

from onrecord.lexicon import load_words
from onrecord.stages.events.words import FILES, SenseFile, event_words, gerund


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("bomb", "bombing"),
        ("invade", "invading"),
        ("stab", "stabbing"),
        ("flee", "fleeing"),
        ("die", "dying"),
        ("visit", "visiting"),
    ],
)
def test_gerund(verb: str, noun: str) -> None:
    assert gerund(verb) == noun


@pytest.mark.parametrize("name", FILES)
def test_codes_are_cameo(name: str) -> None:
    for sense in load_words(f"event_verbs/{name}", SenseFile).sense:
        assert sense.cameo is None or re.fullmatch(r"(0[1-9]|1\d|20)\d{1,2}", sense.cameo), sense
        assert 0 < sense.score < 1


@pytest.mark.parametrize("name", FILES)
def test_every_class_asked_for_exists(name: str) -> None:
    words = event_words()
    known = set().union(*words.classes.values(), *words.names.values()) | {"actor", "number"}
    for sense in load_words(f"event_verbs/{name}", SenseFile).sense:
        asked = {word[1:] for word in (*sense.object, *sense.subject, *sense.unless) if word.startswith("@")}
        assert asked <= known


def test_at_least_fifteen_hundred_entries() -> None:
    words = event_words()
    assert sum(map(len, words.verbs.values())) >= 1500
    assert sum(map(len, words.nouns.values())) >= 1000


def test_more_specific_patterns_come_first() -> None:
    for patterns in event_words().verbs.values():
        weights = [pattern.weight for pattern in patterns]
        assert weights == sorted(weights, reverse=True)
